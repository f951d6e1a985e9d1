"""What a search can ask beside words: expressions between strokes, pages, topics, and what is meant by mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from indexed import Indexed, Written

from index.mistakes import mistakes
from index.passage_tests import fitting, is_page
from index.query import NotUnderstood, parse
from index.search import Searcher
from index.topics.model import Topic, TopicQuery
from index.topics.views import Views
from reader.library.library import Library

LANES = """# Lanes
Stop and search is a power, and stop-and-search is watched.
We will not stop anybody from searching.
- Women, woman and womankind
The lamps are lit (almost) everywhere: 24/7.
"""
QUAYS = """# Quays
Nonstop ferries; researchers count them.
A second stop.
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    return Indexed(
        tmp_path_factory.mktemp("asked"),
        Written(LANES, "Lamp Society", fields={"year": "2017"}),
        Written(QUAYS, "Harbour Party", fields={"year": "2021"}),
    )


@pytest.fixture(scope="module")
def searcher(shelf: Indexed) -> Iterator[Searcher]:
    with Searcher(shelf.home) as opened:
        yield opened


def marked(searcher: Searcher, query: str) -> list[str]:
    """What is marked in the hits, sorted."""
    results = searcher.search(query)
    assert results.total == len(results.hits)
    return sorted(hit.text[start:end] for hit in results.hits for start, end in hit.marks)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("/stop.{1,5}search/", ["Stop and search", "stop-and-search"]),
        ("/^stop.*search/ -anybody", ["Stop and search is a power, and stop-and-search"]),
        (r"/\bwom[ae]n\b/", ["Women", "woman"]),
        ("/researcher/", ["researcher"]),
        ("/stop/ party:harbour", ["stop", "stop"]),
        ("/second|power/", ["power", "second"]),
        (r"/\(almost\)/", ["(almost)"]),
        (r"/\d\/\d/", ["4/7"]),
        ("lamps /every/", ["every", "lamps"]),
        ("ferries OR /power/", ["ferries", "power"]),
        ("/zeppelin/", []),
    ],
)
def test_an_expression_is_found_in_the_text_of_passages(searcher: Searcher, query: str, found: list[str]) -> None:
    assert marked(searcher, query) == found


def test_an_expression_can_be_left_out(searcher: Searcher) -> None:
    assert [hit.text for hit in searcher.search("stop -/and.search/ -/any/").hits] == ["A second stop."]


PIECES = ["stop", "a", "search", ".", ".{1,5}", "(and|is)", "[ae]", r"\w+", " ", "s?", "^", r"\b"]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join))
def test_what_the_index_narrows_is_what_a_scan_of_all_passages_finds(searcher: Searcher, written: str) -> None:
    query = f"/{written}/"
    try:
        parse(query, of_now=True)
    except NotUnderstood:
        return
    if written.startswith(" ") or not re.fullmatch(r"/\S[^/]*/", query):
        return
    found = {hit.text for hit in searcher.search(query).hits}
    lines = [line.lstrip("#- ") for line in (LANES + QUAYS).splitlines()]
    plain = re.compile(written, re.IGNORECASE)
    assert found == {line for line in lines if any(fit.end() > fit.start() for fit in plain.finditer(line))}


def test_an_expression_that_takes_too_long_is_given_up(shelf: Indexed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.passage_tests._BUDGET", -1.0)
    with Library.open(shelf.home) as library:
        passages = [(shelf.documents[0].id, block.id) for block in library.blocks(shelf.documents[0].id)]
        with pytest.raises(NotUnderstood, match="takes too long"):
            fitting(library, "stop", passages)


def test_a_wrong_expression_is_explained_and_its_words_are_meant(searcher: Searcher) -> None:
    with pytest.raises(NotUnderstood, match="A bracket opens that does not close") as told:
        searcher.search("lanes /stop(search/")
    assert told.value.instead == "lanes stop search"


def test_passages_are_found_by_the_number_that_is_printed_on_the_page(shelf: Indexed, searcher: Searcher) -> None:
    everything = searcher.search("page:i", limit=50).total
    assert everything == len([line for line in (LANES + QUAYS).splitlines() if line])
    assert searcher.search("page:1").total == 0, "the page has another number"
    assert {hit.document for hit in searcher.search("page:I ferries").hits} == {shelf.documents[1].id}
    with pytest.raises(NotUnderstood, match="“one!” is not a page") as told:
        searcher.search("page:one! ferries")
    assert told.value.instead == "ferries"


@pytest.mark.parametrize(("label", "asked"), [("12", "12"), ("13", "12-14"), ("12", "12..14"), ("xii", "XII")])
def test_a_page_is_asked_for_alone_or_in_a_range(label: str, asked: str) -> None:
    assert is_page(label, asked)
    assert not is_page("15", asked)
    assert not is_page("A2", asked)


def test_passages_of_a_topic_are_found_by_its_id_or_name(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written(LANES), Written(QUAYS))
    topic = Topic("stops", 1, "All stops", "#000000", "d", (TopicQuery("stop", 2.0),), languages=("en",))
    with Library.open(made.home) as library, Views(made.home) as views:
        views.make(library, topic, [document.id for document in made.documents])
    with Searcher(made.home, lambda: [topic]) as searcher:
        every = {hit.text for hit in searcher.search("topic:stops").hits}
        assert "A second stop." in every
        assert {hit.text for hit in searcher.search('topic:"all stops" second').hits} == {"A second stop."}
        assert "The lamps are lit (almost) everywhere: 24/7." not in every
        with pytest.raises(NotUnderstood, match="no topic “nets”"):
            searcher.search("topic:nets")


def test_a_language_is_asked_for_by_its_short_name() -> None:
    assert parse("lang:cy harbwr") == parse("language:cy harbwr")


@pytest.mark.parametrize("query", ["/stop.{1,5}search/", "topic:policing", "page:12"])
def test_a_topic_cannot_ask_for_what_only_a_search_can_tell(query: str) -> None:
    with pytest.raises(NotUnderstood, match="topic cannot ask"):
        parse(query)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('"stop and search', "does not close"),
        ("(police OR crime", "does not close"),
        ("police) crime", "does not open"),
        ("police or crime", "“OR”"),
        ("police and crime", ""),
        ("police not crime", "“NOT”"),
        ("party: labour", "“party:labour”"),
        ("parti:labour police", "“parti”"),
        ("kind:pledge police", ""),
        ('"fire safety"~', "~5"),
        ('"fire safety"~5', ""),
        ("Note: police", ""),
        ("police officers", ""),
        ("/a(b|c)/ OR x", ""),
    ],
)
def test_what_was_forgiven_is_said(query: str, said: str) -> None:
    told = " ".join(mistakes(query))
    assert (said in told) if said else told == ""


@given(st.text(max_size=40))
def test_whatever_is_typed_mistakes_are_sentences(query: str) -> None:
    assert all(sentence.endswith(".") for sentence in mistakes(query))
