"""Work away from the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from reader.errors import Damaged, UserError
from ui.session.background import Background


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    pool = Background()
    yield pool
    pool.close()


def test_work_runs_on_another_thread_and_its_result_arrives_on_this_one(background: Background, qtbot: QtBot) -> None:
    here = threading.get_ident()
    arrived: list[tuple[int, int]] = []
    background.run(threading.get_ident, lambda there: arrived.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived[0][0] != here
    assert arrived[0][1] == here


def test_an_error_of_the_file_goes_to_the_one_who_asked(background: Background, qtbot: QtBot) -> None:
    def broken() -> None:
        raise Damaged("It is broken.", "Mend it.")

    errors: list[UserError] = []
    background.run(broken, lambda _: pytest.fail("there is no result"), errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].advice == "Mend it."


def test_a_bug_in_the_work_reaches_the_crash_hook(background: Background, qtbot: QtBot) -> None:
    with capture_exceptions() as raised:
        background.run(lambda: 1 // 0, lambda _: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_a_forgotten_task_delivers_nothing(background: Background, qtbot: QtBot) -> None:
    told: list[str] = []
    background.run(lambda: "forgotten", told.append).forget()
    background.run(lambda: "wanted", told.append)
    qtbot.waitUntil(lambda: not background.busy)
    assert told == ["wanted"]


def test_closing_waits_for_what_runs_and_tells_nothing_any_more(qapp: QApplication, qtbot: QtBot) -> None:
    pool = Background()
    running, ended = threading.Event(), threading.Event()

    def slow() -> None:
        running.set()
        QThread.msleep(50)
        ended.set()

    pool.run(slow, lambda _: pytest.fail("delivered after the end"))
    assert running.wait(5)
    pool.close()
    assert ended.is_set()
    qtbot.wait(20)
