"""An import opens protected files with the passwords that it is given, early or late, and leaves them nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from importing import enqueue, found, import_all, write_manifestos
from protected import files_holding, protected_pdf

from index.events import DocumentAdded, DocumentFailed, Event, Finished, Progress
from index.importing import start_import
from reader.home import Home, home
from reader.library.library import Library
from reader.passwords import Passwords

WORD = "Sturmwarnung-XIV"


@pytest.fixture
def place(tmp_path: Path) -> Home:
    return home(tmp_path / "home")


def import_with(place: Home, passwords: Passwords) -> list[Event]:
    return [event for event in start_import(place, [], passwords).events() if not isinstance(event, Progress)]


def test_a_failed_file_is_read_once_its_password_is_given_which_is_found_nowhere(place: Home, tmp_path: Path) -> None:
    path = protected_pdf(tmp_path / "files" / "light.pdf", WORD)
    enqueue(place, [path])
    (failed, finished) = import_all(place)
    assert isinstance(failed, DocumentFailed)
    assert (failed.code, finished) == ("Encrypted", Finished(0, 1))
    enqueue(place, [path])
    (refused, _) = import_with(place, Passwords(shared=("Sturmwarnung-XIII",)))
    assert isinstance(refused, DocumentFailed)
    assert "The password did not fit." in refused.problem
    enqueue(place, [path])
    (added, finished) = import_with(place, Passwords().with_own(path, WORD))
    assert isinstance(added, DocumentAdded)
    assert finished == Finished(1, 0)
    assert found(place, "keepers") == {"light.pdf"}
    with Library.open(place) as library:
        assert library.failures() == library.waiting() == []
        assert library.original(added.document).read_bytes() == path.read_bytes()
        # While the library is open, its journal and shared memory are on the disk too.
        assert files_holding(place.library, "Sturmwarnung") == []
    assert len(list(place.library.rglob("*"))) > 5


def test_a_password_that_comes_while_an_import_runs_opens_the_files_still_to_come(place: Home, tmp_path: Path) -> None:
    waiting = write_manifestos(tmp_path / "files", 40)
    enqueue(place, [*waiting, protected_pdf(tmp_path / "files" / "light.pdf", WORD)])
    run = start_import(place, [])
    run.offer(Passwords(shared=("not this one",)))
    run.offer(Passwords(shared=(WORD,)))
    events = list(run.events())
    assert events[-1] == Finished(41, 0)
    assert files_holding(place.library, WORD) == []


def test_an_import_that_was_offered_passwords_can_still_be_cancelled(place: Home, tmp_path: Path) -> None:
    enqueue(place, write_manifestos(tmp_path / "files", 200))
    run = start_import(place, [])
    run.offer(Passwords(shared=(WORD,)))
    run.cancel()
    last = list(run.events())[-1]
    assert isinstance(last, Finished)
    assert last.added < 200


def test_the_search_for_a_secret_finds_one_that_was_written(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "log").write_bytes(b"\x00" + WORD.encode("utf-16-le"))
    assert files_holding(tmp_path, WORD) == ["deep/log"]
