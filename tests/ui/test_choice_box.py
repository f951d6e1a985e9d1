"""A box to choose from: whoever chooses from its list has finished with it, whoever walks through it has not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.choice_box import ChoiceBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of every list


def test_only_what_is_chosen_from_the_list_is_picked(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["one", "two", "three"])
    box.show()
    picked: list[str] = []
    box.picked.connect(lambda: picked.append(box.currentText()))
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert (box.currentText(), picked) == ("two", [])
    box.showPopup()
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert picked == ["three"]
    box.showPopup()
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert (box.currentText(), picked) == ("two", ["three"])
