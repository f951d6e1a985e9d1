"""A library is moved to this computer whole or not at all, loses nothing, and leaves word of where it is now."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import LibraryMoved, LibraryNotWritable
from reader.home import Home, home
from reader.library.library import Library
from reader.library.moving import destination, move, moved_to
from reader.model import Block, Kind, Manifesto


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A library in a folder that Dropbox copies, on a machine whose own folders are elsewhere."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    return home(tmp_path / "Dropbox" / "work")


def filled(chosen: Home, tmp_path: Path) -> str:
    file = tmp_path / "quay.txt"
    file.write_text("We will mend the quay.", "utf-8")
    blocks = (Block(Kind.PARAGRAPH, "We will mend the quay."),)
    with Library.open(chosen) as library:
        document = library.store(file, Manifesto("Quay", "en", blocks), {"title": "Quay"}).id
    (chosen.topics / "boats.toml").write_text("own words", "utf-8")
    return document


def test_a_library_is_moved_with_everything_in_it_and_the_old_folder_says_where_it_is(
    old: Home, tmp_path: Path
) -> None:
    document = filled(old, tmp_path)
    new = destination(old)
    assert new is not None
    move(old, new)
    with Library.open(new) as library:
        assert [one.id for one in library.documents()] == [document]
        assert library.original(document).read_text("utf-8") == "We will mend the quay."
        assert (new.topics / "boats.toml").read_text("utf-8") == "own words"
    assert moved_to(old) == new.library
    with pytest.raises(LibraryMoved, match="This library was moved to "):
        Library.open(old)
    (old.library / "moved.txt").unlink()
    with Library.open(old) as left:
        assert [one.id for one in left.documents()] == [document]


def test_a_library_that_was_never_opened_begins_on_this_computer(old: Home) -> None:
    new = destination(old)
    assert new is not None
    move(old, new)
    with Library.open(new) as library:
        assert library.is_new()
    assert sorted(file.name for file in old.library.iterdir()) == ["moved.txt"]


def test_a_second_library_of_the_same_name_takes_no_folder_that_is_there(old: Home) -> None:
    first = destination(old)
    assert first is not None
    first.make()
    second = destination(old)
    assert second is not None
    assert second.library.name == "work-2"


def test_nothing_is_moved_where_ones_own_folders_are_no_better(old: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(old.library.parent))
    assert destination(old) is None


def test_a_library_that_cannot_be_moved_stays_as_it_was(old: Home, tmp_path: Path) -> None:
    document = filled(old, tmp_path)
    new = destination(old)
    assert new is not None
    (tmp_path / "own").write_text("no folder")
    with pytest.raises(LibraryNotWritable):
        move(old, new)
    with Library.open(old) as library:
        assert [one.id for one in library.documents()] == [document]


def test_what_a_foreign_note_says_is_shown_without_what_steers(old: Home) -> None:
    old.library.mkdir(parents=True)
    (old.library / "moved.txt").write_text("x\n/srv/\x1b[2Jlibrary\n", "utf-8")
    assert moved_to(old) == Path("/srv/[2Jlibrary")
