"""The named sets as tabs: all manifestos first, then the sets in their order; renamed where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.library.records import ManifestoSet
from ui.theme.parts import TabBar

ALL = "All manifestos"


class SetTabs(TabBar):
    """One tab for all manifestos, one for each set. F2 or a double click renames a set."""

    set_chosen = Signal(str)  # a set's id, "" for all
    renamed = Signal(str, str)  # a set's id and its new name
    menu_wanted = Signal(str, QPoint)  # a set's id, and where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sets of manifestos")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._sets: tuple[ManifestoSet, ...] = ()
        self.currentChanged.connect(lambda _: self.set_chosen.emit(self.chosen()))
        self.tabBarDoubleClicked.connect(self.rename)
        self.customContextMenuRequested.connect(self._offer_menu)

    def show_sets(self, sets: Sequence[ManifestoSet]) -> None:
        """Show these, with the same one chosen as before if it is still there."""
        if tuple(sets) == self._sets and self.count():
            return
        chosen = self.chosen()
        self.blockSignals(True)
        self._sets = tuple(sets)
        while self.count():
            self.removeTab(0)
        for label in (ALL, *(each.name for each in sets)):
            self.addTab(label.replace("&", "&&"))
        self.blockSignals(False)
        self.choose(chosen)
        if self.chosen() != chosen:
            self.set_chosen.emit(self.chosen())

    def chosen(self) -> str:
        """The id of the chosen set, "" for all manifestos."""
        place = self.currentIndex() - 1
        return self._sets[place].id if 0 <= place < len(self._sets) else ""

    def choose(self, set_id: str) -> None:
        """Choose this set; all manifestos where it is not there."""
        places = {each.id: place for place, each in enumerate(self._sets, 1)}
        self.setCurrentIndex(places.get(set_id, 0))

    def rename(self, place: int) -> None:
        """Let the name of the set in this tab be written anew: Return keeps it, Esc does not."""
        if place < 1:
            return
        renaming = self._sets[place - 1]
        field = _NameField(self, renaming.name)
        field.setGeometry(self.tabRect(place).adjusted(0, 2, 0, -4))
        field.entered.connect(lambda name: self.renamed.emit(renaming.id, name))
        field.show()
        field.setFocus()

    def _offer_menu(self, point: QPoint) -> None:
        place = self.tabAt(point)
        if place >= 1:
            self.menu_wanted.emit(self._sets[place - 1].id, self.mapToGlobal(point))

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
