"""Writes a chart as a picture (PNG, SVG) in the light theme, which papers and web pages are in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from reader.errors import NotFound
from ui.compare.charts.figure import Figure, paint
from ui.theme.tokens import TWO, Tokens

# Pixels of a PNG for each pixel of the chart: sharp in print.
_SCALE = 3


def save_picture(figure: Figure, tokens: Tokens, path: Path, title: str) -> None:
    """Write the figure as SVG where the path ends so, else as PNG. Raises NotFound where it cannot be written."""
    size = QSize(round(figure.size.width()) + 2 * TWO, round(figure.size.height()) + 2 * TWO)
    try:
        path.write_bytes(
            _svg(figure, tokens, size, title) if path.suffix.lower() == ".svg" else _png(figure, tokens, size)
        )
    except OSError as error:
        raise NotFound(f"“{path}” could not be written ({error.strerror}).", "Choose another place for it.") from error


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
    picture = QImage(size * _SCALE, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(_SCALE)
    painter = QPainter(picture)
    _draw(figure, tokens, size, painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt takes a str
    buffer.close()
    return bytes(held.data())


def _draw(figure: Figure, tokens: Tokens, size: QSize, painter: QPainter) -> None:
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(tokens.colours.surface))
    painter.translate(TWO, TWO)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    paint(figure, painter, tokens)
