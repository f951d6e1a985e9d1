"""The real window gone to Compare, and keys pressed there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.home import Home
from ui.compare.cards.entries import Entry
from ui.compare.place import ComparePlace
from ui.frame.window import Window
from ui.scenes.stage import Stage


def opened(stage: Stage, folder: Home) -> Window:
    """The window on this library, with nothing left to come in Compare."""
    window = stage.open(folder)
    window.places.go("compare")
    stage.settle(window)
    window.activateWindow()
    return window


def entries(place: ComparePlace) -> list[Entry]:
    """What stands in all columns in sight."""
    area = place.table.area
    return [entry for at in range(len(area.shown)) for entry in area.view(at).cards.entries]


def press(place: ComparePlace, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keys of the columns are heard."""
    area = place.table.area
    QTest.keyClick(area.view(area.active()), key, modifiers)
