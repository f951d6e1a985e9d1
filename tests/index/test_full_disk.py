"""A cache that takes nothing: the import says so in a sentence, loses nothing, and goes on once there is room."""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from forked import spawned
from full import files_of_at_most
from importing import enqueue, finished, found, import_all, write_manifestos, write_topic
from indexed import Indexed, Written

from index import cache
from index.topics.model import Subtopic, Topic, TopicQuery
from index.topics.views import Views
from reader.errors import CacheNotWritable, DiskFull
from reader.home import Home, home
from reader.library.library import Library

TOPIC = Topic("t", 1, "T", "#000000", "d", (TopicQuery("lifeboat"),), (), (Subtopic("a", "A"),))


@pytest.fixture
def place(tmp_path: Path) -> Home:
    """A library that has indexed one manifesto, and three more that wait; with a cache of its own."""
    place = replace(home(tmp_path / "home"), caches=tmp_path / "caches")
    enqueue(place, write_manifestos(tmp_path / "files", 1))
    import_all(place)
    enqueue(place, write_manifestos(tmp_path / "files", 3, first=1))
    return place


def _all_found(place: Home) -> bool:
    with Library.open(place) as library:
        documents = {document.file_name for document in library.documents()}
    return documents == found(place, "lamp") == {f"manifesto-{number}.txt" for number in range(4)}


def test_an_import_whose_cache_cannot_be_made_says_so_and_the_next_one_goes_on(place: Home, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    stopped = finished(import_all(replace(place, caches=tmp_path / "file"))).stopped
    assert isinstance(stopped, CacheNotWritable)
    assert str(tmp_path / "file") in stopped.advice
    assert finished(import_all(place)).stopped is None
    assert _all_found(place)


def test_an_import_whose_index_has_no_room_says_so_and_the_next_one_goes_on(place: Home, tmp_path: Path) -> None:
    enqueue(place, write_manifestos(tmp_path / "long", 2, words=20_000, first=8))
    import_all(place)
    shutil.rmtree(place.caches)
    with files_of_at_most(40_000), spawned():  # processes that are forked would not have the limit
        stopped = finished(import_all(place)).stopped
    assert isinstance(stopped, DiskFull)
    assert str(place.caches) in stopped.advice
    assert finished(import_all(place)).stopped is None
    assert len(found(place, "lamp")) == 6


def test_an_import_that_cannot_keep_topic_views_says_so(place: Home, tmp_path: Path) -> None:
    for left in cache.folder(place).glob("views.sqlite3*"):
        left.unlink()
    cache.views_in(cache.folder(place)).mkdir()
    topics = [write_topic(tmp_path / "topics")]
    assert isinstance(finished(import_all(place, topics)).stopped, CacheNotWritable)
    cache.views_in(cache.folder(place)).rmdir()
    assert finished(import_all(place, topics)).stopped is None
    assert _all_found(place)


def test_an_import_without_a_log_reads_all_the_same(place: Home) -> None:
    shutil.rmtree(place.logs)
    place.logs.touch()
    assert finished(import_all(place)).added == 3
    assert _all_found(place)


@pytest.mark.parametrize("full", [False, True])
def test_topic_views_that_cannot_be_kept_are_made_all_the_same(full: bool, tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("# Sea\nA lifeboat sails. It is red.\nA road."), Written("A road."))
    documents = [document.id for document in made.documents]
    whole = made.views(TOPIC)
    if not full:
        cache.views_in(cache.folder(made.home)).mkdir(parents=True)
    with Views(made.home) as views, Library.open(made.home) as library:
        with files_of_at_most(0) if full else nullcontext():
            assert views.make(library, TOPIC, documents) == whole
        assert views.cached(TOPIC, documents) == (whole, [])
        assert isinstance(views.unkept, DiskFull if full else CacheNotWritable)
