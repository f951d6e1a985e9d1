"""What tests of the window share: the themed application, a session in a folder of its own, and nothing left behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from reader.home import Home, home
from ui import theme
from ui.session.session import Session


@pytest.fixture(scope="session")
def themed(qapp: QApplication) -> QApplication:
    """The application in the light theme."""
    theme.apply(qapp, dark=False)
    return qapp


@pytest.fixture
def folder(tmp_path: Path) -> Home:
    """A library's home that is empty."""
    return home(tmp_path / "home")


@pytest.fixture
def session(themed: QApplication, folder: Home) -> Iterator[Session]:
    """A session on an empty library, closed afterwards."""
    opened = Session(folder)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaves a thread, a window or a running timer."""
    threads = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in threads and thread.is_alive()]
    assert not left, f"threads left running: {left}"
    if "qapp" in request.fixturenames:
        # What is about to go would follow the theme of the next test.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        windows = [type(window).__name__ for window in QApplication.topLevelWidgets() if window.isVisible()]
        assert not windows, f"windows left open: {windows}"
        objects = Shiboken.getAllValidWrappers()
        alive = [each for each in objects if isinstance(each, QTimer) and each.isActive()]
        timers = [f"{each.interval()} ms of {type(each.parent()).__name__}" for each in alive]
        # Functions that are connected keep a session, with all its actions, from ever being collected.
        for each in objects:
            if type(each) is Session and each.closed:  # for thousands of objects isinstance takes milliseconds
                Shiboken.delete(each)
        assert not timers, f"timers left running: {timers}"
