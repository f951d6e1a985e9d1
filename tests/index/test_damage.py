"""What is wrong with the index is told from what is wrong with us: files are compared with their sums."""

from __future__ import annotations

import gc
import random
import sqlite3
import sys
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest
from indexed import Indexed, Written

from index import generations, search, store
from index.codec import gathering
from index.damage import IndexDamaged
from index.pending import unindexed
from index.search import IndexNotReady, Searcher
from index.shard import Shard
from index.writing import Add, Commit, Tidy
from reader.errors import DocumentDamaged
from reader.library import digests
from reader.library.library import Library

LINES = "\n".join(f"The ferry of quay {number} runs at night." for number in range(20))


@pytest.fixture
def made(tmp_path: Path) -> Indexed:
    return Indexed(tmp_path, Written(LINES), Written("No lamp on the ferry."))


@pytest.fixture
def untidy_whoosh() -> Iterator[None]:
    """Whoosh leaves files open when it fails to read them; they are closed here, where nobody minds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()


def bug(*_: object, **__: object) -> NoReturn:
    raise KeyError("a mistake of ours")


def generation_of(made: Indexed) -> Path:
    generation = generations.current(made.home)
    assert generation is not None
    return generation


def files_of(generation: Path) -> list[Path]:
    return sorted(file for file in (generation / "0").iterdir() if file.suffix in (".toc", ".seg", ".json"))


def test_our_own_mistake_in_a_search_is_no_damage(made: Indexed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "find", bug)
    with Searcher(made.home) as searcher, pytest.raises(KeyError):
        searcher.search("ferry")
    assert generations.current(made.home) is not None


def test_our_own_mistake_in_opening_the_index_is_no_damage(made: Indexed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_leaves", bug)
    with pytest.raises(KeyError), store.reading(made.home):
        pass
    with pytest.raises(KeyError), Library.open(made.home) as library:
        unindexed(made.home, library)


@pytest.mark.usefixtures("untidy_whoosh")
def test_our_own_mistake_in_writing_is_no_damage(made: Indexed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering.Gathered, "write", bug)
    with Shard(made.home, generation_of(made), 0, []) as shard:
        shard.do(Add(made.documents[0].id, "en"))
        with pytest.raises(KeyError):
            shard.do(Commit())
    monkeypatch.undo()
    made.index_again()
    with Searcher(made.home) as searcher:
        assert searcher.search("ferry").total == 21


@pytest.mark.usefixtures("untidy_whoosh")
def test_whatever_bytes_of_the_index_change_it_answers_as_before_or_is_built_again(made: Indexed) -> None:
    generation = generation_of(made)
    whole = {file: file.read_bytes() for file in files_of(generation)}
    pointer = (generation.parent / "current.json").read_bytes()
    with Searcher(made.home) as searcher:
        expected = searcher.search("ferry night")
    noticed = 0
    for seed in range(60):
        chance = random.Random(seed)  # noqa: S311  # damage, repeatable
        file = chance.choice(list(whole))
        damaged = bytearray(whole[file])
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        file.write_bytes(damaged)
        try:
            with Searcher(made.home) as searcher:
                assert searcher.search("ferry night") == expected
        except IndexNotReady:
            noticed += 1
            assert generations.current(made.home) is None
        file.write_bytes(whole[file])
        (generation.parent / "current.json").write_bytes(pointer)
    assert noticed == 60


@pytest.mark.usefixtures("untidy_whoosh")
def test_a_file_of_the_index_that_is_gone_is_noticed(made: Indexed) -> None:
    generation = generation_of(made)
    for file in files_of(generation):
        content = file.read_bytes()
        file.unlink()
        with pytest.raises(IndexDamaged), store.reading(made.home):
            pass
        with pytest.raises(IndexDamaged), Shard(made.home, generation, 0, []):
            pass
        file.write_bytes(content)
    with store.reading(made.home) as reader:
        assert reader.doc_count_all() == 21


@pytest.mark.skipif(sys.platform == "win32", reason="there, files that are open cannot be replaced")
def test_damage_done_while_the_index_is_open_is_told_from_our_own_mistake(made: Indexed) -> None:
    generation = generation_of(made)
    with pytest.raises(IndexDamaged), store.reading(made.home):
        damage_and_fail(generation)


def damage_and_fail(generation: Path) -> NoReturn:
    for file in (generation / "0").glob("*.seg"):
        content = bytearray(file.read_bytes())
        content[-1] ^= 1
        file.unlink()  # what is open stays as it was
        file.write_bytes(content)
    bug()


def test_sums_are_kept_over_commits_and_merging(made: Indexed) -> None:
    for number in range(9):
        made.add(Written(f"A ferry numbered {number}."))
    generation = generation_of(made)
    with Shard(made.home, generation, 0, []) as shard:
        shard.do(Tidy())
    assert [file.suffix for file in files_of(generation)].count(".seg") < 5  # of ten
    with Searcher(made.home) as searcher:
        assert searcher.search("ferry").total == 30


@pytest.mark.parametrize("damaged", ["A lamp on the quay.", "- A light at night.", "We will keep:"])
def test_a_hit_is_shown_only_as_it_was_indexed(tmp_path: Path, damaged: str) -> None:
    made = Indexed(tmp_path, Written("# Light\nA lamp on the quay.\nWe will keep:\n- A light at night."))
    digests.forget_checks()
    with closing(sqlite3.connect(made.home.database)) as connection, connection:
        text = damaged.removeprefix("- ")
        changed = connection.execute("UPDATE blocks SET text = text || ' Not.' WHERE text = ?", (text,))
        assert changed.rowcount == 1
    with Searcher(made.home) as searcher, pytest.raises(DocumentDamaged):
        searcher.search("lamp OR night")
