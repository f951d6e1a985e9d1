r"""Rich Text as Word, LibreOffice, WordPad and TextEdit write it, and as no program should."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from office_files import blocks_in, outline, texts

from reader.errors import Damaged, NoText
from reader.formats.registry import read, recognise
from reader.model import Block, Kind

HEADING, PARAGRAPH, ITEM = Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM
TEXT = "We will light every lane, and mend what the storms have broken."
FONTS = r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f2\fcharset2 Symbol;}{\f3\fcharset204 Cyr;}{\f4\fcharset128 Kana;}}"

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a Rich Text file of these lines; a front of its own replaces the usual one."""

    def write_one(*lines: str, front: str = rf"\ansi\ansicpg1252\deff0{FONTS}", end: str = "}") -> Path:
        path = tmp_path / "little harbour.rtf"
        path.write_bytes((r"{\rtf1" + front + "\n" + "\r\n".join(lines) + end).encode("latin-1"))
        return path

    return write_one


def marked(blocks: tuple[Block, ...]) -> list[tuple[Kind, int | None, str | None, str]]:
    return [(block.kind, block.level, block.marker, block.text) for block in blocks]


def test_headings_are_told_by_style_sheet_and_outline(write: Write) -> None:
    sheet = (
        r"{\stylesheet{\ql \fs24 Normal;}{\s1\outlinelevel0 {\*\keycode x}heading 1;}{\s2\sbasedon1 Our Own;}"
        r"{\*\cs10 \additive Default;}{\s5 heading 2;}{\s7\outlinelevel1\sbasedon0 Big;}{\s8 Quote;}{\s9 caption;}"
        r"{\s15 toc 1;}{\s16\sbasedon16 Round;}}"
    )
    path = write(
        sheet,
        r"{\info{\title A plan}{\author The Lamp Society}{\creatim\yr2031\mo5\dy4\hr9\min8}}",
        r"\pard\plain\s15 Light\tab 3\par",
        r"\pard\plain\s1\outlinelevel0 Light\par\pard\plain\s2 Lanes\par\pard\plain\s5 Lamps\par",
        rf"\pard\plain {TEXT}\par",
        r"\pard\plain\s7 Docks\par\pard\s8 Light is a right.\par\pard\s9 A lamp\par\pard\s16 Round\par",
        r"\pard\outlinelevel2 Piers\par\pard\s1\outlinelevel9 Sand\par}",
        end="",
    )
    manifesto = read(path)
    assert (manifesto.title, manifesto.format, manifesto.notes) == ("A plan", "Rich Text", ())
    assert manifesto.metadata == {"title": "A plan", "author": "The Lamp Society", "creationDate": "2031-05-04"}
    assert outline(manifesto.blocks) == [
        (Kind.CONTENTS, None, "Light 3"),
        (HEADING, 1, "Light"),
        (HEADING, 1, "Lanes"),
        (HEADING, 2, "Lamps"),
        (PARAGRAPH, None, TEXT),
        (HEADING, 2, "Docks"),
        (Kind.QUOTE, None, "Light is a right."),
        (Kind.CAPTION, None, "A lamp"),
        (PARAGRAPH, None, "Round"),
        (HEADING, 3, "Piers"),
        (PARAGRAPH, None, "Sand"),
    ]


def test_letters_are_those_of_their_code_page_font_and_number(write: Write) -> None:
    path = write(
        r"caf\'e9 \u8364?5 \u8364\'80x \uc2\u8211--\uc1 \uc0\u8212 end \uc1\f3\'cf\'f0\f4\'82\'a0\f0\'d0\par",
        r"\u-10179?\u-8704? {\f2\'b7}gone \emdash\lquote a\rquote\~b\_c\-d \{\}\\\par",
    )
    assert texts(blocks_in(path)) == ["café €5 €x –—end ПрあÐ", "😀 gone —‘a’ b-cd {}\\"]


def test_other_code_pages_of_the_document_are_known(write: Write) -> None:
    assert texts(blocks_in(write(r"\'cf\'f0\par", front=r"\ansi\ansicpg1251"))) == ["Пр"]
    assert texts(blocks_in(write(r"caf\'8e\par", front=r"\mac"))) == ["café"]
    assert texts(blocks_in(write(r"caf\'c3\'a9\par", front=r"\ansi\ansicpg65001"))) == ["café"]
    assert texts(blocks_in(write(r"caf\'e9\par", front=r"\ansi\ansicpg99999"))) == ["café"]


def test_lists_have_the_markers_that_their_programs_print(write: Write) -> None:
    path = write(
        r"{\listtext\pard\plain\f2\'b7\tab}\ls1\ilvl0 Word's\par",
        r"{\listtext\pard\plain o\tab}\ls1\ilvl1 deeper\par",
        r"\pard{\listtext (b)\tab}\ls2\ilvl0 second\par\pard{\listtext 1.2.\tab}\ls2\ilvl1 outline\par",
        r"\pard{\pntext\f2\'B7\tab}{\*\pn\pnlvlblt\pnf2{\pntxtb\'B7}}WordPad's\par",
        r"\pard\ls3\ilvl0 without sign\par\pard\f2\'b7\f0\tab typed\par\pard \bullet  typed too\par\pard plain\par",
    )
    assert marked(blocks_in(path)) == [
        (ITEM, 1, "•", "Word's"),
        (ITEM, 2, "•", "deeper"),
        (ITEM, 1, "(b)", "second"),
        (ITEM, 2, "1.2.", "outline"),
        (ITEM, 1, "•", "WordPad's"),
        (ITEM, 1, "•", "without sign"),
        (ITEM, 1, "•", "typed"),
        (ITEM, 1, "•", "typed too"),
        (PARAGRAPH, None, None, "plain"),
    ]


def test_tables_are_read_row_by_row_and_within_each_other(write: Write) -> None:
    path = write(
        r"\trowd\cellx100\cellx200\pard\intbl Year\cell Lamps\cell\row\trowd\pard\intbl 2031\cell old\par new\cell\row",
        r"\trowd\pard\intbl \cell \cell\row\pard between\par",
        r"\trowd\pard\intbl Outer\par\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\nestrow}"
        r"{\nonesttables\par}\pard\intbl\itap1 after\cell right\cell\row\pard last\par",
    )
    assert texts(blocks_in(path)) == [
        "Year | Lamps",
        "2031 | old new",
        "between",
        "Outer",
        "a | b",
        "after",
        "right",
        "last",
    ]


def test_notes_and_text_boxes_follow_their_paragraph(write: Write) -> None:
    path = write(
        r"The budget{\super\chftn{\footnote\pard\plain\s20{\super\chftn} Of 2031.\par All of it.}} pays.",
        r"{\shp{\*\shpinst\shpleft1{\sp{\sn name}{\sv value}}{\shptxt\pard In the box\par}}{\shprslt{\*\do}twice}}\par",
        r"{\*\do\dobxpage{\dptxbxtext\pard Old box\par}}Light",
        r"{\*\footnote\ftnalt See above.}{\deleted{\footnote Gone.}}\par",
    )
    assert marked(blocks_in(path)) == [
        (PARAGRAPH, None, None, "The budget pays."),
        (PARAGRAPH, None, "1", "Of 2031. All of it."),
        (PARAGRAPH, None, None, "In the box"),
        (PARAGRAPH, None, None, "Light"),
        (PARAGRAPH, None, None, "Old box"),
        (PARAGRAPH, None, "1", "See above."),
    ]


def test_what_is_no_text_of_the_document_is_left_out(write: Write) -> None:
    path = write(
        r"{\header Page head\par}{\footerf Page foot\par}{\*\generator A writer;}{\colortbl;\red1;}",
        r"{\field{\*\fldinst HYPERLINK {\field{\*\fldinst x}{\fldrslt y}}}{\fldrslt We}} will",
        r"{\pict\pngblip 89504e47{\*\blipuid 0011}}{\*\shppict{\pict 00}}{\nonshppict{\pict 00}}{\v  hidden} \v0 build",
        r"{\deleted  not}{\*\annotation why?}{\object{\*\objdata 0102}{\result{ it}}}\bin5 a}b\c.\par",
    )
    assert texts(blocks_in(path)) == ["We will build it."]


def test_an_entry_of_a_contents_field_is_contents(write: Write) -> None:
    path = write(rf"{{\field{{\*\fldinst TOC \\o}}{{\fldrslt Light\tab 3\par {TEXT}\par}}}}Chapter 3\par")
    assert [block.kind for block in blocks_in(path)] == [Kind.CONTENTS, PARAGRAPH, PARAGRAPH]


def test_bold_and_large_lines_are_headings_where_there_are_no_others(write: Write) -> None:
    path = write(
        rf"\pard\plain\fs40\b A plan\b0\par\pard\plain\fs22 {TEXT}\par",
        rf"{{\b Light\line}}{TEXT}\par\b Not\b0  this\par {TEXT}",
    )
    assert [(kind, level) for kind, level, _ in outline(blocks_in(path))] == [
        (HEADING, 1),
        (PARAGRAPH, None),
        (HEADING, 2),
        (PARAGRAPH, None),
        (PARAGRAPH, None),
        (PARAGRAPH, None),
    ]


def test_a_backslash_at_a_lines_end_ends_a_paragraph(write: Write) -> None:
    assert texts(blocks_in(write("Lamps\\\nLanes\\\r\nPiers"))) == ["Lamps", "Lanes", "Piers"]


def test_a_file_cut_short_is_read_as_far_as_it_goes_and_says_so(write: Write) -> None:
    manifesto = read(write(rf"{{\b {TEXT}\par {{\pict 0011", end=""))
    assert texts(manifesto.blocks) == [TEXT]
    assert "ends in the middle" in manifesto.notes[0]


def test_text_after_the_end_is_none(write: Write) -> None:
    assert texts(blocks_in(write(rf"{TEXT}\par", end="}\0\0 rubbish {\\b }"))) == [TEXT]


@pytest.mark.parametrize(
    "rubbish",
    [
        "}" * 50,
        r"\cell\row\nestcell\nestrow\itap999999999\intbl x\cell\row",
        r"{\*\*\*{\footnote{\footnote{\shptxt x}}}}",
        r"\u\u-99999999999 \'zz \'",
        r"\ansicpg-5\fs-4\s-1\ilvl-3\ls-9 x\par",
        r"{\stylesheet;;{;\s1;x;}}{\fonttbl\f1\fcharset999 ;}\f1 x",
        r"{\info{\creatim\yr0}{\title}{\creatim\yr99999\mo}}",
        r"{\field{\fldrslt{\fldinst TOC}}}\bin99999999 ",
    ],
)
def test_rubbish_neither_stops_nor_hides_the_text_before_it(write: Write, rubbish: str) -> None:
    assert texts(blocks_in(write(rf"{TEXT}\par {rubbish}")))[0] == TEXT


def test_groups_deeper_than_any_writer_puts_them_are_damage(write: Write) -> None:
    with pytest.raises(Damaged):
        read(write("{" * 100_000 + "x"))


def test_a_file_is_known_by_its_first_bytes_and_one_without_words_says_so(write: Write, tmp_path: Path) -> None:
    path = write(r"\pard\par")
    with pytest.raises(NoText):
        read(path)
    assert recognise(path.rename(tmp_path / "plan.doc")).name == "Rich Text"


def test_each_row_says_the_label_that_reaches_down_to_it(write: Write) -> None:
    first, second = r"\clvmgf\cellx2000\cellx4000\cellx6000", r"\clvmrg\cellx2010\cellx3995\cellx6000"
    path = write(
        rf"\trowd{first}\pard\intbl Policing\cell 2031\cell £3m\cell\row",
        rf"\trowd{second}\pard\intbl \cell 2032\cell £4m\cell\row",
        rf"{{\pard\intbl \cell 2033\cell £5m\cell}}{{\trowd{second}\row}}",
        r"\trowd\cellx2000\cellx4000\cellx6000\pard\intbl Lamps\cell 2031\cell £1m\cell\row\pard",
    )
    rows = ["Policing | 2031 | £3m", "Policing | 2032 | £4m", "Policing | 2033 | £5m", "Lamps | 2031 | £1m"]
    assert texts(blocks_in(path)) == rows


def test_cells_merged_across_are_one_and_labels_stand_in_their_column(write: Write) -> None:
    path = write(
        r"\trowd\clmgf\cellx2000\clmrg\cellx4000\cellx6000\pard\intbl Area\cell\cell Cost\cell\row",
        r"\trowd\cellx2000\clvmgf\cellx4000\cellx6000\pard\intbl Policing\cell each year\cell £3m\cell\row",
        r"\trowd\cellx2000\clvmrg\cellx4000\cellx6000\pard\intbl Lamps\cell\cell £1m\cell\row",
        r"\trowd\cellx4000\cellx6000\pard\intbl All of it\cell £4m\cell\row\pard",
    )
    rows = ["Area | Cost", "Policing | each year | £3m", "Lamps | each year | £1m", "All of it | £4m"]
    assert texts(blocks_in(path)) == rows


def test_a_merged_cell_that_holds_words_keeps_them_and_definitions_may_lie(write: Write) -> None:
    path = write(
        r"\trowd\clvmrg\cellx2000\cellx1000\pard\intbl Year\cell Lamps\cell more\cell\row",
        r"\trowd\clvmrg\cellx2000\pard\intbl 2031\cell 40\cell\row\pard",
    )
    assert texts(blocks_in(path)) == ["Year | Lamps | more", "2031 | 40"]


def test_a_table_within_another_has_rows_of_its_own_shape(write: Write) -> None:
    nested = r"{\*\nesttableprops\trowd%s\cellx1000\cellx2000\nestrow}{\nonesttables\par}"
    path = write(
        r"\trowd\cellx5000\cellx9000\pard\intbl Outer\par\pard\intbl\itap2 Police\nestcell 1\nestcell",
        nested % r"\clvmgf" + r"\pard\intbl\itap2 \nestcell 2\nestcell" + nested % r"\clvmrg",
        r"\pard\intbl\itap1 after\cell right\cell\row\pard",
    )
    assert texts(blocks_in(path)) == ["Outer", "Police | 1", "Police | 2", "after", "right"]
