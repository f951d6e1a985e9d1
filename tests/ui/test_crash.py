"""What happens when something goes wrong that nobody caught."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader.errors import Damaged
from ui.frame.crash import CrashHook


@pytest.fixture
def window(themed: QApplication) -> Iterator[QWidget]:
    shown = QWidget()
    yield shown
    shown.close()


@pytest.fixture
def hook(window: QWidget, tmp_path: Path, qtbot: QtBot) -> Iterator[CrashHook]:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    installed = CrashHook(tmp_path / "logs")
    installed.install()
    installed.show_on(window)
    yield installed
    installed.remove()
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


def boxes() -> list[QMessageBox]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]


@pytest.mark.qt_no_exception_capture
def test_a_bug_in_a_slot_is_logged_and_shown_once_and_the_program_goes_on(hook: CrashHook, qtbot: QtBot) -> None:
    for _ in range(2):
        QTimer.singleShot(0, lambda: 1 // 0)
    went_on: list[bool] = []
    QTimer.singleShot(20, lambda: went_on.append(True))
    qtbot.waitUntil(lambda: bool(boxes()) and bool(went_on))
    qtbot.wait(20)
    assert len(boxes()) == 1
    assert not boxes()[0].isModal()
    assert str(hook.file) in boxes()[0].informativeText()
    assert hook.file.read_text(encoding="utf-8").count("ZeroDivisionError") == 2


@pytest.mark.qt_no_exception_capture
def test_a_bug_in_a_thread_is_logged_and_shown(hook: CrashHook, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(boxes()))
    assert "ZeroDivisionError" in hook.file.read_text(encoding="utf-8")


@pytest.mark.qt_no_exception_capture
def test_an_error_of_the_file_is_shown_as_its_sentences_not_as_a_bug(hook: CrashHook, qtbot: QtBot) -> None:
    def fail() -> None:
        raise Damaged("It is broken.", "Mend it.")

    with qtbot.waitSignal(hook.problem) as told:
        QTimer.singleShot(0, fail)
    assert told.args == ["It is broken. Mend it."]
    qtbot.wait(20)
    assert not boxes()


def test_what_libraries_log_goes_to_the_same_file(hook: CrashHook) -> None:
    logging.getLogger("anything").warning("something odd")
    assert "something odd" in hook.file.read_text(encoding="utf-8")


def test_a_log_folder_that_cannot_be_written_does_not_stop_the_program(themed: QApplication, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    CrashHook(blocked / "logs")
