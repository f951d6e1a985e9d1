"""A library has one window: a second start brings it to the front; a crash or another computer locks nobody out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import DEVNULL, Popen

import pytest
import real_screen
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QMessageBox

from reader.home import Home, home
from reader.library.library import Library
from ui.frame.application import claim_or_ask, find_library
from ui.library.place import LibraryPlace
from ui.scenes.stage import Stage, wait

needs_screen = pytest.mark.skipif(not real_screen.available(), reason="needs Xvfb (apt-get install xvfb)")


def titles(chosen: Home) -> set[str]:
    with Library.open(chosen) as library:
        return {document.title for document in library.documents()}


@pytest.fixture
def programs() -> Iterator[list[Popen[bytes]]]:
    started: list[Popen[bytes]] = []
    yield started
    for program in started:
        program.kill()
        program.wait()


@needs_screen
def test_a_second_start_hands_its_files_to_the_first_window_and_ends(
    folder: Home, tmp_path: Path, programs: list[Popen[bytes]]
) -> None:
    (tmp_path / "quay.txt").write_text("The Quay Plan\n\nWe will mend the quay and open the harbour.\n", "utf-8")
    with real_screen.virtual_screen() as display:
        first = real_screen.start_program(display, folder.library)
        programs.append(first)
        assert real_screen.wait_until(lambda: "Hustings" in real_screen.window_titles(display))
        second = real_screen.start_program(display, folder.library, tmp_path / "quay.txt")
        programs.append(second)
        assert second.wait(60) == 0
        assert real_screen.wait_until(lambda: "The Quay Plan" in titles(folder))
        first.kill()
        first.wait()
        assert real_screen.wait_until(lambda: not real_screen.window_titles(display))
        third = real_screen.start_program(display, folder.library)
        programs.append(third)
        assert real_screen.wait_until(lambda: "Hustings" in real_screen.window_titles(display))
        assert third.poll() is None


def held_on_another_computer(chosen: Home) -> None:
    said = {"user": "ann", "host": "<b>desk</b>", "machine": "another", "process": 41, "server": ""}
    (chosen.library / "window.lock").write_text(json.dumps(said), "utf-8")


def answering(answer: str, told: list[str]) -> QTimer:
    """Clicks this answer as soon as a box is there."""
    looking = QTimer(interval=10)

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            looking.stop()
            told.append(QTextDocumentFragment.fromHtml(box.text()).toPlainText())
            next(button for button in box.buttons() if button.text() == answer).click()

    looking.timeout.connect(look)
    looking.start()
    return looking


@pytest.mark.parametrize(("answer", "opens"), [("Open anyway", True), ("Quit", False)])
def test_a_library_that_is_open_on_another_computer_says_who_has_it(
    folder: Home, stage: Stage, answer: str, opens: bool
) -> None:
    held_on_another_computer(folder)
    told: list[str] = []
    looking = answering(answer, told)
    claimed = claim_or_ask(folder, ())
    looking.stop()
    assert told == ["“ann” has this library open on the computer “<b>desk</b>”."]
    assert (claimed is not None) is opens
    if claimed is not None:
        claimed.close()
        assert (folder.library / "window.lock").read_bytes() == b""


def test_a_window_that_is_closed_leaves_the_library_to_the_next(folder: Home, stage: Stage) -> None:
    claimed = claim_or_ask(folder, ())
    assert claimed is not None
    claimed.listen()
    claimed.close()
    again = claim_or_ask(folder, ())
    assert again is not None
    again.close()


def test_what_the_command_line_adds_is_seen_by_an_open_window(folder: Home, stage: Stage, tmp_path: Path) -> None:
    window = stage.open(folder)
    window.places.go("library")
    stage.settle(window)
    library = window.findChild(LibraryPlace)
    assert library is not None
    before = library.table.model().rowCount()
    (tmp_path / "quay.txt").write_text("The Quay Plan\n\nWe will mend the quay and open the harbour.\n", "utf-8")
    command = [sys.executable, "-m", "ui", "--library", folder.library, "add", tmp_path / "quay.txt"]
    with Popen([str(part) for part in command], stdout=DEVNULL) as adding:
        wait(lambda: library.table.model().rowCount() == before + 1)
        assert adding.wait(60) == 0
    stage.settle(window)


@pytest.mark.parametrize("answer", ["Move it to this computer", "Open it as it is", "Quit"])
def test_a_library_that_a_service_copies_is_moved_only_if_the_person_says_so(
    folder: Home, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    (tmp_path / "Dropbox").mkdir()
    folder.library.rename(tmp_path / "Dropbox" / "work")
    old = home(tmp_path / "Dropbox" / "work")
    told: list[str] = []
    looking = answering(answer, told)
    found = find_library(old)
    looking.stop()
    assert len(told) == 1
    assert told[0].startswith("This library is in a folder that Dropbox keeps in step with other computers")
    if found is None:
        assert answer == "Quit"
        return
    chosen, sentence = found
    assert chosen.library == (old.library if answer == "Open it as it is" else tmp_path / "own/hustings/libraries/work")
    assert bool(sentence) is (answer == "Move it to this computer")
    assert len(titles(chosen)) == 3
    if answer == "Open it as it is":
        assert find_library(old) == (old, "")  # nobody is asked twice
    else:
        looking = answering("Open it there", told)
        assert find_library(old) == (chosen, "")
        looking.stop()
