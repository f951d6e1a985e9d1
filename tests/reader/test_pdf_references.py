"""Raised numbers of PDFs stand beside the text, however a program set them; what is raised in words stays."""

from __future__ import annotations

import re
from pathlib import Path

import pymupdf
import pytest
from raw_pdf import write_pages
from typeset import Press, read, sentence

from reader.formats import registry
from reader.model import Block, Kind, Manifesto
from reader.page_drawing import PageSource, PageWords, WordsRequest
from reader.printed import printed_words

# What stands between braces is raised.
LINES = (
    "We will light{12} every lane, and mend the old",
    "quay.{3} The ferry{4,5} sails in the 21{st} century and",
    "over 9 km{2} of water, once a day,{13} and will sail",
    "on Sundays.{14}",
)
TEXT = (
    "We will light every lane, and mend the old quay. The ferry sails in the 21st century and over 9 km2 of water, "
    "once a day, and will sail on Sundays."
)
REFERENCES = ((13, "12"), (48, "3"), (58, "4"), (58, "5"), (TEXT.index(", and will") + 1, "13"), (len(TEXT), "14"))


def set_line(press: Press, y: float, text: str, small: float, rise: float, font: str, size: float = 10) -> None:
    x = 40.0
    for number, part in enumerate(re.split(r"[{}]", text)):
        raised = number % 2 == 1
        now = small if raised else size
        if part:
            press.line(x, y - rise * raised, part, now, font)
            x += pymupdf.get_text_length(part, font, now)


def leaflet(small: float, rise: float, font: str = "helv") -> Press:
    press = Press()
    press.line(40, 50, "A harbour for everyone who lives here", 18, "hebo")
    for at, line in enumerate(LINES):
        set_line(press, 90 + 12.5 * at, line, small, rise, font)
    press.column(40, 170, 340, " ".join(map(sentence, range(6))), 10, font)
    return press


def about_light(manifesto: Manifesto) -> Block:
    return next(block for block in manifesto.blocks if block.text.startswith("We will light"))


def shown(block: Block) -> tuple[str, tuple[tuple[int, str], ...]]:
    return block.text, tuple((offset, label) for offset, label in block.references)


@pytest.mark.parametrize(
    ("small", "rise", "font"),
    # As Word, LibreOffice, InDesign, LaTeX and browsers raise, and twice as high as any of them.
    [
        (6.5, 3.5, "helv"),
        (5.8, 3.3, "tiro"),
        (5.8, 3.3, "helv"),
        (7.0, 3.6, "tiro"),
        (8.3, 3.4, "helv"),
        (5.5, 5.5, "helv"),
    ],
)
def test_small_raised_numbers_leave_the_text(tmp_path: Path, small: float, rise: float, font: str) -> None:
    found = about_light(read(leaflet(small, rise, font), tmp_path))
    assert shown(found) == (TEXT, REFERENCES)


@pytest.mark.parametrize("size", [6, 10])
def test_text_rise_is_raised_type(tmp_path: Path, size: int) -> None:
    """The operator Ts moves characters up, small ones or as large ones."""
    shift = f"/F1 {size} Tf 4 Ts (12) Tj /F1 10 Tf 0 Ts"
    content = f"BT /F1 10 Tf 40 500 Td (We will light) Tj {shift} ( every lane, and mend the quay.) Tj ET"
    file = write_pages(tmp_path / "a.pdf", [content.encode()])
    assert shown(about_light(registry.read(file))) == ("We will light every lane, and mend the quay.", ((13, "12"),))


def test_numbers_at_notes_are_theirs_and_each_note_is_a_block(tmp_path: Path) -> None:
    press = leaflet(5.8, 3.3)
    for at, note in enumerate(
        ("{12} Of the harbour office,", "published in May", "{13} Of the ferry", "{14} Of Sundays 2031")
    ):
        set_line(press, 520 + 10 * at, note, 4.6, 2.6, "helv", 8)
    notes = [block for block in read(press, tmp_path).blocks if "Of " in block.text]
    assert [(note.kind, note.marker, note.text) for note in notes] == [
        (Kind.PARAGRAPH, "12", "Of the harbour office, published in May"),
        (Kind.PARAGRAPH, "13", "Of the ferry"),
        (Kind.PARAGRAPH, "14", "Of Sundays 2031"),
    ]


def test_page_numbers_that_contents_raise_stay(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 50, "Contents", 18, "hebo")
    for at, title in enumerate(("Lamps{3}", "Boats and quays{7}", "The ferry{12}", "Sundays{15}", "Costs{21}")):
        set_line(press, 90 + 20 * at, title, 6, 4, "helv")
    text = " ".join(block.text for block in read(press, tmp_path).blocks)
    assert text == "Contents Lamps 3 Boats and quays 7 The ferry 12 Sundays 15 Costs 21"


def test_large_figures_beside_small_ones_stay_together(tmp_path: Path) -> None:
    press = leaflet(5.8, 3.3)
    set_line(press, 320, "$4{99} for every lamp", 16, 12, "hebo", 30)
    set_line(press, 360, "10{6} lamps", 16, 12, "hebo", 30)
    texts = [block.text for block in read(press, tmp_path).blocks]
    assert any("$499 for every lamp" in text for text in texts)
    assert any("106 lamps" in text for text in texts)


def test_words_beside_references_are_found_on_the_page(tmp_path: Path) -> None:
    """The page's own words hold the number, joined to a word or on its own; the text's do not."""
    for small, rise in ((5.8, 3.3), (5.5, 5.5)):
        file = leaflet(small, rise).save(tmp_path / f"{rise}.pdf")
        block = about_light(registry.read(file))
        answer = PageSource().answer(WordsRequest(str(file), 1))
        assert isinstance(answer, PageWords)
        printed = [word for piece in block.pieces for word in printed_words(block, piece, answer.words)]
        assert [block.text[word.start : word.end] for word in printed] == TEXT.split()
        light, every = printed[2:4]
        assert light.rect.x0 == pytest.approx(40 + pymupdf.get_text_length("We will ", "helv", 10), abs=0.5)
        assert light.letters[-1][1] == pytest.approx(40 + pymupdf.get_text_length("We will light", "helv", 10), abs=0.5)
        assert all(word.letters for word in printed)
        assert every.rect.x0 > light.letters[-1][1]
