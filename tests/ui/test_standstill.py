"""An import that cannot go on: said where people look, and taken up again once there is room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from importing import found, write_manifestos
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.errors import CacheNotWritable, DiskFull, UserError
from reader.home import home
from reader.library.library import Library
from ui.session.session import Session
from ui.session.standstill import Standstill, told


@pytest.fixture
def closed(themed: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A session whose cache cannot be made: a file is in its place."""
    (tmp_path / "caches").touch()
    session = Session(replace(home(tmp_path / "home"), caches=tmp_path / "caches"))
    yield session
    session.close()


def test_why_there_is_no_index_is_said_by_the_import_and_by_search_until_there_can_be_one(
    closed: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    stopped: list[str] = []
    problems: list[UserError] = []
    closed.import_stopped.connect(stopped.append)
    closed.add_files(write_manifestos(tmp_path / "files", 2))
    qtbot.waitUntil(lambda: bool(stopped) and not closed.busy, timeout=60_000)
    (sentence,) = stopped
    assert "cache cannot be written" in sentence
    assert "HUSTINGS_CACHE" in sentence
    closed.run(lambda: closed.search("lamp"), lambda _: None, problems.append)
    qtbot.waitUntil(lambda: not closed.busy, timeout=60_000)
    with Library.open(closed.home) as library:
        stored = bool(library.documents())
    assert [type(one) for one in problems] == [CacheNotWritable] * stored
    assert closed.settings.now.importing
    closed.home.caches.unlink()
    closed.go_on()
    qtbot.waitUntil(lambda: not closed.busy, timeout=60_000)
    assert closed.standstill.reason is None
    assert not closed.settings.now.importing
    assert found(closed.home, "lamp") == {"manifesto-0.txt", "manifesto-1.txt"}


def test_a_full_disk_is_looked_at_again_and_any_other_reason_is_not(tmp_path: Path, qtbot: QtBot) -> None:
    standstill = Standstill(home(tmp_path))
    over: list[bool] = []
    standstill.over.connect(lambda: over.append(True))
    standstill.reason = CacheNotWritable("It may not be written.", "Make it so.")
    standstill.wait()
    standstill.look()
    assert not over
    # So much room that it would be taken for new: none was there before, as far as could be known.
    standstill.end()
    standstill = Standstill(replace(home(tmp_path / "gone"), caches=tmp_path / "gone"))
    standstill.over.connect(lambda: over.append(True))
    standstill.reason = DiskFull("It is full.", "Make room.")
    standstill.wait()
    standstill.look()
    assert not over
    (tmp_path / "gone").mkdir()
    standstill.look()
    assert over == [True]
    assert standstill.reason is None


@pytest.mark.parametrize(
    ("waiting", "advice", "expected"),
    [
        (0, "", "It stopped."),
        (1, "", "It stopped. One file still waits; the next start goes on with it."),
        (2, "Make room.", "It stopped. 2 files still wait. Make room."),
        (0, "Make room.", "It stopped. Make room."),
    ],
)
def test_what_waits_is_said(waiting: int, advice: str, expected: str) -> None:
    assert told("It stopped.", waiting, advice) == expected
