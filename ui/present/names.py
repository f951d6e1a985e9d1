"""Whose names are hidden now and whose have been revealed, and what a slide shows accordingly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from index.lessons.slides import Lesson, QuestionSlide, QuotationSlide, RowSlide, Slide, Who, speakers

_LETTER = re.compile(r"([A-Z]{1,2})\]")


class Names:
    """Begins with all names of `lesson` shown; the one without them comes when it has been made."""

    def __init__(self, lesson: Lesson) -> None:
        self._hidden: Mapping[str, Slide] | None = None
        self._on = False
        self._revealed: set[str] = set()
        self._answered: set[str] = set()
        self._everybody = frozenset(who.key for who in lesson.who)

    @property
    def ready(self) -> bool:
        """Whether names can be hidden."""
        return self._hidden is not None

    @property
    def without(self) -> tuple[Slide, ...]:
        """The slides without names; none before they have been made."""
        return tuple(self._hidden.values()) if self._hidden is not None else ()

    @property
    def hidden(self) -> bool:
        """Whether some names are hidden now."""
        return self._on and not self._everybody <= self._revealed

    @property
    def state(self) -> tuple[bool, frozenset[str], frozenset[str]]:
        """What is hidden and said now, as a value: as long as it is the same, every slide looks the same."""
        return self._on, frozenset(self._revealed), frozenset(self._answered)

    def take(self, hidden: Lesson) -> None:
        """The lesson without its names has been made."""
        self._hidden = {slide.id: slide for slide in hidden.slides}

    def hide(self) -> None:
        """Hide all names, those that had been revealed as well. Nothing while the hidden lesson is still to come."""
        if self._hidden is not None:
            self._on = True
            self._revealed.clear()

    def show(self) -> None:
        """Show all names, in the order in which the columns stand on paper."""
        self._on = False
        self._revealed.clear()

    def reveal(self, key: str) -> None:
        """Say who this is, from now on."""
        self._revealed.add(key)

    def reveal_all(self) -> None:
        """Say who everybody is; columns stay where they stand."""
        self._revealed |= self._everybody

    def answer(self, slide: QuestionSlide) -> None:
        """Say which answer to this question is right."""
        self._answered.add(slide.id)

    def answered(self, slide: Slide) -> bool:
        """Whether it is said which answer to this question is right."""
        return slide.id in self._answered

    def conceals(self, who: Who) -> bool:
        """Whether this name is hidden now."""
        return self._on and who.key not in self._revealed

    def shown(self, slide: Slide) -> Slide | None:
        """What is seen of a slide of the open lesson; None for one that cannot be shown without telling names.

        Questions have their names hidden already: their answers are to be read.
        """
        if not self._on or self._hidden is None or isinstance(slide, QuestionSlide):
            return slide
        without = self._hidden.get(slide.id)
        if without is None:
            return None if self.hidden else slide
        return _merged(slide, without, frozenset(self._revealed))


def letter_of(who: Who) -> str:
    """The letter by which a hidden column is called ("A" of "[Party A]"), "" for none."""
    found = _LETTER.search(who.name)
    return found[1] if found else ""


def _merged(slide: Slide, without: Slide, revealed: frozenset[str]) -> Slide:
    """The hidden slide with the columns that were revealed as they are in the open one."""
    if all(who.key in revealed for who in speakers(slide)) and speakers(slide):
        return _as_ordered(slide, without)
    if isinstance(slide, RowSlide) and isinstance(without, RowSlide):
        at = {who.key: place for place, who in enumerate(slide.columns)}
        columns, cells = [], []
        for who, cell in zip(without.columns, without.cells, strict=True):
            told = who.key in revealed
            columns.append(slide.columns[at[who.key]] if told else who)
            cells.append(slide.cells[at[who.key]] if told else cell)
        return replace(without, columns=tuple(columns), cells=tuple(cells))
    return without


def _as_ordered(slide: Slide, without: Slide) -> Slide:
    """The open slide with its columns where they stood hidden: nobody is to look for them again."""
    if not isinstance(slide, RowSlide) or not isinstance(without, RowSlide):
        return slide
    at = {who.key: place for place, who in enumerate(slide.columns)}
    order = [at[who.key] for who in without.columns]
    return replace(
        slide,
        columns=tuple(slide.columns[place] for place in order),
        cells=tuple(slide.cells[place] for place in order),
    )


def is_concealed(slide: Slide, names: Names) -> bool:
    """Whether somebody on this slide is hidden."""
    return isinstance(slide, RowSlide | QuotationSlide) and any(names.conceals(who) for who in speakers(slide))
