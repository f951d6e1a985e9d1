"""Opening a library: made, migrated with a copy beside it, or refused with a sentence; the disk's troubles named."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader import database
from reader.database import transaction
from reader.errors import DiskFull, LibraryBusy, LibraryDamaged, LibraryNotWritable, NewerLibrary
from reader.home import Home
from reader.library import edits
from reader.library.connection import connect, plainly, version
from reader.library.library import Library
from reader.library.originals import copy_hashed
from reader.library.records import Document
from reader.library.schema import MIGRATIONS
from reader.model import Block, Kind, Manifesto

Add = Callable[[str], Document]


def test_a_library_has_the_newest_version_and_the_settings_that_keep_it_safe(place: Home) -> None:
    place.make()
    for durable, synchronous in ((True, 2), (False, 1)):  # FULL and NORMAL
        with closing(connect(place.database, durable=durable)) as connection:
            assert version(connection) == len(MIGRATIONS)
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
            assert connection.execute("PRAGMA synchronous").fetchone() == (synchronous,)
            assert connection.execute("PRAGMA fullfsync").fetchone() == (int(durable),)


def test_an_older_library_is_copied_and_then_migrated(place: Home, library: Library, add: Add) -> None:
    document = add("One")
    library.close()
    with closing(connect(place.database, durable=True, migrations=(*MIGRATIONS, _with_hats))) as connection:
        assert version(connection) == len(MIGRATIONS) + 1
        assert connection.execute("SELECT hat FROM hats").fetchall() == [(document.id,)]
    kept = place.library / f"library.version-{len(MIGRATIONS)}.sqlite3"
    with closing(sqlite3.connect(kept)) as copy:
        assert version(copy) == len(MIGRATIONS)
        assert copy.execute("SELECT title FROM documents").fetchall() == [("One",)]
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not list(place.library.glob("*.part"))


def _with_hats(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE hats (hat TEXT) STRICT")
    connection.execute("INSERT INTO hats SELECT id FROM documents")


def _half_done(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE hats (hat TEXT) STRICT")
    connection.execute("INSERT INTO no_such_table VALUES (1)")


def test_a_migration_that_fails_leaves_the_library_as_it_was(place: Home, library: Library, add: Add) -> None:
    add("One")
    library.close()
    with pytest.raises(sqlite3.OperationalError, match="no_such_table"):
        connect(place.database, durable=True, migrations=(*MIGRATIONS, _half_done))
    with Library.open(place) as later:
        assert [document.title for document in later.documents()] == ["One"]
        assert later._connection.execute("SELECT name FROM sqlite_schema WHERE name = 'hats'").fetchall() == []


def test_what_a_library_of_before_holds_counts_as_read_by_older_rules(place: Home) -> None:
    place.make()
    with closing(connect(place.database, durable=True, migrations=MIGRATIONS[:2])) as older:
        older.execute(
            "INSERT INTO documents (id, title, file_name, original, format, page_count, readable_pages, words, notes, "
            "metadata, added, position) "
            "VALUES ('one', 'One', 'one.txt', 'one.txt', 'Plain text', 0, 0, 3, '[]', '{}', '', 1)"
        )
    with Library.open(place) as library:
        assert [document.id for document in library.outdated()] == ["one"]
        assert library.all_annotations() == []


def test_a_newer_library_is_refused_and_not_touched(place: Home, library: Library) -> None:
    library.close()
    connect(place.database, durable=True, migrations=(*MIGRATIONS, _with_hats)).close()
    before = place.database.read_bytes()
    with pytest.raises(NewerLibrary, match="newer version"):
        Library.open(place)
    assert place.database.read_bytes() == before


@pytest.mark.parametrize("content", [b"this is no database at all, but a note to self" * 50, b"SQLite format 3\0" * 99])
def test_a_file_that_is_no_library_is_refused_and_not_touched(place: Home, content: bytes) -> None:
    place.make()
    place.database.write_bytes(content)
    with pytest.raises(LibraryDamaged, match=r"library\.sqlite3") as refused:
        Library.open(place)
    assert "put a copy of the library in its place" in refused.value.advice
    assert place.database.read_bytes() == content


def test_the_file_of_another_program_is_refused(place: Home) -> None:
    place.make()
    with closing(sqlite3.connect(place.database)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(LibraryDamaged, match="another program"):
        Library.open(place)


def test_a_library_damaged_inside_says_so_when_it_is_read(place: Home, library: Library, add: Add) -> None:
    for number in range(40):
        add(f"Manifesto {number}")
    library._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    library.close()
    content = bytearray(place.database.read_bytes())
    content[3 * 4096 :] = b"\xa5" * (len(content) - 3 * 4096)
    place.database.write_bytes(content)
    with pytest.raises(LibraryDamaged, match="damaged"):
        _read_everything(place)


def _read_everything(place: Home) -> None:
    with Library.open(place) as damaged:
        for document in damaged.documents():
            damaged.blocks(document.id)


def test_a_full_disk_is_named_and_loses_nothing(library: Library, add: Add, tmp_path: Path) -> None:
    document = add("One")
    (pages,) = library._connection.execute("PRAGMA page_count").fetchone()
    library._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    large = tmp_path / "large.txt"
    large.write_text("large")
    blocks = tuple(Block(Kind.PARAGRAPH, f"{number} " * 200) for number in range(100))
    with pytest.raises(DiskFull, match="full") as full:
        library.store(large, Manifesto("Large", "en", blocks), {})
    assert "Make room" in full.value.advice
    assert library.documents() == [document]
    library._connection.execute("PRAGMA max_page_count = 100000")
    library.store(large, Manifesto("Large", "en", blocks), {})
    assert len(library.documents()) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_disk_that_fills_up_while_an_original_is_copied_is_named(place: Home) -> None:
    with (
        pytest.raises(DiskFull),
        plainly(place.database),
        Path(__file__).open("rb") as source,
        open("/dev/full", "wb", buffering=0) as full,  # noqa: PTH123  # no other way to open it unbuffered
    ):
        copy_hashed(source, full)


def test_an_error_that_is_a_bug_stays_one(place: Home) -> None:
    with pytest.raises(sqlite3.OperationalError, match="syntax"), plainly(place.database):
        raise sqlite3.OperationalError("near x: syntax error")
    with pytest.raises(IsADirectoryError), plainly(place.database):
        place.make().library.open()


@pytest.mark.skipif(sys.platform == "win32", reason="folders on Windows are protected in another way")
def test_a_library_that_cannot_be_made_says_where(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    blocked = tmp_path / "file"
    with pytest.raises(LibraryNotWritable, match="file"):
        Library.open(Home(blocked, tmp_path / "cache", tmp_path / "settings", tmp_path / "logs"))


def test_a_writer_that_keeps_others_out_too_long_is_named(
    place: Home, library: Library, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = add("One")
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    with Library.open(place) as hasty:
        with transaction(library._connection), pytest.raises(LibraryBusy, match="in use"):
            hasty.apply(edits.set_fields(hasty, document.id, {"party": "A"}))
        hasty.apply(edits.set_fields(hasty, document.id, {"party": "A"}))
    assert library.documents()[0].party == "A"


def test_a_transaction_that_fails_half_way_leaves_nothing(library: Library) -> None:
    def half() -> None:
        with transaction(library._connection):
            library._connection.execute("INSERT INTO coders (id, name) VALUES ('c', 'C')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert library._connection.execute("SELECT count(*) FROM coders").fetchone() == (1,)
    assert not library._connection.in_transaction
