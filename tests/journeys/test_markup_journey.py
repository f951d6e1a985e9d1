"""A manifesto whose title, party and headings are markup and piles of marks, seen in each place: words, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from in_compare import entries, opened
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, Qt, QTextDocument
from PySide6.QtWidgets import QAbstractItemView

from index.topics.own import keep
from reader.home import Home
from ui.compare.table.heads import ColumnHead
from ui.compare.topic_tabs import TopicTabs
from ui.frame.window import Window
from ui.library.columns import TITLE
from ui.read.outline import OutlineView
from ui.scenes.homes import filled
from ui.scenes.stage import Stage

IMAGE = '<img src="//203.0.113.1/x.png" width=900 height=900>'
PARTY = "<b>Crime</b> & justice \u202eparty"
HEADING = f"{IMAGE} Police & <b>safety</b>"
PLEDGE = 'We will put police officers on every <u>street</u> & <img src="x" height=900> quay.'
PILE = "Z" + "\u0301" * 200_000


@pytest.fixture
def folder(tmp_path: Path) -> Home:
    """A library of three manifestos, the second of which is hostile."""
    files: list[tuple[Path, Mapping[str, str]]] = []
    for name, party, heading, pledge in (
        ("first", "Harbour", "Police", "We will put police officers on every street."),
        ("second", PARTY, HEADING, PLEDGE),
        ("third", "Tide", "Police", "We will pay police officers more."),
    ):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"Our plan\n\n{heading}\n\n{pledge}\n\nWe will mend the lamps of the town.\n", encoding="utf-8")
        files.append((path, {"title": f"The {name} plan", "party": party, "year": "2024"}))
    return filled(files)


def seen(given: str) -> str:
    """The words of a tip, as Qt shows them."""
    document = QTextDocument()
    if Qt.mightBeRichText(given):
        document.setHtml(given)
    else:
        document.setPlainText(given)
    return " ".join(document.toPlainText().split())


def row_of(view: QAbstractItemView, row: int) -> QImage:
    """A row as it is drawn when all are."""
    rect = view.visualRect(view.model().index(row, TITLE))
    return view.viewport().grab().toImage().copy(QRect(0, rect.top(), view.viewport().width(), rect.height()))


def test_a_title_of_200_000_marks_stays_in_its_row(stage: Stage, folder: Home) -> None:
    window = opened(stage, folder)
    window.places.go("library")
    stage.settle(window)
    table = window.places.library.table
    table.clearSelection()
    at = next(row for row in range(3) if table.model().index(row, TITLE).data() == "The second plan")
    beside = [row for row in range(3) if row != at]
    table.model().setData(table.model().index(at, TITLE), PILE[:1])  # columns are as wide as titles want
    stage.settle(window)
    table.clearSelection()
    before, heights = [row_of(table, row) for row in beside], [table.rowHeight(row) for row in range(3)]
    table.model().setData(table.model().index(at, TITLE), PILE)
    stage.settle(window)
    table.clearSelection()
    assert table.model().index(at, TITLE).data() == PILE
    assert [row_of(table, row) for row in beside] == before
    assert [table.rowHeight(row) for row in range(3)] == heights
    assert row_of(table, at) != before[0]


def test_markup_in_a_manifesto_is_words_in_every_place(stage: Stage, folder: Home) -> None:
    window = opened(stage, folder)
    _in_compare(window)
    window.places.go("library")
    stage.settle(window)
    rows = window.places.library.table.model()
    tips = [seen(rows.index(row, column).data(Qt.ItemDataRole.ToolTipRole)) for row in range(3) for column in range(3)]
    assert not any("￼" in one for one in tips)  # what stands for a picture
    assert any("<b>Crime</b> & justice" in one for one in tips)
    second = next(one for one in window.session.library.documents() if one.party == PARTY)
    window.places.open_passage(second.id)
    stage.settle(window)
    outline = window.places.read.findChild(OutlineView)
    assert outline is not None
    every, model = Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive, outline.model()
    heads = model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, "*", -1, every)
    assert HEADING in [head.data() for head in heads]
    assert [seen(head.data(Qt.ItemDataRole.ToolTipRole)) for head in heads] == [head.data() for head in heads]
    assert PLEDGE in window.places.read.views.text.toPlainText()


def _in_compare(window: Window) -> None:
    place = window.places.compare
    cards = [entry.passage.match.text for entry in entries(place) if entry.passage is not None]
    assert PLEDGE in cards
    heads = [head for head in place.findChildren(ColumnHead) if head.isVisible()]
    assert {head.height() for head in heads} == {heads[0].height()}
    assert heads[0].height() < 200
    assert "<b>Crime</b> & justice party" in " ".join(head.accessibleName() for head in heads)
    assert not any("￼" in seen(head.toolTip()) for head in heads)


def test_an_and_sign_in_a_name_is_in_tabs_and_in_undo(stage: Stage, folder: Home) -> None:
    window = opened(stage, folder)
    own = replace(window.session.topics[0], id="crime", name="Crime & justice", builtin=False, position=2000)
    keep(folder.topics, own)
    window.session.reload_topics()
    stage.settle(window)
    tabs = window.places.compare.findChildren(TopicTabs)[0]
    assert "Crime && justice" in [tabs.tabText(at) for at in range(tabs.count())]
    window.places.go("library")
    stage.settle(window)
    table = window.places.library.table
    row = next(row for row in range(3) if table.model().index(row, TITLE).data() == "The second plan")
    table.model().setData(table.model().index(row, TITLE), "Law & order")
    stage.settle(window)
    label = window.session.library.undo_label()
    assert label is not None
    undo = window.session.actions.action("undo").text()
    assert undo.count("&&") == label.count("&")
    assert undo.replace("&&", "").count("&") == 0
