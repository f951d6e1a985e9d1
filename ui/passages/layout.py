"""A line of a list of passages laid out at a width: head, place, words with their marks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from ui import theme
from ui.offsets import utf16_offset
from ui.passages.line import PassageLine, Spans
from ui.theme.paper import line_height, snippet_size
from ui.theme.tokens import HALF, STEP

PAD = STEP + HALF


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Layouts with the pixels at which each begins below the line's upper edge; `height` of all."""

    head: QTextLayout
    where: QTextLayout
    words: QTextLayout
    tops: tuple[int, int, int]
    height: int


def laid_out(line: PassageLine, width: int) -> LaidOut:
    """The line in `width` pixels, in the theme in use."""
    now = theme.tokens()
    quiet = not line.words
    head = set_in(line.head, theme.fonts.interface(now.body, bold=not quiet))
    where = set_in(line.where, theme.fonts.interface(now.small, figures=True))
    words = set_in(line.words, theme.fonts.reading(snippet_size(now)))
    words.setFormats(
        [
            *_formats(line.words, line.tinted, _tinted()),
            *_formats(line.words, line.struck, _struck()),
            *_formats(line.words, line.underlined, _underlined()),
        ]
    )
    tops, top = [], PAD
    for layout, height, gap in (
        (head, line_height(now.body), 0),
        (where, line_height(now.small), HALF),
        (words, line_height(snippet_size(now)), 0),
    ):
        tops.append(top)
        lines = break_lines(layout, width, height)
        top += lines * height + (gap if lines else 0)
    return LaidOut(head, where, words, (tops[0], tops[1], tops[2]), top + PAD)


def set_in(text: str, font: QFont) -> QTextLayout:
    """The text in this face, not yet in lines."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout


def break_lines(layout: QTextLayout, width: int, height: int) -> int:
    """Break the text into lines of this height; returns how many."""
    lines = 0
    layout.beginLayout()
    line = layout.createLine() if layout.text() else None
    while line is not None and line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, lines * height + (height - line.height()) / 2))
        lines += 1
        line = layout.createLine()
    layout.endLayout()
    return lines


def _formats(text: str, spans: Spans, characters: QTextCharFormat) -> list[QTextLayout.FormatRange]:
    made = []
    for start, end in spans:
        one = QTextLayout.FormatRange()
        one.start = utf16_offset(text, start)
        one.length = utf16_offset(text, end) - one.start
        one.format = characters
        made.append(one)
    return made


def _tinted() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QColor(theme.tokens().colours.mark))
    return made


def _struck() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontStrikeOut(True)
    made.setForeground(QColor(theme.tokens().colours.secondary))
    return made


def _underlined() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    made.setUnderlineColor(QColor(theme.tokens().colours.accent))
    made.setFontWeight(QFont.Weight.DemiBold)
    made.setForeground(QColor(theme.tokens().colours.ink))
    return made
