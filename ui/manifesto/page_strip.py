"""The strip beside flowing text in which printed page numbers stand where their pages begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.wording import tr
from ui import theme
from ui.theme.paper import line_height
from ui.theme.tokens import STEP


class PageNumber(NamedTuple):
    """A page that begins in sight: its printed number, and the top of the line beside its first, in pixels."""

    label: str
    y: int


class PageStrip(QWidget):
    """Paints the numbers it is given, and says them to a screen reader."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._numbers: tuple[PageNumber, ...] = ()
        self.setAccessibleName(tr("Printed page numbers"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def numbers(self) -> tuple[PageNumber, ...]:
        return self._numbers

    def show_numbers(self, numbers: Sequence[PageNumber]) -> None:
        """Show these and no others."""
        if tuple(numbers) != self._numbers:
            self._numbers = tuple(numbers)
            self.setAccessibleDescription("; ".join(tr("page {page} begins", page=number.label) for number in numbers))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now = theme.tokens()
        painter = QPainter(self)
        painter.setFont(theme.fonts.interface(now.small))
        painter.setPen(QColor(now.colours.secondary))
        line = line_height(now.reading)
        for number in self._numbers:
            box = QRect(0, number.y, self.width() - STEP, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number.label)
        painter.end()
