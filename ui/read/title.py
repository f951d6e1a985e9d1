"""The title of the manifesto that is open, from which another one is chosen, and its party's colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from reader.wording import tr
from ui import theme
from ui.shared.choosing import Choice, choose
from ui.theme.icons import picture
from ui.theme.tokens import HALF, ICON, RADIUS, STEP
from ui.theme.words import give_tip, one_line

_BAR_WIDTH = 4
_NOTHING = "Choose a manifesto"


class PartyBar(QWidget):
    """A small bar in a party's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = ""
        self.setFixedWidth(_BAR_WIDTH)

    def show_colour(self, colour: str) -> None:
        """Show this colour (#rrggbb, "" for none)."""
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._colour:
            colours = theme.tokens().colours
            painter = QPainter(self)
            bar = QRect(0, HALF, self.width(), self.height() - 2 * HALF)
            painter.fillRect(bar, QColor(theme.legible(self._colour, colours.surface, colours.ink)))
            painter.end()


class TitlePicker(QComboBox):
    """A choice that looks like the title it shows; the style would draw a box round it.

    Its list lies over the window and finds what is typed. A letter typed here opens it and chooses nothing.
    """

    chosen = Signal(str)  # id, from the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Manifesto")
        give_tip(self, "Choose another manifesto (Ctrl+L)")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def showPopup(self) -> None:
        def take(taken: tuple[str, ...]) -> None:
            if taken and taken[0] != self.currentData():
                self.chosen.emit(taken[0])

        rows = [(str(self.itemData(at)), self.itemText(at), at == self.currentIndex()) for at in range(self.count())]
        choices = [Choice(name, title, chosen=now) for name, title, now in rows]
        choose(self, tr("Which manifesto?"), choices, take, find=tr("Type what is in its title"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed.strip() and typed.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.fonts.reading(theme.tokens().title, bold=True))
        width = metrics.horizontalAdvance(one_line(self.currentText()) or _NOTHING) + 4 * STEP + ICON
        return QSize(width, metrics.height() + HALF)

    def minimumSizeHint(self) -> QSize:
        return QSize(16 * STEP, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.tokens().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        painter.setFont(theme.fonts.reading(theme.tokens().title, bold=True))
        painter.setPen(QColor(colours.ink if self.currentText() else colours.secondary))
        words = self.rect().adjusted(STEP, 0, -2 * STEP - ICON, 0)
        title = painter.fontMetrics().elidedText(
            one_line(self.currentText()) or _NOTHING, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        ratio = self.devicePixelRatioF()
        beside = words.left() + painter.fontMetrics().horizontalAdvance(title) + HALF
        arrow = QRect(beside, self.rect().center().y() - ICON // 2 + 1, ICON, ICON)
        size = round(ICON * ratio)
        painter.drawPixmap(arrow, picture("down", colours.secondary, QSize(size, size)))
        painter.end()
