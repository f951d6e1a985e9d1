"""A window used by keys alone: each goes where the keys go now, and what comes of it is waited for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.frame.window import Window
from ui.scenes.stage import Stage

NONE, ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def press(stage: Stage, window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(_focused(window), key, modifiers)
    stage.settle(window)


def write(stage: Stage, window: Window, words: str) -> None:
    QTest.keyClicks(_focused(window), words)
    stage.settle(window)


def go_by_tab(stage: Stage, window: Window, widget: QWidget) -> None:
    """Press Tab until the widget has the keys."""
    for _ in range(40):
        if widget.hasFocus():
            return
        press(stage, window, Qt.Key.Key_Tab)
    raise AssertionError("Tab leads nowhere near")


def _focused(window: Window) -> QWidget:
    focused = window.focusWidget()
    assert focused is not None
    return focused
