"""A picture of original pages with words marked on them and the citation under them, as people put it on a slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from reader.model import Page, Rect
from reader.page_drawing import PictureRequest
from ui import theme
from ui.pages.page_paint import PagePaint
from ui.theme import paper

# Pixels per point: 180 to the inch, which projectors and printers show sharply.
_ZOOM = 2.5
# However large a page is, its picture has no longer side than this, in pixels.
_LONGEST = 3000
_INCHES_IN_METRE = 1 / 0.0254
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page as it was drawn, and the rectangles (points) to be marked on it."""

    request: PictureRequest
    picture: QImage
    marks: tuple[Rect, ...]


def zoom_for(page: Page) -> float:
    """Pixels per point at which a page is drawn for a picture."""
    return min(_ZOOM, _LONGEST / max(page.width, page.height, 1.0))


def marked_picture(pages: Sequence[MarkedPage], cited: str) -> QImage:
    """The pages beside each other on white paper, with their marks, and the citation in a line of its own below."""
    gap = paper.PICTURE_GAP
    width = sum(page.picture.width() + gap for page in pages) + gap
    height = max(page.picture.height() for page in pages)
    face = theme.fonts.interface(round(width / len(pages) * paper.CITATION_SHARE))
    line = QRect(gap, 2 * gap + height, width - 2 * gap, height)
    line.setHeight(QFontMetrics(face).boundingRect(line, _WRAPPED, cited).height())
    image = QImage(width, line.bottom() + gap, QImage.Format.Format_RGB32)
    image.fill(QColor(paper.PAPER))
    for axis in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        axis(round(pages[0].request.zoom * 72 * _INCHES_IN_METRE))
    corner = QPoint(gap, gap)
    paint = PagePaint(image)
    for page in pages:
        _paint(paint, page, corner)
        corner += QPoint(page.picture.width() + gap, 0)
    paint.end()
    painter = QPainter(image)
    painter.setFont(face)
    painter.setPen(QColor(paper.INK_ON_PAPER))
    painter.drawText(line, _WRAPPED, cited)
    painter.end()
    return image


def _paint(paint: PagePaint, page: MarkedPage, corner: QPoint) -> None:
    sheet = QRect(corner, page.picture.size())
    paint.begin_page(sheet)
    paint.bands(sheet, {page.request: page.picture})
    zoom = page.request.zoom
    paint.marks(
        QRect(
            QPoint(int(rect.x0 * zoom), int(rect.y0 * zoom)), QPoint(int(rect.x1 * zoom), int(rect.y1 * zoom))
        ).translated(corner)
        for rect in page.marks
    )
