"""`hustings lesson`: a plan as a lesson, in any format in which lessons leave, or the sheet of what it shows."""

from __future__ import annotations

import argparse

from index.citations.styles import USUAL, opened
from index.exports import lesson_answers, lesson_sheet
from index.exports.lessons import registry
from index.exports.registry import Exportable, Layout, Paper
from index.lessons.hidden import Names, answers, hidden
from index.lessons.hiding import names_of
from index.lessons.of_plan import Materials, Planned, lesson_of
from index.lessons.sheet import sheet_of_plan
from index.quiz.in_lessons import asked
from index.quiz.quiz import Sources
from index.topics.views import Views
from reader.facts import Facts, usable_facts
from reader.home import Home, home
from reader.library.collected import collections
from reader.library.library import Library
from ui import assets
from ui.cli import exporting, output
from ui.cli.importing import bring_up_to_date
from ui.cli.plan import called
from ui.cli.refusing import refuse
from ui.cli.viewing import usable_topics
from ui.shared.file_writing import write_file
from ui.version import VERSION

_USUAL_FORMAT = "json"
_USUAL_FORMAT_BESIDE = "md"

EPILOG = """A lesson is a plan with rows of comparisons and slides of your own; it is made in the window. The sheet says
what it shows of which manifesto and what it leaves out. docs/command-line.md tells what is in the JSON of either."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--plan", metavar="NAME", help="the plan with this name (else the only one there is)")
    parser.add_argument("--sheet", action="store_true", help="the sheet of what the lesson shows, not the lesson")
    parser.add_argument("--hidden", action="store_true", help="without any name: columns are called by letters")
    parser.add_argument("--answers", action="store_true", help="the page of answers to the lesson without names")
    parser.add_argument("--seed", type=int, metavar="N", help="draws the letters of --hidden and --answers (else 1)")
    parser.add_argument("--sensitive", action="store_true", help="with quizzes on topics that speak of violence")
    parser.add_argument("--advice", metavar="TEXT", help="whom to talk to, on the notice before passages on violence")
    parser.add_argument(
        "--style", default=USUAL, metavar="STYLE", help=f"the citation style, or a .csl file of your own (else {USUAL})"
    )
    exporting.arguments(parser)


def run(options: argparse.Namespace) -> int:
    beside = options.sheet or options.answers
    form = exporting.chosen(options, _USUAL_FORMAT_BESIDE if beside else _USUAL_FORMAT)
    _refuse_idle(options)
    if not beside:
        _written(form)
    chosen = home(options.library)
    planned = _planned(options, chosen)
    for one in planned.missing:
        output.complain(one)
    if beside:
        exporting.write(_beside(options, planned, usable_facts(chosen.settings)), form, options)
        return 0
    lesson = planned.lesson
    if options.hidden:
        lesson = hidden(lesson, _names(options, planned, usable_facts(chosen.settings)))
    layout = Layout(assets.for_exports(), Paper(options.paper or Paper.A4), options.landscape, options.large)
    made = _written(form).write(lesson, layout)
    if options.out:
        write_file(options.out, made)
    else:
        output.write(made.decode())
    return 0


def _refuse_idle(options: argparse.Namespace) -> None:
    if options.sheet:
        refuse(options, ("hidden", "answers"), "The sheet names everybody.")
    if options.sheet or options.answers:
        refuse(options, ("advice",), "It belongs to the lesson.")
    if not (options.hidden or options.answers):
        refuse(options, ("seed",), "It belongs to --hidden and --answers.")


def _beside(options: argparse.Namespace, planned: Planned, known: Facts) -> Exportable:
    """What leaves beside the lesson."""
    if options.sheet:
        return lesson_sheet.exportable(sheet_of_plan(planned, known))
    lesson = planned.lesson
    found = answers(lesson, _names(options, planned, known))
    return lesson_answers.exportable(lesson.title, found, lesson.program)


def _names(options: argparse.Namespace, planned: Planned, known: Facts) -> Names:
    seed = 1 if options.seed is None else options.seed
    return names_of(planned.lesson, planned.documents, known, seed)


def _written(form: str) -> registry.LessonFormat:
    """The format with this id. Raises WrongFormat where no lesson is written in it."""
    found = registry.format_called(form)
    if found is None:
        possible = ", ".join(each.id for each in registry.FORMATS)
        raise exporting.WrongFormat(f"A lesson cannot be written as {form.upper()}.", f"Choose one of: {possible}.")
    return found


def _planned(options: argparse.Namespace, chosen: Home) -> Planned:
    style = opened(options.style, assets.citation_styles())
    topics = {topic.id: topic for topic in usable_topics(chosen)}
    with Library.open(chosen) as library:
        plan = called(options.plan, library.read(collections))
        bring_up_to_date(chosen, library)
        with Views(chosen) as views:
            sources = Sources(library, views, tuple(topics.values()), usable_facts(chosen.settings), style)
            questions = asked(sources, sensitive=options.sensitive)
            made_with = Materials(topics, style, f"Hustings {VERSION}", options.advice or "", asked=questions)
            return lesson_of(library, views, plan, made_with)
