"""A chart as a picture (PNG, SVG) for papers and web pages."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from ui.compare.charts.figure import Figure, paint
from ui.shared.saving import png_of
from ui.theme.tokens import TWO, Tokens

# Pixels of a PNG for each pixel of the chart: sharp in print.
_SCALE = 3


def picture(figure: Figure, tokens: Tokens, title: str, *, svg: bool) -> bytes:
    """The figure as an SVG file called `title`, or as a PNG file."""
    size = QSize(round(figure.size.width()) + 2 * TWO, round(figure.size.height()) + 2 * TWO)
    return _svg(figure, tokens, size, title) if svg else _png(figure, tokens, size)


def _svg(figure: Figure, tokens: Tokens, size: QSize, title: str) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    generator.setDescription("\n".join(spot.spoken for spot in figure.spots))
    painter = QPainter(generator)
    _draw(figure, tokens, size, painter)
    painter.end()
    buffer.close()
    return bytes(held.data())


def _png(figure: Figure, tokens: Tokens, size: QSize) -> bytes:
    drawn = QImage(size * _SCALE, QImage.Format.Format_RGB32)
    drawn.setDevicePixelRatio(_SCALE)
    painter = QPainter(drawn)
    _draw(figure, tokens, size, painter)
    painter.end()
    return png_of(drawn)


def _draw(figure: Figure, tokens: Tokens, size: QSize, painter: QPainter) -> None:
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(tokens.colours.surface))
    painter.translate(TWO, TWO)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    paint(figure, painter, tokens)
