"""`hustings add`: reads files into the library, indexes them and makes their topic views."""

from __future__ import annotations

import argparse
import sys

from index.events import AlreadyThere, DocumentAdded, DocumentRecognised, Event
from reader.errors import NotFound, NotSupported
from reader.formats.decoding import decode
from reader.home import home
from reader.library.library import Library
from reader.library.pasting import paste
from reader.library.records import QueuedFile
from reader.library.where import elsewhere
from ui.cli import naming, ocr, output, passwords
from ui.cli.importing import Outcome, import_waiting, topic_folders
from ui.cli.naming import as_given, failure
from ui.cli.progress import Progress

EPILOG = """One line per file: added, there already, or (on stderr) failed with the reason. Files that still wait from
an import that was interrupted are read as well. Pages that are pictures of text come last, by OCR, which takes seconds
for each; what Ctrl+C leaves of it goes on with the next add, or in the window. With --json: {"added": [{"path",
"document", "title"}], "already_there": [the same], "errors": [{"path", "code", "problem", "advice"}]}."""


# What stands beside `errors` where nothing could be done at all.
NOTHING: output.Json = {"added": [], "already_there": []}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        type=naming.path,
        metavar="FILE",
        help="files, or folders of files; - for text from standard input",
    )
    parser.add_argument("--title", default="", help="what the text from standard input is called (else its first line)")
    passwords.argument(parser)
    ocr.argument(parser, ": the next add without this, or the window, does")
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")


def run(options: argparse.Namespace) -> int:
    chosen, given = home(options.library), passwords.given(options)
    if place := elsewhere(chosen.library):
        output.complain(f"{place.sentence} Move its folder to this computer: {chosen.library}")
    with Library.open(chosen) as library:
        files = [path for path in options.files if path != naming.STANDARD_INPUT]
        pasted = _enqueue_text(library, options) if len(files) < len(options.files) else []
        if options.title and not pasted:
            raise NotSupported("A title can be given to text from standard input alone.", "Name - among the files.")
        if not library.enqueue(files) and not pasted:
            raise NotFound("There is no file in that folder.", "Name files, or a folder that holds some.")
        total = len(library.waiting())
    names = as_given(files)
    with Progress(total) as progress:

        def told(event: Event) -> None:
            if isinstance(event, DocumentAdded):
                progress.say(f"added: {names.get(event.path, event.path)} (“{event.title}”)")
            elif isinstance(event, AlreadyThere):
                progress.say(f"there already: {names.get(event.path, event.path)} (“{event.title}”)")
            elif isinstance(event, DocumentRecognised):
                progress.say(f"read by OCR: “{event.title}”")

        hears = None if options.json else told
        outcome = import_waiting(chosen, topic_folders(chosen), progress, hears, given, by_ocr=not options.no_ocr)
    return _report(outcome, names, as_json=options.json)


def _enqueue_text(library: Library, options: argparse.Namespace) -> list[QueuedFile]:
    """Queue the text that comes from standard input. Raises EmptyFile, NotSupported."""
    if options.password_stdin:
        raise NotSupported(
            "Text and passwords cannot both come from standard input.", "Add the protected files by themselves."
        )
    file, fields = paste(library, decode(sys.stdin.buffer.read()), options.title)
    return library.enqueue([file], fields={**fields, "title": options.title} if options.title else fields)


def _report(outcome: Outcome, names: dict[str, str], *, as_json: bool) -> int:
    failures = [failure(one, names) for one in outcome.failed]
    if outcome.stopped is not None:
        failures.append(output.failure("", outcome.stopped))
    if as_json:
        added = [_arrival(one, names) for one in outcome.added]
        there = [_arrival(one, names) for one in outcome.there]
        output.write_json({"added": added, "already_there": there, "errors": failures})
    output.complain_of(failures)
    return 1 if failures else 0


def _arrival(event: DocumentAdded | AlreadyThere, names: dict[str, str]) -> output.Json:
    return {"path": names.get(event.path, event.path), "document": event.document, "title": event.title}
