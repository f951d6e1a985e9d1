"""`hustings compare`: manifestos side by side on one topic, in any format."""

from __future__ import annotations

import argparse
from dataclasses import replace

from index.comparison import Comparison, compare
from index.exports import worksheets
from index.exports.comparing import exportable
from index.exports.registry import Exportable
from index.exports.shown import Shown
from index.exports.worksheets import LANGUAGES, Worksheet
from index.said import said_of
from index.sampled import Outcome, latest
from index.topics.model import Topic
from reader.errors import UserError
from reader.home import Home, home
from reader.library.clock import now
from reader.library.library import Library
from ui.cli import exporting, naming, output, passwords
from ui.cli.importing import bring_up_to_date
from ui.cli.refusing import refuse
from ui.cli.sets import members
from ui.cli.throwaway import read_apart
from ui.cli.viewing import speaking_of_violence, usable_topics, views_of
from ui.version import PROGRAM

_TABLES = frozenset(("csv", "xlsx", "json"))

EPILOG = """Without FILE the documents of the library are compared; files are read apart and added to no
library. The format is Markdown unless --format or the suffix of --out says another. As JSON: {"format",
"format_version", "topic": {"id", "version", "name", "definition", "languages"}, "columns": [{"document", "name",
"title", "party", "candidate", "office", "election", "year", "nation", "language", "source", "extent", "pages",
"readable_pages", "words", "share": {"passages", "words", "per_thousand", "passages_per_thousand", "without_words_in",
"uncertain"}, "silence", "silence_reason", "uncertain": [passages to be checked, in no row and no share]}],
"rows": [{"subtopic": {"id", "name"}, "cells": [{"document",
"passages": [as in `hustings topics`], "silence", "silence_reason"}]}], "warnings": [...],
"accuracy": the latest blind sample of this version of the topic (as in `hustings sample --json`) or null,
"errors": [...]}."""


class NoSuchTopic(UserError):
    """No topic has this id."""


class NoTable(UserError):
    """A worksheet was asked for in a format of tables."""


class NothingToCompare(UserError):
    """There is no document in the library, or none of the files could be read."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", type=naming.path, metavar="FILE", help="files, or folders of files")
    parser.add_argument("--topic", required=True, metavar="ID", help="policing, vawg, fire-safety or one of your own")
    parser.add_argument("--set", metavar="NAME", help="compare the manifestos of this set, in its order")
    passwords.argument(parser)
    exporting.arguments(parser)
    parser.add_argument("--worksheet", action="store_true", help="extracts with space for answers, for a class")
    parser.add_argument("--supported", action="store_true", help="with a glossary and sentence starters")
    parser.add_argument("--extracts", type=int, choices=range(1, 7), metavar="N", help="in each cell (else 2)")
    parser.add_argument("--language", choices=sorted(LANGUAGES), help="of a worksheet, not its quotations (else en)")


def run(options: argparse.Namespace) -> int:
    chosen = home(options.library)
    topic = topic_called(options.topic, chosen)
    form = exporting.chosen(options, "md")
    if options.worksheet and form in _TABLES:
        raise NoTable(f"A worksheet cannot be {form.upper()}.", "Choose docx, pdf, html, pptx or md.")
    _refuse_idle(options)
    errors: list[output.Json] = []
    if options.files:
        with read_apart(options.files, chosen, passwords.given(options)) as reading:
            errors = reading.errors
            made = compare(topic, reading.documents, reading.matches(topic))
            sensitive = speaking_of_violence(reading.home, reading.library, reading.documents)
        sampled = None
    else:
        made, sampled, sensitive = of_library(chosen, topic, options.set)
    output.complain_of(errors)
    if not made.columns and form != "json":
        raise NothingToCompare("There is nothing to compare.", "Name files, or add some with: hustings add FILE ...")
    named = "" if options.files or not options.set else options.set
    shown = Shown(
        made,
        now(),
        PROGRAM,
        set_name=named,
        of=len(made.columns),
        sensitive=sensitive,
        sampled=sampled,
    )
    if options.worksheet:
        sheet = Worksheet(shown, options.language or "en", options.supported, options.extracts or 2)
        exporting.write(worksheets.exportable(sheet), form, options)
    else:
        exporting.write(_with_errors(exportable(shown), errors), form, options)
    return 1 if errors else 0


def _refuse_idle(options: argparse.Namespace) -> None:
    if not options.worksheet:
        refuse(options, ("supported", "extracts", "language"), "It belongs to --worksheet.")
    if options.files:
        refuse(options, ("set",), "Sets are of the library; files are read apart.")
    else:
        refuse(options, ("password_stdin",), "It is for files that are read apart.")


def _with_errors(thing: Exportable, errors: list[output.Json]) -> Exportable:
    """The same, whose values also name the files that could not be read."""
    values = thing.values
    return thing if values is None else replace(thing, values=lambda: {**values(), "errors": errors})


def topic_called(name: str, chosen: Home) -> Topic:
    """The topic with this id. Raises NoSuchTopic."""
    topics = {topic.id: topic for topic in usable_topics(chosen)}
    if name not in topics:
        raise NoSuchTopic(f"There is no topic “{name}”.", f"There are: {', '.join(topics)}.")
    return topics[name]


def of_library(
    chosen: Home, topic: Topic, named: str | None = None
) -> tuple[Comparison, Outcome | None, frozenset[tuple[str, str]]]:
    """The comparison of a set of the library, else of all of it; how right its topic was found; which passages speak
    of violence. Raises NoSuchSet.
    """
    with Library.open(chosen) as library:
        bring_up_to_date(chosen, library)
        documents = library.documents() if named is None else members(library, named)
        views = views_of(chosen, library, topic, documents)
        made = compare(topic, documents, views, said=said_of(library, topic.id, documents, views))
        return made, latest(library, topic), speaking_of_violence(chosen, library, documents)
