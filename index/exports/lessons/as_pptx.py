"""A lesson as PowerPoint slides: one for each of its slides, more where the words would become too small to read.

Notes hold the teacher's, where the words come from, and the whole of passages that are shown shortened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from index.exports.lessons.extracts import answer, cut_extracts, marked_runs, style_may_tell
from index.exports.pptx.portions import Part, Portion, portions
from index.exports.pptx.slides import Slides
from index.exports.pptx.writing import numbered
from index.exports.publication import Paragraph, Picture, Quotation, Role, text
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
    speakers,
)
from reader.wording import tr

# Points: 28 pixels of 1024 are 26 of these; narrow columns take a little less.
_LEAST, _LEAST_NARROW = 24, 20
# How much more one of so many columns takes than half a slide of a document, where a little air is left.
_ROOM = {1: 3.4, 2: 1.7, 3: 1.0, 4: 0.75}
_LARGEST = 24
_WIDTH = 960.0  # points


def pptx(lesson: Lesson) -> bytes:
    """The file. Where the lesson hides names nothing in it tells them, notes and properties included."""
    made = _Made(lesson)
    for slide in lesson.slides:
        made.add(slide)
    return made.slides.written()


class _Made:
    def __init__(self, lesson: Lesson) -> None:
        self._lesson = lesson
        self.slides = Slides(lesson.title)

    def add(self, slide: Slide) -> None:
        notes = "\n".join(self._notes(slide))
        if isinstance(slide, RowSlide):
            self._row(slide, notes)
        elif isinstance(slide, QuotationSlide):
            own = [Paragraph(text(slide.sentence), Role.OWN)] if slide.sentence else []
            self._contents(slide.who.name, [*own, _quotation(slide.extract, slide.cited)], notes)
        elif isinstance(slide, TextSlide):
            lines = [line for line in slide.text.split("\n") if line.strip()]
            if lines:
                self._contents(slide.title or self._lesson.title, [Paragraph(text(line)) for line in lines], notes)
            else:
                self.slides.title(slide.title, "", notes)
        elif isinstance(slide, NoticeSlide):
            self._contents(slide.text, [Paragraph(text(slide.advice))], notes)
        elif isinstance(slide, ChartSlide):
            picture = Picture(slide.png, slide.svg.encode(), slide.alt, slide.caption, _WIDTH)
            self.slides.picture(slide.title, picture, notes)
        else:
            self._question(slide, notes)

    def _row(self, slide: RowSlide, notes: str) -> None:
        title = tr("{topic}: {row}", topic=slide.topic, row=slide.title)
        count = len(slide.columns)
        least = _LEAST if count <= 2 else _LEAST_NARROW
        cells = [portions(list(_parts(cell)), room=_ROOM[count], least=least) for cell in slide.cells]
        parts = list(zip_longest(*cells, fillvalue=Portion((), _LARGEST)))
        still = style_may_tell() if self._lesson.hides else ""
        for number, shown in enumerate(parts, 1):
            size = min(portion.size for portion in shown)  # one voice is not louder than another
            columns = [(who.name, replace(one, size=size)) for who, one in zip(slide.columns, shown, strict=True)]
            self.slides.columns(numbered(title, number, len(parts)), columns, notes if number == 1 else "", still)

    def _contents(self, title: str, parts: list[Part], notes: str) -> None:
        made = portions(parts, room=_ROOM[1], least=_LEAST)
        for number, portion in enumerate(made, 1):
            self.slides.content(numbered(title, number, len(made)), portion, notes if number == 1 else "")

    def _question(self, slide: QuestionSlide, notes: str) -> None:
        title = tr("Who said it? {number} of {of}", number=slide.number, of=slide.of)
        answers = [Paragraph(text(f"{number}  {who.name}")) for number, who in enumerate(slide.answers, 1)]
        self._contents(title, [_quotation(slide.extract, ""), *answers], notes)
        if told := answer(self._lesson, slide):
            self._contents(tr("Answer: {question}", question=title), [Paragraph(text(told))], "")

    def _notes(self, slide: Slide) -> Iterator[str]:
        if slide.notes:
            yield slide.notes
        if not isinstance(slide, QuestionSlide):
            yield from (f"{who.name}: {who.about}" for who in speakers(slide) if who.about and who.about != who.name)
        for name, one in cut_extracts(slide):
            yield tr(
                "The whole passage ({where}): {words}", where=", ".join(filter(None, (name, one.place))), words=one.rest
            )


def _parts(cell: Cell) -> Iterator[Part]:
    yield from (_quotation(one, one.place) for one in cell.extracts)
    if cell.silence:
        yield Paragraph(text(cell.silence), Role.SILENCE)


def _quotation(one: Extract, under: str) -> Quotation:
    return Quotation(marked_runs(one.words, one.marks), under, language=one.language)
