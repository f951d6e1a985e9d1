"""Random steps in a library, all undone and all done again, with what people made compared after each."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from every_edit import manifesto, read_anew, step

from reader.home import Home, home
from reader.library.anchoring import Finder
from reader.library.journalled import JOURNALLED
from reader.library.library import Library

Dump: TypeAlias = dict[str, list[dict[str, object]]]


def dump(library: Library) -> Dump:
    """What people made: the rows of all tables that edits change, without what was read or guessed."""
    found: Dump = {}
    for table, columns in JOURNALLED.items():
        listed = ", ".join(f'"{name}"' for name in columns)
        query = f"SELECT {listed} FROM {table} ORDER BY id"  # noqa: S608  # names are the program's own
        rows = library._connection.execute(query).fetchall()
        found[table] = [dict(zip(columns, row, strict=True)) for row in rows]
    kept = {"id", "confirmed", "position", "removed"}
    found["documents"] = [
        {name: value for name, value in row.items() if name in kept | set(str(row["confirmed"]).split())}
        for row in found["documents"]
    ]
    return found


def misplaced(library: Library) -> list[str]:
    """The words of annotations and units that are not where they stand in the text of now."""
    found = []
    units = [unit for scheme in library.schemes() for unit in library.units(scheme.id)]
    for document in library.documents():
        finder = Finder(library.blocks(document.id))
        said = [*library.coded(document.id), *library.annotations(document.id)]
        placed = [(one.annotation.anchor, one.spans) for one in said]
        placed += [(one.unit.anchor, one.spans) for one in units if one.unit.document == document.id]
        found += [anchor.quote for anchor, spans in placed if anchor.block and finder.find(anchor) != spans]
    return found


def small_library(folder: Path) -> Home:
    """A library with three manifestos of made-up words, in which nobody has done anything yet."""
    place = home(folder / "library")
    chance = random.Random(5)  # noqa: S311  # no secret hangs on it
    with Library.open(place, durable=False) as library:
        for name in ("one", "two", "three"):
            file = folder / f"{name}.txt"
            file.write_text(name)
            library.store(file, manifesto(chance), {"title": name, "party": f"Party {name}"})
    return place


def undone_and_redone(kept: Home, folder: Path, steps: Iterable[tuple[str, int]]) -> Counter[str]:
    """Take the steps in a copy of the library `kept`, in an empty folder; how often each kind of step did anything.

    After each undo and redo what people made is compared with what it was; in between the library is closed and opened.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kept.library, folder)
    place = home(folder)
    done: Counter[str] = Counter()
    with Library.open(place, durable=False) as library:
        dumps = [dump(library)]
        for name, seed in steps:
            before = len(library.history()[0])
            changed = step(library, name, seed)
            now = len(library.history()[0])
            done[name] += changed
            if now > before and name != "redo":
                dumps = [*dumps[:now], dump(library)]
            assert dump(library) == dumps[now], f"after {name}"
            assert misplaced(library) == [], f"after {name}"
        while library.redo():
            assert dump(library) == dumps[len(library.history()[0])]
        count = len(library.history()[0])
        _walk(library, dumps, count, 0)
    with Library.open(place, durable=False) as library:
        _walk(library, dumps, 0, count)
        _walk(library, dumps, count, 0)
        for seed in range(3):
            read_anew(library, seed)
        assert dump(library) == dumps[0]
    with Library.open(place, durable=False) as library:
        _walk(library, dumps, 0, count)
        assert misplaced(library) == []
        assert library._connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert library._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return done


def _walk(library: Library, dumps: list[Dump], start: int, end: int) -> None:
    """Undo or redo from so many edits done to so many."""
    assert dump(library) == dumps[start]
    for at in range(start, end, 1 if end > start else -1):
        edit = library.redo() if end > start else library.undo()
        assert edit is not None
        assert dump(library) == dumps[at + 1 if end > start else at - 1], edit.label
    assert (library.redo() if end > start else library.undo()) is None
