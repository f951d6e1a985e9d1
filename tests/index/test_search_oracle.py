"""A search finds what a plain scan of every passage finds, whatever is asked and however the index came to be."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from indexed import Indexed, Written
from plain_scan import PlainScan

from index import best as ranking
from index.best import Sign, best
from index.entry_sets import listed
from index.finding import GivenUp
from index.query import NotUnderstood
from index.search import Searcher
from index.shard import Shard
from index.writing import Tidy
from reader.library.edits import remove
from reader.library.library import Library

Made = tuple[Indexed, PlainScan]

LANGUAGES = ("en", "en", "cy", "fr", "de", "und")
# With apostrophes of both kinds, hyphens, ligatures, accents composed and not, sums and words that mutate.
_TEXT = """
the and of we will police policing policed officer officers crime crimes knife safety safer fire
stop search home homes women women’s women's co-operate cooperate co operative anti-social
antisocial £1,300 £151m 2017 U.K. A&E don't don’t O'Brien i'r l'eau l’eau dŵr ŷd tŷ trosedd throsedd
droseddau heddlu Gymru Cymru école écoles Bürger Bürgerinnen Straße strasse ﬁre ﬂood oﬃce office
café cafe re-elect naïve 10% percent
"""
WORDS = tuple(_TEXT.split())
QUERY_WORDS = (
    *WORDS,
    "polic*",
    "*tion",
    "wom?n",
    "cri*",
    "*y",
    "=police",
    "=homes",
    "-fire",
    "nothing",
    "the",
    "saf?r",
)


def words(chance: random.Random, least: int, most: int) -> str:
    chosen = [chance.choice(WORDS) for _ in range(chance.randint(least, most))]
    return unicodedata.normalize(chance.choice(("NFC", "NFD")), " ".join(chosen))


def written(chance: random.Random, number: int) -> Written:
    lines = []
    for _ in range(chance.randint(0, 12)):
        kind = chance.random()
        if kind < 0.25:
            lines.append(f"{'#' * chance.randint(1, 2)} {words(chance, 1, 3)}")
        elif kind < 0.45:
            lines += [f"{words(chance, 2, 4)}:", *(f"- {words(chance, 1, 6)}" for _ in range(chance.randint(1, 3)))]
        else:
            lines.append(f"{words(chance, 1, 25)}.")
    fields = {"year": str(chance.randint(2010, 2020)), "title": f"Manifesto {number}"}
    party = chance.choice(("Labour", "Green", "Plaid"))
    return Written("\n".join(lines), party, chance.choice(LANGUAGES), fields)


@pytest.fixture(scope="module", params=range(4))
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A library that was indexed bit by bit; some manifestos were indexed anew or removed, and some segments merged."""
    chance = random.Random(request.param)  # noqa: S311  # for making up texts
    made = Indexed(tmp_path_factory.mktemp("oracle"), *(written(chance, number) for number in range(5)))
    for number in range(request.param * 4):
        made.add(written(chance, 5 + number))
        if chance.random() < 0.2:
            made.index_again()
        if chance.random() < 0.3:
            with Shard(made.home, made._generation(), 0, []) as shard:
                shard.do(Tidy())
    with Library.open(made.home) as opened:
        if request.param == 3:
            opened.apply(remove(opened, [document.id for document in made.documents[::4]]))
        yield made, PlainScan(opened)


def queries() -> st.SearchStrategy[str]:
    word = st.sampled_from(QUERY_WORDS)
    form = st.sampled_from(("NFC", "NFD"))
    phrase = st.lists(word, min_size=2, max_size=4).map(" ".join).map(lambda text: f'"{text}"')
    near = st.tuples(phrase, st.integers(0, 6)).map(lambda pair: f"{pair[0]}~{pair[1]}")
    filters = st.sampled_from(
        (
            "party:labour",
            "party:green",
            "year:2012-2016",
            "kind:heading",
            "kind:list_item",
            "language:cy",
            "-kind:heading",
        )
    )
    scoped = st.tuples(st.sampled_from(("section:", "lead:")), st.one_of(word, phrase)).map("".join)
    leaf = st.one_of(word, word, phrase, near, filters, scoped)
    whole = st.recursive(
        leaf,
        lambda part: st.one_of(
            st.tuples(part, part).map(lambda pair: f"{pair[0]} {pair[1]}"),
            st.tuples(part, part).map(lambda pair: f"({pair[0]} OR {pair[1]})"),
            st.tuples(part, part).map(lambda pair: f"({pair[0]} NOT ({pair[1]}))"),
        ),
        max_leaves=5,
    )
    return st.tuples(form, whole).map(lambda pair: unicodedata.normalize(*pair))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries(), chosen=st.sets(st.integers(0, 16)))
def test_the_hits_are_those_of_a_plain_scan(library: Made, query: str, chosen: set[int]) -> None:
    compare(library, query, chosen)


@pytest.mark.soak
@settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries(), chosen=st.sets(st.integers(0, 16)))
def test_the_hits_of_very_many_queries_are_those_of_a_plain_scan(library: Made, query: str, chosen: set[int]) -> None:
    compare(library, query, chosen)


def compare(library: Made, query: str, chosen: set[int]) -> None:
    made, scan = library
    some = [document.id for number, document in enumerate(made.documents) if number in chosen]
    with Searcher(made.home) as searcher:
        try:
            expected = scan.search(query)
        except NotUnderstood as refused:
            with pytest.raises(NotUnderstood, match=re.escape(str(refused))):
                searcher.search(query)
            return
        found = searcher.search(query, limit=10_000)
        assert {(hit.document, hit.block) for hit in found.hits} == expected
        assert found.total == len(found.hits) == len(expected)
        narrowed = searcher.search(query, limit=10_000, documents=some)
        assert {(hit.document, hit.block) for hit in narrowed.hits} == {one for one in expected if one[0] in some}
        few = searcher.search(query, limit=3)
        assert few.total == found.total
        assert few.hits == found.hits[:3]


@pytest.mark.parametrize("seed", range(12))
def test_the_best_are_those_with_most_points_though_few_are_looked_at(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(ranking, "_FEW", 0)
    monkeypatch.setattr(ranking, "_FEW_OF_SEVERAL", 0)
    chance = random.Random(seed)  # noqa: S311  # for making up entries
    size = 2000
    signs = []
    points = dict.fromkeys(range(size), 0.0)
    for common in (0.8, 0.3, 0.05)[: 1 + seed % 3]:
        entries = [entry for entry in range(size) if chance.random() < common]
        impacts = bytes(min(255, 1 + int(chance.expovariate(0.03))) for _ in entries)
        dense = bytearray(size)
        weight = chance.uniform(0.1, 3)
        for entry, impact in zip(entries, impacts, strict=True):
            dense[entry] = impact
            points[entry] += weight * impact
        signs.append(Sign(weight, (), b"", bytes(dense)) if common > 0.5 else Sign(weight, entries, impacts))
    found = {entry for sign in signs for entry in listed(sign.held()) if chance.random() < 0.9}
    expected = sorted(found, key=lambda entry: (-points[entry], entry))[:20]
    ranked = best(found, signs, 20)
    assert [entry for _, entry in ranked] == expected
    assert [score for score, _ in ranked] == pytest.approx([points[entry] for entry in expected])


def test_a_search_that_nobody_waits_for_is_given_up(library: Made) -> None:
    made, _ = library
    asked = []

    def wanted() -> bool:
        asked.append(True)
        return len(asked) < 2

    with Searcher(made.home) as searcher:
        with pytest.raises(GivenUp):
            searcher.search("police OR fire OR homes", wanted=wanted)
        assert searcher.search("police OR fire OR homes").hits


def test_an_expression_that_nobody_waits_for_is_given_up(library: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = library
    read: list[int] = []
    texts = Library.texts

    def counted(self: Library, blocks: Iterable[str]) -> object:
        read.append(1)
        return texts(self, blocks)

    monkeypatch.setattr(Library, "texts", counted)
    monkeypatch.setattr("index.passage_tests._AT_ONCE", 1)
    with Searcher(made.home) as searcher, pytest.raises(GivenUp):
        searcher.search("/o.{0,3}e/", wanted=lambda: not read)
    assert len(read) == 1


def test_a_search_is_given_up_while_what_it_found_is_read(library: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = library
    read: list[str] = []
    passage = Library.passage

    def counted(self: Library, document: str, block: str, summed: int) -> object:
        read.append(block)
        return passage(self, document, block, summed)

    monkeypatch.setattr(Library, "passage", counted)
    with Searcher(made.home) as searcher, pytest.raises(GivenUp):
        searcher.search("police OR fire OR homes", wanted=lambda: not read)
    assert len(read) == 1
