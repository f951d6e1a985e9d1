"""A quiet button that shows its key, a code's colour and a name; it gives way to narrow places by cutting the name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from reader.wording import tr
from ui import theme
from ui.theme import fonts
from ui.theme.style import OwnFocus
from ui.theme.tokens import DOT, FOUR, HALF, RADIUS, STEP
from ui.theme.words import give_tip, one_line


class Chip(OwnFocus, QPushButton):
    """`key` is what to press for it; `colour` is that of a code (#rrggbb), None for what is no code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._name = "", ""
        self._colour: str | None = None
        self._there = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, name: str, key: str, *, colour: str | None = None, there: bool = False, hint: str = "") -> None:
        """Show this; `there` says that the code stands on the words already, `hint` more of it for the tip."""
        self._name, self._key, self._colour, self._there = one_line(name), key, colour, there
        self.setAccessibleName(tr("{code}, on these words", code=self._name) if there else self._name)
        self.setAccessibleDescription(", ".join(filter(None, (key, hint))))
        give_tip(self, "\n".join(filter(None, (f"{self._name} ({key})" if key else self._name, hint))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        name = _metrics(bold=self._there).horizontalAdvance(self._name)
        return QSize(2 * STEP + self._before() + name + 1, round((FOUR - HALF) * max(1.0, theme.tokens().scale)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _before(self) -> int:
        """How much room key and colour take."""
        key = _metrics(small=True).horizontalAdvance(self._key) + STEP if self._key else 0
        return key + (DOT + STEP - 2 if self._colour is not None else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens().colours
        inside = self.rect().adjusted(0, 0, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        x = STEP
        if self._key:
            painter.setFont(fonts.interface(theme.tokens().small, figures=True))
            painter.setPen(QColor(colours.secondary))
            painter.drawText(QRect(x, 0, self.width(), self.height()), middle, self._key)
            x += painter.fontMetrics().horizontalAdvance(self._key) + STEP
        if self._colour is not None:
            ground = theme.legible(self._colour or colours.secondary, colours.raised, colours.ink)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawEllipse(x, self.height() // 2 - DOT // 2, DOT, DOT)
            x += DOT + STEP - 2
        painter.setFont(fonts.interface(theme.tokens().body, bold=self._there))
        painter.setPen(QColor(colours.ink))
        words = QRect(x, 0, self.width() - x - STEP // 2, self.height())
        elided = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle, elided)


def _metrics(*, small: bool = False, bold: bool = False) -> QFontMetrics:
    now = theme.tokens()
    return QFontMetrics(fonts.interface(now.small, figures=True) if small else fonts.interface(now.body, bold=bold))
