"""Our monochrome SVG icons, drawn in a colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui import assets
from ui.theme.theme import tokens

_SIZES = (16, 32, 48)


def icon(name: str) -> QIcon:
    """The icon in the theme's ink, faint when disabled, in the accent when on. Ask again when the theme has changed."""
    colours = tokens().colours
    drawn = QIcon()
    for mode, state, colour in (
        (QIcon.Mode.Normal, QIcon.State.Off, colours.ink),
        (QIcon.Mode.Disabled, QIcon.State.Off, colours.disabled),
        (QIcon.Mode.Normal, QIcon.State.On, colours.accent),
    ):
        for size in _SIZES:
            drawn.addPixmap(picture(name, colour, QSize(size, size)), mode, state)
    return drawn


@cache
def picture(name: str, colour: str, size: QSize) -> QPixmap:
    """The icon in #rrggbb at `size` device pixels. Raises OSError when there is no such icon."""
    source = _source(name).replace("currentColor", colour)
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return pixmap


@cache
def _source(name: str) -> str:
    return assets.icon(name).read_text(encoding="utf-8")
