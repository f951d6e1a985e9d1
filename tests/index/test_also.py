"""Words akin to those typed are named with what they find, and are not mixed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from indexed import Indexed, Written

from index.search import Searcher

TEXT = """# The Harbour Office
The office opens at nine.
An officer walks the quay.
Officers are paid.
Renewables pay for the quay.
The renewal of the quay is near.
"""


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    made = Indexed(tmp_path_factory.mktemp("akin"), Written(TEXT))
    with Searcher(made.home) as searcher:
        yield searcher


def akin(searcher: Searcher, query: str, *, passages_only: bool = False) -> list[tuple[str, str, int]]:
    results = searcher.search(query, passages_only=passages_only)
    return [(one.word, one.query, one.total) for one in results.also]


def test_officers_do_not_find_the_office_and_name_it(searcher: Searcher) -> None:
    found = searcher.search("officers")
    assert sorted(hit.text for hit in found.hits) == ["An officer walks the quay.", "Officers are paid."]
    assert akin(searcher, "officers") == [("office", "office", 2)]


@pytest.mark.parametrize("query", ["officers", "ofice"])
def test_other_words_are_left_alone_where_nobody_wants_them(searcher: Searcher, query: str) -> None:
    found, alone = searcher.search(query), searcher.search(query, others_tried=False)
    assert found.also or found.suggestion
    assert alone == replace(found, also=(), suggestion="")


def test_what_is_named_counts_as_the_search_does(searcher: Searcher) -> None:
    assert akin(searcher, "officers", passages_only=True)[0] == ("office", "office", 1)


@pytest.mark.parametrize(
    ("query", "instead"),
    [
        ("renewables pay", []),
        ("quay renewables", [("renewal", "quay renewal", 1)]),
        ("(renewables OR ferry) -cat", [("renewal", "(renewal OR ferry) -cat", 1)]),
        ("renewal", [("renewables", "renewables", 1)]),
    ],
)
def test_the_query_that_finds_a_word_has_it_in_place_of_the_one_typed(
    searcher: Searcher, query: str, instead: list[tuple[str, str, int]]
) -> None:
    assert akin(searcher, query) == instead


@pytest.mark.parametrize("query", ["=officers", '"harbour officers"', "officer*", "quay", "of?icers"])
def test_what_is_meant_as_it_stands_has_no_others(searcher: Searcher, query: str) -> None:
    assert akin(searcher, query) == []
