"""What is selected on original pages: whole words in reading order, from where it was begun to the cursor."""

from __future__ import annotations

import re
from enum import Enum, auto

from reader.model import Block, Piece
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import Place
from ui.manifesto.stretch import between

_WORD = re.compile(r"\S+")


class Step(Enum):
    """How the keys move the cursor over words."""

    BACK = auto()
    ON = auto()
    UP = auto()
    DOWN = auto()


class PageSelection:
    """A cursor that stands on a word, and the word at which a selection was begun, if one was."""

    def __init__(self, shown: tuple[Block, ...] = ()) -> None:
        self._shown = shown
        self._begun: Place | None = None
        self._cursor: Place | None = None

    @property
    def cursor(self) -> Found | None:
        """The word on which the cursor stands."""
        return self._word(self._cursor) if self._cursor is not None else None

    @property
    def parts(self) -> tuple[Found, ...]:
        """What is selected, block by block; nothing where no selection has been begun."""
        if self._begun is None or self._cursor is None:
            return ()
        first, last = sorted((self._begun, self._cursor))
        start, end = self._word(first), self._word(last)
        return between(self._shown, Place(start.block, start.start), Place(end.block, end.end))

    def put(self, place: Place) -> None:
        """Put the cursor on the word at this point, with nothing selected."""
        self._begun, self._cursor = None, place

    def extend(self, place: Place) -> None:
        """Select from where the selection was begun, else from the cursor, to the word at this point."""
        self._begun = self._begun or self._cursor or place
        self._cursor = place

    def take(self, parts: tuple[Found, ...]) -> None:
        """Select the words of these parts."""
        if parts:
            self._begun = Place(parts[0].block, parts[0].start)
            self._cursor = Place(parts[-1].block, parts[-1].end - 1)

    def step(self, step: Step, *, select: bool) -> None:
        """Move the cursor by a word or a line; with `select` the first step selects the word on which it stands."""
        if self._cursor is None:
            return
        aside = step in (Step.BACK, Step.ON)
        if select and self._begun is None:
            self._begun = self._cursor
            if aside:
                return
        place = self._word_beside(step is Step.ON) if aside else self._line_beside(step is Step.DOWN)
        if not select:
            self._begun = None
        self._cursor = place

    def _word(self, place: Place) -> Found:
        """The word that holds this point, else the next one in its block, else its last."""
        words = [match.span() for match in _WORD.finditer(self._shown[place.block].text)]
        start, end = next((span for span in words if place.offset < span[1]), words[-1] if words else (0, 0))
        return Found(place.block, start, end)

    def _word_beside(self, on: bool) -> Place:
        cursor = self._word(self._cursor or Place(0))
        text = self._shown[cursor.block].text
        if on:
            beside = _WORD.search(text, cursor.end)
            later = min(cursor.block + 1, len(self._shown) - 1)
            stay = Place(cursor.block, cursor.start)
            return Place(cursor.block, beside.start()) if beside else Place(later) if later != cursor.block else stay
        before = text[: cursor.start].rstrip()
        if before:
            return Place(cursor.block, len(before) - 1)
        earlier = max(0, cursor.block - 1)
        return Place(earlier, len(self._shown[earlier].text.rstrip()) - 1) if cursor.block else Place(0)

    def _line_beside(self, down: bool) -> Place:
        """The same distance along the next or previous line of print, in reading order."""
        cursor = self._cursor or Place(0)
        lines = self._lines(cursor.block)
        at = next((number for number, line in enumerate(lines) if cursor.offset < line.end), len(lines) - 1)
        block, along = cursor.block, cursor.offset - lines[at].start
        at += 1 if down else -1
        if not 0 <= at < len(lines):
            block += 1 if down else -1
            if not 0 <= block < len(self._shown):
                return cursor
            lines = self._lines(block)
            at = 0 if down else len(lines) - 1
        return Place(block, min(lines[at].start + along, max(lines[at].start, lines[at].end - 1)))

    def _lines(self, number: int) -> tuple[Piece, ...]:
        block = self._shown[number]
        return block.pieces or (Piece(0, len(block.text)),)
