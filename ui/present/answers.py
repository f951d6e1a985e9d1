"""The answers to a question on the wall: each with its number and, once hands were counted, with its votes."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.wording import tr, tr_count
from ui import theme
from ui.present.look import Look, leading
from ui.present.words import Face, Words, font_of

_BAR = 0.34  # of the width, for the longest bar of votes


class AnswerRow(QWidget):
    """One answer. The keys can go to it: then numbers are typed into it, and a line at its left says so."""

    def __init__(self, number: int, name: str, look: Look, width: int, *, right: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._look, self._right = name, look, right
        self._number = number
        self._votes, self._of, self._shown = 0, 0, False
        self._indent = round(look.type * 1.3)
        self._words_width = round((width - self._indent) * (1 - _BAR)) - look.gap
        # The words are drawn here and spoken by the row: a screen reader hears each answer once.
        self._words = Words(name, Face.NAME if right else Face.READ, look.type, self._words_width, lines=1, parent=self)
        self._words.move(self._indent, round(look.type * 0.12))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.resize(width, self._words.height() + round(look.type * 0.24))
        self.show_votes(0, 0, shown=False)

    def show_votes(self, votes: int, of: int, *, shown: bool) -> None:
        """So many of the most that an answer has; `shown` once any hand was counted at this question."""
        self._votes, self._of, self._shown = votes, of, shown
        said = answer_said(self._number, self._name, right=self._right)
        counted = tr_count("1 vote", "{count} votes", votes)
        self.setAccessibleName(f"{said}, {counted}" if shown else said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, colours = QPainter(self), self._look, theme.tokens().colours
        painter.setFont(font_of(Face.NAME, look.type))
        middle = QRect(0, 0, self._indent, self.height())
        if self.hasFocus() or self._right:
            thick = max(3, look.type // 8)
            painter.fillRect(QRect(0, 0, thick, self.height()), QColor(colours.accent))
        painter.setPen(QColor(colours.accent if self._right else colours.ink))
        painter.drawText(middle.adjusted(look.type // 3, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(self._number))
        if not self._shown:
            return
        left = self._indent + self._words_width + look.gap
        digits = round(QFontMetricsF(font_of(Face.NAME, look.type)).horizontalAdvance("000"))
        total = QRect(left, 0, digits, self.height())
        painter.setPen(QColor(colours.ink))
        alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(total, alignment, str(self._votes))
        if self._votes:
            room = self.width() - total.right() - look.gap // 2
            thick = round(leading(look.type) * 0.36)
            length = room * self._votes // self._of
            bar = QRect(total.right() + look.gap // 2, (self.height() - thick) // 2, length, thick)
            painter.fillRect(bar, QColor(colours.accent if self._right else colours.control))


def answer_said(number: int, name: str, *, right: bool) -> str:
    """What is said of an answer."""
    if right:
        return tr("{number}  {name}: right", number=number, name=name)
    return tr("{number}  {name}", number=number, name=name)
