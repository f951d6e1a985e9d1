"""What is selected on original pages: a stretch of the text in reading order, and a cursor in it."""

from __future__ import annotations

from reader.model import Block, Piece
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import Place
from ui.manifesto.stretch import between
from ui.manifesto.stretching import Stretch


class PageSelection:
    """A cursor that stands between two letters, and the point at which a selection was begun, if one was."""

    def __init__(self, shown: tuple[Block, ...] = ()) -> None:
        self._shown = shown
        self._begun: Place | None = None
        self._cursor: Place | None = None

    @property
    def cursor(self) -> Place | None:
        """Where the cursor stands."""
        return self._cursor

    @property
    def stretch(self) -> Stretch:
        """From where the selection was begun to the cursor; an empty one where none was."""
        cursor = self._cursor or Place(0)
        return Stretch(self._begun or cursor, cursor)

    @property
    def parts(self) -> tuple[Found, ...]:
        """What is selected, block by block; nothing where no selection has been begun."""
        return between(self._shown, self.stretch.first, self.stretch.last) if self._begun is not None else ()

    def put(self, place: Place) -> None:
        """Put the cursor at this point, with nothing selected."""
        self._begun, self._cursor = None, place

    def take(self, stretch: Stretch) -> None:
        """Select this stretch."""
        self._begun, self._cursor = stretch.begun, stretch.cursor

    def step_line(self, *, down: bool, select: bool) -> None:
        """Move the cursor to the next or previous line of print, in reading order, selecting on the way or not."""
        if self._cursor is None:
            return
        begun = self._begun or self._cursor
        self._cursor = self._line_beside(self._cursor, down)
        self._begun = begun if select else None

    def _line_beside(self, cursor: Place, down: bool) -> Place:
        """The same distance along the next or previous line of print."""
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
