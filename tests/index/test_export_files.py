"""Files of every format are read back by other programs' libraries: words, heads, notes, languages, pictures."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pptx
import pymupdf
import pypdf
import pytest
from docx.oxml.ns import qn
from lxml import etree

from index.exports.publication import (
    Answer,
    ColumnHead,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Publication,
    Quotation,
    Role,
    Run,
    Table,
    TableRow,
    bands,
    plain,
    text,
)
from index.exports.registry import FORMATS, Exportable, Layout, Paper, format_called
from ui import assets

NASTY = "We #set text(9pt) $x$ *b* <b>&amp;</b> @ref \\u{41} [x] _y_ `z` ~ \x00\x0b \ufffe =1+1 '\"” 𝔸👩‍👩‍👧 ﬁ é"
CLEAN = "We #set text(9pt) $x$ *b* <b>&amp;</b> @ref \\u{41} [x] _y_ `z` ~"
WELSH = Quotation(text("Byddwn yn trwsio pob lamp."), "t. 4", language="cy")
CITED = Quotation(
    (Run("We will mend every "), Run("lamp", marked=True), Run(".")),
    "p. 3 · pledge",
    (Run("", note=(Run("Harbour Party, "), Run("Lamps", italic=True), Run(", p. 3."))),),
    "en-GB",
)
LONG = Quotation(text(" ".join(f"word{number}" for number in range(900))), "p. 9")


def png() -> bytes:
    return (Path(__file__).resolve().parents[2] / "docs" / "compare-policing.png").read_bytes()


@cache
def publication() -> Publication:
    table = Table(
        "What they say.",
        "Row",
        tuple(ColumnHead(f"Party {number}", ("2017", "3 passages"), "#cc0000") for number in range(8)),
        (
            TableRow("Streets", ((CITED, WELSH), *((WELSH,) for _ in range(7))), notes="Ask who pays."),
            TableRow("Homes", tuple((Paragraph(text("Nothing found."), Role.SILENCE),) for _ in range(8))),
        ),
    )
    figures = Table(
        "Counts.", "Topic", (ColumnHead("A"),), (TableRow("Lamps", ((Paragraph(text("12")),),)),), figures=True
    )
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
    return Publication(
        "Lamps & <quays>",
        (
            *(Paragraph(text(role.name.title()), role) for role in Role),
            Paragraph(text(NASTY)),
            Heading("Said"),
            CITED,
            LONG,
            Answer(3, "I think"),
            Heading("Compared", 2),
            table,
            PageBreak(),
            figures,
            Picture(png(), svg, "Lamps by party, most in the harbour", "Lamps", 300),
        ),
        subtitle="Harbour, Meadow",
        foot="Made with care",
        bibliography=((Run("Harbour Party. "), Run("Lamps", italic=True, link="https://example.org/lamps")),),
    )


def written(form: str, made: Publication | None = None, **changes: Any) -> bytes:  # fields of Layout
    thing = Exportable("lamps", publication=lambda: made or publication())
    return format_called(form).write(thing, replace(Layout(assets.for_exports()), **changes))


@pytest.mark.parametrize("form", [each.id for each in FORMATS if each.needs == "publication"])
def test_a_publication_of_nothing_and_one_of_every_kind_can_be_written(form: str) -> None:
    assert written(form, Publication("", ()))
    assert written(form, large=True, landscape=True, paper=Paper.LETTER)


def test_a_word_file_has_headings_styles_notes_heads_and_languages() -> None:
    made = docx.Document(io.BytesIO(written("docx")))
    words = "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert CLEAN in words
    assert [one.text for one in made.paragraphs if one.style is not None and str(one.style.name).startswith("Heading")][
        :2
    ] == [
        "Said",
        "Compared",
    ]
    first, second, figures = made.tables
    assert [cell.text.split("\n")[0] for cell in first.rows[0].cells] == ["Row", *(f"Party {one}" for one in range(4))]
    assert [cell.text.split("\n")[0] for cell in second.rows[0].cells] == [
        "Row",
        *(f"Party {one}" for one in range(4, 8)),
    ]
    assert all(table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None for table in made.tables)
    assert figures.rows[1].cells[1].text == "12"
    welsh = [run for cell in first.rows[1].cells for one in cell.paragraphs for run in one.runs if "Byddwn" in run.text]
    assert {run._r.rPr.find(qn("w:lang")).get(qn("w:val")) for run in welsh} == {"cy"}
    assert [shape._inline.docPr.get("descr") for shape in made.inline_shapes] == ["Lamps by party, most in the harbour"]
    assert (made.core_properties.title, made.core_properties.language) == ("Lamps & <quays>", "en-GB")


def test_notes_of_a_word_file_are_real_footnotes() -> None:
    with zipfile.ZipFile(io.BytesIO(written("docx"))) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
        body = etree.fromstring(package.read("word/document.xml"))
        assert b"footnotes+xml" in package.read("[Content_Types].xml")
    said = ["".join(one.itertext()).strip() for one in notes if not one.get(qn("w:type"))]
    assert said == ["Harbour Party, Lamps, p. 3."] * 2
    assert [one.get(qn("w:id")) for one in body.iter(qn("w:footnoteReference"))] == ["1", "2"]


def test_slides_show_a_row_at_a_time_in_the_layouts_own_placeholders() -> None:
    made = pptx.Presentation(io.BytesIO(written("pptx")))
    slides = list(made.slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles[0] == "Lamps & <quays>"
    rows = [slide for slide, title in zip(slides, titles, strict=True) if title.startswith("Streets")]
    assert [title for title in titles if title.startswith("Streets")] == [
        f"Streets ({one} of 4)" for one in range(1, 5)
    ]
    assert [shape.text_frame.text for shape in rows[0].placeholders][1] == "Party 0"
    assert all(slide.notes_slide.notes_text_frame.text == "Ask who pays." for slide in rows)
    assert all(shape.is_placeholder for slide in rows for shape in slide.shapes)
    described = [
        one.get("descr") for slide in slides for one in slide.element.iter("{*}cNvPr") if one.get("descr") is not None
    ]
    assert "Lamps by party, most in the harbour" in described
    assert made.core_properties.author == ""


def test_a_passage_too_long_for_a_slide_goes_on_with_every_word_in_its_order() -> None:
    made = pptx.Presentation(io.BytesIO(written("pptx", Publication("Long", (LONG,)))))
    said = " ".join(
        shape.text_frame.text for slide in made.slides for shape in slide.placeholders if shape.has_text_frame
    )
    assert [word for word in said.split() if word.startswith("word")] == plain(LONG.words).split()
    assert said.count("[…]") == 2 * (len(list(made.slides)) - 2)


def test_a_pdf_is_tagged_has_a_title_and_keeps_words_as_data() -> None:
    made = pypdf.PdfReader(io.BytesIO(written("pdf")))
    catalogue: Any = made.trailer["/Root"]
    assert made.metadata is not None
    assert made.metadata.title == "Lamps & <quays>"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    words = "".join("".join(page.extract_text() for page in made.pages).split())
    assert "".join(CLEAN.split()) in words
    assert "word899" in words
    width, height = made.pages[0].mediabox.width, made.pages[0].mediabox.height
    assert width > height


def test_a_pdf_of_letters_that_can_be_drawn_claims_the_standard_for_everybody() -> None:
    catalogue: Any = pypdf.PdfReader(io.BytesIO(written("pdf", Publication("Plain", (CITED, WELSH))))).trailer["/Root"]
    assert b"pdfuaid" in catalogue["/Metadata"].get_object().get_data()


def test_pages_stand_on_their_end_where_no_table_is_wide_and_as_asked() -> None:
    narrow = Publication("Narrow", (CITED,))
    for landscape, wide in ((None, False), (True, True)):
        page = pypdf.PdfReader(io.BytesIO(written("pdf", narrow, landscape=landscape))).pages[0].mediabox
        assert (page.width > page.height) is wide
        section = docx.Document(io.BytesIO(written("docx", narrow, landscape=landscape))).sections[0]
        assert ((section.page_width or 0) > (section.page_height or 0)) is wide


def test_a_letter_that_no_font_can_draw_costs_the_standard_and_not_the_file() -> None:
    made = pypdf.PdfReader(
        io.BytesIO(written("pdf", Publication("Odd", (Paragraph(text("Lamps \U0010fffd and quays")),))))
    )
    assert "quays" in made.pages[0].extract_text()
    catalogue: Any = made.trailer["/Root"]
    assert b"pdfuaid" not in catalogue["/Metadata"].get_object().get_data()
    assert catalogue["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize(
    ("columns", "most", "parts"), [(3, 6, [3]), (7, 6, [3, 4]), (12, 6, [6, 6]), (13, 3, [2, 3, 2, 3, 3])]
)
def test_a_wide_table_is_parted_evenly_and_loses_no_column(columns: int, most: int, parts: list[int]) -> None:
    heads = tuple(ColumnHead(str(number)) for number in range(columns))
    cells = tuple((Paragraph(text(str(number))),) for number in range(columns))
    made = bands(Table("", "", heads, (TableRow("", cells),)), most)
    assert [len(band.columns) for band in made] == parts
    assert [head for band in made for head in band.columns] == list(heads)
    assert [cell for band in made for cell in band.rows[0].cells] == list(cells)


def test_a_long_word_in_a_narrow_column_of_a_pdf_stays_in_it() -> None:
    word = "antidisestablishmentarianism" * 3
    heads = tuple(ColumnHead(f"Party {number}") for number in range(6))
    row = TableRow("Streets", tuple((Quotation(text(f"{word} {number}")),) for number in range(6)))
    made = Publication("Lamps", (Table("", "Row", heads, (row,)),))
    written = format_called("pdf").write(Exportable("x", publication=lambda: made), Layout(assets.for_exports()))
    with pymupdf.open(stream=written) as file:
        words = file[0].get_text("words")
    tops = {one[0] for one in words if one[4].startswith("antidis")}
    assert max(one[2] - one[0] for one in words) < min(b - a for a, b in pairwise(sorted(tops)))
    assert "\u200b" not in "".join(one[4] for one in words)
