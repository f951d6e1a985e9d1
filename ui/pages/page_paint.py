"""Paints pages: paper, pictures, and marks that lie on print as a highlighter's ink does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintDevice, QPainter, QPainterPath

from reader.errors import UserError
from reader.page_drawing import PictureRequest
from ui import theme
from ui.theme import code_marks, paper
from ui.theme.code_marks import LANES, LineLook
from ui.theme.mark_paint import paint_line
from ui.theme.tokens import FOUR

# The part of a line of print below its baseline, as reader/formats/pdf/joining.py makes its rectangle.
_DESCENT = 0.16
# The room for lines below the baseline, before the next line's letters, as a part of a line's height.
_ROOM = 0.62


class PagePaint:
    """One paint event. Everything between two `begin_page` is painted on that page and cut off at its edge.

    Paper is `dimmed` in the dark theme, so that it does not dazzle.
    """

    def __init__(self, device: QPaintDevice, *, dimmed: bool = False) -> None:
        self._painter = QPainter(device)
        self._ratio = device.devicePixelRatioF()
        self._paper = paper.DIMMED_PAPER if dimmed else paper.PAPER
        self._grounds: list[tuple[QRectF, QImage]] = []  # pictures of this page, and where they were painted

    def begin_page(self, sheet: QRect) -> None:
        """A blank page with a hairline round it."""
        self._painter.setClipping(False)
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._painter.fillRect(sheet.adjusted(-1, -1, 1, 1), QColor(theme.tokens().colours.line))
        self._painter.fillRect(sheet, QColor(self._paper))
        self._painter.setClipRect(sheet)
        self._grounds = []

    def stretched(self, sheet: QRect, pictures: Sequence[tuple[PictureRequest, QImage]], zoom: float) -> None:
        """What was drawn of the page at other zooms, until the right picture comes."""
        for request, picture in pictures:
            scale = zoom / request.zoom
            x, y = float(sheet.x()), sheet.y() + request.top * scale
            height, width = picture.height() * scale, picture.width() * scale
            self._painter.drawImage(QRectF(x, y, width, height), picture)
            self._dim(QRectF(x, y, width, height))

    def bands(self, sheet: QRect, drawn: Mapping[PictureRequest, QImage]) -> None:
        """Pictures at the right zoom, each device pixel on one of the screen's."""
        for request, picture in drawn.items():
            x = round(sheet.x() * self._ratio) / self._ratio
            y = (round(sheet.y() * self._ratio) + request.top) / self._ratio
            box = QRectF(x, y, picture.width() / self._ratio, picture.height() / self._ratio)
            self._painter.drawImage(box, picture)
            self._dim(box)
            self._grounds.append((box, picture))

    def sentence(self, sheet: QRect, error: UserError) -> None:
        """Why the page cannot be shown."""
        self._painter.setPen(QColor(paper.INK_ON_PAPER))
        self._painter.setFont(theme.fonts.interface(theme.tokens().body))
        box = sheet.adjusted(FOUR, FOUR, -FOUR, -FOUR)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        self._painter.drawText(box, int(flags), f"{error.problem}\n{error.advice}")

    def marks(self, rects: Iterable[QRect]) -> None:
        """The opened passage, every line of print with a little room round it."""
        room = paper.MARK_ROOM
        self._mark((rect.adjusted(-room, -1, room, 1) for rect in rects), paper.PASSAGE)

    def found(self, rects: Iterable[QRect], *, current: bool) -> None:
        """Words that were found, more strongly the occurrence that is current."""
        self._mark(rects, paper.CURRENT if current else paper.FOUND)

    def selected(self, rects: Iterable[QRect]) -> None:
        """Words that are selected."""
        self._mark(rects, paper.SELECTED)

    def chosen(self, rects: Iterable[QRect], look: LineLook) -> None:
        """The words whose code is chosen."""
        self._mark(rects, paper.Mark(code_marks.chosen_on_page(look), 1))

    def code(self, rects: Iterable[QRect], look: LineLook, lane: int, depth: int) -> None:
        """The line of a code under its words, in its lane of `depth`; lines are thinner where many lie there."""
        modes = QPainter.CompositionMode
        for rect in rects:
            ground = self._ground(rect)
            thick = 2 if 3 * depth <= _ROOM * rect.height() else 1
            top = round(rect.bottom() + 1 - _DESCENT * rect.height()) + 1 + min(lane, LANES - 1) * (thick + 1)
            light = paper.is_paper(ground)
            self._painter.setCompositionMode(
                modes.CompositionMode_Multiply if light else modes.CompositionMode_SourceOver
            )
            colour = code_marks.line_on_page(look, ground)
            right = max(rect.left() + 1, rect.right())
            paint_line(self._painter, rect.left(), right, top, thick, colour=colour, pattern=look.pattern)

    def cursor(self, rect: QRect) -> None:
        """The text cursor, at the left edge of its word."""
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._painter.fillRect(
            QRect(rect.x() - 1, rect.y(), paper.CURSOR_WIDTH, rect.height()), QColor(paper.line_on(self._ground(rect)))
        )

    def end(self) -> None:
        self._painter.end()

    def _mark(self, rects: Iterable[QRect], mark: paper.Mark) -> None:
        """Mark each line so that it shows on its ground and its words are read as well as before."""
        tinted = QPainterPath()
        tinted.setFillRule(Qt.FillRule.WindingFill)  # lines that overlap are tinted once
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for rect in rects:
            ground = self._ground(rect)
            if paper.is_paper(ground):
                tinted.addRect(rect)
            else:
                line = QRect(rect.x(), rect.bottom() - mark.thickness + 2, rect.width(), mark.thickness)
                self._painter.fillRect(line, QColor(paper.line_on(ground)))
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self._painter.fillPath(tinted, QColor(mark.tint))

    def _ground(self, rect: QRect) -> str:
        """The mean colour of the page there (#rrggbb); paper where it has not been drawn."""
        for box, picture in self._grounds:
            if box.contains(QRectF(rect).center()):
                scale = picture.width() / box.width()
                x, y = round((rect.x() - box.x()) * scale), round((rect.y() - box.y()) * scale)
                part = QRect(x, y, round(rect.width() * scale), round(rect.height() * scale)) & picture.rect()
                if part.isEmpty():  # less than a pixel, where the page is small
                    return paper.PAPER
                one = picture.copy(part).scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation)
                return one.pixelColor(0, 0).name()
        return paper.PAPER

    def _dim(self, rect: QRectF) -> None:
        if self._paper != paper.PAPER:
            self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            self._painter.fillRect(rect, QColor(self._paper))
            self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
