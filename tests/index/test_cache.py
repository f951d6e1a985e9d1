"""The cache of a library lies among the caches of this machine; nothing of the kind in a library's folder is opened."""

from __future__ import annotations

import os
import shutil
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from indexed import Indexed, Written
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from index import cache, generations
from index.importing import start_import
from index.pending import unindexed
from index.search import IndexNotReady, Searcher
from index.store import SCHEMA
from index.topics.model import Topic, TopicQuery
from index.topics.views import Views
from reader.home import CACHE_VARIABLE, VARIABLE, Home, home
from reader.library.library import Library

TOPIC = Topic("t", 1, "T", "#000000", "d", (TopicQuery("lifeboat"),))


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of all caches, for this test alone."""
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "caches"))
    return tmp_path / "caches"


@pytest.fixture
def made(tmp_path: Path) -> Indexed:
    (tmp_path / "mine").mkdir()
    made = Indexed(tmp_path / "mine", Written("A lifeboat sails."))
    with Views(made.home) as views, Library.open(made.home) as library:
        views.make(library, TOPIC, [made.documents[0].id])
    return made


class Command:
    """A pickle that makes a file wherever it is opened."""

    def __init__(self, proof: Path) -> None:
        self.proof = proof

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.mkdir, (str(self.proof),)


def with_all_of_its_cache_inside(made: Indexed, folder: Path) -> Home:
    """A copy of the library with index and views in its folder, where earlier versions kept them."""
    shutil.copytree(made.home.library, folder)
    shutil.copytree(cache.folder(made.home), folder / "cache")
    return home(folder)


def test_a_crafted_index_in_a_copied_library_is_never_opened(made: Indexed, tmp_path: Path) -> None:
    copy, proof = with_all_of_its_cache_inside(made, tmp_path / "copy"), tmp_path / "proof"
    for shard in (copy.library / "cache" / "index").glob("*/0"):
        for file in shard.glob("_*.toc"):
            file.unlink()
        TOC(SCHEMA, [Command(proof)], 9).write(FileStorage(str(shard)), "MAIN")
        assert str(proof).encode() in (shard / "_MAIN_9.toc").read_bytes()
    with Library.open(copy) as library:
        assert len(unindexed(copy, library)) == 1
    with Searcher(copy) as searcher, suppress(IndexNotReady):
        searcher.search("lifeboat")
    list(start_import(copy, ()).events())
    with Searcher(copy) as searcher:
        assert searcher.search("lifeboat").total == 1
    assert not proof.exists()


def test_crafted_views_in_a_copied_library_are_never_shown(made: Indexed, tmp_path: Path) -> None:
    (true,) = made.matches(TOPIC)
    with Views(made.home) as views:
        views.keep(TOPIC, {true.document: [replace(true, text="A lifeboat sinks.")]})
    copy = with_all_of_its_cache_inside(made, tmp_path / "copy")
    assert b"sinks" in (copy.library / "cache" / "views.sqlite3").read_bytes()
    with Views(copy) as views:
        assert views.cached(TOPIC, [made.documents[0].id]) == ({}, [made.documents[0].id])


def test_a_library_has_another_cache_in_another_place_and_in_the_same_place_another_library_has(
    made: Indexed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caches: Path
) -> None:
    first = cache.folder(made.home)
    assert first.parent == caches
    monkeypatch.chdir(tmp_path)
    assert cache.folder(home(Path("mine"))) == first
    monkeypatch.setenv(VARIABLE, "elsewhere/../mine")
    assert cache.folder(home()) == first
    shutil.copytree("mine", "copy")
    assert cache.folder(home(Path("copy"))) not in (first, cache.folder(home(tmp_path / "new")))
    shutil.rmtree("mine")
    assert cache.folder(made.home) != first
    if sys.platform != "win32":
        (tmp_path / "link").symlink_to(tmp_path / "copy")
        assert cache.folder(home(tmp_path / "link")) == cache.folder(home(tmp_path / "copy"))


def test_nothing_but_the_library_is_kept_in_its_folder(made: Indexed) -> None:
    list(start_import(made.home, ()).events())
    kept = {entry.name for entry in made.home.library.iterdir() if entry.is_dir()}
    assert kept == {"originals", "topics", "settings", "logs"}


def test_a_library_that_is_long_gone_takes_its_cache_with_it(made: Indexed, tmp_path: Path) -> None:
    caches = {}
    for name in ("gone", "unplugged", "there"):
        (tmp_path / name).mkdir()
        other = Indexed(tmp_path / name, Written("A road."))
        cache.note_use(other.home)
        caches[name] = cache.folder(other.home)
        if name != "unplugged":
            os.utime(caches[name] / "library.txt", (0, time.time() - cache.KEPT - 60))
        if name != "there":
            shutil.rmtree(other.home.library)
    cache.clean(made.home)
    assert {name for name, folder in caches.items() if folder.is_dir()} == {"unplugged", "there"}
    assert cache.folder(made.home).is_dir()


def test_what_an_earlier_version_kept_in_a_library_goes_and_what_is_not_certainly_ours_stays(
    made: Indexed, tmp_path: Path
) -> None:
    ours, theirs = (with_all_of_its_cache_inside(made, tmp_path / name) for name in ("ours", "theirs"))
    (theirs.library / "cache" / "index" / "notes.txt").write_text("mine")
    for one in (ours, theirs):
        list(start_import(one, ()).events())
    assert not (ours.library / "cache").exists()
    assert (theirs.library / "cache" / "index" / "notes.txt").exists()
    assert (theirs.library / "cache" / "views.sqlite3").exists()
    generation = generations.current(ours)
    assert generation is not None
    assert generation.is_dir()
