"""Choosing files in the dialog that Qt draws itself: one click chooses, several can be chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListView
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("themed")


def test_a_click_chooses_a_file_and_the_next_with_ctrl_one_more(tmp_path: Path, qtbot: QtBot) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Words.", encoding="utf-8")
    dialog = QFileDialog(None, "Add manifestos", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    qtbot.addWidget(dialog)
    dialog.show()
    files = dialog.findChild(QListView, "listView")
    assert isinstance(files, QListView)
    model, root = files.model(), files.rootIndex()
    qtbot.waitUntil(lambda: model.rowCount(root) == 2)
    left, ctrl = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    for row, held in ((0, Qt.KeyboardModifier.NoModifier), (1, ctrl)):
        at = files.visualRect(model.index(row, 0, root)).center()
        QTest.mouseClick(files.viewport(), left, held, at)
        assert dialog.isVisible()
    assert sorted(Path(name).name for name in dialog.selectedFiles()) == ["one.txt", "two.txt"]
