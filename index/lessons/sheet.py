"""What a lesson shows and what it leaves out, in figures: nobody is told whether that is balanced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.exports.sources import source
from index.lessons.of_plan import Planned
from index.lessons.slides import (
    ChartSlide,
    Lesson,
    NoticeSlide,
    QuestionSlide,
    RowSlide,
    Slide,
    TextSlide,
    extracts,
    speakers,
)
from index.lessons.standing import Absent, absent
from index.shortening import CUT
from reader.facts import Facts
from reader.library.records import Document, Extent
from reader.wording import tr


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of a manifesto the lesson shows.

    `passages` counts each once, however many slides it stands on; `words` are those of what is shown first, `whole`
    those of the whole passages. `silent` is the number of rows in which it says nothing. `extent` is what it is where
    it is no whole manifesto.
    """

    name: str
    source: str
    document: Document
    slides: int
    passages: int
    words: int
    whole: int
    silent: int

    @property
    def extent(self) -> str:
        """ "chapter" or "extract", "" for a whole manifesto."""
        return self.document.extent if self.document.extent in (Extent.CHAPTER, Extent.EXTRACT) else ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One slide in the order of the lesson, counted from 1; `passages` are those of each who speaks on it, in order."""

    number: int
    id: str
    called: str
    passages: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class LessonSheet:
    """The sheet of a lesson. `skipped` are rows that are not shown, with how many passages each manifesto has there.

    `absent` are the parties of its elections whose manifestos it does not show, as far as the program knows those;
    `missing` names the parts of the plan that cannot be shown.
    """

    title: str
    manifestos: tuple[Shown, ...]
    slides: tuple[Listed, ...]
    skipped: tuple[Listed, ...] = ()
    absent: tuple[Absent, ...] = ()
    missing: tuple[str, ...] = ()
    program: str = ""


def sheet_of_plan(planned: Planned, known: Facts) -> LessonSheet:
    """The sheet of a plan's lesson."""
    return sheet_of(planned.lesson, planned.documents, known, planned.skipped, planned.missing)


def sheet_of(
    lesson: Lesson,
    documents: Mapping[str, Document],
    known: Facts,
    skipped: Sequence[RowSlide] = (),
    missing: Sequence[str] = (),
) -> LessonSheet:
    """The sheet of a lesson that is not hidden; `documents` are those that speak in it, by their ids."""
    speaking = [who.document for who in lesson.who if who.document in documents]
    shown = [documents[one] for one in dict.fromkeys(speaking)]
    names = {who.document: who.name for who in lesson.who}
    return LessonSheet(
        lesson.title,
        tuple(_shown(document, names[document.id], lesson.slides) for document in shown),
        _listed(lesson.slides),
        _listed(skipped),
        absent(shown, known),
        tuple(missing),
        lesson.program,
    )


def _shown(document: Document, name: str, slides: Iterable[Slide]) -> Shown:
    on = [slide for slide in slides if any(who.document == document.id for who in speakers(slide))]
    first: dict[tuple[str, str], int] = {}
    whole: dict[tuple[str, str], int] = {}
    for slide in on:
        for one in extracts(slide):
            if one.document == document.id:
                passage = (one.block, one.rest)
                first[passage] = max(first.get(passage, 0), _words(one.words))
                whole[passage] = _words(one.rest)
    silent = sum(
        not cell.extracts
        for slide in on
        if isinstance(slide, RowSlide)
        for who, cell in zip(slide.columns, slide.cells, strict=True)
        if who.document == document.id
    )
    return Shown(
        name, source(document), document, len(on), len(first), sum(first.values()), sum(whole.values()), silent
    )


def _words(text: str) -> int:
    return len(text.replace(CUT.strip(), " ").split())


def _listed(slides: Iterable[Slide]) -> tuple[Listed, ...]:
    return tuple(Listed(number, slide.id, _called(slide), _passages(slide)) for number, slide in enumerate(slides, 1))


def _passages(slide: Slide) -> tuple[tuple[str, int], ...]:
    if isinstance(slide, RowSlide):
        counted = zip(slide.columns, slide.cells, strict=True)
        return tuple((who.name, len(cell.extracts)) for who, cell in counted)
    return tuple((who.name, 1) for who in speakers(slide)) if not isinstance(slide, QuestionSlide) else ()


def _called(slide: Slide) -> str:
    if isinstance(slide, RowSlide):
        return f"{slide.topic}: {slide.title}"
    if isinstance(slide, TextSlide):
        return slide.title or slide.text.partition("\n")[0]
    if isinstance(slide, ChartSlide):
        return slide.title
    if isinstance(slide, NoticeSlide):
        return tr("Notice: {text}", text=slide.text)
    if isinstance(slide, QuestionSlide):
        return tr("Who said it? Question {number} of {of}", number=slide.number, of=slide.of)
    return tr("Quotation: {name}", name=slide.who.name)
