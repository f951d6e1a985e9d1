"""A lesson as slides, before a screen or file draws it: rows of a comparison, quotations, charts, words of one's own.

Builders (`building.py`) make a `Lesson`; `hidden.py` makes of it another in which nobody can tell who is who; the
window (`ui/present`) and the writers (`index/exports/lessons`) draw either. What manifestos and people say is text
here and never markup. Offsets are code points, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

Spans: TypeAlias = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Who:
    """The head of a column: who speaks.

    `key` is the same for one manifesto throughout a lesson, and tells nothing ("a", "b"). `name` is what it is called
    among the others ("Labour", or "[Party A]" where hidden), `about` what stands under it (title, election, year; ""
    where hidden), `colour` that of its bar ("#rrggbb", "" for none). `document` is the id of the manifesto, "" where
    hidden: no file made hidden holds it.
    """

    key: str
    name: str
    about: str = ""
    colour: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """A passage on a slide.

    `words` is what is shown first: whole sentences with […] for what was left out; `rest` is the whole passage, the
    same as `words` where nothing was cut. Each begins with the sentence that introduces the list it stands in, where
    there is one. `marks` and `rest_marks` are the words that put it into the view. `place` is page and section, "" for
    neither and where hidden. `speaks_of_violence`: a notice belongs before it. `document` and `block` lead to the
    original page, "" where hidden.
    """

    words: str
    rest: str
    marks: Spans = ()
    rest_marks: Spans = ()
    place: str = ""
    language: str = ""
    document: str = ""
    block: str = ""
    speaks_of_violence: bool = False

    @property
    def cut(self) -> bool:
        """Whether there is more of it than is shown first."""
        return self.words != self.rest


@dataclass(frozen=True, slots=True)
class Cell:
    """What one manifesto says in a row, what speaks best for the row first; `silence` says so where it says nothing."""

    extracts: tuple[Extract, ...]
    silence: str = ""


@dataclass(frozen=True, slots=True)
class RowSlide:
    """One row of a comparison: `cells` are in the order of `columns`, two to four of them.

    `id` is that of the lesson's item, or topic and row ("policing/officers") where a comparison is shown as it stands.
    """

    id: str
    topic: str
    title: str
    columns: tuple[Who, ...]
    cells: tuple[Cell, ...]
    notes: str = ""


@dataclass(frozen=True, slots=True)
class TextSlide:
    """Words of the teacher's own, or a heading alone (`text` ""). Paragraphs stand on lines of their own."""

    id: str
    title: str
    text: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class QuotationSlide:
    """One quotation of a plan. `sentence` is the writer's own beside it, "" for none; `cited` its citation."""

    id: str
    who: Who
    extract: Extract
    sentence: str = ""
    cited: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ChartSlide:
    """A picture of figures. `alt` says in words what it shows; `svg` is "" where only the PNG is there."""

    id: str
    title: str
    png: bytes
    svg: str
    alt: str
    caption: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class NoticeSlide:
    """Stands alone before the first passage that speaks of violence and abuse: one key shows it, another skips.

    `before` is the id of the slide that it stands before; `advice` is whom to talk to, in the teacher's words.
    """

    id: str
    text: str
    advice: str
    before: str
    notes: str = ""


@dataclass(frozen=True, slots=True)
class QuestionSlide:
    """Who said it? `answers` are two to four, `right` the place of the right one; `source` names and cites it.

    The words of `extract` have names hidden already.
    """

    id: str
    number: int
    of: int
    extract: Extract
    answers: tuple[Who, ...]
    right: int
    source: str
    notes: str = ""


Slide: TypeAlias = RowSlide | TextSlide | QuotationSlide | ChartSlide | NoticeSlide | QuestionSlide


@dataclass(frozen=True, slots=True)
class Lesson:
    """All of it, in order. `language` is that of the program's own words; `program` who made it.

    `hides` says that names are hidden in it for good: nothing in it tells who is who.
    """

    title: str
    slides: tuple[Slide, ...]
    language: str = "en"
    program: str = ""
    hides: bool = False

    @property
    def who(self) -> tuple[Who, ...]:
        """Everybody who speaks in it, each once, in the order of their first slides."""
        found = {one.key: one for slide in self.slides for one in speakers(slide)}
        return tuple(found.values())


def speakers(slide: Slide) -> tuple[Who, ...]:
    """Who speaks on a slide."""
    if isinstance(slide, RowSlide):
        return slide.columns
    if isinstance(slide, QuotationSlide):
        return (slide.who,)
    return slide.answers if isinstance(slide, QuestionSlide) else ()


def extracts(slide: Slide) -> Iterator[Extract]:
    """The passages on a slide, by columns."""
    if isinstance(slide, RowSlide):
        for cell in slide.cells:
            yield from cell.extracts
    elif isinstance(slide, QuotationSlide | QuestionSlide):
        yield slide.extract


def renamed(slide: Slide, by_document: Mapping[str, Who]) -> Slide:
    """The slide with these heads, by the ids of their manifestos; others stay as they are."""

    def anew(who: Who) -> Who:
        return by_document.get(who.document, who)

    if isinstance(slide, RowSlide):
        return replace(slide, columns=tuple(map(anew, slide.columns)))
    if isinstance(slide, QuotationSlide):
        return replace(slide, who=anew(slide.who))
    if isinstance(slide, QuestionSlide):
        return replace(slide, answers=tuple(map(anew, slide.answers)))
    return slide


def joined_spans(spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans in order, none overlapping another."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
