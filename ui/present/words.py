"""Words on the wall: a label that a screen reader reads, laid out with faint marks and lines of one height."""

from __future__ import annotations

from enum import StrEnum
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from index.lessons.slides import Spans
from ui import theme
from ui.offsets import code_point_offset, utf16_offset
from ui.present.look import leading
from ui.theme import fonts
from ui.theme.text import Text
from ui.theme.words import shown

# How much of the colour of marks there is on a wall, where a little shows far; and what of a line is left above it.
_MARKED = 0.6
_ABOVE = 0.12


class Face(StrEnum):
    """What words are, and so in which face and ink they stand."""

    READ = "read"  # of a manifesto
    TITLE = "title"
    NAME = "name"
    QUIET = "quiet"  # what goes with the others
    SILENT = "silent"  # a silence: read, and no manifesto's own words


def font_of(face: Face, pixels: int) -> QFont:
    """The font of words of this size."""
    match face:
        case Face.READ:
            return fonts.reading(pixels)
        case Face.SILENT:
            return fonts.reading(pixels, italic=True)
        case Face.TITLE:
            return fonts.reading(pixels, bold=True)
        case Face.NAME:
            return fonts.interface(pixels, bold=True)
        case _:
            return fonts.interface(pixels)


def laid(text: str, font: QFont, width: int) -> QTextLayout:
    """The text in lines of this width in pixels, each of one height; a word that is wider is broken."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    metrics, step, top = QFontMetricsF(font), leading(font.pixelSize()), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (step - metrics.height()) / 2))
        top += step
    layout.endLayout()
    return layout


def height_of(text: str, font: QFont, width: int) -> int:
    """The height of the text in pixels, set in this width."""
    return laid(shown(text), font, width).lineCount() * leading(font.pixelSize())


class Words(Text):
    """A text in a given width; at most `lines` of it are drawn, the last one cut, and all of it is spoken."""

    def __init__(
        self,
        text: str,
        face: Face,
        pixels: int,
        width: int,
        *,
        marks: Spans = (),
        lines: int = 0,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent=parent)
        said = self.text()
        self._face, self._centred = face, centred
        self._marks = [(utf16_offset(said, start), utf16_offset(said, end)) for start, end in marks]
        if len(said) != len(text):
            self._marks = []
        font = font_of(face, pixels)
        self._layout = laid(said, font, width)
        if lines and self._layout.lineCount() > lines:
            self._layout = laid(_cut(self._layout, font, width, lines), font, width)
        self.resize(width, self._layout.lineCount() * leading(pixels))

    @property
    def natural_width(self) -> int:
        """How wide the widest line is, in pixels."""
        lines = (self._layout.lineAt(number) for number in range(self._layout.lineCount()))
        return ceil(max((line.naturalTextWidth() for line in lines), default=0.0))

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens().colours
        for rect in self._marked():
            painter.fillRect(rect, QColor(theme.mixed(colours.mark, colours.surface, _MARKED)))
        quiet = self._face in (Face.QUIET, Face.SILENT)
        painter.setPen(QColor(_quiet() if quiet else colours.ink))
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            at = (self.width() - line.naturalTextWidth()) / 2 if self._centred else 0.0
            line.draw(painter, QPointF(at, 0))

    def _marked(self) -> list[QRectF]:
        """The grounds of marked words, line by line, as high as the letters."""
        found = []
        for start, end in self._marks:
            for number in range(self._layout.lineCount()):
                line = self._layout.lineAt(number)
                first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
                if first < last:
                    left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                    right = min(right, line.naturalTextWidth())  # without the space at which the line is broken
                    above = line.height() * _ABOVE
                    found.append(QRectF(left, line.y() + above, right - left, line.height() - above))
        return found


def _x(found: object) -> float:
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]  # Qt gives either


def _cut(layout: QTextLayout, font: QFont, width: int, lines: int) -> str:
    """The words of so many lines, the last of which ends with …"""
    last = layout.lineAt(lines - 1)
    text = layout.text()
    begin = code_point_offset(text, last.textStart())
    return text[:begin] + QFontMetricsF(font).elidedText(text[begin:], Qt.TextElideMode.ElideRight, width)


def _quiet() -> str:
    """Secondary ink that can be read from the back: 7:1 as everything on the wall."""
    colours = theme.tokens().colours
    return theme.legible(colours.secondary, colours.surface, colours.ink, 7.0)
