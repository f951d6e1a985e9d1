"""A library that is being written to survives kill -9 at any moment, time after time."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.home import Home, home
from reader.identity import document_id
from reader.library.library import Library

_KILLS = 100
_BLOCKS = 200

# Stores documents and edits them, one after another, until it is killed.
_WRITER = """
import sys
from pathlib import Path
from reader.home import home
from reader.library import edits
from reader.library.library import Library
from reader.model import Block, Kind, Manifesto

print("begun", flush=True)
blocks = tuple(Block(Kind.PARAGRAPH, f"passage {number} " * 20) for number in range(BLOCKS))
with Library.open(home(Path(sys.argv[1])), durable=False) as library:
    for queued in library.waiting():
        document = library.store(queued.path, Manifesto("Title", "en", blocks), {})
        library.apply(edits.set_fields(library, document.id, {"party": document.file_name}))
        if library.redo() is None:
            library.undo()
""".replace("BLOCKS", str(_BLOCKS))


@pytest.mark.soak
def test_a_library_survives_being_killed_at_any_moment(tmp_path: Path) -> None:
    place = home(tmp_path / "library")
    chance = random.Random(2031)  # noqa: S311  # only for picking moments
    stored: set[str] = set()
    for round_ in range(_KILLS):
        _queue_some(place, tmp_path, round_)
        _write_until_killed(place, chance.uniform(0.05, 0.6))
        stored = _checked(place, stored)
    assert len(stored) > _KILLS / 2


def _queue_some(place: Home, folder: Path, round_: int) -> None:
    with Library.open(place) as library:
        if len(library.waiting()) < 20:
            files = [folder / f"{round_}-{number}.txt" for number in range(40)]
            for file in files:
                file.write_text(file.name)
            library.enqueue(files)


def _write_until_killed(place: Home, seconds: float) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", _WRITER, str(place.library)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        # Where the machine is busy, importing alone takes longer than all that is to be interrupted.
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        time.sleep(seconds)
        process.kill()


def _checked(place: Home, before: set[str]) -> set[str]:
    """The documents, after a look at all that may not be lost or half there."""
    with Library.open(place) as library:
        assert library._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert library._connection.execute("PRAGMA foreign_key_check").fetchall() == []
        waiting = {Path(queued.path).name for queued in library.waiting()}
        now = set()
        for document in library.documents():
            now.add(document.id)
            assert len(library.blocks(document.id)) == _BLOCKS
            assert document_id(library.original(document.id)) == document.id
            assert document.file_name not in waiting
            assert document.party in ("", document.file_name)
        assert before <= now
        return now
