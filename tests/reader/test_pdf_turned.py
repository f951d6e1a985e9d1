"""Pages set sideways or upside down are read in their own direction; what was not read is named."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from typeset import Press, paragraph, read, sentence, texts

from reader.errors import NoText
from reader.model import Kind

TURNS = [90, 180, 270]


def turned_page(press: Press, turn: int, *, rotated: int = 0) -> pymupdf.Document:
    """Put what was drawn in the press, turned against the clock, on the page of a file of its own; the page may say
    that it is shown `rotated`."""
    document = pymupdf.open()
    for number, page in enumerate(press.document):
        width, height = page.rect.width, page.rect.height
        sheet = document.new_page(width=height if turn % 180 else width, height=width if turn % 180 else height)
        sheet.show_pdf_page(sheet.rect, press.document, number, rotate=turn)
        sheet.set_rotation(rotated)
    return document


def costings(press: Press) -> list[str]:
    """A page of costings; the texts of its rows."""
    press.line(60, 60, "What it costs", 16, "hebo")
    rows = [("New lamps", "£3m", "£4m"), ("Ferries at night", "£12m", "£14m"), ("Dry wells", "£1m", "£1m")]
    for at, row in enumerate(rows):
        for x, cell in zip((60, 300, 420), row, strict=True):
            press.line(x, 110 + 60 * at, cell)
    press.column(60, 300, 480, paragraph(30, 2))
    return [" ".join(row) for row in rows]


@pytest.mark.parametrize("rotated", [0, 90])
@pytest.mark.parametrize("turn", TURNS)
def test_a_turned_page_is_read_like_one_that_is_not(tmp_path: Path, turn: int, rotated: int) -> None:
    press = Press(595, 420)
    rows = costings(press)
    upright = read(press, tmp_path)
    press.document = turned_page(press, turn, rotated=rotated)
    turned = read(press, tmp_path)
    assert [(block.kind, block.text) for block in turned.blocks] == [
        (block.kind, block.text) for block in upright.blocks
    ]
    assert all(any(word in text for text in texts(turned)) for row in rows for word in row.split())
    assert "What it costs" in texts(turned, Kind.HEADING)


@pytest.mark.parametrize("turn", TURNS)
def test_rectangles_are_those_of_the_page_as_shown(tmp_path: Path, turn: int) -> None:
    press = Press(595, 420)
    for at in range(12):
        press.line(40, 60 + 25 * at, sentence(at)[:60])
    press.document = turned_page(press, turn)
    manifesto = read(press, tmp_path)
    (page,) = manifesto.pages
    assert (page.width, page.height) == ((420, 595) if turn % 180 else (595, 420))
    sheet = press.document[0]
    for block in manifesto.blocks:
        for piece in block.pieces:
            assert piece.rect is not None
            rect = pymupdf.Rect(piece.rect.x0, piece.rect.y0, piece.rect.x1, piece.rect.y1)
            words = [
                word[4]
                for word in sheet.get_text("words")
                if pymupdf.Point(pymupdf.Rect(word[:4]).tl + pymupdf.Rect(word[:4]).br) / 2 in rect
            ]
            assert sorted(words) == sorted(block.text[piece.start : piece.end].split())


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("upright_number", [True, False])
def test_turned_pages_at_the_end_have_their_labels(tmp_path: Path, turn: int, upright_number: bool) -> None:
    press = Press()
    for page in range(6):
        press.column(40, 90, 340, paragraph(10 * page))
        press.line(205, 580, str(page + 3), 8)
        press.new_page()
    wide = Press(595, 420)
    costings(wide)
    if not upright_number:
        wide.line(290, 405, "9", 8)
    press.document.delete_page(-1)
    press.document.insert_pdf(turned_page(wide, turn))
    if upright_number:
        press.document[-1].insert_text((205, press.document[-1].rect.height - 15), "9", fontsize=8)
    assert [page.label for page in read(press, tmp_path).pages] == [str(number) for number in range(3, 10)]


@pytest.mark.parametrize("turn", TURNS)
def test_turned_words_beside_text_are_named_in_a_note(tmp_path: Path, turn: int) -> None:
    press = Press()
    press.column(40, 80, 300, paragraph(10, 8))
    press.new_page()
    press.column(40, 80, 300, paragraph(30, 8))
    at = {90: (390, 560), 180: (380, 560), 270: (370, 60)}[turn]
    for line in range(2):
        offset = -12 * line
        place = (at[0], at[1] + offset) if turn == 180 else (at[0] + offset, at[1])
        press.sheet.insert_text(place, sentence(50 + line), fontsize=8, rotate=turn)
    note = "Page 2 shows words set sideways, upside down or slanted that were not read."
    assert read(press, tmp_path).notes == (note,)


@pytest.mark.parametrize("size", [6, 30])
def test_credits_and_titles_on_the_side_turn_no_page(tmp_path: Path, size: float) -> None:
    press = Press()
    press.line(40, 300, "Lamps")
    for at, word in enumerate(("Picture", "by A. Lamp", "for the", "Lamp", "Society")):
        press.sheet.insert_text((380 + 7 * at, 500), word, fontsize=size, rotate=90)
    manifesto = read(press, tmp_path)
    assert (texts(manifesto), manifesto.notes) == (["Lamps"], ())


@pytest.mark.parametrize("name", ["lamps.pdf", "Ufer und Kai.docx", "Tudalen 1.txt"])
def test_files_inside_a_portfolio_are_named(tmp_path: Path, name: str) -> None:
    press = Press()
    press.column(40, 80, 340, paragraph(10))
    press.document.embfile_add("1", b"lamps", filename=name, ufilename=name)
    note = f"The file holds other files that were not read: “{name}”. Save them from it and add them."
    assert read(press, tmp_path).notes == (note,)


def test_a_portfolio_without_words_of_its_own_says_what_it_holds(tmp_path: Path) -> None:
    press = Press()
    press.document.embfile_add("1", b"lamps", filename="lamps.pdf", ufilename="lamps.pdf")
    with pytest.raises(NoText, match=r"“lamps\.pdf”"):
        read(press, tmp_path)
