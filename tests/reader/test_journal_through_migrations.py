"""Edits that were made by an older version of the program can still be undone after its tables have changed."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from reader.edits import Change, Edit
from reader.home import Home
from reader.library import edits
from reader.library.connection import connect
from reader.library.digests import seal
from reader.library.journalled import JOURNALLED
from reader.library.library import Library
from reader.library.migrating import columns_changed
from reader.library.schema import MIGRATIONS

# A set made and then renamed, as version 6 of the tables had it.
_MADE = [["sets", "s", None, {"id": "s", "name": "South", "position": 1}]]
_RENAMED = [["sets", "s", {"name": "South"}, {"name": "North"}]]
_MOVED = [["sets", "s", {"position": 1}, {"position": 2}]]


@pytest.fixture
def older(place: Home) -> Home:
    """A library of version 6, made by the first migrations alone, with three edits in its journal."""
    place.make()
    with closing(connect(place.database, durable=True, migrations=MIGRATIONS[:6])) as made:
        made.execute("INSERT INTO sets VALUES ('s', 'North', 2)")
        for label, changes in (("Make", _MADE), ("Rename", _RENAMED), ("Move", _MOVED)):
            values = (label, json.dumps(changes), "2026-01-02T03:04:05.000000Z")
            made.execute("INSERT INTO journal (label, changes, made) VALUES (?, ?, ?)", values)
    return place


def names(library: Library) -> list[str]:
    return [one.name for one in library.sets()]


def test_an_edit_made_before_the_migrations_of_now_is_undone_after_them(older: Home) -> None:
    with Library.open(older) as library:
        assert names(library) == ["North"]
        library.undo()
        library.undo()
        assert names(library) == ["South"]
        library.undo()
        assert names(library) == []
        for _ in range(3):
            library.redo()
        assert names(library) == ["North"]
        assert [(step.coder, step.session) for step in library.journal()] == [("", "")] * 3


_VERDICT = {
    "id": "v",
    "document": "d",
    "block": "b",
    "start": 0,
    "end": 5,
    "quote": "Lamps",
    "before": "",
    "after": "",
    "offset": 0,
    "kind": "verdict",
    "target": "harbour",
    "version": 1,
    "value": "in",
    "made": "2026-01-02",
}
_CODE = {"id": "c", "parent": None, "name": "Sea", "colour": "", "definition": "", "position": 0}


def test_verdicts_codes_and_coders_of_before_annotating_are_undone_and_redone_after_it(place: Home) -> None:
    place.make()
    with closing(connect(place.database, durable=True, migrations=MIGRATIONS[:10])) as made:
        (coder,) = made.execute("SELECT id FROM coders").fetchone()
        made.execute(
            "INSERT INTO documents (id, file_name, original, format, page_count, readable_pages, words, notes,"
            " metadata, added, position) VALUES ('d', 'f', 'o', 'Plain text', 0, 0, 1, '[]', '{}', '', 1)"
        )
        made.execute("INSERT INTO blocks VALUES ('d', 0, 'b', 'paragraph', NULL, NULL, '[]', 'Lamps', '[]')")
        made.execute("INSERT INTO content (document, reading) VALUES ('d', 'r')")
        seal(made, "d")
        verdict = {**_VERDICT, "coder": coder}
        steps: list[list[object]] = [
            ["annotations", "v", None, verdict],
            ["annotations", "v", {"value": "in"}, {"value": "out"}],
            ["codes", "c", None, _CODE],
            ["codes", "c", {"name": "Sea"}, {"name": "Coast"}],
            ["coders", coder, {"name": "ann"}, {"name": "Ann Example"}],
        ]
        listed = ", ".join(f'"{name}"' for name in verdict)
        marks = ", ".join(f":{name}" for name in verdict)
        insert = f"INSERT INTO annotations ({listed}) VALUES ({marks})"  # noqa: S608  # the names above
        made.execute(insert, {**verdict, "value": "out"})
        made.execute("INSERT INTO codes VALUES ('c', NULL, 'Coast', '', '', 0)")
        made.execute("UPDATE coders SET name = 'Ann Example'")
        for change in steps:
            made.execute("INSERT INTO journal (label, changes, made) VALUES ('e', ?, '')", (json.dumps([change]),))
    with Library.open(place) as library:

        def now() -> tuple[list[str], list[str], list[str]]:
            said = [one.annotation.value for one in library.annotations("d")]
            return said, [code.name for code in library.codebook().codes], [one.name for one in library.coders()]

        last = now()
        assert last == (["out"], ["Coast"], ["Ann Example"])
        assert library.codebook().codes[0].codable
        for _ in steps:
            library.undo()
        assert now() == ([], [], ["ann"])
        for _ in steps:
            library.redo()
        assert now() == last


def _other_columns(connection: sqlite3.Connection) -> None:
    """What a later version may do to a journalled table: a column comes, one gets another name, one goes."""
    connection.execute("ALTER TABLE sets ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'")
    connection.execute("ALTER TABLE sets RENAME COLUMN name TO called")
    connection.execute("ALTER TABLE sets DROP COLUMN position")
    columns_changed(connection, "sets", added={"colour": "grey"}, renamed={"name": "called"}, dropped=["position"])


def test_a_migration_that_changes_the_columns_of_a_table_keeps_its_edits(
    older: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(JOURNALLED, "sets", ("id", "called", "colour"))
    connection = connect(older.database, durable=True, migrations=(*MIGRATIONS, _other_columns))
    with Library(older, connection) as library:

        def rows() -> list[tuple[object, ...]]:
            return connection.execute("SELECT id, called, colour FROM sets").fetchall()

        assert library.history() == (["Make", "Rename"], [])  # nothing is left of a move without positions
        library.undo()
        assert rows() == [("s", "South", "grey")]
        library.undo()
        assert rows() == []
        library.redo()
        library.redo()
        assert rows() == [("s", "North", "grey")]
        library.apply(Edit("Paint", (Change("sets", "s", {"colour": "grey"}, {"colour": "red"}),)))
        assert library.undo_label() == "Paint"


def test_an_edit_is_journalled_with_its_coder_and_its_session(place: Home) -> None:
    for session in ("first", "second"):
        with Library.open(place, session=session) as library:
            library.apply(edits.make_set(library, session, []))
            coder = library.coders()[0].id
    with Library.open(place) as library:
        library.apply(edits.make_set(library, "third", []))
        steps = library.journal()
        assert [step.session for step in steps] == ["first", "second", library.session]
        assert {step.coder for step in steps} == {coder}
        assert [step.label for step in steps][:2] == ["Make set “first”", "Make set “second”"]
        assert not any(step.undone for step in steps)
    with Library.open(place) as again:
        assert again.session == steps[-1].session  # one session for all connections of a process
