"""The table of actions as QActions: offered where somebody answers to them, with the keys that people want."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.actions.table import (
    CODING,
    COMPARE,
    LIBRARY,
    MENUS,
    NOTES,
    PLACES,
    PLANS,
    PRESENT,
    READ,
    SEARCH,
    TABLE,
    ActionSpec,
    actions_of,
    is_single,
)
from ui.theme.icons import icon
from ui.theme.words import caption

__all__ = [
    "CODING",
    "COMPARE",
    "LIBRARY",
    "MENUS",
    "NOTES",
    "PLACES",
    "PLANS",
    "PRESENT",
    "READ",
    "SEARCH",
    "TABLE",
    "ActionSpec",
    "Actions",
    "actions_of",
    "is_single",
]


class Actions:
    """The table as QActions. An action is offered from the moment somebody has connected it."""

    def __init__(self, owner: QObject) -> None:
        self._specs = {spec.id: spec for spec in TABLE}
        self._actions = {spec.id: _made(spec, owner) for spec in TABLE}
        self._single_keys = True
        self._here: str | None = None
        self._connected: set[str] = set()
        self._barred: set[str] = set()
        self._only: dict[str, frozenset[str]] = {}
        self._drawn: set[str] = set()
        theme.changed.connect(self._draw_icons)

    def action(self, name: str) -> QAction:
        """The QAction with this id, for menus and buttons."""
        return self._actions[name]

    def spec(self, name: str) -> ActionSpec:
        """The row of the table with this id."""
        return self._specs[name]

    def connect(self, name: str, slot: Callable[..., object]) -> None:
        """Call `slot` when the action is chosen; with whether it is on, for one that is checkable."""
        action = self._actions[name]
        if self._specs[name].checkable:
            action.triggered.connect(slot)
        else:
            action.triggered.connect(lambda: slot())
        self._connected.add(name)
        self._offer(name)

    def attach(self, place: str, widget: QWidget) -> None:
        """Make the keys of this place work while the focus is in its widget."""
        for spec in actions_of(place):
            action = self._actions[spec.id]
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            widget.addAction(action)
            if spec.icon:
                self._drawn.add(spec.id)
        self._draw_icons()

    def show_place(self, place: str) -> None:
        """Offer the actions of this place and those that work everywhere, no others."""
        self._here = place
        for name in self._specs:
            self._offer(name)

    def allow(self, name: str, allowed: bool) -> None:
        """Whether there is anything to do for the action now; an action of a place is hidden while there is not."""
        (self._barred.discard if allowed else self._barred.add)(name)
        self._offer(name)

    def narrow(self, place: str, only: frozenset[str] | None) -> None:
        """Offer no actions of this place but these while something hides what the others act on; None for all again.

        Whether each is allowed is not forgotten meanwhile.
        """
        if only is None:
            self._only.pop(place, None)
        else:
            self._only[place] = only
        for spec in actions_of(place):
            self._offer(spec.id)

    def offered(self) -> list[ActionSpec]:
        """What can be done here and now, in the order of the table."""
        return [spec for name, spec in self._specs.items() if self._actions[name].isEnabled()]

    def everywhere(self) -> list[QAction]:
        """The actions that work in every place, for the window to listen to their keys."""
        return [self._actions[spec.id] for spec in actions_of(None)]

    def connected(self) -> frozenset[str]:
        """The ids that somebody answers to."""
        return frozenset(self._connected)

    @property
    def single_keys(self) -> bool:
        """Whether keys that are one letter work."""
        return self._single_keys

    def use_single_keys(self, used: bool) -> None:
        """Whether keys that are one letter work."""
        self._single_keys = used
        for name, spec in self._specs.items():
            self._actions[name].setShortcuts(_keys(spec, used))

    def close(self) -> None:
        """Follow the theme no longer."""
        theme.changed.disconnect(self._draw_icons)

    def _draw_icons(self) -> None:
        for name in self._drawn:
            self._actions[name].setIcon(icon(self._specs[name].icon or ""))

    def _offer(self, name: str) -> None:
        spec = self._specs[name]
        here = spec.place is None or self._here is None or spec.place == self._here
        could = name in self._connected and here
        hidden = spec.place in self._only and name not in self._only[spec.place]
        allowed = name not in self._barred and not hidden
        self._actions[name].setVisible(could and (allowed or spec.place is None))
        self._actions[name].setEnabled(could and allowed)


def _made(spec: ActionSpec, owner: QObject) -> QAction:
    action = QAction(caption(spec.text), owner)
    action.setObjectName(spec.id)
    action.setCheckable(spec.checkable)
    action.setIconVisibleInMenu(False)
    action.setStatusTip(spec.description)
    action.setShortcuts(_keys(spec, single=True))
    action.setMenuRole(QAction.MenuRole.QuitRole if spec.id == "quit" else QAction.MenuRole.NoRole)
    action.setVisible(False)
    action.setEnabled(False)
    return action


def _keys(spec: ActionSpec, single: bool) -> list[QKeySequence]:
    """The keys to listen to; none where a view hears them itself."""
    if spec.heard_by_view:
        return []
    return [QKeySequence(key) for key in (spec.shortcut, *spec.also) if key and (single or not is_single(key))]
