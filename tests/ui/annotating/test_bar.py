"""The bar beside selected words: everything by keys, one step of undoing each, the words never covered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from words_to_code import AT, COLUMN, Words, codes, codings, press, type_

from reader.library.records import Document
from ui.annotating.acts import name_from
from ui.annotating.annotating import Annotating
from ui.annotating.chip import Chip
from ui.annotating.placing import placed
from ui.session.session import Session

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def hold(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press a key while Shift stays held, as QTest's own keys do not."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def let_go() -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyRelease(focused, Qt.Key.Key_Shift)


def test_digits_code_and_q_applies_the_last_again(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    codes(session, "Sea", "Town", "Sky")
    words.mark("fishing fleet")
    type_("2")
    words.mark("harbour wall")
    type_("q")
    assert codings(shared, document) == [("Town", "fishing fleet"), ("Town", "harbour wall")]
    words.mark("painted")
    type_("2")
    assert codings(shared, document)[-1] == ("Town", "painted")  # a code keeps its key
    assert QApplication.focusWidget() is words


def test_three_letters_and_return_code(session: Session, shared: Annotating, document: Document, words: Words) -> None:
    codes(session, "Sea", "Fishery", "Town")
    words.mark("fishing fleet")
    type_("fis")
    press(Qt.Key.Key_Return)
    assert codings(shared, document) == [("Fishery", "fishing fleet")]
    assert session.library.undo_label() == "Code a passage as “Fishery”"
    assert QApplication.focusWidget() is words
    session.undo()
    assert codings(shared, document) == []


def test_space_lets_any_letter_be_typed_and_return_makes_what_is_unknown(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    codes(session, "Sea", "Money")
    words.mark("fishing fleet")
    press(Qt.Key.Key_Space)
    type_("mo")
    press(Qt.Key.Key_Return)
    assert codings(shared, document) == [("Money", "fishing fleet")]
    words.mark("harbour wall")
    press(Qt.Key.Key_Space)
    type_("Quays")
    press(Qt.Key.Key_Return)
    assert codings(shared, document)[-1] == ("Quays", "harbour wall")
    words.mark("painted")
    press(Qt.Key.Key_Space)
    type_("Sea > Boats")
    press(Qt.Key.Key_Return)
    assert [shared.codebook.written_path(code.id) for code in shared.codebook.codes] == [
        *("Sea", "Sea > Boats", "Money", "Quays")
    ]


def test_codes_that_mean_nothing_yet_are_found_in_a_bar_that_can_be_seen(session: Session, words: Words) -> None:
    codes(session, "Sea", "Money")
    words.mark("fishing fleet")
    press(Qt.Key.Key_Space)
    assert words.bar.height() > words.bar.picker.field.height() + words.bar.picker.list.height()


def test_v_makes_a_code_from_the_words(session: Session, shared: Annotating, document: Document, words: Words) -> None:
    codes(session, "Sea")
    words.mark("fishing fleet")
    type_("v")
    assert words.bar.picker.field.text() == "fishing fleet"
    press(Qt.Key.Key_Return)
    assert codings(shared, document) == [("fishing fleet", "fishing fleet")]
    session.undo()
    assert [code.name for code in shared.codebook.codes] == ["Sea"]
    assert name_from(" “the right\nto protest”, ") == "the right to protest"
    assert name_from("a word " * 20) == "a word a word a word a word a word a word a word a word a"


def test_who_types_on_after_v_finds_a_code(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    codes(session, "Sea", "Victims")
    words.mark("fishing fleet")
    type_("vic")
    press(Qt.Key.Key_Return)
    assert codings(shared, document) == [("Victims", "fishing fleet")]
    words.mark("harbour wall")
    type_("v")
    press(Qt.Key.Key_Backspace)
    type_("wall")
    press(Qt.Key.Key_Return)
    assert codings(shared, document)[-1] == ("wall", "harbour wall")


def test_m_writes_on_what_was_just_coded_else_makes_a_note(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    codes(session, "Sea")
    words.mark("fishing fleet")
    type_("1m")
    type_("Whose?")
    press(Qt.Key.Key_Return)
    words.mark("harbour wall")
    type_("m")
    type_("How high")
    press(Qt.Key.Key_Return, SHIFT)
    type_("is it?")
    press(Qt.Key.Key_Return)
    assert [(one.name, [memo.text for memo in one.memos]) for one in shared.codings(document.id)] == [
        *(("Sea", ["Whose?"]), ("Note", ["How high\nis it?"]))
    ]
    words.mark("painted")
    type_("m")
    press(Qt.Key.Key_Escape)
    assert len(codings(shared, document)) == 2
    type_("m")
    type_("Kept")
    words.mark("spring")  # people go on: what they typed is kept
    assert [memo.text for memo in shared.codings(document.id)[-1].memos] == ["Kept"]
    assert shared.codings(document.id)[-1].quote == "painted"


def test_u_removes_and_o_goes_through_what_overlaps(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    sea, town = codes(session, "Sea", "Town")
    words.mark("whole fishing fleet")
    words.bar.use_code(sea)
    words.mark("fishing")
    words.bar.use_code(town)
    words.mark("fleet")
    type_("o")
    assert (words.bar.head.text(), words.place) == ("Sea (1 of 2)", shared.codings(document.id)[0].place)
    words.mark("fishing")
    type_("o")
    assert words.bar.head.text() == "Sea (1 of 2)"
    type_("o")
    assert words.bar.head.text() == "Town (2 of 2)"
    type_("u")
    assert codings(shared, document) == [("Sea", "whole fishing fleet")]
    session.undo()
    assert len(codings(shared, document)) == 2


def test_what_another_coder_said_is_neither_removed_nor_moved(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    (sea,) = codes(session, "Sea")
    words.mark("fishing fleet")
    words.bar.use_code(sea)
    shared.add_coder("Ben")
    words.mark("fishing fleet")
    type_("o")
    assert words.bar.head.text() == "Sea, Anna"
    assert words.bar.acts.removable is None
    hold(Qt.Key.Key_Right, SHIFT)
    let_go()
    assert codings(shared, document) == [("Sea", "fishing fleet")]


def test_ends_move_word_by_word_and_are_one_step_when_shift_is_let_go(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    (sea,) = codes(session, "Sea")
    words.mark("fishing fleet")
    words.bar.use_code(sea)
    for _ in range(2):
        hold(Qt.Key.Key_Right, SHIFT)
    hold(Qt.Key.Key_Left, CONTROL | SHIFT)
    let_go()
    assert codings(shared, document) == [("Sea", "whole fishing fleet are paid")]
    assert session.library.undo_label() == "Move the ends of a passage"
    hold(Qt.Key.Key_Left, SHIFT)
    let_go()
    assert codings(shared, document) == [("Sea", "whole fishing fleet are")]
    session.undo()
    session.undo()
    assert codings(shared, document) == [("Sea", "fishing fleet")]


def test_ends_move_over_paragraphs(session: Session, shared: Annotating, document: Document, words: Words) -> None:
    (sea,) = codes(session, "Sea")
    words.mark("each night.")
    words.bar.use_code(sea)
    for _ in range(4):
        hold(Qt.Key.Key_Right, SHIFT)
    let_go()
    assert codings(shared, document) == [("Sea", "each night. 🏘️ Homes follow.")]
    hold(Qt.Key.Key_Right, SHIFT)
    let_go()
    assert codings(shared, document) == [("Sea", "each night. 🏘️ Homes follow.\nNets")]


def test_where_codes_are_digits_digits_type_and_alt_has_the_recent_ones(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    codes(session, "504 Welfare", "605.1 Law and order")
    words.mark("fishing fleet")
    type_("605")
    press(Qt.Key.Key_Return)
    words.mark("harbour wall")
    press(Qt.Key.Key_1, ALT)
    assert codings(shared, document) == [("605.1 Law and order", "fishing fleet"), ("504 Welfare", "harbour wall")]


def test_the_bar_is_as_high_as_its_buttons_whatever_was_coded(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    names = ("Overspending by others", "Trust in the police", "Numbers of officers", "Record in office", "Costs", "Sea")
    codes(session, *names)
    for key in "123456":
        words.mark("harbour wall" if key in "135" else "fishing fleet")
        type_(key)
        bottom = max(chip.geometry().bottom() for chip in words.bar.findChildren(Chip) if chip.isVisible())
        assert words.bar.buttons.height() >= words.bar.buttons.heightForWidth(words.bar.buttons.width()) > bottom
    words.mark("painted")
    assert words.bar.buttons.height() >= words.bar.buttons.heightForWidth(words.bar.buttons.width())


def test_the_field_for_a_memo_is_seen_where_nothing_stands_on_the_words_yet(words: Words) -> None:
    words.mark("harbour wall")
    type_("m")
    assert words.bar.memo.isVisible()
    assert words.bar.rect().contains(words.bar.memo.geometry())
    assert words.bar.memo.height() > 2 * words.bar.memo.fontMetrics().lineSpacing()


def test_without_a_codebook_there_are_copy_plan_and_note_and_code_behind_more(
    shared: Annotating, document: Document, words: Words
) -> None:
    words.mark("fishing fleet")
    offered = [name for name, chip in words.bar.buttons.tools.items() if chip.isVisible()]
    assert offered == ["memo", "collect", "copy"]
    assert words.bar.buttons.more.isVisible()
    type_("kxc")
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert words.done == ["collect", "copy", "copy"]
    assert not words.bar.picker.isVisible()
    words.bar.buttons.acts["find"]()
    type_("Fleet")
    press(Qt.Key.Key_Return)
    assert codings(shared, document) == [("Fleet", "fishing fleet")]


def test_tab_goes_into_the_bar_and_esc_back_to_the_words(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    codes(session, "Sea", "Town")
    words.mark("fishing fleet")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert codings(shared, document) == [("Town", "fishing fleet")]
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is words


@pytest.mark.parametrize("wide", [1000, 700, 560])
@pytest.mark.parametrize("top", [0, 40, 300, 560])
def test_no_word_beside_the_selected_ones_is_covered(wide: int, top: int) -> None:
    bounds = QRect(0, 0, wide, 600)
    column = QRect((wide - 500) // 2, 0, 500, 600)
    at = QRect(column.left(), top, 300, 24)
    bar = placed(at, column, bounds, lambda width: 40 + 20_000 // width)
    assert bounds.contains(bar)
    lines = at.adjusted(-column.width(), -60, column.width(), 60) & column
    assert not bar.intersects(lines)


def test_the_bar_stands_beside_the_column(session: Session, words: Words) -> None:
    codes(session, "Sea", "A very long name of a code that has to be cut somewhere")
    words.mark("fishing fleet")
    assert words.bar.geometry().left() > COLUMN.right()
    assert words.bar.geometry().top() == AT.top()
    assert words.rect().contains(words.bar.geometry())
