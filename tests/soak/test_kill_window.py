"""The window, or the import under it, killed in the middle of adding: its children go, and the next start goes on."""

from __future__ import annotations

import random
import time
from pathlib import Path

import psutil
import pytest
import real_screen
from importing import all_gone, children_of, write_manifestos

from reader.home import home
from reader.library.library import Library

_FILES = 60
_KILLS = 8

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(1200),
    pytest.mark.skipif(not real_screen.available(), reason="needs Xvfb (apt-get install xvfb)"),
]


def counted(folder: Path) -> tuple[int, int, int]:
    """How many documents are there, wait, and have failed."""
    if not home(folder).database.exists():
        return 0, 0, 0
    with Library.open(home(folder)) as library:
        return len(library.documents()), len(library.waiting()), len(library.failures())


def test_a_window_killed_while_adding_goes_on_at_the_next_start(tmp_path: Path) -> None:
    files = tmp_path / "files"
    write_manifestos(files, _FILES, words=2_000)
    chance = random.Random(1912)  # noqa: S311  # only for picking moments
    folder, arguments = tmp_path / "home", [files]
    with real_screen.virtual_screen() as display:
        for _ in range(_KILLS):
            program = real_screen.start_program(display, folder, *arguments)
            assert real_screen.wait_until(lambda: sum(counted(folder)) >= _FILES)
            arguments = []  # from now on the queue alone says what is to be done
            time.sleep(chance.uniform(0.0, 1.5))
            family = children_of(program.pid)
            program.kill()
            program.wait()
            assert all_gone(family, within=3.0)
            assert sum(counted(folder)) == _FILES
        program = real_screen.start_program(display, folder)
        try:
            assert real_screen.wait_until(lambda: counted(folder) == (_FILES, 0, 0), 120)
        finally:
            program.terminate()
            program.wait(20)


def test_an_import_killed_under_the_window_is_started_again(tmp_path: Path) -> None:
    files = tmp_path / "files"
    write_manifestos(files, _FILES, words=2_000)
    folder = tmp_path / "home"
    with real_screen.virtual_screen() as display:
        program = real_screen.start_program(display, folder, files)
        try:
            assert real_screen.wait_until(lambda: counted(folder)[0] >= 2)
            for child in psutil.Process(program.pid).children():
                child.kill()
            assert real_screen.wait_until(lambda: counted(folder)[0] == _FILES, 120)
            assert program.poll() is None
            assert counted(folder) == (_FILES, 0, 0)
        finally:
            program.terminate()
            program.wait(20)
