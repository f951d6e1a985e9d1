"""A chart as a picture (PNG, SVG) for papers and web pages: topic and scope stand in it, its words beside it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from index.exports.publication import Picture
from ui.charts.figure import Face, Figure, font_of, paint
from ui.shared.saving import png_of
from ui.theme.tokens import STEP, TWO, Tokens

# Pixels of a PNG for each pixel of the chart: sharp in print.
_SCALE = 3
# Characters: nobody listens to more in one piece.
_LONGEST_ALT = 2_000
_POINTS_PER_PIXEL = 0.75
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def pictured(figure: Figure, tokens: Tokens, title: str, scope: str) -> Picture:
    """The figure under its title and scope. Its alternative text says what each spot says."""
    drawing = _Drawing(figure, tokens, title, scope)
    spoken = "; ".join(spot.spoken for spot in figure.spots)
    if len(spoken) > _LONGEST_ALT:
        spoken = "What it shows stands in the table with it"
    alt = f"{title}. {scope}. {spoken}."
    return Picture(drawing.png(), drawing.svg(alt), alt, title, drawing.size.width() * _POINTS_PER_PIXEL)


class _Drawing:
    """A figure with its heading, drawn in two formats."""

    def __init__(self, figure: Figure, tokens: Tokens, title: str, scope: str) -> None:
        self._figure, self._tokens, self._title = figure, tokens, title
        self._lines = [(title, Face.STRONG, tokens.colours.ink), (scope, Face.SMALL, tokens.colours.secondary)]
        self._heights = [self._height(words, face) for words, face, _ in self._lines]
        head = sum(self._heights) + STEP
        self.size = QSize(round(figure.size.width()) + 2 * TWO, round(figure.size.height() + head) + 2 * TWO)

    def svg(self, alt: str) -> bytes:
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self.size)
        generator.setViewBox(QRect(0, 0, self.size.width(), self.size.height()))
        generator.setTitle(self._title)
        generator.setDescription(alt)
        painter = QPainter(generator)
        self._draw(painter)
        painter.end()
        buffer.close()
        return bytes(held.data())

    def png(self) -> bytes:
        drawn = QImage(self.size * _SCALE, QImage.Format.Format_RGB32)
        drawn.setDevicePixelRatio(_SCALE)
        painter = QPainter(drawn)
        self._draw(painter)
        painter.end()
        return png_of(drawn)

    def _height(self, words: str, face: Face) -> float:
        room = QRectF(0, 0, self._figure.size.width(), 10_000)
        return QFontMetricsF(font_of(face, self._tokens)).boundingRect(room, _WRAPPED, words).height() + 2

    def _draw(self, painter: QPainter) -> None:
        painter.fillRect(QRect(0, 0, self.size.width(), self.size.height()), QColor(self._tokens.colours.surface))
        painter.translate(TWO, TWO)
        for (words, face, colour), height in zip(self._lines, self._heights, strict=True):
            painter.setFont(font_of(face, self._tokens))
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(0, 0, self._figure.size.width(), height), _WRAPPED, words)
            painter.translate(0, height)
        painter.translate(0, STEP)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint(self._figure, painter, self._tokens)
