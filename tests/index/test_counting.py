"""Counting what a search would find, which the topic editor does for every line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.search import Searcher

HARBOUR = """
# Harbour
We will mend the quay and light the ferry stop.
We will run a ferry at night.
## Ferries
Ferries run late.
"""
QUERIES = ["ferry", "feries", "light OR late", "“no such words”", "harbour -ferry", "kind:pledge"]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    made = Indexed(tmp_path_factory.mktemp("counted"), Written(HARBOUR), Written("# Lanes\nNo ferry."))
    with Searcher(made.home) as opened:
        yield opened


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("alone", [False, True])
def test_as_many_are_counted_as_a_search_finds(searcher: Searcher, query: str, alone: bool) -> None:
    assert searcher.count(query, passages_only=alone) == searcher.search(query, passages_only=alone).total


def test_no_other_words_are_looked_for(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    def tried(*_arguments: object) -> None:
        raise AssertionError("other words were looked for")

    monkeypatch.setattr("index.search.others", tried)
    monkeypatch.setattr("index.search.suggestion", tried)
    assert searcher.count("feries") == 0
    assert searcher.count("ferry") > 0


def test_an_empty_library_has_nothing_to_count(tmp_path: Path) -> None:
    with Searcher(Indexed(tmp_path).home) as empty:
        assert empty.count("ferry") == 0
