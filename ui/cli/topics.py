"""`hustings topics`: the topic views of files, which are read apart and added to no library."""

from __future__ import annotations

import argparse
from pathlib import Path

from index.topics.model import Match, Statement, Topic
from reader.home import home
from reader.library.records import Document
from ui.cli import output
from ui.cli.throwaway import Reading, read_apart
from ui.cli.viewing import Matches

EPILOG = """With --json: {"documents": [{"path", "title", "words", "topics": {ID: {"words", "passages": [{"block",
"text", "kind", "page", "label", "section": [headings above], "score", "subtopics": [id],
"why": [{"text", "field": "text", "section" or "lead-in", "start", "end"}],
"statements": [{"text", "kind": "pledge", "record", "criticism" or "context", "carries", "start", "end"}]}]}}}],
"errors": [{"path", "code", "problem", "advice"}]}. A passage is one block; offsets are code points in its text;
"carries" says that this sentence is why the passage is in the view. The topics are the program's and your own."""

# What stands beside `errors` where nothing could be done at all.
NOTHING: output.Json = {"documents": []}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files, or folders of files")
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")


def run(options: argparse.Namespace) -> int:
    with read_apart(options.files, home(options.library)) as reading:
        views = {topic.id: reading.matches(topic) for topic in reading.topics}
        if options.json:
            documents = [_document(path, document, views) for path, document in reading.files]
            output.write_json({"documents": documents, "errors": reading.errors})
        else:
            _say(reading, views)
        output.complain_of(reading.errors)
        return 1 if reading.errors else 0


def words_of(matches: tuple[Match, ...]) -> int:
    """How many words the passages of a view have."""
    return sum(len(match.text.split()) for match in matches)


def _document(path: str, document: Document, views: dict[str, Matches]) -> output.Json:
    return {
        "path": path,
        "title": document.title,
        "words": document.words,
        "topics": {
            topic: {
                "words": words_of(matches.get(document.id, ())),
                "passages": [passage(match) for match in matches.get(document.id, ())],
            }
            for topic, matches in views.items()
        },
    }


def passage(match: Match) -> output.Json:
    """One passage of a topic's view as JSON."""
    return {
        "block": match.block,
        "text": match.text,
        "kind": match.kind,
        "page": match.page,
        "label": match.label,
        "section": list(match.section),
        "score": round(match.score, 4),
        "subtopics": list(match.subtopics),
        "why": [{"text": one.text, "field": one.field, "start": one.start, "end": one.end} for one in match.why],
        "statements": [_statement(one) for one in match.statements],
    }


def _statement(one: Statement) -> output.Json:
    return {"text": one.text, "kind": one.kind.value, "carries": one.carries, "start": one.start, "end": one.end}


def _say(reading: Reading, views: dict[str, Matches]) -> None:
    for path, document in reading.files:
        print(f"{path} (“{document.title}”, {document.words:,} words)")
        for topic in reading.topics:
            print(f"  {_summary(topic, views[topic.id].get(document.id, ()))}")


def _summary(topic: Topic, matches: tuple[Match, ...]) -> str:
    if not matches:
        return f"{topic.name}: nothing found"
    many = "passage" if len(matches) == 1 else "passages"
    return f"{topic.name}: {len(matches)} {many}, {words_of(matches):,} words"
