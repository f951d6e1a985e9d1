"""Menus: a click is answered at once, and a menu made for one moment goes when it closes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyle, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui.shared.menus import offer

pytestmark = [
    pytest.mark.usefixtures("themed"),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # the offscreen platform, of every menu
]


def test_a_click_is_answered_at_once_and_every_time_and_the_menu_goes(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    chosen: list[str] = []
    menu = QMenu(over)
    action = menu.addAction("Open", lambda: chosen.append("open"))
    for _ in range(2):
        menu.popup(QPoint(10, 10))
        QApplication.processEvents()  # the style moves it once it is there
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        assert not menu.isVisible()
    assert chosen == ["open", "open"]
    offer(menu, QPoint(10, 10))
    QApplication.processEvents()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not Shiboken.isValid(menu)
    assert len(chosen) == 3


def test_a_choice_does_not_flash_since_a_menu_could_be_clicked_again_and_gone_meanwhile(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    assert not menu.style().styleHint(QStyle.StyleHint.SH_Menu_FlashTriggeredItem, None, menu)
