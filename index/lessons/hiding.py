"""Who is hidden in a lesson: its manifestos given to `index/hiding`, and what may still tell afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.hiding.hiding import Hiding
from index.hiding.speakers import Speaker
from index.hiding.telltales import Tale, telltales
from index.lessons.slides import Lesson, QuotationSlide, RowSlide, Slide, Who
from reader.facts import Facts
from reader.library.records import Document


def names_of(lesson: Lesson, documents: Mapping[str, Document], known: Facts, seed: int) -> Hiding:
    """The names to hide in a lesson, for `hidden` and `answers`; `documents` by id, the letters are drawn by `seed`."""
    return Hiding(known, [_speaker(who, documents) for who in lesson.who], seed)


def _speaker(who: Who, documents: Mapping[str, Document]) -> Speaker:
    document = documents.get(who.document)
    return Speaker(who.name) if document is None else Speaker(document.party, document.candidate, document.year[:4])


@dataclass(frozen=True, slots=True)
class Telling:
    """A phrase on a slide (its id) that gives away who governs or does not, in the words of this one."""

    slide: str
    label: str
    phrase: str
    tale: Tale


def telling(lesson: Lesson) -> tuple[Telling, ...]:
    """The phrases of a hidden lesson that give its speakers away all the same, to be seen before it is shown."""
    return tuple(
        Telling(slide.id, who.name, text[one.start : one.end], one.tale)
        for slide in lesson.slides
        for who, text in _said(slide)
        for one in telltales(text)
    )


def _said(slide: Slide) -> Iterator[tuple[Who, str]]:
    """The whole passages on a slide, with who speaks."""
    if isinstance(slide, QuotationSlide):
        yield slide.who, slide.extract.rest
    elif isinstance(slide, RowSlide):
        for who, cell in zip(slide.columns, slide.cells, strict=True):
            for extract in cell.extracts:
                yield who, extract.rest
