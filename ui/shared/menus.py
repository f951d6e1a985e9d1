"""The menus of the window, from the table of actions."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.actions.offered import MENUS, TABLE, Actions, ActionSpec
from ui.theme.words import caption

# What stands together; a line divides it from the rest of its menu.
_GROUPS = {
    "export": "leaving",
    "print": "leaving",
    "quit": "quit",
    "undo": "undo",
    "redo": "undo",
    "larger": "size",
    "smaller": "size",
    "usual-size": "size",
    "theme-system": "theme",
    "theme-light": "theme",
    "theme-dark": "theme",
    "single-keys": "keys",
    "palette": "find",
    "back": "back",
    "about": "about",
}


def fill(bar: QMenuBar, actions: Actions) -> None:
    """Make the five menus. What a place can do stands in them while it is the place in use."""
    for title in MENUS:
        menu = QMenu(caption(title), bar)
        menu.setObjectName(f"menu-{title.lower()}")
        rows = [spec for spec in TABLE if spec.menu == title]
        for number, (_, group) in enumerate(groupby(rows, _group)):
            if number:
                menu.addSeparator()
            for spec in group:
                menu.addAction(actions.action(spec.id))
        bar.addMenu(menu)


def _group(spec: ActionSpec) -> str:
    return _GROUPS.get(spec.id, spec.place or "")


def offer(menu: QMenu, point: QPoint) -> None:
    """Show a menu made for this moment at this place of the screen, without waiting for it; it goes when it closes.

    Waiting would be an event loop within what led here: what that was about may be gone when it ends.
    """
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(point)
