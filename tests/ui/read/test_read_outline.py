"""The outline of a manifesto as a tree."""

from __future__ import annotations

import pytest
from printed import PAGES, printed
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.records import Document
from reader.model import Kind, OutlineEntry
from ui.manifesto.manifesto import OpenManifesto, Place, opened
from ui.read.outline import Heading, OutlineView, outline_of


@pytest.fixture
def outline(themed: QApplication, qtbot: QtBot) -> OutlineView:
    view = OutlineView()
    qtbot.addWidget(view)
    return view


def tree(view: OutlineView, parent: QModelIndex | None = None) -> list[object]:
    """The titles as nested lists."""
    model, found = view.model(), []
    for row in range(model.rowCount(parent or QModelIndex())):
        index = model.index(row, 0, parent or QModelIndex())
        found.append(index.data())
        if model.rowCount(index):
            found.append(tree(view, index))
    return found


def test_headings_nest_by_level(outline: OutlineView, harbour: OpenManifesto) -> None:
    outline.show_outline(outline_of(harbour))
    assert tree(outline) == ["A town by the sea", ["Ferries", "Fishing"]]


def test_a_level_that_is_skipped_is_closed_up(outline: OutlineView) -> None:
    headings = [Heading(level, f"{level}{number}", Place(number)) for number, level in enumerate((2, 4, 3, 1))]
    outline.show_outline(headings)
    assert tree(outline) == ["20", ["41", "32"], "13"]


def test_the_heading_that_is_read_is_the_current_one(outline: OutlineView, harbour: OpenManifesto) -> None:
    outline.show_outline(outline_of(harbour))
    chosen: list[object] = []
    outline.heading_chosen.connect(chosen.append)
    outline.follow(Place(4, 3))
    assert outline.currentIndex().data() == "Ferries"
    outline.follow(Place(8))
    assert outline.currentIndex().data() == "Fishing"
    assert chosen == [], "following is not choosing"


def test_a_folded_heading_stands_for_those_in_it(outline: OutlineView, harbour: OpenManifesto) -> None:
    outline.show_outline(outline_of(harbour))
    outline.collapseAll()
    outline.follow(Place(4))
    assert outline.currentIndex().data() == "A town by the sea"


def test_choosing_a_heading_tells_where_it_stands(outline: OutlineView, harbour: OpenManifesto) -> None:
    outline.show_outline(outline_of(harbour))
    chosen: list[object] = []
    outline.heading_chosen.connect(chosen.append)
    outline.activated.emit(outline.model().index(1, 0, outline.model().index(0, 0)))
    assert chosen == [Place(8)]


def test_without_headings_in_the_text_the_outline_of_the_file_is_shown() -> None:
    blocks = [printed("Words on page two.", (2, 50)), printed("Words on page three.", (3, 50))]
    entries = [OutlineEntry(1, "Beginning", 2), OutlineEntry(2, "Middle", 3)]
    manifesto = opened(Document("d", "Plain"), blocks, PAGES, entries)
    assert outline_of(manifesto) == [Heading(1, "Beginning", Place(0)), Heading(2, "Middle", Place(1))]
    assert all(block.kind is not Kind.HEADING for block in manifesto.shown)
