"""What floats over the window gives the focus back, and closes whatever became of what had the focus before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.overlay import Overlay


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    return made


def over_a_button(window: QWidget) -> tuple[QPushButton, Overlay]:
    """A button that has the focus, and what floats over it."""
    button = QPushButton("Retry", window)
    overlay = Overlay(window, QPushButton("Done"), "Choose")
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    button.setFocus()
    assert button.hasFocus()
    return button, overlay


def test_the_focus_goes_back_to_what_had_it(window: QWidget) -> None:
    button, overlay = over_a_button(window)
    overlay.open()
    assert not button.hasFocus()
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert button.hasFocus()


def test_it_closes_when_what_had_the_focus_is_gone(window: QWidget, qtbot: QtBot) -> None:
    button, overlay = over_a_button(window)
    overlay.open()
    button.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.waitSignal(overlay.closed, timeout=1000):
        overlay.dismiss()


def test_opened_again_while_it_is_open_it_still_knows_where_the_focus_was(window: QWidget) -> None:
    button, overlay = over_a_button(window)
    overlay.open()
    overlay.open()
    overlay.dismiss()
    assert button.hasFocus()
