"""The strip beside a scroll bar: where in the whole manifesto its codes and notes stand, and what of it is in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.wording import tr, tr_count
from ui import theme
from ui.theme import code_marks
from ui.theme.code_marks import LANES, STRIP, LineLook

_LEAST_TICK = 3.0
_NEAR = 5  # pixels: a click this close to a mark is one on it


class Tick(NamedTuple):
    """A mark in the strip: from where to where, as shares of the whole height (0 to 1), and how it looks."""

    annotation: str
    top: float
    bottom: float
    look: LineLook
    lane: int


class MarkStrip(QWidget):
    """Paints the ticks it is given. A click leads to the mark that stands there, else to that height."""

    clicked = Signal(str)  # the id of an annotation
    went = Signal(float)  # a share of the whole height

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ticks: tuple[Tick, ...] = ()
        self._sight = (0.0, 1.0)
        self._chosen = ""
        self.setAccessibleName(tr("Codes in the whole manifesto"))
        self.hide()

    @property
    def ticks(self) -> tuple[Tick, ...]:
        return self._ticks

    def show_ticks(self, ticks: Sequence[Tick], chosen: str) -> None:
        """Show these; `chosen` is the id of the annotation that is chosen."""
        if (tuple(ticks), chosen) != (self._ticks, self._chosen):
            self._ticks, self._chosen = tuple(ticks), chosen
            self.setAccessibleDescription(tr_count("{count} mark", "{count} marks", len(ticks)))
            self.update()

    def show_sight(self, top: float, bottom: float) -> None:
        """Show which part is in sight, as shares of the whole height."""
        if (top, bottom) != self._sight:
            self._sight = top, bottom
            self.update()

    def _box(self, tick: Tick) -> QRectF:
        lane = min(tick.lane, LANES - 1)
        height = max(_LEAST_TICK, (tick.bottom - tick.top) * self.height())
        top = min(tick.top * self.height(), self.height() - height)
        return QRectF(1 + 2 * lane, top, 3 if lane else self.width() - 2, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        near = [(abs(self._box(tick).center().y() - y), tick) for tick in self._ticks]
        nearest = min(near, key=lambda each: each[0], default=None)
        held = nearest is not None and (self._box(nearest[1]).contains(1.5, y) or nearest[0] <= _NEAR)
        if nearest is not None and held:
            self.clicked.emit(nearest[1].annotation)
        elif self.height():
            self.went.emit(y / self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, painter = theme.tokens(), QPainter(self)
        top, bottom = (share * self.height() for share in self._sight)
        painter.fillRect(QRectF(0, top, self.width(), max(2.0, bottom - top)), QColor(now.colours.hover))
        for tick in self._ticks:
            painter.fillRect(self._box(tick), QColor(code_marks.line_on_text(tick.look, now)))
        for tick in self._ticks:
            if tick.annotation == self._chosen:
                around = self._box(tick).adjusted(-1, -1, 1, 1)
                around.setWidth(STRIP - 1)
                painter.setPen(QColor(now.colours.ink))
                painter.drawRect(around)
        painter.end()
