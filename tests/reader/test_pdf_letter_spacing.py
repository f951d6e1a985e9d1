"""Headings whose letters are set apart are read as words."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from typeset import Press, paragraph, read, texts

from reader.model import Kind


def apart(press: Press, y: float, words: str, space: float, size: float = 14) -> None:
    """Set words letter by letter, as layout programs do, the words `space` points apart."""
    x = 40.0
    for word in words.split():
        press.line(x, y, " ".join(word), size, "hebo")
        x += pymupdf.get_text_length(" ".join(word), "hebo", size) + space


@pytest.mark.parametrize("words", ["SAFER STREETS NOW", "HOMES FOR ALL", "Better boats for us"])
@pytest.mark.parametrize("space", [9, 13])
def test_words_whose_letters_stand_apart_are_words(tmp_path: Path, words: str, space: float) -> None:
    press = Press(width=700)
    apart(press, 60, words, space)
    press.column(40, 90, 400, paragraph(1, 4))
    assert texts(read(press, tmp_path), Kind.HEADING) == [words]


def test_letters_that_are_words_stay_apart(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "Plan A or B", 14, "hebo")
    press.column(40, 90, 340, paragraph(1, 4))
    press.line(40, 200, "A B C", 14, "hebo")
    press.column(40, 230, 340, paragraph(5, 4))
    assert texts(read(press, tmp_path), Kind.HEADING) == ["Plan A or B", "A B C"]


@pytest.mark.parametrize("words", ["SAFER STREETS NOW", "A HOME FOR ALL", "Better boats for us"])
@pytest.mark.parametrize("font", ["hebo", "tiro", "cour"])
@pytest.mark.parametrize("spacing", [2, 4, 6, 11])
def test_words_set_with_the_file_s_own_letter_spacing_are_words(
    tmp_path: Path, words: str, font: str, spacing: int
) -> None:
    press = Press(width=700)
    press.column(40, 90, 400, paragraph(1, 4))
    press.line(40, 60, words, 14, font)
    stream = press.sheet.get_contents()[-1]
    content = press.document.xref_stream(stream)
    press.document.update_stream(stream, content.replace(b" Tf", f" Tf {spacing} Tc".encode()))
    assert texts(read(press, tmp_path), Kind.HEADING) == [words]


@pytest.mark.parametrize("space", [9, 13])
def test_the_words_of_a_heading_that_begins_with_a_short_word_are_words(tmp_path: Path, space: float) -> None:
    press = Press(width=700)
    apart(press, 60, "A HOME FOR ALL", space)
    press.column(40, 90, 400, paragraph(1, 4))
    assert texts(read(press, tmp_path), Kind.HEADING) == ["A HOME FOR ALL"]
