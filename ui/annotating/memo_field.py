"""A small field for a memo or a note: Return keeps it, Shift+Return begins a line, Esc leaves all as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader.wording import tr
from ui.theme.tokens import STEP
from ui.theme.words import one_line

_LINES = 4
_AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class MemoField(QPlainTextEdit):
    """What was typed is kept too when people go elsewhere: it is done without asking, and Undo takes it back."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._before = ""
        self._writing = False

    def begin(self, text: str, code: str = "") -> None:
        """Write on at the end of this text: a memo on words that have a code of this name, else a note."""
        self.setAccessibleName(tr("Memo") if code else tr("Note"))
        words = tr("Memo on “{code}”. Return keeps it.", code=one_line(code))
        self.setPlaceholderText(words if code else tr("Note. Return keeps it."))
        self._before, self._writing = text, True
        self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> None:
        """What stands here is the memo."""
        if self._writing:
            self._writing = False
            self.kept.emit(self.toPlainText())

    def go_on(self) -> None:
        """It could not be kept: what was typed stays to be kept later."""
        self._writing = True

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _LINES * self.fontMetrics().lineSpacing() + 2 * STEP)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_own(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._writing = False
            self.left.emit()
        else:
            self.keep()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._writing and event.reason() not in _AWAY:
            if self.toPlainText() == self._before:
                self._writing = False
                self.left.emit()
            else:
                self.keep()


def _is_own(event: QKeyEvent) -> bool:
    """Whether it is a key that ends the writing."""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return event.key() == Qt.Key.Key_Escape or (event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift)
