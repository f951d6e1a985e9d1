"""A list whose rows are acted on by keys of its own, single letters among them, and by a menu that offers the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from ui.session.settings import Settings
from ui.shared.menus import offer
from ui.theme.words import caption

PLAIN = Qt.KeyboardModifier.NoModifier
Offers: TypeAlias = list[tuple[str, Callable[[], object]]]
# What each key does, and how that is called in the menu, "" for not there.
Keys: TypeAlias = dict[tuple[Qt.Key, Qt.KeyboardModifier], tuple[str, Callable[[], object]]]


def answer_of(keys: Keys, event: QKeyEvent, *, letters: bool) -> Callable[[], object] | None:
    """What a key does, None for nothing; letters do nothing where people have switched them off."""
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z and modifiers == PLAIN and not letters:
        return None
    found = keys.get((key, modifiers))
    return found[1] if found is not None else None


class KeyedList(QListView):
    """`keys` is what each key does and how that is called in the menu, "" for not there."""

    def __init__(self, settings: Settings, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__(parent)
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

    def _answer(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What this key does here, outside a field. Letters do nothing where people have switched them off."""
        if self.state() is QAbstractItemView.State.EditingState:
            return None
        return answer_of(self.keys, event, letters=self._settings.now.single_keys)

    def _offer_menu(self, point: QPoint) -> None:
        offers = self.offered()
        if not offers:
            return
        menu = QMenu(self)
        for text, slot in offers:
            menu.addAction(caption(text), slot)
        offer(menu, self.viewport().mapToGlobal(point))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._answer(event):
            event.accept()  # the place beside has these keys too
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = self._answer(event)
        if answer is not None:
            answer()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        return
