"""Several processes at one library: the window writes edits while an import stores, and a killed one costs nothing."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from reader.home import Home, home
from reader.library import connection, damage, edits
from reader.library.library import Library
from reader.library.schema import MIGRATIONS
from reader.model import Block, Kind, Manifesto

pytestmark = pytest.mark.spawned

_DOCUMENTS = 30

# What an import does, as a program of its own: stores documents, says so after each.
_IMPORT = """
import sys
from pathlib import Path
from reader.home import home
from reader.library.library import Library
from reader.model import Block, Kind, Manifesto

blocks = tuple(Block(Kind.PARAGRAPH, f"passage {number} " * 20) for number in range(300))
with Library.open(home(Path(sys.argv[1])), durable=False) as library:
    for name in sys.argv[2:]:
        library.store(name, Manifesto(Path(name).stem, "en", blocks), {"party": "Lamp"})
        print(name, flush=True)
"""


def importing(place: Home, files: list[Path]) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _IMPORT, str(place.library), *map(str, files)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(_DOCUMENTS)]
    for path in paths:
        path.write_text(path.name)
    return paths


def test_edits_and_an_import_go_on_side_by_side(place: Home, library: Library, files: list[Path]) -> None:
    own = files[0].with_name("own.txt")
    own.write_text("own")
    document = library.store(own, Manifesto("Own", "en", (Block(Kind.PARAGRAPH, "x"),)), {}).id
    library.enqueue(files)
    edited = 0
    with importing(place, files) as process:
        while process.poll() is None or edited < 10:
            library.apply(edits.set_fields(library, document, {"year": str(2000 + edited)}))
            edited += 1
            time.sleep(0.005)  # no person is quicker
        assert process.wait() == 0
    assert len(library.documents()) == 1 + _DOCUMENTS
    assert library.waiting() == []
    assert len(library.history()[0]) == edited
    while library.undo():
        pass
    found = library.document(document)
    assert found is not None
    assert found.year == ""


def test_a_killed_import_leaves_a_library_that_opens_and_a_queue_to_go_on_with(
    place: Home, library: Library, files: list[Path]
) -> None:
    library.enqueue(files)
    with importing(place, files) as process:
        assert process.stdout is not None
        for _ in range(3):
            process.stdout.readline()
        process.kill()
    with Library.open(place) as later:
        assert later._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        stored = later.documents()
        assert len(stored) >= 3
        assert len(stored) + len(later.waiting()) == _DOCUMENTS
        assert all(len(later.blocks(document.id)) == 300 for document in stored)
        assert all(later.original(document.id).read_text() == document.file_name for document in stored)
    with importing(place, [Path(file.path) for file in library.waiting()]) as process:
        assert process.wait() == 0
    assert len(library.documents()) == _DOCUMENTS


def test_two_processes_may_make_the_same_library_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    for attempt in range(3):
        place = tmp_path / str(attempt)
        processes = [context.Process(target=_open_and_close, args=(str(place),)) for _ in range(2)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
            assert process.exitcode == 0
            process.close()
        with Library.open(home(place)) as library:
            assert library._connection.execute("SELECT count(*) FROM coders").fetchone() == (1,)


def _open_and_close(place: str) -> None:
    Library.open(home(Path(place))).close()


def test_threads_may_each_open_the_library_while_it_is_made(place: Home) -> None:
    together = threading.Barrier(8)

    def open_one(number: int) -> int:
        together.wait()
        with Library.open(place) as library:
            library.remember_view(str(number), "{}")
            return len(library.documents())

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(open_one, range(8))) == [0] * 8


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_a_step_that_another_takes_meanwhile_is_no_damage(
    place: Home, journal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.make()
    with closing(connection.connect(place.database, durable=False, migrations=MIGRATIONS[:-1])) as older:
        older.execute(f"PRAGMA journal_mode = {journal}")
    shape = damage.shape
    others: list[threading.Thread] = []

    def looked_at(opened: sqlite3.Connection) -> damage.Shape:
        """Its version has been read, its tables are still to come."""
        if not others:
            others.append(threading.Thread(target=lambda: Library.open(place).close()))
            others[0].start()
            others[0].join(0.5)
        return shape(opened)

    monkeypatch.setattr(damage, "shape", looked_at)
    with Library.open(place) as library:
        assert library.documents() == []
    others[0].join()
