"""Marks on pages show on any ground, and words on them are read as well as without."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from reader.page_drawing import PictureRequest
from ui.pages.page_paint import PagePaint
from ui.theme import paper
from ui.theme.contrast import contrast

SHEET, LINE = QRect(0, 0, 60, 40), QRect(10, 10, 40, 20)
GROUNDS = ["#ffffff", "#f6e9c8", "#ff9900", "#82a828", "#007a1a", "#0b5170", "#1d1d4b", "#000000"]


def marked(ground: str) -> QImage:
    """A page that is all of this colour, with the mark of a passage."""
    page, screen = (QImage(SHEET.size(), QImage.Format.Format_RGB32) for _ in range(2))
    page.fill(QColor(ground))
    paint = PagePaint(screen)
    paint.begin_page(SHEET)
    paint.bands(SHEET, {PictureRequest("page.pdf", 1, 1.0): page})
    paint.marks([LINE])
    paint.end()
    assert screen.pixelColor(2, 2) == QColor(ground), "beside the mark nothing changes"
    return screen


@pytest.mark.parametrize("ground", GROUNDS[:2])
def test_paper_is_tinted(themed: QApplication, ground: str) -> None:
    screen = marked(ground)
    assert screen.pixelColor(LINE.center()) != QColor(ground)
    assert contrast(screen.pixelColor(LINE.center()).name(), paper.INK_ON_PAPER) >= 7


@pytest.mark.parametrize("ground", GROUNDS[2:])
def test_on_dark_and_coloured_grounds_a_line_stands_under_words_that_stay_as_they_are(
    themed: QApplication, ground: str
) -> None:
    screen = marked(ground)
    assert screen.pixelColor(LINE.center()) == QColor(ground)
    below = screen.pixelColor(LINE.center().x(), LINE.bottom() + 1)
    assert contrast(below.name(), ground) >= 4.5


def test_what_has_not_been_drawn_is_marked_as_paper(themed: QApplication) -> None:
    screen = QImage(SHEET.size(), QImage.Format.Format_RGB32)
    paint = PagePaint(screen)
    paint.begin_page(SHEET)
    paint.marks([LINE])
    paint.end()
    assert screen.pixelColor(LINE.center()) == QColor(paper.PASSAGE_ON_PAPER)
