"""`hustings compare`: manifestos side by side on one topic, as Markdown, HTML or JSON."""

from __future__ import annotations

import argparse
import json

from index.comparison import Comparison, compare
from index.exports.comparison_html import comparison_html
from index.exports.comparison_json import comparison_values
from index.exports.comparison_markdown import comparison_markdown
from index.said import said_of
from index.sampled import Outcome, latest
from index.topics.model import Topic
from reader.errors import UserError
from reader.home import Home, home
from reader.library.library import Library
from ui import assets
from ui.cli import naming, output, passwords
from ui.cli.importing import bring_up_to_date
from ui.cli.throwaway import read_apart
from ui.cli.viewing import usable_topics, views_of
from ui.shared.file_writing import write_file

SUFFIXES = {".json": "json", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}

EPILOG = """Without FILE the documents of the library are compared; files are read apart and added to no
library. The format is Markdown unless --format or the suffix of --out says another. As JSON: {"format",
"format_version", "topic": {"id", "version", "name", "definition", "languages"}, "columns": [{"document", "name",
"title", "party", "candidate", "office", "election", "year", "nation", "language", "source", "extent", "pages",
"readable_pages", "words", "share": {"passages", "words", "per_thousand", "passages_per_thousand", "without_words_in"},
"silence", "silence_reason"}], "rows": [{"subtopic": {"id", "name"}, "cells": [{"document",
"passages": [as in `hustings topics`], "silence", "silence_reason"}]}], "warnings": [...],
"accuracy": the latest blind sample of this version of the topic (as in `hustings sample --json`) or null,
"errors": [...]}."""


class NoSuchTopic(UserError):
    """No topic has this id."""


class NothingToCompare(UserError):
    """There is no document in the library, or none of the files could be read."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", type=naming.path, metavar="FILE", help="files, or folders of files")
    parser.add_argument("--topic", required=True, metavar="ID", help="policing, vawg, fire-safety or one of your own")
    parser.add_argument("--format", choices=("json", "md", "html"), help="the format of the comparison")
    passwords.argument(parser)
    parser.add_argument("--out", type=naming.path, metavar="FILE", help="write it to this file")


def run(options: argparse.Namespace) -> int:
    chosen = home(options.library)
    topic = topic_called(options.topic, chosen)
    form = options.format or SUFFIXES.get(options.out.suffix.lower() if options.out else "", "md")
    errors: list[output.Json] = []
    if options.files:
        with read_apart(options.files, chosen, passwords.given(options)) as reading:
            errors = reading.errors
            made = compare(topic, reading.documents, reading.matches(topic))
        sampled = None
    else:
        made, sampled = of_library(chosen, topic)
    output.complain_of(errors)
    if not made.columns and form != "json":
        raise NothingToCompare("There is nothing to compare.", "Name files, or add some with: hustings add FILE ...")
    text = written(made, sampled, form, errors)
    if options.out:
        write_file(options.out, text)
    else:
        output.write(text)
    return 1 if errors else 0


def topic_called(name: str, chosen: Home) -> Topic:
    """The topic with this id. Raises NoSuchTopic."""
    topics = {topic.id: topic for topic in usable_topics(chosen)}
    if name not in topics:
        raise NoSuchTopic(f"There is no topic “{name}”.", f"There are: {', '.join(topics)}.")
    return topics[name]


def of_library(chosen: Home, topic: Topic) -> tuple[Comparison, Outcome | None]:
    """The comparison of all documents of the library, brought up to date first, and how right its topic was found."""
    with Library.open(chosen) as library:
        bring_up_to_date(chosen, library)
        documents = library.documents()
        views = views_of(chosen, library, topic, documents)
        made = compare(topic, documents, views, said=said_of(library, topic.id, documents, views))
        return made, latest(library, topic)


def written(made: Comparison, sampled: Outcome | None, form: str, errors: list[output.Json]) -> str:
    """The comparison in one of the formats, ending in a newline."""
    if form == "json":
        return json.dumps({**comparison_values(made, sampled), "errors": errors}, ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        return comparison_html(made, assets.templates(), sampled)
    return comparison_markdown(made, sampled)
