"""Scenes for those who teach: a plan that is a lesson, the sheet of what it shows, and how it leaves."""

from __future__ import annotations

from reader.library.collecting import make_collection
from reader.library.lesson_edits import add_items, skip_items, write_note
from reader.library.plans import LessonItem, PartKind, parts
from ui.frame.export_ways import Opened
from ui.frame.window import Window
from ui.scenes.stage import Stage

_ROWS = ("policing/numbers", "policing/stop-and-search", "policing/trust", "vawg/support")
_SLIDE = (
    "Three manifestos, one question",
    "Who promises what, and who would pay for it?\nRead each passage twice before you decide.",
)
_NOTE = "Give them two minutes in pairs. Ask first what each passage leaves open, then who says by when."


def lesson(stage: Stage) -> Window:
    """A plan of a slide, rows with notes, one of them skipped, and a chart."""
    window = _planned(stage)
    window.places.go("plans")
    stage.settle(window)
    window.places.plans.panel.list.use(1)
    return window


def sheet(stage: Stage) -> Window:
    """What that lesson shows, over the place."""
    window = lesson(stage)
    window.session.actions.action("plans.sheet").trigger()
    stage.settle(window)
    return window


def exporting(stage: Stage) -> Window:
    """The same lesson before it leaves without names."""
    window = lesson(stage)
    window.export(Opened.EXPORT)
    if window.exporting is not None:
        window.exporting.what.setCurrentIndex(2)
    stage.settle(window)
    return window


def _planned(stage: Stage) -> Window:
    window = stage.open_samples(own=True)
    session, library = window.session, window.session.library
    made = make_collection(library, "Lesson on policing")
    session.apply(made)
    plan = made.changes[0].id
    documents = tuple(document.id for document in library.documents())
    known = {f"{topic.id}/{row.id}" for topic in session.topics for row in topic.subtopics}
    rows = [(PartKind.ROW, LessonItem(row, documents)) for row in _ROWS if row in known]
    title, text = _SLIDE
    shown = [
        (PartKind.SLIDE, LessonItem(title=title, text=text)),
        *rows,
        (PartKind.CHART, LessonItem("policing/strips", documents)),
    ]
    added, names = add_items(library, plan, shown)
    session.apply(added)
    session.apply(skip_items(library, [names[2]], skipped=True))
    first = library.read(lambda connection: parts(connection, plan))[1]
    session.apply(write_note(library, plan, first, _NOTE))
    session.settings.change(collection=plan)
    stage.settle(window)
    window.strip.clear()
    return window
