"""A draft tried on a library: what it would show, what words find besides, which words examples share."""

from __future__ import annotations

from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.query import parse
from index.search import IndexNotReady, Searcher
from index.topics.model import Scope, Topic, TopicQuery
from index.topics.trying import asked, other_forms, proposed, tried
from reader.home import home

HARBOUR = Written("""# Lamps
We will mend each lamp on the quay within a week.
Lamplight makes the lamps of the quay and the pier shine.
# Boats
Ferries leave on time and come back.
Every ferry has a lamp, but nobody looks.""")
MEADOW = Written("# Grass\nWe will cut the grass twice.\nNo lamp here is ever lit.", party="Meadow")


@pytest.fixture
def library(tmp_path: Path) -> Indexed:
    return Indexed(tmp_path, HARBOUR, MEADOW)


def draft(*queries: TopicQuery) -> Topic:
    return Topic("", 0, "Lamps", "#aa7700", "", queries)


def test_a_draft_says_how_much_it_would_show_and_the_best_first(library: Indexed) -> None:
    trial = tried(library.home, draft(TopicQuery("lamp"), TopicQuery("quay", 0.5)))
    assert (trial.passages, trial.manifestos, trial.of) == (4, 2, 2)
    assert trial.best[0].text.startswith("We will mend")
    marked = trial.best[0].text[slice(*trial.best[0].marks[0])]
    assert marked == "lamp"
    assert [hit.score for hit in trial.best] == sorted((hit.score for hit in trial.best), reverse=True)


def test_what_hints_only_bring_near_to_the_topic_is_counted_apart(library: Indexed) -> None:
    hints = TopicQuery("quay", 0.4), TopicQuery("pier", 0.4), TopicQuery("lamp", 0.4)
    sure = tried(library.home, draft(TopicQuery("ferry"), *hints))
    assert (sure.passages, sure.uncertain, sure.manifestos) == (3, 1, 1)
    assert len(sure.best) == 4
    alone = tried(library.home, draft(*hints))
    assert (alone.passages, alone.uncertain) == (1, 1)


def test_lines_that_are_not_understood_are_passed_over(library: Indexed) -> None:
    assert tried(library.home, draft(TopicQuery("ferry"), TopicQuery("-"), TopicQuery(""))).passages == 2
    assert tried(library.home, draft(TopicQuery(""))) == tried(library.home, draft())


def test_a_query_is_looked_for_where_the_topic_looks(library: Indexed) -> None:
    with Searcher(library.home) as searcher:
        found = searcher.search(asked(TopicQuery("lamp", scope=Scope.SECTION)), passages_only=True)
        assert found.total == 2
        assert searcher.search(asked(TopicQuery("lamp OR ferry", language="cy")), passages_only=True).total == 0
    assert parse(asked(TopicQuery("lamp"))) == parse("lamp")


def test_a_word_says_which_other_forms_it_finds(library: Indexed) -> None:
    with Searcher(library.home) as searcher:
        found = searcher.search("lamp", passages_only=True)
        assert other_forms("lamp", found) == ("lamps",)
        assert other_forms("=lamp", found) == ()
        assert other_forms('"lamp on the quay"', found) == ()


def test_examples_propose_the_words_they_share(tmp_path: Path) -> None:
    common = "\n".join(f"The council will spend {number} pounds on plans." for number in range(60))
    made = Indexed(tmp_path, Written(f"The old tram is loud.\nA tram comes late.\n{common}"))
    document = made.documents[0].id
    with Searcher(made.home) as searcher:
        blocks = [hit.block for hit in searcher.search("tram", passages_only=True).hits]
    (term,) = proposed(made.home, [(document, block) for block in blocks] + [(document, "gone")])
    assert (term.text, set(term.held_by), term.elsewhere) == ("tram", set(blocks), 0)
    assert proposed(made.home, []) == ()


def test_without_an_index_nothing_is_counted_yet(tmp_path: Path) -> None:
    with pytest.raises(IndexNotReady, match="being built"):
        tried(home(tmp_path), draft(TopicQuery("lamp")))
