"""Code points and Qt's UTF-16 units, for every kind of character that tells them apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from ui.offsets import code_point_offset, utf16_offset

TEXTS = [
    "plain",
    "🚓 police",
    "a 👩‍👩‍👧 family",  # joined by zero-width joiners
    "cafe\u0301 and Za\u0308hringen",  # combining marks
    "𝔐𝔞𝔫𝔦𝔣𝔢𝔰𝔱𝔬",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_offset_comes_back(text: str) -> None:
    for offset in range(len(text) + 1):
        assert code_point_offset(text, utf16_offset(text, offset)) == offset


@pytest.mark.parametrize("text", TEXTS)
def test_qt_selects_the_words_that_the_code_points_name(text: str) -> None:
    document = QTextDocument(text)
    for start in range(len(text)):
        cursor = QTextCursor(document)
        cursor.setPosition(utf16_offset(text, start))
        cursor.setPosition(utf16_offset(text, len(text)), QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == text[start:]


def test_the_middle_of_a_pair_belongs_to_the_character_before_it() -> None:
    assert code_point_offset("🚓x", 1) == 0
    assert code_point_offset("🚓x", 2) == 1


@given(st.text())
def test_the_whole_text_is_as_long_as_qt_says(text: str) -> None:
    assert utf16_offset(text, len(text)) == sum(2 if ord(character) > 0xFFFF else 1 for character in text)
    assert code_point_offset(text, utf16_offset(text, len(text))) == len(text)
