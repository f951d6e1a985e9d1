"""The two faces: the interface face that the style ships, and Source Serif for reading, the same on every machine."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from ui import assets

INTERFACE_FAMILY = "Inter"  # loaded by Qlementine from its own resources


@cache
def reading_family() -> str:
    """The family name of the reading face; its four files are loaded on first use. Needs a QGuiApplication."""
    families = [
        family
        for file in assets.reading_faces()
        for family in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    ]
    return families[0]


def interface(pixels: int, *, bold: bool = False, italic: bool = False, figures: bool = False) -> QFont:
    """The interface face at this size; `figures` for columns of numbers, whose digits then have one width."""
    font = _font(INTERFACE_FAMILY, pixels, QFont.Weight.Bold if bold else QFont.Weight.Normal, italic)
    if figures:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def reading(pixels: int, *, bold: bool = False, italic: bool = False) -> QFont:
    """The reading face at this size; bold is its semibold."""
    return _font(reading_family(), pixels, QFont.Weight.DemiBold if bold else QFont.Weight.Normal, italic)


def _font(family: str, pixels: int, weight: QFont.Weight, italic: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setItalic(italic)
    return font
