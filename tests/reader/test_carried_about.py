"""A program that is carried about with its data: where they lie, what goes at the end, what survives being moved."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import file_lock, passing
from reader.errors import LibraryNotWritable, NotFound
from reader.home import CACHE_VARIABLE, VARIABLE, home, own_libraries
from reader.library.library import Library
from reader.library.moving import destination
from reader.library.pasting import keep_pasted


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program as this process has it; nothing makes it a portable one yet."""
    folder = tmp_path / "stick" / "hustings"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "hustings"))
    monkeypatch.delenv(VARIABLE, raising=False)
    return folder


@pytest.fixture
def portable(program: Path) -> Path:
    (program / "portable").touch()
    return program


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The machine's folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.delenv(CACHE_VARIABLE)
    monkeypatch.setattr(tempfile, "tempdir", None)
    before = {ending: signal.getsignal(ending) for ending in passing.ENDINGS}
    yield folder
    passing.end()
    for ending, handler in before.items():
        signal.signal(ending, handler)


def test_a_frozen_program_with_the_file_beside_it_keeps_everything_beside_it(portable: Path) -> None:
    chosen = home()
    assert chosen.library == portable / "data"
    assert {chosen.settings.parent, chosen.logs.parent} == {portable / "data"}
    assert own_libraries() is None
    assert destination(chosen) is None, "nothing would be moved to this computer"


def test_without_the_file_or_not_frozen_it_is_as_everywhere(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not home().library.is_relative_to(program)
    (program / "portable").touch()
    monkeypatch.delattr(sys, "frozen")
    assert not home().library.is_relative_to(program)


def test_a_folder_that_people_name_goes_before(portable: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert home(tmp_path / "named").library == tmp_path / "named"
    monkeypatch.setenv(VARIABLE, str(tmp_path / "variable"))
    assert home().library == tmp_path / "variable"


@pytest.mark.usefixtures("portable")
def test_what_is_for_a_while_lies_in_a_private_folder_and_goes_at_the_end(temporary: Path) -> None:
    passing.begin()
    (own,) = temporary.iterdir()
    assert own.stat().st_mode & 0o777 == 0o700 or sys.platform == "win32"
    assert home().caches.is_relative_to(own)
    assert Path(tempfile.mkdtemp()).is_relative_to(own)
    assert Path(os.environ["TMPDIR"]).is_relative_to(own), "child processes are told"
    with passing.as_it_was():
        assert os.environ["TMPDIR"] == str(temporary), "programs that outlive this one are not"
        assert CACHE_VARIABLE not in os.environ
    assert home().caches.is_relative_to(own)
    passing.end()
    assert list(temporary.iterdir()) == []
    assert os.environ["TMPDIR"] == str(temporary)


@pytest.mark.usefixtures("program")
def test_other_programs_run_with_their_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/of/the/frozen/program")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    with passing.as_it_was():
        assert "LD_LIBRARY_PATH" not in os.environ
    assert os.environ["LD_LIBRARY_PATH"] == "/of/the/frozen/program"
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/of/the/person")
    with passing.as_it_was():
        assert os.environ["LD_LIBRARY_PATH"] == "/of/the/person"


@pytest.mark.usefixtures("program")
def test_a_program_that_is_not_carried_about_makes_no_such_folder(temporary: Path) -> None:
    passing.begin()
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a link to a folder needs rights there")
@pytest.mark.usefixtures("portable")
def test_a_start_removes_what_killed_runs_left_and_nothing_else(temporary: Path, tmp_path: Path) -> None:
    left, running, beginning, linked, other = (temporary / f"hustings-{number:032x}" for number in range(5))
    for folder in (left, running, beginning):
        folder.mkdir()
    for folder in (left, running):
        (folder / "caches").mkdir()
        (folder / "lock").touch()
    lock = os.open(running / "lock", os.O_RDWR)
    assert file_lock.take(lock)
    somewhere = tmp_path / "somewhere"
    somewhere.mkdir()
    (somewhere / "lock").touch()
    linked.symlink_to(somewhere)
    (temporary / "hustings-notes").mkdir()
    other.write_text("a file")
    try:
        passing.begin()
    finally:
        os.close(lock)
    assert not left.exists()
    assert all(kept.exists() for kept in (running, beginning, linked, other, temporary / "hustings-notes"))
    assert (somewhere / "lock").exists()
    passing.end()
    os.utime(beginning, (time.time() - 7200,) * 2)
    passing.begin()
    assert not beginning.exists(), "one that is not locked after an hour never will be"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(portable: Path) -> None:
    portable.chmod(0o500)
    try:
        with pytest.raises(LibraryNotWritable, match="beside the program"):
            Library.open(home())
    finally:
        portable.chmod(0o700)


def test_something_in_the_way_of_the_data_is_said_in_a_sentence(portable: Path) -> None:
    (portable / "data").write_text("a file")
    with pytest.raises(LibraryNotWritable, match=r"beside the program.*Copy the whole folder"):
        Library.open(home())


def test_files_that_wait_are_found_where_the_whole_was_moved_to(
    portable: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample, outside = portable / "assets" / "sample.txt", tmp_path / "outside.txt"
    sample.parent.mkdir()
    for file in (sample, outside):
        file.write_text("We will do it.")
    with Library.open(home()) as library:
        pasted = keep_pasted(library, "We will do that.")
        library.enqueue([sample, outside], sample=True)
        library.enqueue([pasted])
        library.fail(outside, NotFound("It is not there.", "Look for it."))
    moved = Path(shutil.move(portable, tmp_path / "elsewhere"))
    monkeypatch.setattr(sys, "executable", str(moved / "hustings"))
    with Library.open(home()) as library:
        waiting = [Path(file.path) for file in library.waiting()]
        assert waiting == [moved / "assets" / "sample.txt", moved / "data" / "pasted" / pasted.name]
        assert all(path.is_file() for path in waiting)
        assert [Path(file.path) for file in library.failures()] == [outside]
        for path in (*waiting, outside):
            library.dequeue(path)
        assert library.waiting() == library.failures() == []


def test_a_path_that_an_earlier_version_kept_whole_is_still_known(tmp_path: Path) -> None:
    with Library.open(home(tmp_path / "library")) as library:
        pasted = keep_pasted(library, "We will do that.")
        library.enqueue([pasted], fields={"party": "Harbour Party"})
        with library._writing() as connection:
            connection.execute("UPDATE queue SET path = ?", (os.fsencode(pasted),))
        assert [Path(file.path) for file in library.waiting()] == [pasted]
        library.dequeue(pasted)
        assert library.waiting() == []
