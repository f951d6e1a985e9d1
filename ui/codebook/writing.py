"""The fields in which is written of a code: what is written is kept when the field is left."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from ui import theme
from ui.theme.tokens import STEP, TWO

_LEAST, _MOST = 2, 8  # lines


class Lines(QPlainTextEdit):
    """A field of several lines, as high as they are within bounds."""

    left = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.fit)
        theme.changed.connect(self.fit)
        self.fit()

    @property
    def written(self) -> str:
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show this, without moving the cursor where it stands there already."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
            self.fit()

    def fit(self) -> None:
        """Be as high as the lines are."""
        lines = min(max(round(self.document().size().height()), _LEAST), _MOST)
        height = QFontMetrics(theme.fonts.interface(theme.tokens().body)).lineSpacing()
        self.setFixedHeight(lines * height + TWO + STEP)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class OneLine(QLineEdit):
    """A short field; Return keeps what is written as leaving it does."""

    left = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self.left)

    @property
    def written(self) -> str:
        return self.text()

    def show_text(self, text: str) -> None:
        """Show this, without moving the cursor where it stands there already."""
        if text != self.text():
            self.setText(text)
