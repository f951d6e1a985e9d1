"""A panel that floats over the window until Esc, a click elsewhere or a choice closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from ui import theme
from ui.theme.tokens import FOUR, HALF, RADIUS, SIX, STEP, THREE

WIDTH = 640
WIDE = 800


class Overlay(QWidget):
    """Covers `window`, unseen, with `content` on a panel; gives it the focus, and gives the focus back at the end."""

    closed = Signal()

    def __init__(self, window: QWidget, content: QWidget, name: str, width: int = WIDTH) -> None:
        super().__init__(window)
        self._width = width
        self._over = window
        self._content = content
        self._before: QWidget | None = None
        self._panel = Raised(self, name)
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(STEP, STEP, STEP, STEP)
        inside.addWidget(content)
        self.setFocusProxy(content)
        self.hide()
        window.installEventFilter(self)

    def open(self) -> None:
        """Show the panel in the upper middle of the window."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.fit()
        self.show()
        self.raise_()
        self._content.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close it, if it is open."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        # Qt may have deleted it meanwhile: a row that an import filled anew, a field that was being edited.
        if before is not None and Shiboken.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def fit(self) -> None:
        """Be as high as the content now wants to be."""
        window = self._over
        self.setGeometry(window.rect())
        width = min(self._width, window.width() - 2 * THREE)
        height = min(self._content.sizeHint().height() + 2 * STEP, window.height() - SIX - FOUR)
        self._panel.setGeometry(QRect((window.width() - width) // 2, SIX, width, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible() and watched is self._over:
            self.fit()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus inside."""
        inside = [each for each in self.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        inside = [each for each in inside if each.isVisible() and each.isEnabled() and each.focusProxy() is None]
        here = QApplication.focusWidget()
        if inside:
            place = inside.index(here) if here in inside else -1
            inside[(place + (1 if forward else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.dismiss()


class Raised(QFrame):
    """What floats: the raised ground, a hair line round it, and the program's only shadow."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(FOUR)
        shadow.setOffset(0, HALF)
        colour = QColor(theme.tokens().colours.shadow)
        colour.setAlphaF(0.3)
        shadow.setColor(colour)
        self.setGraphicsEffect(shadow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens().colours
        painter.setBrush(QColor(colours.raised))
        painter.setPen(QColor(colours.line))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
