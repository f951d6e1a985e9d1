"""A lesson as PDF: a page for each slide, on its side; behind them whole passages and the answers to questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from index.exports.lessons.extracts import answer, cut_extracts, marked_runs, style_may_tell
from index.exports.pdf.writing import PAPERS, language_values, run_values, typeset
from index.exports.publication import Runs, text
from index.exports.registry import Layout
from index.lessons.slides import (
    Cell,
    ChartSlide,
    Extract,
    Lesson,
    NoticeSlide,
    QuestionSlide,
    QuotationSlide,
    RowSlide,
    Slide,
    TextSlide,
    Who,
)
from reader.wording import tr

# Points of type on slides, and behind them; in large print.
_SIZES, _LARGE = (20, 12), (26, 16)


def pdf(lesson: Lesson, layout: Layout) -> bytes:
    """The file. Passages stand as they are shown first; what does not fit goes on on another page."""
    size, small = _LARGE if layout.large else _SIZES
    language, region = language_values(lesson.language)
    made_with = tr("Made with {program}", program=lesson.program) if lesson.program else ""
    foot = [lesson.title, style_may_tell() if lesson.hides else "", made_with]
    values = {
        "title": lesson.title or tr("Untitled"),
        "lang": language or "en",
        "region": region,
        "size": size,
        "small": small,
        "paper": PAPERS[layout.paper],
        "foot": " · ".join(filter(None, foot)),
        "slides": [_slide(slide, lesson) for slide in lesson.slides],
        "appendix": [part for part in (_wholes(lesson), _answers(lesson)) if part["entries"]],
    }
    return typeset("lesson.typ", values, layout)


def _slide(slide: Slide, lesson: Lesson) -> dict[str, Any]:
    made: dict[str, Any] = {"topic": "", "title": "", "columns": [], "picture": None, "answers": []}
    if isinstance(slide, RowSlide):
        cells = zip(slide.columns, slide.cells, strict=True)
        columns = [_column(list(_items(cell)), who) for who, cell in cells]
        return made | {"topic": slide.topic, "title": slide.title, "columns": columns}
    if isinstance(slide, QuotationSlide):
        own = [_item(text(slide.sentence), silence=True)] if slide.sentence else []
        items = [*own, _extract(slide.extract, slide.cited)]
        # Its name is the title: what stands under it comes first below.
        return made | {"topic": slide.who.about, "title": slide.who.name, "columns": [_column(items)]}
    if isinstance(slide, TextSlide):
        lines = [_item(text(line)) for line in slide.text.split("\n") if line.strip()]
        return made | {
            "title": slide.title or lesson.title or tr("Untitled"),
            "columns": [_column(lines)] if lines else [],
        }
    if isinstance(slide, NoticeSlide):
        return made | {"title": slide.text, "columns": [_column([_item(text(slide.advice))])]}
    if isinstance(slide, ChartSlide):
        return made | {"title": slide.title, "picture": _picture(slide)}
    answers = [who.name for who in slide.answers]
    return made | {"title": _asked(slide), "columns": [_column([_extract(slide.extract, "")])], "answers": answers}


def _picture(slide: ChartSlide) -> dict[str, Any]:
    data = slide.svg.encode() if slide.svg else slide.png
    form = "svg" if slide.svg else "png"
    return {"data": list(data), "format": form, "alt": slide.alt or slide.title, "caption": slide.caption}


def _column(items: list[dict[str, Any]], who: Who | None = None) -> dict[str, Any]:
    name, about, colour = (who.name, who.about, who.colour) if who is not None else ("", "", "")
    return {"name": name, "about": about if about != name else "", "colour": colour, "items": items}


def _items(cell: Cell) -> Iterator[dict[str, Any]]:
    yield from (_extract(one, one.place) for one in cell.extracts)
    if cell.silence:
        yield _item(text(cell.silence), silence=True)


def _extract(one: Extract, under: str) -> dict[str, Any]:
    return _item(marked_runs(one.words, one.marks), under, one.language)


def _item(runs: Runs, under: str = "", tag: str = "", *, silence: bool = False) -> dict[str, Any]:
    language, region = language_values(tag)
    return {"runs": run_values(runs), "under": under, "lang": language, "region": region, "silence": silence}


def _asked(slide: QuestionSlide) -> str:
    return tr("Who said it? {number} of {of}", number=slide.number, of=slide.of)


def _wholes(lesson: Lesson) -> dict[str, Any]:
    entries = [
        {"title": ", ".join(filter(None, (name, one.place))) or tr("Passage"), **_whole(one)}
        for slide in lesson.slides
        for name, one in cut_extracts(slide)
    ]
    return {"title": tr("The whole passages"), "entries": entries}


def _whole(one: Extract) -> dict[str, Any]:
    return _item(marked_runs(one.rest, one.rest_marks), "", one.language)


def _answers(lesson: Lesson) -> dict[str, Any]:
    entries = [
        {"title": _asked(slide), **_item(text(told))}
        for slide in lesson.slides
        if isinstance(slide, QuestionSlide) and (told := answer(lesson, slide))
    ]
    return {"title": tr("Answers"), "entries": entries}
