"""A snippet broken into two lines of the reading face, the rest elided, with a tint under the words that were found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QTextCharFormat, QTextLayout, QTextOption

from ui import theme
from ui.offsets import code_point_offset, utf16_offset
from ui.passages.snippet import Snippet
from ui.theme.paper import line_height, snippet_size

_LINES = 2


@dataclass(frozen=True, slots=True)
class SnippetLayout:
    """Ready to be drawn; `height` in pixels."""

    layout: QTextLayout
    height: int


class SnippetLayouts:
    """Lays snippets out in the theme in use and keeps the layouts until it is told to forget them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Snippet, int], SnippetLayout] = {}

    def laid_out(self, shown: Snippet, width: int) -> SnippetLayout:
        """The snippet in at most two lines of `width` pixels."""
        key = (shown, width)
        if key not in self._kept:
            self._kept[key] = _laid_out(shown, width)
        return self._kept[key]

    def forget(self) -> None:
        """Another theme, size or list."""
        self._kept.clear()


def _laid_out(shown: Snippet, width: int) -> SnippetLayout:
    now = theme.tokens()
    size, tint = snippet_size(now), now.colours.mark
    font = theme.fonts.reading(size)
    layout = QTextLayout(shown.text, font)
    starts = _broken(layout, width, size)
    if len(starts) > _LINES:
        at = code_point_offset(shown.text, starts[_LINES - 1])
        last = QFontMetrics(font).elidedText(shown.text[at:], Qt.TextElideMode.ElideRight, width)
        shown = Snippet(shown.text[:at] + last, shown.marks)
        layout = QTextLayout(shown.text, font)
    layout.setFormats([_tinted(shown.text, start, end, tint) for start, end in shown.marks if start < len(shown.text)])
    return SnippetLayout(layout, len(_broken(layout, width, size)[:_LINES]) * line_height(size))


def _broken(layout: QTextLayout, width: int, size: int) -> list[int]:
    """Break the text into lines of the reading line height; returns where each line begins, in UTF-16 units."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid() and len(starts) <= _LINES:
        line.setLineWidth(width)
        spare = line_height(size) - line.height()
        line.setPosition(QPointF(0, len(starts) * line_height(size) + spare / 2))
        starts.append(line.textStart())
        line = layout.createLine()
    layout.endLayout()
    return starts


def _tinted(text: str, start: int, end: int, tint: str) -> QTextLayout.FormatRange:
    tinted = QTextLayout.FormatRange()
    characters = QTextCharFormat()
    characters.setBackground(QColor(tint))
    first = utf16_offset(text, start)
    tinted.start, tinted.length = first, utf16_offset(text, min(end, len(text))) - first
    tinted.format = characters
    return tinted
