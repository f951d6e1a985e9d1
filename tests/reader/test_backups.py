"""Copies of the library: each day one, ten kept, none of a damaged library; and going back to one of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from annotating import NETS, WALL, do, manifesto, select

from reader.errors import NotFound
from reader.home import Home
from reader.library import backups
from reader.library.backups import KEPT, Reason
from reader.library.codebook_edits import create_code
from reader.library.coding import apply_code
from reader.library.library import Library
from reader.library.restoring import bring_back


def days_ago(copy: backups.Copy, days: int) -> Path:
    """The copy under the name that it would have, made so long ago."""
    made = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%d %H-%M-%S")
    return copy.path.rename(copy.path.with_name(f"{made} daily.sqlite3"))


def kept(place: Home, reason: Reason = Reason.DAILY) -> backups.Copy:
    found = backups.keep(place.database, reason)
    assert found is not None
    return found


def test_a_copy_is_a_whole_library_that_any_sqlite_tool_reads_without_a_log_beside_it(
    place: Home, library: Library
) -> None:
    do(library, create_code(library, "Sea"))
    copy = kept(place, Reason.IMPORT)
    assert (copy.reason, copy.made[:10]) == (Reason.IMPORT, datetime.now(UTC).date().isoformat())
    with closing(sqlite3.connect(f"{copy.path.as_uri()}?immutable=1", uri=True)) as other:
        assert other.execute("SELECT name FROM codes").fetchall() == [("Sea",)]
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert sorted(file.name for file in copy.path.parent.iterdir()) == [copy.path.name]


def test_a_day_has_one_copy_and_a_day_on_which_nothing_was_done_has_none(place: Home, library: Library) -> None:
    do(library, create_code(library, "Sea"))
    first = backups.keep_daily(place.database)
    assert first is not None
    do(library, create_code(library, "Town"))
    assert backups.keep_daily(place.database) is None  # today has one
    days_ago(first, 1)
    second = backups.keep_daily(place.database)
    assert second is not None
    days_ago(second, 1)
    assert backups.keep_daily(place.database) is None  # nothing is new
    library.undo()
    assert backups.keep_daily(place.database) is not None


def test_ten_are_kept_and_the_oldest_go_first(place: Home, library: Library) -> None:
    do(library, create_code(library, "Sea"))
    older = [days_ago(kept(place), days) for days in range(1, KEPT + 1)]
    newest = kept(place)
    assert [one.path for one in backups.copies(place.database)] == [newest.path, *older[:-1]]


def test_a_damaged_library_is_not_copied_and_pushes_no_sound_copy_out(place: Home, library: Library) -> None:
    do(library, create_code(library, "Sea"))
    for days in range(1, KEPT + 1):
        days_ago(kept(place), days)
    there = backups.copies(place.database)
    with closing(sqlite3.connect(place.database)) as harm:
        harm.execute("DROP TABLE codes")
    assert backups.keep(place.database, Reason.DAILY) is None
    assert backups.copies(place.database) == there


def test_a_copy_that_was_broken_off_leaves_nothing_that_could_be_taken_for_one(place: Home, library: Library) -> None:
    do(library, create_code(library, "Sea"))
    folder = place.library / backups.FOLDER
    folder.mkdir()
    (folder / "2024-01-01 00-00-00 daily.part").write_bytes(b"half of a copy")
    assert backups.copies(place.database) == []
    kept(place)
    assert len(backups.copies(place.database)) == 1


def test_the_copy_of_yesterday_comes_back_and_what_was_there_is_kept(
    place: Home, library: Library, write_file: Callable[..., Path]
) -> None:
    document = library.store(write_file(), manifesto(WALL, NETS), {})
    sea = do(library, create_code(library, "Sea"))
    do(library, apply_code(library, document.id, select(library, document, "Nets"), sea))
    before = library.noted()
    yesterday = days_ago(kept(place), 1)
    do(library, create_code(library, "Town"))
    file = write_file("another.txt")
    file.write_text("Another")
    later = library.store(file, manifesto(WALL), {"title": "Later"})
    backup = backups.as_backup(place.database, yesterday)
    assert backup is not None
    assert backup.lacks == "lacks one manifesto (“Later”) and one edit made since"
    library.close()
    done = bring_back(place, yesterday)
    assert "One manifesto that it lacked is read again." in done
    with Library.open(place) as again:
        assert again.noted() == before
        assert [code.name for code in again.codebook().codes] == ["Sea"]
        assert [Path(one.path).stem for one in again.waiting()] == [later.id]
    newest = backups.copies(place.database)[0]
    assert newest.reason is Reason.RESTORE
    bring_back(place, newest.path)
    with Library.open(place) as again:
        assert [code.name for code in again.codebook().codes] == ["Sea", "Town"]


def test_the_oldest_of_ten_copies_comes_back_though_another_one_is_made(place: Home, library: Library) -> None:
    do(library, create_code(library, "Sea"))
    oldest = days_ago(kept(place), 30)
    do(library, create_code(library, "Town"))
    for days in range(1, KEPT):
        days_ago(kept(place), days)
    library.close()
    bring_back(place, oldest)
    with Library.open(place) as again:
        assert [code.name for code in again.codebook().codes] == ["Sea"]


def test_a_damaged_copy_is_refused_and_changes_nothing(place: Home, library: Library) -> None:
    do(library, create_code(library, "Sea"))
    copy = kept(place)
    copy.path.write_bytes(copy.path.read_bytes()[:5000])
    assert backups.as_backup(place.database, copy.path) is None
    with pytest.raises(NotFound):
        bring_back(place, copy.path)
    assert [code.name for code in library.codebook().codes] == ["Sea"]
    assert len(backups.copies(place.database)) == 1
