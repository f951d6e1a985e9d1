"""The columns side by side: aligned rows, one scroll position, keys from card to card, what a screen reader sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from index.comparison import Comparison
from index.topics.model import Match
from ui import theme
from ui.compare.cards.card import Density
from ui.compare.cards.entries import EntryKind, Reading, column_entries, read_differently
from ui.compare.table.columns_area import ColumnsArea, ShownColumn

MakeMatch = Callable[..., Match]
MakeComparison = Callable[..., Comparison]

WIDTH = 300
SENTENCE = "We will put a lamp on every landing stage of the harbour before the winter. "


def columns(comparison: Comparison, reading: Reading | None = None) -> list[ShownColumn]:
    return [
        ShownColumn(column.document, column.document.name, column_entries(comparison, at, reading or Reading()))
        for at, column in enumerate(comparison.columns)
    ]


@pytest.fixture
def comparison(make_match: MakeMatch, make_comparison: MakeComparison) -> Comparison:
    """Three columns; the second is silent in the first row, the third says much more than the others."""

    def cell(column: int, count: int, length: int = 2) -> list[Match]:
        return [
            make_match(SENTENCE * length, document=f"d{column}", block=f"b{column}-{count}-{at}") for at in range(count)
        ]

    return make_comparison([[cell(0, 2), cell(0, 1)], [[], cell(1, 3)], [cell(2, 40, 4), cell(2, 5)]])


@pytest.fixture
def area(themed: QApplication, qtbot: QtBot, comparison: Comparison) -> Iterator[ColumnsArea]:
    shown = ColumnsArea()
    qtbot.addWidget(shown)
    shown.resize(3 * WIDTH + 20, 500)
    shown.show()
    shown.show_columns(columns(comparison), WIDTH)
    yield shown
    shown.hide()


def heads(area: ColumnsArea, column: int) -> list[int]:
    view = area.view(column)
    entries = view.cards.entries
    return [view.card_rect(at).top() for at, entry in enumerate(entries) if entry.kind is EntryKind.HEAD]


def wait_until_measured(area: ColumnsArea, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not area.common_scroll.measuring)


def test_rows_begin_at_one_height_in_all_columns(area: ColumnsArea, qtbot: QtBot) -> None:
    assert heads(area, 0) == heads(area, 1) == heads(area, 2)
    wait_until_measured(area, qtbot)
    assert heads(area, 0) == heads(area, 1) == heads(area, 2)


def test_columns_scroll_together_whichever_is_scrolled(area: ColumnsArea, qtbot: QtBot) -> None:
    wait_until_measured(area, qtbot)
    area.view(2).verticalScrollBar().setValue(700)
    assert [area.view(at).verticalScrollBar().value() for at in range(3)] == [700, 700, 700]
    assert heads(area, 0) == heads(area, 2)


def test_measuring_later_does_not_move_what_is_being_read(area: ColumnsArea, qtbot: QtBot) -> None:
    area.common_scroll.stop_measuring()
    area.common_scroll.bar.setValue(area.common_scroll.bar.maximum() // 2)
    before = area.anchor()
    area.common_scroll.measure_later()
    wait_until_measured(area, qtbot)
    assert area.anchor() == before
    assert before is not None


def test_every_card_is_as_high_as_its_layout_once_measured(area: ColumnsArea, qtbot: QtBot) -> None:
    wait_until_measured(area, qtbot)
    sizes = area.view(2).drawing.sizes
    for entry in area.view(2).cards.entries:
        if entry.kind is EntryKind.CARD:
            assert sizes.height(entry) == sizes.layout(entry).height


def test_up_and_down_go_from_card_to_card_past_the_heads(area: ColumnsArea) -> None:
    view = area.view(0)
    view.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Down)
        entry = area.entry()
        assert entry is not None
        seen.append((entry.kind, entry.row))
    assert seen == [
        (EntryKind.CARD, "lights"),
        (EntryKind.CARD, "lights"),
        (EntryKind.CARD, "ferries"),
        (EntryKind.CARD, "ferries"),
    ]


def test_left_and_right_stay_in_the_row(area: ColumnsArea) -> None:
    view = area.view(0)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Right)
    entry = area.entry()
    assert entry is not None
    assert area.active() == 1
    assert (entry.kind, entry.row) == (EntryKind.SILENCE, "lights")
    QTest.keyClick(area.view(1), Qt.Key.Key_Right)
    assert area.active() == 2
    with_signal: list[int] = []
    area.sideways_wished.connect(with_signal.append)
    QTest.keyClick(area.view(2), Qt.Key.Key_Right)
    assert with_signal == [1]


def test_ctrl_down_goes_to_the_next_row_and_brings_its_head_up(area: ColumnsArea, qtbot: QtBot) -> None:
    wait_until_measured(area, qtbot)
    view = area.view(0)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    entry = area.entry()
    assert entry is not None
    assert entry.row == "ferries"
    assert heads(area, 0)[1] <= area.height()


def test_a_chosen_card_is_never_hidden_under_the_head_of_its_row(area: ColumnsArea, qtbot: QtBot) -> None:
    wait_until_measured(area, qtbot)
    view = area.view(2)
    view.setFocus()
    for key in [Qt.Key.Key_Down] * 20 + [Qt.Key.Key_Up] * 12:
        QTest.keyClick(view, key)
        rect = view.card_rect(view.currentIndex().row())
        assert rect.top() >= area.common_scroll.head_bottom
        assert rect.top() < area.height()


def test_the_head_of_the_row_in_sight_stays_in_sight(area: ColumnsArea, qtbot: QtBot) -> None:
    wait_until_measured(area, qtbot)
    assert area.common_scroll.sticky_row == "Street lights"
    area.common_scroll.go_to_row(1)
    area.common_scroll.bar.setValue(area.common_scroll.bar.value() + 100)
    assert area.common_scroll.sticky_row == "Ferries and piers"


def test_a_card_shown_differently_keeps_its_place_and_makes_room(area: ColumnsArea, comparison: Comparison) -> None:
    view = area.view(0)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    entry = area.entry()
    assert entry is not None
    before = view.card_rect(view.currentIndex().row())
    explained = Reading(Density.SHORT, frozenset(), frozenset({entry.place}))
    area.replace(read_differently(entry, comparison.topic, explained))
    after = view.card_rect(view.currentIndex().row())
    assert after.top() == before.top()
    assert after.height() > before.height()
    assert heads(area, 0) == heads(area, 1)


def test_showing_the_same_again_keeps_the_place_and_the_chosen_card(
    area: ColumnsArea, comparison: Comparison, qtbot: QtBot
) -> None:
    wait_until_measured(area, qtbot)
    view = area.view(2)
    view.setFocus()
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Down)
    chosen, anchor = area.entry(), area.anchor()
    assert chosen is not None
    area.show_columns(columns(comparison), WIDTH, anchor)
    again = area.entry()
    assert again is not None
    assert again.place == chosen.place
    assert area.anchor() == anchor


def test_another_theme_lays_the_cards_out_anew(area: ColumnsArea, themed: QApplication) -> None:
    sizes = area.view(0).drawing.sizes
    theme.apply(themed, dark=True, scale=1.5)
    try:
        assert area.view(0).drawing.sizes is not sizes
        assert heads(area, 0) == heads(area, 1)
    finally:
        theme.apply(themed, dark=False)


def test_a_screen_reader_finds_a_list_per_column_with_an_item_per_passage(area: ColumnsArea) -> None:
    view = area.view(0)
    seen = QAccessible.queryAccessibleInterface(view)
    assert seen.text(QAccessible.Text.Name) == "Party 0"
    said = [seen.child(at).text(QAccessible.Text.Name) for at in range(seen.childCount())]
    assert any(each.startswith("Street lights. Party 0. 2 passages") for each in said)
    assert any(each.startswith("Party 0. Street lights. Pledge. We will put a lamp") for each in said)
    silent = QAccessible.queryAccessibleInterface(area.view(1))
    names = [silent.child(at).text(QAccessible.Text.Name) for at in range(silent.childCount())]
    assert "Party 1. Street lights. Nothing found in 8 pages." in names


def test_only_the_first_passage_of_a_row_says_whose_and_what_about_before_its_words(area: ColumnsArea) -> None:
    seen = QAccessible.queryAccessibleInterface(area.view(0))
    said = [seen.child(at).text(QAccessible.Text.Name) for at in range(seen.childCount())]
    second = next(at for at, each in enumerate(said) if each.startswith("Party 0. Street lights.")) + 1
    assert said[second].startswith("Pledge. ")
    assert said[second].endswith(". Street lights. Party 0.")


def test_a_passage_keeps_its_way_of_being_said_when_it_is_shown_whole(comparison: Comparison) -> None:
    second = column_entries(comparison, 0, Reading())[0][2]
    again = read_differently(second, comparison.topic, Reading(expanded=frozenset({second.place})))
    assert again.spoken.startswith("Pledge. ")


def test_a_screen_reader_hears_of_what_is_folded_up(comparison: Comparison) -> None:
    rows = column_entries(comparison, 0, Reading(folded=frozenset({"lights"})))
    assert [entry.spoken for entry in rows[0]] == [
        "Street lights. Party 0. Folded up. 2 passages.",
        "Party 0. Street lights. Folded up. 2 passages.",
    ]


def test_coming_into_a_column_chooses_its_card_once(area: ColumnsArea) -> None:
    area.view(0).setFocus()
    area.go_to_column(1, "ferries")
    chosen: list[int] = []
    area.view(0).selectionModel().selectionChanged.connect(lambda now, _gone: chosen.append(now.count()))
    area.go_to_column(0, "lights")
    assert chosen == [1]


def test_typing_letters_does_not_make_the_list_jump(area: ColumnsArea) -> None:
    view = area.view(0)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    before = view.currentIndex().row()
    QTest.keyClicks(view, "we")
    assert view.currentIndex().row() == before


def test_the_focus_alone_chooses_no_card_but_the_tab_key_does(area: ColumnsArea) -> None:
    view = area.view(0)
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert area.entry() is None
    area.view(1).setFocus(Qt.FocusReason.OtherFocusReason)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    entry = area.entry()
    assert entry is not None
    assert entry.kind is EntryKind.CARD


def test_the_page_and_the_words_at_the_foot_of_a_card_can_be_clicked(area: ColumnsArea) -> None:
    view = area.view(0)
    entry = view.cards.entries[1]
    layout = view.drawing.sizes.layout(entry)
    clicked: list[str] = []
    area.spot_clicked.connect(clicked.append)
    for spot, rect in layout.spots:
        point = view.card_rect(1).topLeft() + rect.center().toPoint()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(point))
        assert clicked[-1] == spot
    for word in view.drawing.card_foot(view.card_rect(1), entry, pointed=True, in_plan=False):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=word.rect.center().toPoint())
        assert clicked[-1] == word.spot
    assert set(clicked) == {"page", "copy", "plan", "similar", "why"}


def test_the_keys_stay_in_the_columns_when_the_one_that_had_them_is_shown_no_more(
    themed: QApplication, comparison: Comparison, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    beside = QHBoxLayout(window)
    beside.addWidget(QPushButton("Elsewhere"))
    area = ColumnsArea()
    beside.addWidget(area, 1)
    window.resize(3 * WIDTH + 120, 500)
    window.show()
    area.show_columns(columns(comparison), WIDTH)
    area.go_to_column(2, "lights")
    assert window.focusWidget() is area.view(2)
    area.show_columns(columns(comparison)[:1], WIDTH)
    assert window.focusWidget() is area.view(0)
