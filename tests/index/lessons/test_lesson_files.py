"""A lesson as PowerPoint slides and as PDF: what stands on them, in their notes, and in no file made hidden."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pptx as python_pptx
import pytest
from a_lesson import LAMP, LONG, NAMES, WHO, extract, lesson, row, without_names
from pptx.util import Pt
from pypdf import PdfReader

from index.exports.lessons.as_pdf import pdf
from index.exports.lessons.as_pptx import pptx
from index.exports.lessons.registry import FORMATS, format_called
from index.exports.registry import Layout
from index.lessons.slides import Cell, Extract, Lesson, RowSlide, TextSlide
from ui import assets

LAYOUT = Layout(assets.for_exports())
HOSTILE = "a</p:sp>{\u2028}#eval[$x$]\u202e\x00\x0b\ud800<b>&amp;"


def opened(made: Lesson) -> list[python_pptx.slide.Slide]:
    return list(python_pptx.Presentation(io.BytesIO(pptx(made))).slides)


def words_of(slide: python_pptx.slide.Slide) -> str:
    shapes: Any = slide.shapes  # only some of them have text
    return "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


def notes_of(slide: python_pptx.slide.Slide) -> str:
    frame = slide.notes_slide.notes_text_frame
    return frame.text if frame is not None else ""


def titles(slides: list[python_pptx.slide.Slide]) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title is not None]


def pages(made: Lesson, layout: Layout = LAYOUT) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf(made, layout))).pages]


def inside(file: bytes) -> str:
    """Everything that an office file holds, as text."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_every_slide_is_one_of_powerpoint_with_title_notes_and_words_for_its_picture() -> None:
    slides = opened(lesson())
    assert titles(slides)[:3] == ["Who looks after the harbour?", "What to look for", "Harbours: Lamps and nets"]
    assert all(titles(slides))
    assert len(titles(slides)) == len(slides)
    notes = notes_of(slides[2])
    assert "Ask who the Lamp Party would tax." in notes
    assert "Lamp Party: Lamp Party, A plan for the harbour, 2031" in notes
    assert f"The whole passage (Lamp Party, p. 12, What the Lamp Party wants): {LONG}" in notes
    chart = next(slide for slide in slides if "Words on harbours" in words_of(slide))
    described = [shape.element.xpath(".//p:cNvPr/@descr") for shape in chart.shapes if shape.shape_type == 13]
    assert described == [["The Lamp Party gives harbours most words."]]
    assert notes_of(chart) == "Look.\nBy party."


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_columns_stand_beside_each_other_under_their_names(count: int) -> None:
    who = (*WHO, replace(LAMP, key="d", name="Rope Guild"))[:count]
    slide = RowSlide(
        "r", "Harbours", "Lamps", who, tuple(Cell((extract(one, f"{one.name} will pay."),)) for one in who)
    )
    (made,) = opened(Lesson("A", (slide,)))
    shapes = {shape.text_frame.text: shape for shape in made.placeholders}
    heads = [shapes[one.name] for one in who]
    assert [shape.left for shape in heads] == sorted({shape.left for shape in heads})
    assert heads[-1].left + heads[-1].width <= python_pptx.util.Inches(13.333)
    for one, head in zip(who, heads, strict=True):
        body = next(shape for text, shape in shapes.items() if text.startswith(f"{one.name} will pay."))
        assert body.left == head.left
    assert all(shape.text_frame.text for shape in made.placeholders) or count == 1


def test_what_would_be_too_small_goes_on_on_another_slide_after_whole_sentences() -> None:
    slides = opened(Lesson("A", (row("r", "Nets", long=True),)))
    assert len(slides) > 1
    assert titles(slides)[0] == f"Harbours: Nets (1 of {len(slides)})"
    shown = [words_of(slide) for slide in slides]
    assert all(re.search(r"(\.|^) \[…\]$", line) for one in shown for line in one.split("\n") if line.endswith("[…]"))
    assert "tenth year" in shown[-1]
    sizes = {run.font.size for slide in slides for paragraph in every_paragraph(slide) for run in paragraph.runs}
    assert min(size for size in sizes if size is not None) >= Pt(16)  # of places; passages are larger


def every_paragraph(slide: python_pptx.slide.Slide) -> list[Any]:
    return [one for shape in slide.placeholders for one in shape.text_frame.paragraphs]


def test_answers_follow_questions_but_not_where_names_are_hidden_for_good() -> None:
    assert "It was Net League. Net League, A plan for the harbour, 2031, p. 4" in inside(pptx(lesson()))
    assert "It was" not in inside(pptx(without_names()))
    assert pages(lesson())[-1].count("It was") == 2
    assert "It was" not in "".join(pages(without_names()))


def test_slides_made_hidden_hold_no_name_in_text_notes_and_properties() -> None:
    whole = inside(pptx(without_names()))
    for name in (*NAMES, "document-a", "block-a", "Steve Canny"):
        assert name not in whole
    assert "Names hidden; style may still tell" in whole
    with zipfile.ZipFile(io.BytesIO(pptx(without_names()))) as parts:
        assert [name for name in parts.namelist() if "thumbnail" in name] == []
        core = parts.read("docProps/core.xml").decode()
    assert "<dc:title>The [Party B] and others</dc:title>" in core
    assert "2013" not in core


def test_a_pdf_has_a_page_for_each_slide_on_its_side_and_whole_passages_behind() -> None:
    short = Lesson("A harbour", tuple(slide for slide in lesson().slides if slide.id not in ("i4", "i5")))
    file = PdfReader(io.BytesIO(pdf(short, LAYOUT)))
    assert all(page.mediabox.width > page.mediabox.height for page in file.pages)
    found = [page.extract_text() for page in file.pages]
    begin = [slide for slide in range(len(short.slides)) if starts(short, slide) in found[slide]]
    assert begin == list(range(len(short.slides)))
    behind = "\n".join(found[len(short.slides) :])
    assert "The whole passages" in behind
    assert "tenth" in behind
    assert file.metadata is not None
    assert file.metadata.title == "A harbour"
    assert b"pdfuaid" in pdf(short, LAYOUT)


def starts(made: Lesson, at: int) -> str:
    slide = made.slides[at]
    return str(getattr(slide, "title", "") or getattr(slide, "text", "") or "Who said it?")


def test_a_pdf_made_hidden_holds_no_name() -> None:
    found = "".join(pages(without_names()))
    assert [name for name in NAMES if name in found] == []
    assert "Names hidden; style may still tell" in found
    metadata = PdfReader(io.BytesIO(pdf(without_names(), LAYOUT))).metadata
    assert [name for name in NAMES if name in str(metadata)] == []


def test_large_print_takes_larger_type() -> None:
    def largest(layout: Layout) -> float:
        sizes: list[float] = []
        page = PdfReader(io.BytesIO(pdf(lesson(), layout))).pages[1]
        page.extract_text(visitor_text=lambda _text, _cm, tm, _font, size: sizes.append(size * tm[3]))
        return max(map(abs, sizes))

    assert largest(replace(LAYOUT, large=True)) > largest(LAYOUT)


@pytest.mark.parametrize("form", [each.id for each in FORMATS])
def test_no_words_break_a_file(form: str) -> None:
    who = replace(LAMP, name=HOSTILE, about=f"{HOSTILE} 2031")
    one = Extract(HOSTILE, f"{HOSTILE} {HOSTILE}", ((0, 1),), ((0, 1),), HOSTILE, "en")
    slides = (
        RowSlide("r", HOSTILE, HOSTILE, (who,), (Cell((one,), HOSTILE),), HOSTILE),
        TextSlide("t", HOSTILE, HOSTILE),
    )
    form_of = format_called(form)
    assert form_of is not None
    written = form_of.write(Lesson(HOSTILE, slides, program=HOSTILE), None, LAYOUT)
    shown = "".join(pages(Lesson(HOSTILE, slides))) if form == "pdf" else "#eval[$x$]"
    assert "#eval[$x$]" in shown
    assert written
