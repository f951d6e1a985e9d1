"""A lesson as another in which nobody can tell who is who, and the separate page of answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from index.lessons.slides import (
    Cell,
    Extract,
    Lesson,
    NoticeSlide,
    QuestionSlide,
    QuotationSlide,
    RowSlide,
    Slide,
    Spans,
    TextSlide,
    Who,
    joined_spans,
)
from index.shortening import CUT


class HiddenText(Protocol):
    """A text without its names, and where its characters stood before. Offsets are code points, end exclusive."""

    @property
    def text(self) -> str: ...

    def span_to_hidden(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text as it was stands now."""


class Names(Protocol):
    """Who is hidden, and how: `index.hiding.hiding.Hiding` for the manifestos of `lesson.who`, in that order.

    `labels` are what each of them is called ("[Party A]"), `order` their numbers in the order of their letters.
    """

    @property
    def labels(self) -> Sequence[str]: ...

    @property
    def order(self) -> Sequence[int]: ...

    def hide(self, text: str) -> HiddenText:
        """A text without its names; the same text always in the same way."""


def hidden(lesson: Lesson, names: Names) -> Lesson:
    """The lesson without names, ids, places and colours, its columns never in the order that they had.

    Charts are left out: names stand in their pictures. `names` are for `lesson.who` in that order.
    """
    return _Hider(lesson, names).lesson()


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands hidden: under which letter, on which slide, whose it is, and where it is printed.

    `began` are its first words as they are printed; `cited` is the citation of a quotation, else "".
    """

    label: str
    slide: str
    title: str
    who: Who
    place: str
    began: str
    cited: str = ""


def answers(lesson: Lesson, names: Names) -> tuple[Answer, ...]:
    """The answer to each passage of the lesson (not hidden), slide by slide, in the order in which they stand hidden.

    A manifesto that is silent in a row has an answer too, without words.
    """
    return tuple(answer for slide in lesson.slides for answer in _Hider(lesson, names).answers(slide))


class _Hider:
    def __init__(self, lesson: Lesson, names: Names) -> None:
        self._lesson, self._names = lesson, names
        keys = [who.key for who in lesson.who]
        self.labels: Mapping[str, str] = dict(zip(keys, names.labels, strict=True))
        self._rank = {keys[number]: rank for rank, number in enumerate(names.order)}

    def lesson(self) -> Lesson:
        kept = (self._slide(slide) for slide in self._lesson.slides)
        slides = tuple(slide for slide in kept if slide is not None)
        return replace(self._lesson, title=self._text(self._lesson.title), slides=slides, hides=True)

    def answers(self, slide: Slide) -> Iterator[Answer]:
        """The answers of one slide that is not hidden."""
        if isinstance(slide, RowSlide):
            for at in self._order(slide):
                who = slide.columns[at]
                label, title = self.labels[who.key], f"{slide.topic}: {slide.title}"
                for extract in slide.cells[at].extracts:
                    yield Answer(label, slide.id, title, who, extract.place, _beginning(extract))
                if not slide.cells[at].extracts:
                    yield Answer(label, slide.id, title, who, "", "")
        elif isinstance(slide, QuotationSlide):
            who, one = slide.who, slide.extract
            yield Answer(self.labels[who.key], slide.id, "", who, one.place, _beginning(one), slide.cited)
        elif isinstance(slide, QuestionSlide):
            who, one = slide.answers[slide.right], slide.extract
            yield Answer(self.labels[who.key], slide.id, "", who, one.place, _beginning(one), slide.source)

    def _order(self, slide: RowSlide) -> list[int]:
        """The places of the columns in the order in which they stand hidden: by letters, never as they were."""
        was = list(range(len(slide.columns)))
        by_letter = sorted(was, key=lambda at: self._rank[slide.columns[at].key])
        return by_letter[::-1] if by_letter == was else by_letter

    def _slide(self, slide: Slide) -> Slide | None:
        notes = self._text(slide.notes)
        if isinstance(slide, RowSlide):
            order = self._order(slide)
            return replace(
                slide,
                topic=self._text(slide.topic),
                title=self._text(slide.title),
                columns=tuple(self._who(slide.columns[at]) for at in order),
                cells=tuple(self._cell(slide.cells[at]) for at in order),
                notes=notes,
            )
        if isinstance(slide, TextSlide):
            return replace(slide, title=self._text(slide.title), text=self._text(slide.text), notes=notes)
        if isinstance(slide, QuotationSlide):
            return replace(
                slide,
                who=self._who(slide.who),
                extract=self._extract(slide.extract),
                sentence=self._text(slide.sentence),
                cited="",
                notes=notes,
            )
        if isinstance(slide, NoticeSlide):
            return replace(slide, advice=self._text(slide.advice), notes=notes)
        if isinstance(slide, QuestionSlide):
            heads = tuple(map(self._who, slide.answers))
            return replace(slide, extract=self._extract(slide.extract), answers=heads, source="", notes=notes)
        return None

    def _who(self, who: Who) -> Who:
        return Who(who.key, self.labels[who.key])

    def _cell(self, cell: Cell) -> Cell:
        return Cell(tuple(map(self._extract, cell.extracts)), self._text(cell.silence))

    def _extract(self, one: Extract) -> Extract:
        words, rest = self._names.hide(one.words), self._names.hide(one.rest)
        return replace(
            one,
            words=words.text,
            rest=rest.text,
            marks=_moved(one.marks, words),
            rest_marks=_moved(one.rest_marks, rest),
            place="",
            document="",
            block="",
        )

    def _text(self, text: str) -> str:
        return self._names.hide(text).text if text else ""


def _moved(spans: Spans, into: HiddenText) -> Spans:
    moved = (into.span_to_hidden(start, end) for start, end in spans)
    return joined_spans([(start, end) for start, end in moved if start < end])


_BEGINNING = 60  # code points by which a passage is found on a page of answers


def _beginning(one: Extract) -> str:
    """The first words of a passage as it is printed, with … where there are more."""
    words = one.words.removeprefix(CUT.lstrip())
    if len(words) <= _BEGINNING:
        return words
    cut = words[:_BEGINNING].rpartition(" ")[0] or words[:_BEGINNING]
    return f"{cut.rstrip()} …"
