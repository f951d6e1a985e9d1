"""A library that is damaged says so, whatever shape that takes; what can be mended is, and our bugs stay bugs."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import DocumentDamaged, LibraryDamaged, NotDamaged, NotFound
from reader.home import Home
from reader.identity import with_ids
from reader.library import digests, edits
from reader.library.connection import connect, version
from reader.library.damage import is_damaged, shape
from reader.library.library import Library
from reader.library.records import Document
from reader.library.restoring import restore
from reader.library.schema import MIGRATIONS
from reader.model import Manifesto

Add = Callable[[str], Document]
WORDS = b"We will light every lane."


@pytest.fixture
def closed(place: Home, library: Library, add: Add) -> Home:
    """A library of three manifestos and one edit that nobody has open."""
    for title in ("One", "Two", "Three"):
        add(title)
    library.apply(edits.set_fields(library, library.documents()[0].id, {"party": "Lamp Party"}))
    library.close()
    digests.forget_checks()  # another process would open it
    return place


def everything(place: Home) -> list[object]:
    with Library.open(place) as library:
        found: list[object] = [library.documents(), library.history(), library.coders()]
        for document in library.documents():
            found += [library.blocks(document.id), library.pages(document.id), library.outline(document.id)]
        return found


def flip(place: Home, old: bytes, new: bytes) -> None:
    content = place.database.read_bytes()
    assert old in content
    place.database.write_bytes(content.replace(old, new, 1))


def execute(place: Home, statement: str) -> None:
    with closing(sqlite3.connect(place.database)) as raw, raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(statement)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (WORDS, b"We will fight every lane."),
        (WORDS, b"We will \xff\xfeght every lane."),  # no text any more
        (b"paragraph", b"qaragraph"),
        (b'["Safer streets"]', b'["Safer streets"['),
        (b"[[0,26,1", b"[[0,26,7"),
        (b"[[0,26,1", b"[[0,26{1"),
        (b'[[25,"12"]', b'[[25,"13"]'),
        (b"The Lamp Society", b"The Lamb Society"),
    ],
)
def test_another_letter_in_a_document_is_a_sentence_for_that_document(closed: Home, old: bytes, new: bytes) -> None:
    flip(closed, old, new)
    with Library.open(closed) as library:
        damaged = [document for document in library.documents() if not library.is_sound(document.id)]
        assert len(damaged) == 1
        title = re.escape(f"“{damaged[0].title}”")
        with pytest.raises(DocumentDamaged, match=rf"^{title} is damaged in the library; .* from its original file"):
            library.blocks(damaged[0].id)
        assert library.damaged() == [damaged[0].id]
        assert library.outdated() == damaged


def test_a_document_that_was_damaged_is_as_before_once_it_is_read_again(closed: Home, plan: Manifesto) -> None:
    before = everything(closed)
    flip(closed, WORDS, b"We will fight every lane.")
    digests.forget_checks()
    with pytest.raises(DocumentDamaged):
        everything(closed)
    with Library.open(closed) as library:
        (damaged,) = library.outdated()
        again = replace(plan, blocks=with_ids(damaged.id, plan.blocks))
        library.store_again(damaged.id, again, {"title": damaged.title})
        library.mark_used(damaged.id, [])
        assert library.damaged() == []
    assert everything(closed) == before


def test_an_entry_missing_from_the_index_of_blocks_is_seen(closed: Home) -> None:
    with closing(sqlite3.connect(closed.database)) as raw:
        (block,) = raw.execute("SELECT id FROM blocks LIMIT 1").fetchone()
    content = closed.database.read_bytes()
    last = content.rindex(block.encode())  # the index was made after the table
    closed.database.write_bytes(content[:last] + b"#" + content[last + 1 :])
    with pytest.raises((DocumentDamaged, LibraryDamaged)):
        everything(closed)


def test_an_original_that_is_damaged_is_not_read_again_but_asked_for(
    closed: Home, plan: Manifesto, tmp_path: Path
) -> None:
    flip(closed, WORDS, b"We will fight every lane.")
    for original in closed.originals.iterdir():
        original.write_bytes(b"damaged")
    with pytest.raises(DocumentDamaged, match="add the file again"):
        everything(closed)
    with Library.open(closed) as library:
        document = library.documents()[0]
        with pytest.raises(NotFound, match="damaged"):
            library.original(document.id)
        assert not library.is_whole(document.id)
        library.store(tmp_path / "One.txt", plan, {})
        assert library.is_whole(document.id)
        assert library.original(document.id).read_bytes() == b"One"


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE annotations",
        "ALTER TABLE documents RENAME COLUMN title TO titel",
        "UPDATE documents SET title = CAST(x'ff80' AS TEXT)",
        "UPDATE documents SET notes = '[\"a'",
        "UPDATE journal SET changes = '[[1'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'CREATE', 'CRATE') WHERE name = 'documents'",
        "UPDATE sqlite_schema SET name = 'eocuments' WHERE name = 'documents'",
        "PRAGMA user_version = 3",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 1792",
        "PRAGMA user_version = -4",
        "PRAGMA application_id = 7",
    ],
)
def test_damage_of_any_shape_is_the_sentence_for_damage(closed: Home, statement: str) -> None:
    execute(closed, statement)
    with pytest.raises(LibraryDamaged, match=r"library\.sqlite3” is damaged"):
        look_everywhere(closed)
    assert list(closed.library.glob("*.sqlite3")) == [closed.database]  # a damaged file is not kept as a copy


def look_everywhere(place: Home) -> None:
    everything(place)
    with Library.open(place) as library:
        library.undo()
        library.all_annotations()


@pytest.mark.parametrize("left", [0, 100, 4096, 40_000])
def test_a_truncated_file_is_the_sentence_for_damage_or_lost(closed: Home, left: int) -> None:
    content = closed.database.read_bytes()
    closed.database.write_bytes(content[:left])
    with pytest.raises(LibraryDamaged, match=r"damaged|is empty or was gone|is not a library"):
        look_everywhere(closed)


@pytest.mark.parametrize("left", [b"", b"\0" * 8192, None])
def test_an_empty_or_missing_file_beside_original_files_is_no_new_library(closed: Home, left: bytes | None) -> None:
    closed.database.unlink()
    if left is not None:
        closed.database.write_bytes(left)
    with pytest.raises(LibraryDamaged) as told:
        Library.open(closed)
    assert "A new library can be made from the 3 original files" in told.value.advice


def test_an_error_of_our_own_on_a_sound_library_stays_what_it_is(closed: Home) -> None:
    def mistaken(connection: sqlite3.Connection) -> object:
        return connection.execute("SELECT no_such_column FROM documents").fetchall()

    with Library.open(closed) as library:
        with pytest.raises(sqlite3.OperationalError, match="no_such_column"):
            library.read(mistaken)
        with pytest.raises(KeyError):
            library.read(lambda _connection: dict[str, str]()["nothing"])
    assert not is_damaged(closed.database)


def test_a_new_library_leaves_no_copies_of_nothing_beside_itself(place: Home, library: Library) -> None:
    assert library.is_new()
    assert [path.name for path in place.library.glob("*.sqlite3")] == ["library.sqlite3"]


def test_every_migration_changes_the_tables_so_that_they_tell_their_version() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        shapes = []
        for migrate in MIGRATIONS:
            migrate(made)
            shapes.append(shape(made))
    assert len(set(shapes)) == len(MIGRATIONS)


def older(place: Home, upto: int, *titles: str) -> None:
    """A library as an earlier version of the program left it, with these documents and as many edits."""
    place.make()
    with closing(connect(place.database, durable=True, migrations=MIGRATIONS[:upto])) as made:
        for title in titles:
            made.execute(
                "INSERT INTO documents (id, title, file_name, original, format, page_count, readable_pages, words, "
                "notes, metadata, added, position) VALUES (?, ?, 'f', 'f', 'Plain text', 0, 0, 0, '[]', '{}', '', 1)",
                (title, title),
            )
            made.execute("INSERT INTO journal (label, changes, made) VALUES (?, '[]', '')", (title,))
            (place.originals / f"{title}.txt").write_text(title)


def test_the_newest_sound_copy_is_named_with_what_it_lacks_and_taken(place: Home, plan: Manifesto) -> None:
    older(place, 6, "One")
    with Library.open(place) as library:  # keeps a copy of before
        file = place.library / "Two.txt"
        file.write_text("Two")
        two = library.store(file, plan, {"title": "Two"})
        library.apply(edits.set_fields(library, two.id, {"party": "Lamp"}))
    (place.library / "library.version-9.sqlite3").write_bytes(b"a newer copy, but damaged")
    content = bytearray(place.database.read_bytes())
    content[:100] = bytes(100)
    place.database.write_bytes(content)
    with pytest.raises(LibraryDamaged) as told:
        Library.open(place)
    assert re.search(
        r"newest sound copy, “library\.version-6\.sqlite3” of \d+ \w+ \d{4}, lacks one manifesto and whatever was "
        r"edited since\. .*hustings restore",
        told.value.advice,
    )
    done = restore(place)
    assert "One original file is read" in done
    assert "library.damaged-1.sqlite3" in done
    with Library.open(place) as library:
        assert [document.title for document in library.documents()] == ["One"]
        assert [Path(file.path).stem for file in library.waiting()] == [two.id]
    assert (place.library / "library.damaged-1.sqlite3").read_bytes() == bytes(content)
    with pytest.raises(NotDamaged):
        restore(place)


def test_what_a_copy_lacks_is_named_as_far_as_the_damaged_file_can_be_read(place: Home, plan: Manifesto) -> None:
    older(place, 6, "One")
    with Library.open(place) as library:
        file = place.library / "Two.txt"
        file.write_text("Two")
        two = library.store(file, plan, {"title": "Two"})
        library.apply(edits.set_fields(library, two.id, {"party": "Lamp"}))
    execute(place, "PRAGMA user_version = 2")
    with pytest.raises(LibraryDamaged, match=r"lacks one manifesto \(“Two”\) and one edit made since"):
        Library.open(place)


def test_without_a_copy_a_new_library_is_made_from_the_original_files(closed: Home) -> None:
    closed.database.unlink()
    assert "A new library was begun. 3 original files are read into it." in restore(closed)
    with Library.open(closed) as library:
        assert version(library._connection) == len(MIGRATIONS)
        assert len(library.waiting()) == 3
