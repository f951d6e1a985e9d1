"""Lists whose rows are acted on by keys of their own, single letters among them, and by a menu that offers the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from ui.session.settings import Settings
from ui.shared.menus import offer
from ui.shared.own_keys import OwnKeys
from ui.theme.words import caption

PLAIN = Qt.KeyboardModifier.NoModifier
Offers: TypeAlias = list[tuple[str, Callable[[], object]]]
# What each key does, and how that is called in the menu, "" for not there.
Keys: TypeAlias = dict[tuple[Qt.Key, Qt.KeyboardModifier], tuple[str, Callable[[], object]]]

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object  # as in OwnKeys


def answer_of(keys: Keys, event: QKeyEvent, *, letters: bool) -> Callable[[], object] | None:
    """What a key does, None for nothing; letters do nothing where people have switched them off."""
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z and modifiers == PLAIN and not letters:
        return None
    found = keys.get((key, modifiers))
    return found[1] if found is not None else None


class KeyedView(OwnKeys, _View):
    """Stands before a list or tree of Qt's. `keys` is what each key does outside a field."""

    def begin_keys(self, settings: Settings, name: str) -> None:
        """Be set up, once the view is there. `name` is what a screen reader calls it."""
        self._settings = settings
        self.keys: Keys = {}
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_menu)

    def offered(self) -> Offers:
        """What can be done with the row in use, by the names of the menu."""
        return [(text, slot) for text, slot in self.keys.values() if text]

    @property
    def writing(self) -> bool:
        """Whether somebody writes in a row."""
        return self.state() is QAbstractItemView.State.EditingState

    def answer(self, event: QKeyEvent) -> Callable[[], object] | None:
        return None if self.writing else answer_of(self.keys, event, letters=self._settings.now.single_keys)

    def _offer_menu(self, point: QPoint) -> None:
        offers = self.offered()
        if not offers:
            return
        menu = QMenu(self)
        for text, slot in offers:
            menu.addAction(caption(text), slot)
        offer(menu, self.viewport().mapToGlobal(point))

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys: none of them looks for a row."""


class KeyedList(KeyedView, QListView):
    """`keys` is what each key does and how that is called in the menu, "" for not there."""

    def __init__(self, settings: Settings, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__(parent)
        self.begin_keys(settings, name)
