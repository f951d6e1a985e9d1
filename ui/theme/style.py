"""Qlementine, with menus that answer a click at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from PySide6Qlementine import QlementineStyle


class Style(QlementineStyle):
    """The style of the program. Each menu hears the mouse itself.

    Qlementine takes the release of the button, lets the item flash, and hands the release on later, to a menu that may
    have closed and gone meanwhile: the program then dies.
    """

    def polish(self, what: QWidget | QApplication | QPalette) -> None:  # type: ignore[override]  # three overloads
        super().polish(what)
        if isinstance(what, QMenu):
            what.installEventFilter(_prompt)  # the last one installed is asked first


class _Prompt(QObject):
    """Gives the release of a button to the menu itself, before the style's own filter can keep it."""

    def eventFilter(self, menu: QObject, event: QEvent) -> bool:
        if not isinstance(menu, QMenu) or not isinstance(event, QMouseEvent):
            return False
        if event.type() is not QEvent.Type.MouseButtonRelease:
            return False
        menu.mouseReleaseEvent(event)
        return True


_prompt = _Prompt()
