"""Scenes of what stands beside the comparison for those who gather evidence: closest passages, the collected list."""

from __future__ import annotations

from reader.library.collected import collections, items
from reader.library.collecting import make_collection, write_sentence
from ui.compare.cards.entries import EntryKind
from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.scenes.writing import kindred_files

_SKERRY = "skerry-party-2023.txt"
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


def collected(stage: Stage) -> Window:
    """An essay plan: passages of three manifestos, two with a sentence of one's own, beside the comparison."""
    window = _among_kindred(stage)
    session = window.session
    library = session.library
    session.apply(make_collection(library, "Essay plan"))
    area = window.places.compare.table.area
    for column, sentence in enumerate(_SENTENCES):
        view = area.view(column)
        view.go_to(next(row for row, entry in enumerate(view.cards.entries) if entry.kind is EntryKind.CARD))
        view.setFocus()
        session.actions.action("compare.collect").trigger()
        made = library.read(lambda connection: items(connection, collections(connection)[0].id))[-1]
        session.apply(write_sentence(library, made.id, sentence))
    window.strip.clear()
    session.actions.action("compare.collected").trigger()
    stage.settle(window)
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
