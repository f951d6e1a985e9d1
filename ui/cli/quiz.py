"""`hustings quiz`: who said it? Passages of a topic with their names hidden, printed, as values, or for Moodle."""

from __future__ import annotations

import argparse

from index.citations.styles import USUAL, opened
from index.exports import quiz as leaving
from index.quiz.quiz import USUAL_COUNT, Asked, Quiz, Sources, quiz_of, summary
from index.topics.views import Views
from reader.errors import UserError
from reader.facts import usable_facts
from reader.home import Home, home
from reader.library.library import Library
from ui import assets
from ui.cli import exporting, output
from ui.cli.compare import topic_called
from ui.cli.importing import bring_up_to_date
from ui.cli.refusing import refuse
from ui.cli.sets import members
from ui.cli.viewing import usable_topics
from ui.version import PROGRAM

_FORMATS = ("docx", "pdf", "html", "md", "json", "gift")
_PRINTED = ("docx", "pdf", "html", "md")
_MOST = 200

EPILOG = """Every manifesto is right equally often, within one, and all passages are about as long. What the program is
not sure of, what does not stand alone, what may hold a name and what two manifestos share is left out; where too few
are left, standard error says how many were left out, and why. The same seed draws the same quiz. docs/command-line.md
tells what is in the JSON."""


class NothingToAsk(UserError):
    """Fewer than two manifestos have passages that may be asked about."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--topic", required=True, metavar="ID", help="policing, fire-safety or one of your own")
    parser.add_argument("--set", metavar="NAME", help="ask about the manifestos of this set (else of the library)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="draws the passages (else 1)")
    parser.add_argument("--count", type=_count, metavar="N", help=f"so many questions (else {USUAL_COUNT})")
    parser.add_argument("--sensitive", action="store_true", help="also passages and topics that speak of violence")
    parser.add_argument("--without-answers", action="store_true", help="print no page of answers")
    parser.add_argument(
        "--style", default=USUAL, metavar="STYLE", help=f"the citation style, or a .csl file of your own (else {USUAL})"
    )
    exporting.arguments(parser, _FORMATS)


def run(options: argparse.Namespace) -> int:
    form = exporting.chosen(options, "json")
    if form not in _PRINTED:
        refuse(options, ("without_answers",), "It is for docx, pdf, html and md alone.")
    chosen = home(options.library)
    quiz = _quiz(options, chosen)
    if len(quiz.questions) < quiz.asked.count:
        for one in summary(quiz):
            output.complain(one)
    if not quiz.questions:
        raise NothingToAsk(
            "Nothing can be asked: two manifestos at least must have passages for it.",
            "Choose another topic, or a set with more manifestos.",
        )
    thing = leaving.exportable(quiz, PROGRAM, with_answers=not options.without_answers)
    exporting.write(thing, form, options)
    return 0


def _count(typed: str) -> int:
    number = int(typed)
    if not 1 <= number <= _MOST:
        raise argparse.ArgumentTypeError(f"choose a number from 1 to {_MOST}")
    return number


def _quiz(options: argparse.Namespace, chosen: Home) -> Quiz:
    style = opened(options.style, assets.citation_styles())
    topic = topic_called(options.topic, chosen)
    asked = Asked(options.seed, options.count or USUAL_COUNT, options.sensitive)
    with Library.open(chosen) as library:
        bring_up_to_date(chosen, library)
        documents = library.documents() if options.set is None else members(library, options.set)
        with Views(chosen) as views:
            sources = Sources(library, views, usable_topics(chosen), usable_facts(chosen.settings), style)
            return quiz_of(sources, topic, documents, asked)
