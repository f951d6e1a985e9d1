"""The lists of Word documents: depth, and the number that Word prints before an item."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from office_files import blocks_in, word_paragraph, write_word

from reader.formats.list_numbers import written
from reader.model import Kind


def level(depth: int, form: str, text: str, inside: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{form}"/>{inside}<w:lvlText w:val="{text}"/></w:lvl>'


def pattern(number: int, *levels: str, inside: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{inside}{"".join(levels)}</w:abstractNum>'


def numbered(number: int, of: int, inside: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{inside}</w:num>'


def item(list_number: int, depth: int | None = 0, style: str = "") -> str:
    deep = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return word_paragraph("lamps", style, f'<w:numPr>{deep}<w:numId w:val="{list_number}"/></w:numPr>')


def items(path: Path, body: str, numbering: str, styles: str = "") -> list[tuple[int | None, str | None]]:
    """Depth and marker of each block; (None, None) for what is no list item."""
    return [(b.level, b.marker) for b in blocks_in(write_word(path, body, numbering=numbering, styles=styles))]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lists.docx"


OUTLINE = pattern(
    0,
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "(%2)"),
    level(2, "upperRoman", "%1.%2.%3"),
)
BULLETS = pattern(1, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"))


def test_numbers_count_at_each_depth_and_begin_again_under_the_next(path: Path) -> None:
    body = item(1) + item(1, 1) + item(1, 1) + item(1, 2) + item(1) + item(1, 1)
    assert items(path, body, OUTLINE + numbered(1, 0)) == [
        (1, "1."),
        (2, "(a)"),
        (2, "(b)"),
        (3, "1.b.I"),
        (1, "2."),
        (2, "(a)"),
    ]


def test_bullets_have_depth_whatever_sign_draws_them(path: Path) -> None:
    body = item(2) + item(2, 1)
    assert items(path, body, BULLETS + numbered(2, 1)) == [(1, "•"), (2, "•")]


def test_a_list_goes_on_after_other_text_and_another_may_begin_anew(path: Path) -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    fifth = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = OUTLINE + numbered(1, 0) + numbered(2, 0) + numbered(3, 0, again) + numbered(4, 0, fifth)
    body = item(1) + word_paragraph("text") + item(2) + item(3) + item(3) + item(4)
    assert items(path, body, lists) == [(1, "1."), (None, None), (1, "2."), (1, "1."), (1, "2."), (1, "5.")]


def test_a_list_may_print_one_depth_in_its_own_way(path: Path) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    assert items(path, item(1), OUTLINE + numbered(1, 0, own)) == [(1, "A)")]


def test_a_list_may_be_that_of_a_style(path: Path) -> None:
    linked = pattern(5, inside='<w:numStyleLink w:val="Steps"/>')
    styles = (
        '<w:style w:type="numbering" w:styleId="Steps"><w:name w:val="Steps"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert items(path, item(6), OUTLINE + linked + numbered(1, 0) + numbered(6, 5), styles) == [(1, "1.")]


def test_styles_put_their_paragraphs_in_lists_and_a_paragraph_may_leave(path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Sub"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet 3"/></w:style>'
    )
    sub = pattern(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", '<w:pStyle w:val="Sub"/>'))
    body = word_paragraph("lamps", "Sub") + word_paragraph("lamps", "Own") + item(0, 0, "Sub") + item(0, 0, "LB")
    found = items(path, body + word_paragraph("lamps", "LB"), sub + numbered(1, 0), styles)
    assert found == [(2, "1.1"), (1, "1."), (None, None), (None, None), (3, "•")]


def test_the_list_styles_of_a_library_have_the_depth_in_their_names(path: Path) -> None:
    document = docx.Document()
    for style in ("List Bullet", "List Bullet 2", "List Number", "List Number"):
        document.add_paragraph("lamps", style=style)
    document.save(str(path))
    found = blocks_in(path)
    assert [(block.kind, block.level, block.marker) for block in found] == [
        (Kind.LIST_ITEM, 1, "•"),
        (Kind.LIST_ITEM, 2, "•"),
        (Kind.LIST_ITEM, 1, "1."),
        (Kind.LIST_ITEM, 1, "2."),
    ]


def test_a_numbered_heading_is_a_heading_and_counts(path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    found = blocks_in(write_word(path, item(1, 0, "H1") + item(1), numbering=OUTLINE + numbered(1, 0), styles=styles))
    assert [(block.kind, block.marker) for block in found] == [(Kind.HEADING, None), (Kind.LIST_ITEM, "2.")]


def test_a_list_that_prints_nothing_or_is_missing_makes_paragraphs(path: Path) -> None:
    silent = pattern(0, level(0, "none", "")) + numbered(1, 0)
    assert items(path, item(1) + item(9), silent) == [(None, None), (None, None)]


@pytest.mark.parametrize(
    ("count", "style", "printed"),
    [
        (3, "", "3"), (3, "01", "03"), (3, "a", "c"), (28, "A", "BB"), (14, "i", "xiv"), (1999, "I", "MCMXCIX"),
        (1, "1st", "1st"), (2, "1st", "2nd"), (12, "1st", "12th"), (0, "a", "0"), (5000, "i", "5000"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_lists_ask(count: int, style: str, printed: str) -> None:
    assert written(count, style) == printed
