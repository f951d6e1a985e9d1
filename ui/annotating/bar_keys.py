"""What keys do while the bar is open and the words beside it have the focus, or its own buttons."""

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

_NOT_HELD = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier  # AltGr types letters

Act: TypeAlias = Callable[[], object]
# By key and modifiers; letters and signs as they are typed go to `typed` where no act has them.
# A letter of the place in which the bar lies never acts while the focus is in the bar.
Acts: TypeAlias = Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Act]


class BarKeys(QObject):
    """Hears the keys of one widget before it and the actions of the window do; of the bar's own parts the letters."""

    let_go = Signal()  # Shift

    def __init__(self, acts: Callable[[], Acts], typed: Callable[[str], Act | None], bar: QWidget) -> None:
        """`acts` are those of this moment; `typed` gives what a letter or sign does else, None where it is not ours."""
        super().__init__(bar)
        self._acts = acts
        self._typed = typed
        self._bar = bar
        self._heard: QWidget | None = None
        bar.installEventFilter(self)

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
        modifiers = event.modifiers() & ~_NOT_HELD
        key, text = event.key(), event.text()
        if text in _DIGITS and modifiers == SHIFT:  # where digits are typed with Shift, on French keyboards
            key, modifiers = Qt.Key.Key_0 + int(text), PLAIN
        acts = {(known.value, held): act for (known, held), act in self._acts().items()}
        found = acts.get((key, modifiers))
        if found is not None:
            return found
        return self._typed(text) if modifiers in (PLAIN, SHIFT) and _is_sign(text) else None

    def _answer_inside(self, event: QKeyEvent) -> Act | None:
        """What no part of the bar has taken for itself: letters alone, since other keys lead about in it."""
        if event.modifiers() & ~_NOT_HELD not in (PLAIN, SHIFT) or not _is_sign(event.text()):
            return None
        return self._answer(event) or _nothing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or watched not in (self._heard, self._bar):
            return False
        if event.type() is QEvent.Type.KeyRelease:
            if event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat():
                self.let_go.emit()
            return False
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        answer = self._answer_inside(event) if watched is self._bar else self._answer(event)
        if answer is None:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            answer()
        return True


def _is_sign(text: str) -> bool:
    """Whether it is something that is typed, a blank apart, which presses buttons."""
    return text.isprintable() and not text.isspace() and bool(text)


def _nothing() -> None:
    """What a key does that is the bar's and has nothing to do in it now."""
