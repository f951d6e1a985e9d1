"""Which letters are the bar's own and which are typed; what never reaches the place in which it lies."""

from __future__ import annotations

from functools import partial
from string import ascii_lowercase, digits

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from words_to_code import Words, codes, codings, press, type_

from reader.library.records import Document
from ui.annotating.annotating import Annotating
from ui.session.session import Session

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_letters_are_the_bars_only_while_it_is_open_and_where_people_want_them(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    codes(session, "Sea", "Quay")
    type_("1")
    words.mark("fishing fleet")
    press(Qt.Key.Key_Escape)
    type_("1")
    assert not words.bar.open
    assert codings(shared, document) == []
    session.settings.change(single_keys=False)
    words.mark("fishing fleet")
    type_("qu")
    press(Qt.Key.Key_Return)
    assert codings(shared, document) == [("Quay", "fishing fleet")]


@pytest.mark.parametrize("inside", [False, True])
def test_a_letter_is_the_bars_own_or_it_types_and_never_the_places(
    session: Session, shared: Annotating, document: Document, words: Words, inside: bool
) -> None:
    of_the_place: list[str] = []
    for letter in ascii_lowercase + digits:
        QShortcut(QKeySequence(letter), words).activated.connect(partial(of_the_place.append, letter))
    codes(session, "Sea", "Town")
    own, bar = "", words.bar
    for letter in ascii_lowercase + digits:
        words.mark("fishing fleet")
        if inside:
            press(Qt.Key.Key_Tab)
            assert not words.hasFocus()
        type_(letter)
        if not bar.picker.isVisible() or bar.picker.field.text() != letter:
            own += letter
        if bar.memo.isVisible():
            press(Qt.Key.Key_Escape)
        bar.leave()
    assert of_the_place == []
    assert own == "kmoquv" + digits
    for letter in "QMUOVK":  # with Shift each is typed
        words.mark("painted")
        QApplication.sendEvent(words, QKeyEvent(QEvent.Type.KeyPress, ord(letter), SHIFT, letter))
        assert bar.picker.field.text() == letter
        bar.leave()


def test_own_letters_with_nothing_to_act_on_say_so_and_type_nothing(
    session: Session, shared: Annotating, document: Document, words: Words, said: list[str]
) -> None:
    codes(session, "Sea")
    for letter in "quo5":
        words.mark("fishing fleet")
        type_(letter)
        assert words.bar.buttons.isVisible()
    assert said == [
        *("No code has been used yet.", "Nothing of yours stands on these words."),
        *("No code stands here.", "No code has this key yet."),
    ]
    assert codings(shared, document) == []
