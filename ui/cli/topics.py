"""`hustings topics`: the topic views of files, which are read apart and added to no library; the topics themselves."""

from __future__ import annotations

import argparse

from index.exports.topic_views import document_views
from index.shares import counted
from index.topics.carried import words_on_topic
from index.topics.languages import missing_language, no_words
from index.topics.model import Match, Topic
from reader.home import home
from reader.library.records import Document
from ui.cli import naming, output, passwords
from ui.cli.refusing import refuse
from ui.cli.throwaway import Reading, read_apart
from ui.cli.topic_files import check_files, list_topics
from ui.cli.viewing import Matches

EPILOG = """With --json: {"documents": [{"path", "title", "words", "language", "topics": {ID: {"version", "words",
"passages": [PASSAGE: {"block", "text", "kind", "page", "label", "section": [headings above], "score",
"subtopics": [id], "why": [{"text", "field": "text", "section" or "lead-in", "start", "end"}],
"statements": [{"text", "kind": "pledge", "record", "criticism" or "context", "carries", "start", "end",
"subtopics": [id], "measurable": [{"kind": "money", "number", "date" or "place", "start", "end"}] (in pledges)}]}],
"uncertain": [PASSAGE] (to be checked: in no figure), "silence", "silence_reason", "without_words_in"}}}],
"errors": [{"path", "code", "problem", "advice"}]}. A passage is one block; offsets are code points in its text;
"carries" says that this sentence is why the passage is in the view, its "subtopics" which rows its own words name;
a passage of which no sentence names one has those that heading or lead-in lend; "words" are those of the sentences
that carry. The topics are the program's and your own.
Without FILE, and with --check: {"topics": [{"id", "version", "name", "definition", "builtin", "languages",
"subtopics": [{"id", "name"}]}], "errors": [...]}."""

# What stands beside `errors` where nothing could be done at all.
NOTHING: output.Json = {"documents": []}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", type=naming.path, metavar="FILE", help="files, or folders; none: list the topics"
    )
    parser.add_argument("--check", action="store_true", help="the files are topic files: say whether they can be used")
    passwords.argument(parser)
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")


def run(options: argparse.Namespace) -> int:
    if options.check or not options.files:
        refuse(options, ("password_stdin",), "It is for files of manifestos.")
    if not options.files:
        refuse(options, ("check",), "Name the topic files.")
    if options.check:
        return check_files(options.files, json=options.json)
    if not options.files:
        return list_topics(home(options.library), json=options.json)
    with read_apart(options.files, home(options.library), passwords.given(options)) as reading:
        views = {topic.id: reading.matches(topic) for topic in reading.topics}
        if options.json:
            output.write_json({"documents": _documents(reading, views), "errors": reading.errors})
        else:
            _say(reading, views)
        output.complain_of(reading.errors)
        return 1 if reading.errors else 0


def _documents(reading: Reading, views: dict[str, Matches]) -> list[output.Json]:
    def of(document: str) -> dict[str, tuple[Match, ...]]:
        return {topic: view.get(document, ()) for topic, view in views.items()}

    return [document_views(path, document, reading.topics, of(document.id)) for path, document in reading.files]


def _say(reading: Reading, views: dict[str, Matches]) -> None:
    for path, document in reading.files:
        output.say(f"{path} (“{document.called}”, {document.words:,} words)")
        for topic in reading.topics:
            output.say(f"  {_summary(topic, document, views[topic.id].get(document.id, ()))}")


def _summary(topic: Topic, document: Document, matches: tuple[Match, ...]) -> str:
    language = missing_language(topic, document)
    certain = [match for match in matches if not match.uncertain]
    to_check = f"; {len(matches) - len(certain):,} to check" if len(certain) < len(matches) else ""
    if not certain:
        found = "nothing certain" if to_check else "nothing found"
        return f"{topic.name}: {no_words(language, topic='the topic') if language else found}{to_check}"
    note = f" ({no_words(language, topic='the topic')})" if language else ""
    return f"{topic.name}: {counted(len(certain))}, {words_on_topic(certain):,} words{note}{to_check}"
