"""A part of a plan laid out at a width: headings and one's own words in the margin, quotations set in beside a bar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QFont, QTextLayout

from reader.library.plans import PartKind
from reader.wording import tr
from ui import theme
from ui.passages.layout import PAD, break_lines, set_in
from ui.plans.lines import PartLine
from ui.theme.paper import line_height, snippet_size
from ui.theme.tokens import HALF, STEP, TWO

INDENT = TWO  # of quotations


class Tone(StrEnum):
    INK = "ink"
    SECONDARY = "secondary"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Piece:
    """A text at these pixels from the upper left of the part."""

    layout: QTextLayout
    left: int
    top: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class LaidOut:
    """`bar` is where the bar beside a quotation begins and ends, `write_top` where its own words are written, and
    `note_top` where the note on it is.
    """

    pieces: tuple[Piece, ...]
    height: int
    bar: tuple[int, int]
    write_top: int
    note_top: int


def laid_out(line: PartLine, width: int) -> LaidOut:
    """The part in `width` pixels, in the theme in use."""
    now = theme.tokens()
    setter = _Setter(width)
    if line.kind is PartKind.HEADING:
        setter.put(line.words, theme.fonts.reading(now.title, bold=True), now.title, Tone.INK, above=STEP)
        return setter.done((0, 0), PAD + STEP, line.note)
    if line.kind is PartKind.OWN or line.about:
        tone = Tone.SECONDARY if line.skipped else Tone.INK
        title, _, text = line.words.partition("\n") if line.kind is PartKind.SLIDE else ("", "", line.words)
        setter.put(title, theme.fonts.interface(now.body, bold=True), now.body, tone)
        setter.put(text, theme.fonts.interface(now.body), now.body, tone)
        setter.put(line.about, theme.fonts.interface(now.small, figures=True), now.small, Tone.SECONDARY)
        return setter.done((0, 0), PAD, line.note)
    setter.left = INDENT
    begins = setter.top
    setter.put(line.words, theme.fonts.reading(snippet_size(now)), snippet_size(now), Tone.INK)
    small = theme.fonts.interface(now.small, figures=True)
    setter.put(line.cited, small, now.small, Tone.SECONDARY, above=HALF)
    setter.put(line.doubt, small, now.small, Tone.WARNING)
    ends = setter.top
    write_top = setter.top
    if line.own:
        setter.put(tr("In your own words"), theme.fonts.interface(now.small), now.small, Tone.SECONDARY, above=STEP)
        write_top = setter.top
        setter.put(line.own, theme.fonts.interface(now.body), now.body, Tone.INK)
    return setter.done((begins, ends), write_top, line.note)


class _Setter:
    """Sets one text below the other."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._pieces: list[Piece] = []
        self.left = 0
        self.top = PAD

    def put(self, text: str, font: QFont, size: int, tone: Tone, *, above: int = 0) -> None:
        """This text at this size, `above` pixels of room before it; nothing for none."""
        layout = set_in(text, font)
        lines = break_lines(layout, self._width - self.left, line_height(size))
        if lines:
            self._pieces.append(Piece(layout, self.left, self.top + above, tone))
            self.top += above + lines * line_height(size)

    def done(self, bar: tuple[int, int], write_top: int, note: str) -> LaidOut:
        now = theme.tokens()
        note_top = self.top
        if note:
            small = theme.fonts.interface(now.small)
            self.put(tr("Note for the lesson"), small, now.small, Tone.SECONDARY, above=STEP)
            note_top = self.top
            self.put(note, small, now.small, Tone.INK)
        room = self.top if self._pieces else self.top + line_height(theme.tokens().body)
        return LaidOut(tuple(self._pieces), room + PAD, bar, write_top, note_top)
