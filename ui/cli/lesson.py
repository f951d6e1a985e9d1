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
from ui.version import PROGRAM

_USUAL_FORMAT = "json"
_USUAL_FORMAT_BESIDE = "md"

EPILOG = """A lesson is a plan with rows of comparisons and slides of your own; it is made in the window. The sheet says
what it shows of which manifesto and what it leaves out. As html it presents itself in any browser, without a network,
and hides and reveals names (H, R); with --hidden no file of it tells who is who, and the answers stand beside it.
docs/command-line.md tells what is in the JSON of either."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--plan", metavar="NAME", help="the plan with this name (else the only one there is)")
    parser.add_argument("--sheet", action="store_true", help="the sheet of what the lesson shows, not the lesson")
    parser.add_argument("--hidden", action="store_true", help="hide who is who for good; answers stand beside it")
    parser.add_argument("--answers", action="store_true", help="the page of answers to the lesson without names")
    parser.add_argument("--seed", type=int, metavar="N", help="draws the letters of whoever is hidden (else 1)")
    parser.add_argument("--sensitive", action="store_true", help="with quizzes on topics that speak of violence")
    parser.add_argument("--advice", metavar="TEXT", help="whom to talk to, on the notice before passages on violence")
    parser.add_argument(
        "--style", default=USUAL, metavar="STYLE", help=f"the citation style, or a .csl file of your own (else {USUAL})"
    )
    exporting.arguments(parser)


def run(options: argparse.Namespace) -> int:
    beside = options.sheet or options.answers
    form = exporting.chosen(options, _USUAL_FORMAT_BESIDE if beside else _USUAL_FORMAT)
    writer = None if beside else _written(form)
    _refuse_idle(options, writer)
    chosen = home(options.library)
    planned = _planned(options, chosen)
    for one in planned.missing:
        output.complain(one)
    known = usable_facts(chosen.settings)
    if writer is None:
        exporting.write(_beside(options, planned, known), form, options)
    else:
        _write(options, planned, known, writer)
    return 0


def _refuse_idle(options: argparse.Namespace, writer: registry.LessonFormat | None) -> None:
    if options.sheet:
        refuse(options, ("hidden", "answers"), "It belongs to the lesson, not to its sheet.")
    if writer is None:
        refuse(options, ("advice",), "It belongs to the lesson.")
    if not (options.hidden or options.answers or (writer is not None and writer.hides_and_reveals)):
        refuse(options, ("seed",), "It belongs to --hidden, --answers and html.")


def _beside(options: argparse.Namespace, planned: Planned, known: Facts) -> Exportable:
    """What leaves beside the lesson."""
    if options.sheet:
        return lesson_sheet.exportable(sheet_of_plan(planned, known))
    return _answers(planned, _names(options, planned, known))


def _answers(planned: Planned, names: Names) -> Exportable:
    lesson = planned.lesson
    return lesson_answers.exportable(lesson.title, answers(lesson, names), lesson.program)


def _names(options: argparse.Namespace, planned: Planned, known: Facts) -> Names:
    seed = 1 if options.seed is None else options.seed
    return names_of(planned.lesson, planned.documents, known, seed)


def _write(options: argparse.Namespace, planned: Planned, known: Facts, writer: registry.LessonFormat) -> None:
    """Write the lesson, and beside a file that hides names for good its answers. Raises DiskFull, NotFound."""
    layout = Layout(assets.for_exports(), Paper(options.paper or Paper.A4), options.landscape, options.large)
    if not (options.hidden or writer.hides_and_reveals):
        made = writer.write(planned.lesson, None, layout)
    else:
        names = _names(options, planned, known)
        without = hidden(planned.lesson, names)
        made = writer.write(without, None, layout) if options.hidden else writer.write(planned.lesson, without, layout)
        if options.hidden and options.out:
            beside = options.out.with_name(f"{options.out.stem}-answers.{writer.answers}")
            exporting.write_with(_answers(planned, names), writer.answers, layout, beside)
    if options.out:
        write_file(options.out, made)
    else:
        output.write(made.decode())


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
            made_with = Materials(topics, style, PROGRAM, options.advice or "", asked=questions)
            return lesson_of(library, views, plan, made_with)
