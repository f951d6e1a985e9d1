"""Highlights of other programs come in on the right words, and ours go out where they belong."""

from __future__ import annotations

import io
from itertools import product
from pathlib import Path

import pytest
from marked_pdf import LINES, OTHER, Sheet, annotations_in, comment, highlight, on_line, write_sheet
from pypdf import PdfReader, PdfWriter

from reader.errors import Encrypted
from reader.formats.pdf.annotated import write_highlights
from reader.formats.pdf.comments import moment, read_highlights
from reader.formats.registry import read
from reader.highlights.placing import placed
from reader.highlights.values import Mark, Passage
from reader.library.verdicts import Selection
from reader.model import Block

SHEETS = [Sheet(*how) for how in product((0, 90, 180, 270), ((0.0, 0.0), (-30.0, 110.0)), (False, True))]
OVER_LINES = [on_line(0, "thousand homes a year"), on_line(1, "for those")]


def _words(path: Path) -> list[list[str]]:
    """The words of each highlight in the file, as they stand in the text."""
    blocks = read(path).blocks
    return [[_text(blocks, one) for one in selections] for _, selections in placed(read_highlights(path, ()), blocks)]


def _text(blocks: tuple[Block, ...], selection: Selection) -> str:
    numbers = {block.id: at for at, block in enumerate(blocks)}
    first, last = numbers[selection.first_block], numbers[selection.last_block]
    if first == last:
        return blocks[first].text[selection.start : selection.end]
    between = [block.text for block in blocks[first + 1 : last]]
    return "\n".join([blocks[first].text[selection.start :], *between, blocks[last].text[: selection.end]])


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_a_highlight_of_pypdf_comes_in_on_its_words_however_the_page_lies(tmp_path: Path, sheet: Sheet) -> None:
    path = write_sheet(tmp_path / "marked.pdf", sheet)
    for around in (False, True):
        highlight(path, OVER_LINES, sheet, around=around)
    assert _words(path) == [["thousand homes a year for those"]] * 2


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_a_highlight_goes_out_to_where_its_words_are_printed(tmp_path: Path, sheet: Sheet) -> None:
    path = write_sheet(tmp_path / "plain.pdf", sheet)
    block = next(block for block in read(path).blocks if "thousand" in block.text)
    start = block.text.index("thousand homes")
    part = (block, start, block.text.index(" who need"))
    written = write_highlights(path, [Passage((part,), "Zoë", "Is this new?", "#3366cc", "2026-01-02T03:04:05Z")], ())
    assert written.counts == (1,)
    (made,) = annotations_in(written.content)
    assert (made["/Subtype"], made["/T"], made["/Contents"]) == ("/Highlight", "Zoë", "Is this new?")
    assert [round(float(part) * 255) for part in made["/C"]] == [0x33, 0x66, 0xCC]
    quads = [float(value) for value in made["/QuadPoints"]]
    for at, box in enumerate(OVER_LINES):
        x, y = quads[8 * at : 8 * at + 8 : 2], quads[8 * at + 1 : 8 * at + 8 : 2]
        assert (min(x), min(y), max(x), max(y)) == pytest.approx(tuple(map(float, sheet.box(*box))), abs=2.5)
    (tmp_path / "again.pdf").write_bytes(written.content)
    assert _words(tmp_path / "again.pdf") == [["thousand homes a year for those"]]


def test_who_marked_what_when_and_why_is_read(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "marked.pdf")
    highlight(path, OVER_LINES, T="A. Reader", Contents="Check this", M="D:20260102030405+01'00'", colour="ff8800")
    highlight(path, [on_line(2, "every school")], kind="/Underline")
    highlight(path, [on_line(2, "spring")], kind="/StrikeOut")
    first, second, third = read_highlights(path, ()).highlights
    assert (first.mark, first.author, first.comment) == (Mark.HIGHLIGHT, "A. Reader", "Check this")
    assert (first.colour, first.made) == ("#ff8800", "2026-01-02T02:04:05.000000Z")
    assert (second.mark, third.mark) == (Mark.UNDERLINE, Mark.STRIKE_OUT)
    assert _words(path)[1:] == [["every school"], ["spring."]]


def test_a_highlight_over_paragraphs_is_one_and_one_that_leaves_words_out_is_two(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "marked.pdf")
    highlight(path, [on_line(2, LINES[2]), on_line(3, "Another paragraph")])
    highlight(path, [on_line(0, "We will"), on_line(1, "and we will")])
    assert _words(path) == [[f"{LINES[2]}\nAnother paragraph"], ["We will", "and we will"]]


def test_a_word_is_marked_when_half_of_it_is_however_many_rectangles_cover_that(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "marked.pdf")
    highlight(path, [on_line(0, "homes a"), on_line(0, "thou"), on_line(0, "ye"), on_line(0, "y"), on_line(0, "y")])
    highlight(path, [on_line(0, "thou")])
    assert _words(path)[1] == ["thousand"], "part of one word is that word"
    highlight(path, [on_line(1, "for those wh"), on_line(1, "n"), on_line(1, "n"), on_line(1, "n")])
    assert _words(path)[2] == ["for those who"]


def test_a_comment_stands_at_the_nearest_line_and_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "marked.pdf")
    plain = read(path).blocks
    _, bottom, right, _ = on_line(3, OTHER)
    comment(path, (right + 4, bottom), Contents="Who says so?", T="B. Other")
    highlight(path, [(30, 20, 400, 560)], kind="/Square", Contents="All this")
    assert [block.text for block in read(path).blocks] == [block.text for block in plain]
    assert _words(path) == [[OTHER]]


def test_a_text_that_somebody_put_on_the_page_is_a_comment(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "marked.pdf")
    plain = [block.text for block in read(path).blocks]
    highlight(path, [(50, 200, 300, 230)], kind="/FreeText", Contents="MY OWN WORDS", DA="/Helv 12 Tf 0 g")
    assert [block.text for block in read(path).blocks] == plain
    (found,) = read_highlights(path, ()).highlights
    assert (found.mark, found.comment) == (Mark.COMMENT, "MY OWN WORDS")


def test_a_highlight_without_corners_keeps_its_comment_and_breaks_nothing(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "marked.pdf")
    highlight(path, [on_line(2, "every school")], M="yesterday", Contents="Cut off")
    path.write_bytes(path.read_bytes().replace(b"/QuadPoints", b"/QuadPontis"))
    highlight(path, [on_line(2, "every school")])
    assert [one.comment for one in read_highlights(path, ()).highlights] == ["Cut off", ""]
    assert _words(path) == [[], ["every school"]]


def test_a_protected_file_is_read_and_its_copy_stays_protected(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "plain.pdf")
    highlight(path, [on_line(2, "every school")])
    block = next(block for block in read(path).blocks if "thousand" in block.text)
    writer = PdfWriter(clone_from=str(path))
    writer.encrypt("Nebelhorn", algorithm="RC4-128")
    writer.write(path)
    with pytest.raises(Encrypted):
        read_highlights(path, ())
    assert len(read_highlights(path, ("Nebelhorn",)).highlights) == 1
    written = write_highlights(path, [Passage(((block, 0, 7),), "Zoë", "", "#3366cc", "")], ("wrong", "Nebelhorn"))
    assert PdfReader(io.BytesIO(written.content)).is_encrypted
    own, ours = annotations_in(written.content, "Nebelhorn")
    assert (own["/Subtype"], ours["/T"]) == ("/Highlight", "Zoë"), "what was there stays"


def test_overlapping_passages_and_notes_on_the_whole_file_are_all_written(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "plain.pdf")
    block = next(block for block in read(path).blocks if "thousand" in block.text)
    parts = [((block, 0, 30),), ((block, 10, 40),), ((block, 10, 40),), ()]
    passages = [Passage(part, "Zoë", f"note {at}", "#3366cc", "") for at, part in enumerate(parts)]
    written = write_highlights(path, passages, ())
    assert written.counts == (1, 1, 1, 1)
    assert [one["/Contents"] for one in annotations_in(written.content)] == ["note 0", "note 1", "note 2", "note 3"]
    assert annotations_in(written.content)[3]["/Subtype"] == "/Text"


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("D:20260102030405Z", "2026-01-02T03:04:05.000000Z"),
        ("D:20260102030405-05'00", "2026-01-02T08:04:05.000000Z"),
        ("D:2026", "2026-01-01T00:00:00.000000Z"),
        ("D:20269902", ""),
        ("", ""),
    ],
)
def test_dates_of_pdfs_are_understood_or_left_out(written: str, utc: str) -> None:
    assert moment(written) == utc
