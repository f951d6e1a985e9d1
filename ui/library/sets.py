"""The named sets as tabs: all manifestos, those to be checked, then the sets in order; renamed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.library.records import ManifestoSet
from ui.theme.parts import TabBar

ALL = "All manifestos"
# What `chosen` says of the tab of manifestos that hold guesses; no set has this id.
TO_CHECK = "to-check"


class SetTabs(TabBar):
    """Tabs for all manifestos, for those that hold guesses, and for each set. F2 or a double click renames a set."""

    set_chosen = Signal(str)  # a set's id, "" for all, TO_CHECK
    renamed = Signal(str, str)  # a set's id and its new name
    menu_wanted = Signal(str, QPoint)  # a set's id, and where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sets of manifestos")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._sets: tuple[ManifestoSet, ...] = ()
        self._tabs: list[tuple[str, str]] = []
        self.currentChanged.connect(lambda _: self.set_chosen.emit(self.chosen()))
        self.tabBarDoubleClicked.connect(self.rename)
        self.customContextMenuRequested.connect(self._offer_menu)

    def show_sets(self, sets: Sequence[ManifestoSet], to_check: int | None = None) -> None:
        """Show these, with the same one chosen as before if it is still there.

        `to_check` is how many manifestos hold guesses, None for no tab of them.
        """
        checking = [] if to_check is None else [(TO_CHECK, f"To check ({to_check})" if to_check else "To check")]
        tabs = [("", ALL), *checking, *((each.id, each.name) for each in sets)]
        if tabs == self._tabs:
            return
        chosen = self.chosen()
        self.blockSignals(True)
        self._sets, self._tabs = tuple(sets), tabs
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        for place, (_, label) in enumerate(tabs):
            if place == self.count():
                self.add("")
            self.say(place, label)
        self.blockSignals(False)
        self.choose(chosen)
        if self.chosen() != chosen:
            self.set_chosen.emit(self.chosen())

    def chosen(self) -> str:
        """The id of the chosen set, "" for all manifestos, TO_CHECK for those that hold guesses."""
        place = self.currentIndex()
        return self._tabs[place][0] if 0 <= place < len(self._tabs) else ""

    def choose(self, set_id: str) -> None:
        """Choose this set; all manifestos where it is not there."""
        places = {tab: place for place, (tab, _) in enumerate(self._tabs)}
        self.setCurrentIndex(places.get(set_id, 0))

    def rename(self, place: int) -> None:
        """Let the name of the set in this tab be written anew: Return keeps it, Esc does not."""
        renaming = self._set_at(place)
        if renaming is None:
            return
        field = _NameField(self, renaming.name)
        field.setGeometry(self.tabRect(place).adjusted(0, 2, 0, -4))
        field.entered.connect(lambda name: self.renamed.emit(renaming.id, name))
        field.show()
        field.setFocus()

    def _offer_menu(self, point: QPoint) -> None:
        pointed = self._set_at(self.tabAt(point))
        if pointed is not None:
            self.menu_wanted.emit(pointed.id, self.mapToGlobal(point))

    def _set_at(self, place: int) -> ManifestoSet | None:
        tab = self._tabs[place][0] if 0 <= place < len(self._tabs) else ""
        return next((each for each in self._sets if each.id == tab), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.rename(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _NameField(QLineEdit):
    """A field over a tab, gone when it is done."""

    entered = Signal(str)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(name, parent)
        self._name = name
        self.setAccessibleName("Name of the set")
        self.selectAll()
        self.editingFinished.connect(self._finish)

    def _finish(self) -> None:
        if self.isHidden():
            return
        self.hide()
        self.deleteLater()
        if self.text().strip() and self.text() != self._name:
            self.entered.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._name)
            self._finish()
        else:
            super().keyPressEvent(event)
