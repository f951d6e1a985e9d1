"""Scenes for those who gather evidence: closest passages beside the comparison, the plan beside it and alone."""

from __future__ import annotations

from reader.library.collected import items
from reader.library.collecting import make_collection, write_sentence
from reader.library.planning import add_part
from reader.library.plans import PartKind, parts
from ui.compare.cards.entries import EntryKind
from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.scenes.writing import kindred_files

_SKERRY = "skerry-party-2023.txt"
_WRITTEN = (
    (0, PartKind.HEADING, "Who counts the officers?"),
    (1, PartKind.OWN, "Each of the three promises more officers, and each counts from another year."),
    (4, PartKind.HEADING, "What they are for"),
)
_SENTENCES = (
    "The promise grew by one officer in four years; does anything say how the first two were counted?",
    "No numbers here, but a claim about what patrols are for.",
    "",
)


def closest(stage: Stage) -> Window:
    """A passage, the one of an earlier election that it was made from, what others say, and who is silent."""
    window = _among_kindred(stage)
    _choose_skerry(window)
    window.session.actions.action("compare.closest").trigger()
    stage.settle(window)
    return window


def plan_beside(stage: Stage) -> Window:
    """A plan beside the comparison: passages of three manifestos, two in the person's own words, a heading between."""
    window = _planned(stage)
    window.session.actions.action("compare.plan").trigger()
    stage.settle(window)
    return window


def plan(stage: Stage) -> Window:
    """The same plan where it is written."""
    window = _planned(stage)
    window.places.go("plans")
    stage.settle(window)
    window.places.plans.panel.list.use(3)
    return window


def _planned(stage: Stage) -> Window:
    window = _among_kindred(stage)
    session = window.session
    library = session.library
    made = make_collection(library, "Essay plan")
    session.apply(made)
    name = made.changes[0].id
    area = window.places.compare.table.area
    for column, sentence in enumerate(_SENTENCES):
        view = area.view(column)
        view.go_to(next(row for row, entry in enumerate(view.cards.entries) if entry.kind is EntryKind.CARD))
        view.setFocus()
        session.actions.action("compare.collect").trigger()
        added = library.read(lambda connection: items(connection, name))[-1]
        session.apply(write_sentence(library, added.id, sentence))
    for at, kind, text in _WRITTEN:
        session.apply(add_part(library, name, library.read(lambda connection: parts(connection, name)), at, kind, text))
    window.strip.clear()
    return window


def _among_kindred(stage: Stage) -> Window:
    window = stage.open_samples(own=True)
    window.session.add_files(kindred_files())
    stage.settle(window)
    documents = window.session.library.documents()
    in_order = sorted(documents, key=lambda each: (each.sample, each.file_name))
    window.places.compare.show_set([each.id for each in sorted(in_order, key=lambda each: each.file_name != _SKERRY)])
    window.places.show_topic("policing")
    stage.settle(window)
    window.strip.clear()
    return window


def _choose_skerry(window: Window) -> None:
    """Make the patrols of the Skerry Party, the first column, the passage that the keys act on."""
    area = window.places.compare.table.area
    view = area.view(0)
    view.go_to(next(row for row, entry in enumerate(view.cards.entries) if entry.kind is EntryKind.CARD))
    view.setFocus()
