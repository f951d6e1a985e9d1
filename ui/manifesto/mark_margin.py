"""The margin beside words in which codes are named: the beginning of the code's line, its name, a sign for a memo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.wording import tr
from ui import theme
from ui.manifesto.marks import Mark
from ui.theme import code_marks
from ui.theme.contrast import mixed
from ui.theme.mark_paint import paint_line, paint_memo
from ui.theme.tokens import HALF, STEP
from ui.theme.words import one_line, show_tip

# How many lines a label may be pushed down by those above it; further ones are counted on the last.
_DRIFT = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A mark that begins in sight, and the height of its first line on the view, in pixels."""

    mark: Mark
    y: int


@dataclass(slots=True)
class _Placed:
    mark: Mark
    box: QRect
    more: int = 0  # marks that had no room of their own below it


class MarkMargin(QWidget):
    """Paints the labels it is given, says them to a screen reader, and tells which one is clicked."""

    clicked = Signal(str)  # the id of an annotation

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: tuple[Label, ...] = ()
        self._placed: list[_Placed] = []
        self._chosen = self._own = ""
        self.setAccessibleName(tr("Codes beside the text"))
        self.hide()

    @property
    def labels(self) -> tuple[Label, ...]:
        return self._labels

    def show_labels(self, labels: Sequence[Label], chosen: str, own: str) -> None:
        """Show these from top to bottom; `chosen` is the id of the annotation that is chosen, `own` of the coder."""
        if (tuple(labels), chosen, own) != (self._labels, self._chosen, self._own):
            self._labels, self._chosen, self._own = tuple(labels), chosen, own
            self._place()
            self.setAccessibleDescription("; ".join(self.words_of(label.mark) for label in labels))
            self.update()

    def words_of(self, mark: Mark) -> str:
        """What a label says: the code, whose it is where it is another's, and whether there is a memo."""
        parts = [mark.coding.name]
        if mark.coding.coder.id != self._own:
            parts.append(mark.coding.coder.name)
        if mark.coding.memos:
            parts.append(tr("memo"))
        return ", ".join(parts)

    def _face(self) -> QFont:
        return theme.fonts.interface(theme.tokens().small)

    def _place(self) -> None:
        """Put each beside its line, or below the one before; where it would come too far down, count it there."""
        height = QFontMetrics(self._face()).height() + 2
        self._placed, bottom = [], 0
        for label in self._labels:
            top = max(label.y, bottom)
            if self._placed and top - label.y > _DRIFT * height:
                self._placed[-1].more += 1
                continue
            self._placed.append(_Placed(label.mark, QRect(0, top, self.width(), height)))
            bottom = top + height

    def _at(self, y: int) -> _Placed | None:
        return next((one for one in self._placed if one.box.top() <= y <= one.box.bottom()), None)

    def _paint(self, painter: QPainter, one: _Placed) -> None:
        now, box = theme.tokens(), one.box
        chosen = one.mark.id == self._chosen
        colour = code_marks.line_on_text(one.mark.look, now)
        if chosen:
            painter.fillRect(box, QColor(mixed(colour, now.colours.surface, 0.18)))
        thick = code_marks.thickness(now)
        left = box.left() + HALF
        middle = box.center().y()
        paint_line(painter, left, left + code_marks.SAMPLE, middle, thick, colour=colour, pattern=one.mark.look.pattern)
        left += code_marks.SAMPLE + HALF
        right = box.right() - HALF
        if one.mark.coding.memos:
            side = painter.fontMetrics().ascent()
            if box.width() < code_marks.LEAST_MARGIN:
                return
            right -= side
            paint_memo(painter, QRectF(right, middle - side / 2, side * 0.8, side), now.colours.secondary)
            right -= HALF
        if right - left < 2 * STEP:
            return
        name = one_line(one.mark.coding.name)
        if one.mark.coding.coder.id != self._own:
            name = f"{name} · {initials(one.mark.coding.coder.name)}"
        if one.more:
            name = f"{name} +{one.more}"
        painter.setPen(QColor(now.colours.ink if chosen else now.colours.secondary))
        painter.setFont(theme.fonts.interface(now.small, bold=chosen))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, right - left)
        across = QRect(left, box.top(), right - left, box.height())
        painter.drawText(across, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(event.pos().y())
            show_tip(event.globalPos(), self.words_of(found.mark) if found else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position().toPoint().y())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(found.mark.id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for one in self._placed:
            self._paint(painter, one)
        painter.end()


def initials(name: str) -> str:
    """The first letters of a name: "Ines Example" is IE."""
    return "".join(part[0] for part in name.split()[:3]).upper()
