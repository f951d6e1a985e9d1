"""Qlementine, with menus that answer a click at once, and lists in which a click chooses and does not open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QStyle, QStyleHintReturn, QStyleOption, QWidget
from PySide6Qlementine import QlementineStyle


class OwnFocus:
    """A mark for widgets that draw themselves: the style would lay the focus ring of their kind over it."""


class Style(QlementineStyle):
    """The style of the program. Each menu hears the mouse itself.

    Qlementine takes the release of the button, lets the item flash, and hands the release on later, to a menu that may
    have closed and gone meanwhile: the program then dies.
    """

    def polish(self, what: QWidget | QApplication | QPalette) -> None:  # type: ignore[override]  # three overloads
        if isinstance(what, OwnFocus):
            return
        super().polish(what)
        if isinstance(what, QMenu):
            what.installEventFilter(_prompt)  # the last one installed is asked first

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick:
            return 0  # Qlementine's own answer opens the first file that is clicked, so that nobody can choose several
        if hint is QStyle.StyleHint.SH_Menu_FlashTriggeredItem:
            return 0  # a flash is an event loop, in which the menu may be clicked again, closed and deleted
        return super().styleHint(hint, option, widget, returned)


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
