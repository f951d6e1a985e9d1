"""Where the blocks and words of flowing text stand: in the document's own pixels, and on the viewport."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QTextCursor, QTextLine
from PySide6.QtWidgets import QTextEdit

from reader.directions import has_right_to_left
from ui.manifesto.finding import Found
from ui.manifesto.flow import FlowMap
from ui.manifesto.manifesto import OpenManifesto, PageStart, Place
from ui.theme.paper import GUTTER

# Runs of letters that lie closer than this are one, in pixels: kerning moves letters into each other.
_TOUCHING = 1.0


class Stroke(NamedTuple):
    """A part of a line of text, in the document's pixels: its left and right, where its letters stand, its height."""

    left: float
    right: float
    baseline: float
    top: float
    bottom: float


class TextGeometry:
    """Answers for the blocks that have been laid out."""

    def __init__(self, view: QTextEdit, flow: FlowMap, manifesto: OpenManifesto | None) -> None:
        self._view = view
        self._map = flow
        self._manifesto = manifesto

    @property
    def scrolled(self) -> int:
        """The pixels of the document above the viewport."""
        return self._view.verticalScrollBar().value()

    def in_sight(self) -> tuple[int, int]:
        """The first and the last text block in sight; the last is before the first when there is no text yet."""
        if self._manifesto is None or self._view.document().isEmpty():
            return 0, -1
        port = self._view.viewport()
        top = self._view.cursorForPosition(QPoint(0, 0)).blockNumber()
        bottom = self._view.cursorForPosition(QPoint(port.width(), port.height())).blockNumber()
        return top, min(bottom, len(self._manifesto.shown) - 1)

    def rect_of(self, block: int) -> QRectF | None:
        """The rectangle of a text block on the viewport; None while it has not been set."""
        found = self._map.text_block(block)
        if not found.isValid():
            return None
        rect = self._view.document().documentLayout().blockBoundingRect(found)
        return rect.translated(0, -self.scrolled)

    def starts_in_sight(self) -> list[tuple[PageStart, QRect]]:
        """The pages that begin in sight, and where a text cursor would stand there."""
        if self._manifesto is None:
            return []
        first, last = self.in_sight()
        starts = self._manifesto.page_starts
        low = bisect_left(starts, first, key=lambda start: start.place.block)
        high = bisect_right(starts, last, key=lambda start: start.place.block)
        found = []
        for start in starts[low:high]:
            cursor = QTextCursor(self._view.document())
            cursor.setPosition(self._map.position(start.place, behind=True))
            found.append((start, self._view.cursorRect(cursor)))
        return found

    def strokes(self, part: Found) -> list[Stroke]:
        """The lines, or parts of lines, that hold these code points; none while the block has not been set."""
        block = self._map.text_block(part.block)
        if not block.isValid() or self._manifesto is None:
            return []
        start = self._map.within(Place(part.block, part.start), behind=True)
        end = self._map.within(Place(part.block, part.end))
        layout, corner = block.layout(), self._view.document().documentLayout().blockBoundingRect(block).topLeft()
        both_ways = has_right_to_left(self._manifesto.shown[part.block].text)
        found = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if low < high:
                spans = _spans(line, low, high) if both_ways else [(_x(line, low), _x(line, high))]
                found += [_stroke(line, corner.x(), corner.y(), span) for span in spans]
        return found

    def covered(self, parts: Iterable[Found]) -> QRect:
        """What the lines of these words cover of the view that is in sight."""
        first, last = self.in_sight()
        box = QRectF()
        for part in parts:
            if first <= part.block <= last:
                for stroke in self.strokes(part):
                    box |= QRectF(stroke.left, stroke.top, stroke.right - stroke.left, stroke.bottom - stroke.top)
        port = self._view.viewport().geometry()
        return box.toAlignedRect().translated(port.topLeft() - QPoint(0, self.scrolled)) & port

    def column(self) -> QRect:
        """Where the lines of text stand on the view."""
        return self._view.viewport().geometry().adjusted(GUTTER, 0, -GUTTER, 0)

    def top_of(self, place: Place) -> float | None:
        """The top of the line that holds this point, in the document's pixels; None while it has not been set."""
        block = self._map.text_block(place.block)
        if not block.isValid():
            return None
        rect = self._view.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(self._map.within(place))
        return rect.top() + (line.y() if line.isValid() else 0.0)


def _stroke(line: QTextLine, x: float, y: float, span: tuple[float, float]) -> Stroke:
    baseline = y + line.y() + line.ascent()
    return Stroke(x + span[0], x + span[1], baseline, y + line.y(), y + line.y() + line.height())


def _x(line: QTextLine, at: int) -> float:
    """Where a text cursor stands there; at the end of a line, before the space that its break has taken."""
    if at >= line.textStart() + line.textLength():
        return line.x() + min(_cursor_x(line, at), line.naturalTextWidth())
    return _cursor_x(line, at)


def _cursor_x(line: QTextLine, at: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    found: Any = line.cursorToX(at, edge)  # the stubs know one value, PySide gives two: x and the position
    return float(found[0])


def _spans(line: QTextLine, low: int, high: int) -> list[tuple[float, float]]:
    """Where the letters of a line stand that runs both ways: from left to right, one for each run of them."""
    boxes = sorted(
        tuple(sorted((_cursor_x(line, at), _cursor_x(line, at, QTextLine.Edge.Trailing)))) for at in range(low, high)
    )
    found: list[tuple[float, float]] = []
    for left, right in boxes:
        if found and left <= found[-1][1] + _TOUCHING:
            found[-1] = found[-1][0], max(right, found[-1][1])
        elif right > left:
            found.append((left, right))
    return found
