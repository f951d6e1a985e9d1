"""Widgets that answer keys themselves, before the actions of the place that have the same keys."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
else:
    QWidget = object  # a class of Qt's stands beside it among the bases, and only one may


class OwnKeys(QWidget):
    """Stands before the class of Qt's among the bases of a widget. What `answer` gives is done; other keys are Qt's."""

    @abstractmethod
    def answer(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What this key does here, None for nothing of the widget's own."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.answer(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = self.answer(event)
        if answer is not None:
            answer()
        else:
            super().keyPressEvent(event)
