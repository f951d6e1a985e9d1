"""What keys do while the bar is open and the words beside it have the focus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

_DIGITS = tuple("0123456789")

Act: TypeAlias = Callable[[], object]
# By key and modifiers; letters and signs as they are typed go to `typed` where no act has them.
Acts: TypeAlias = Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Act]


class BarKeys(QObject):
    """Hears the keys of one widget before it and the actions of the window do."""

    let_go = Signal()  # Shift

    def __init__(self, acts: Callable[[], Acts], typed: Callable[[str], Act | None], parent: QObject) -> None:
        """`acts` are those of this moment; `typed` gives what a letter or digit begins, None where it is not ours."""
        super().__init__(parent)
        self._acts = acts
        self._typed = typed
        self._heard: QWidget | None = None

    def hear(self, widget: QWidget | None) -> None:
        """Hear the keys of this widget alone; of none for None."""
        if widget is self._heard:
            return
        if self._heard is not None:
            self._heard.removeEventFilter(self)
        self._heard = widget
        if widget is not None:
            widget.installEventFilter(self)

    def _answer(self, event: QKeyEvent) -> Act | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, text = event.key(), event.text()
        if text in _DIGITS and modifiers == SHIFT:  # where digits are typed with Shift, on French keyboards
            key, modifiers = Qt.Key.Key_0 + int(text), PLAIN
        acts = {(known.value, held): act for (known, held), act in self._acts().items()}
        found = acts.get((key, modifiers))
        if found is not None:
            return found
        return self._typed(text) if modifiers in (PLAIN, SHIFT) and text.isalnum() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or watched is not self._heard:
            return False
        if event.type() is QEvent.Type.KeyRelease:
            if event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat():
                self.let_go.emit()
            return False
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        answer = self._answer(event)
        if answer is None:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            answer()
        return True
