"""Which item of a list the keys act on, told to those who listen when the list takes the keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget


class CurrentItems(QObject):
    """Tells of the item in use of every list and table of `window` that takes the keys.

    Qt tells of the list alone, and of an item only when another comes into use while the list has the keys.
    """

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QAbstractItemView) and self._window.isAncestorOf(now):
            QTimer.singleShot(0, now, lambda: _tell(now))  # after Qt has told of the list: what is told last counts


def _tell(view: QAbstractItemView) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # slow, and most people read with their eyes

    if not QAccessible.isActive() or not view.hasFocus():
        return
    seen = QAccessible.queryAccessibleInterface(view)
    item = seen.focusChild() if seen is not None else None
    if item is not None and item.isValid():
        QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))
