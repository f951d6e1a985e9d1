"""An import killed at any moment, time after time, leaves a library and an index that open; the next one goes on."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from importing import all_gone, children_of, enqueue, finished, found, import_all, write_manifestos, write_topic

from index.importing import ImportCrashed, start_import
from index.topics.files import load_topics
from index.topics.views import Views
from reader.home import Home, home
from reader.library.library import Library

_KILLS = 60
_FILES = 400


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_an_import_killed_at_any_moment_goes_on(tmp_path: Path) -> None:
    place = home(tmp_path / "home")
    topics = [write_topic(tmp_path / "topics")]
    paths = write_manifestos(tmp_path / "files", _FILES, words=400)
    enqueue(place, paths)
    chance = random.Random(2024)  # noqa: S311  # only for picking moments
    stored = 0
    for _ in range(_KILLS):
        _import_until_killed(place, topics, chance)
        stored = _checked(place, stored)
    assert finished(import_all(place, topics)).failed == 0
    assert found(place, "lamp") == {path.name for path in paths}
    with Library.open(place) as library, Views(place) as views:
        documents = [document.id for document in library.documents()]
        assert library.waiting() == []
        assert views.cached(load_topics(topics)[0], documents)[1] == []


def _import_until_killed(place: Home, topics: list[Path], chance: random.Random) -> None:
    """Kills the import process or one of those under it, and sees that all of them go."""
    run = start_import(place, topics)
    assert run.process_id is not None
    time.sleep(chance.uniform(0.1, 3.0))
    try:
        family = [psutil.Process(run.process_id), *children_of(run.process_id)]
        chance.choice(family).kill() if chance.random() < 0.5 else family[0].kill()
        time.sleep(chance.uniform(0.0, 0.5))
        family[0].kill()
    except psutil.NoSuchProcess:
        family = []  # it had finished, or ended with the one that was killed
    with suppress(ImportCrashed):
        list(run.events())
    assert all_gone(family, within=2.0)


def _checked(place: Home, before: int) -> int:
    """How many documents there are, after a look at what may not be lost or half there."""
    with Library.open(place) as library:
        documents = library.documents()
        assert len(documents) >= before
        assert len(documents) + len(library.waiting()) + len(library.failures()) == _FILES
        assert not [file for file in library.failures() if file.code != "ReaderCrashed"]
        library.enqueue(Path(file.path) for file in library.failures())
        assert all(library.blocks(document.id) for document in documents)
    return len(documents)
