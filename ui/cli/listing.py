"""`hustings list`: what is in the library, what waits to be read, and what could not be."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from index.citations.reference_files import FORMATS, ReferenceFormat, format_for
from index.citations.works import doubt_sentence
from reader.home import home
from reader.library.library import Library
from reader.library.records import FIELDS, Document, QueuedFile
from ui.cli import naming, output
from ui.cli.sets import members
from ui.shared.file_writing import write_file

EPILOG = """With --json: {"documents": [{"id", "title", "party", "candidate", ... (all fields),
"confirmed": [names of fields], "file", "format", "pages", "readable_pages", "words", "notes": [...], "added",
"sample"}], "waiting": [path], "failed": [{"path", "code", "problem", "advice"}], "errors": []}"""

# What stands beside `errors` where nothing could be done at all.
NOTHING: output.Json = {"documents": [], "waiting": [], "failed": []}


def arguments(parser: argparse.ArgumentParser) -> None:
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--json", action="store_true", help="as JSON, for scripts")
    kind.add_argument("--format", choices=[each.id for each in FORMATS], help="as references for Zotero and its like")
    parser.add_argument("--set", metavar="NAME", help="only the manifestos of this set, in its order")
    parser.add_argument("--out", type=naming.path, metavar="FILE", help="write references or JSON to this file")


def run(options: argparse.Namespace) -> int:
    with Library.open(home(options.library)) as library:
        if options.set is None:
            documents, waiting, failed = library.documents(), library.waiting(), library.failures()
        else:  # what waits or failed is in no set
            documents, waiting, failed = members(library, options.set), [], []
    chosen = next((each for each in FORMATS if each.id == options.format), None)
    if options.out and not options.json:
        chosen = chosen or format_for(options.out.name) or FORMATS[0]
    if chosen is not None:
        return _write_references(chosen, documents, options.out)
    if options.json:
        output.write_json(
            {
                "documents": [described(document) for document in documents],
                "waiting": [file.path for file in waiting],
                "failed": [failed_file(file) for file in failed],
                "errors": [],
            },
            options.out,
        )
        return 0
    for document in documents:
        output.say(line(document))
    for file in waiting:
        output.say(f"waiting: {file.path}")
    for file in failed:
        output.say(f"failed: {file.path}: {file.problem} {file.advice}")
    if not documents and not waiting and not failed:
        empty = "The library is empty. Add files with: hustings add FILE ..."
        output.say("There is no manifesto in this set." if options.set else empty)
    return 0


def _write_references(chosen: ReferenceFormat, documents: Sequence[Document], out: Path | None) -> int:
    """Write the documents as references, and complain of what in them is missing or guessed. Raises as write_file."""
    if out is not None:
        write_file(out, chosen.write(documents))
    else:
        output.write(chosen.write(documents))
    for document in documents:
        if doubted := doubt_sentence(document):
            output.complain(f"{document.name}: {doubted}")
    return 0


def described(document: Document) -> output.Json:
    """A document as JSON: every field, empty where nothing is known."""
    return {
        "id": document.id,
        **{name: getattr(document, name) for name in FIELDS},
        "confirmed": [name for name in FIELDS if name in document.confirmed],
        "file": document.file_name,
        "format": document.format,
        "pages": document.page_count,
        "readable_pages": document.readable_pages,
        "words": document.words,
        "notes": list(document.notes),
        "added": document.added,
        "sample": document.sample,
    }


def failed_file(file: QueuedFile) -> output.Json:
    return {"path": file.path, "code": file.code, "problem": file.problem, "advice": file.advice}


def line(document: Document) -> str:
    """One line for people: id, year, who, title, length. The first twelve characters of an id say which it is."""
    who = " · ".join(filter(None, (document.party, document.candidate))) or "party not known"
    length = f"{document.page_count} pages, " if document.page_count else ""
    return (
        f"{document.id[:12]}  {document.year or '----'}  {who}  “{document.called}”  ({length}{document.words:,} words)"
    )
