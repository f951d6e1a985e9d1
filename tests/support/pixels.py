"""What has been painted: the colours in a picture, and where one of them is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QBitmap, QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget


def picture(widget: QWidget) -> QImage:
    """The widget as it is painted now."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    """Every colour in the picture, as #rrggbb."""
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in set(memoryview(image.constBits()).cast("I"))}


def box(image: QImage, colour: str) -> QRect:
    """The smallest rectangle round all pixels of this colour (#rrggbb); empty where there are none."""
    mask = image.createMaskFromColor(QColor(colour).rgb())
    mask.invertPixels()
    return QRegion(QBitmap.fromImage(mask)).boundingRect()
