"""Key terms: the words that passages share beyond what the rest of the library would let expect."""

from __future__ import annotations

import random

import pytest
from indexed import Indexed, Written

from index.store import reading
from index.topics.model import Scope, Topic
from index.topics.proposing import Example, KeyTerm, distinguishing, key_terms, propose, queries
from index.words.statistics import contingency_log_likelihood

FILL = ["council", "money", "people", "service", "plan", "year", "help", "support", "local", "work", "build", "need"]
CONSTABLES = [
    "Special constables know their streets. We back them.",
    "We will train more special constables, and pay them.",
    "A special constable in every village is our plan.",
    "Volunteers such as special constables need support.",
]


def filler(count: int) -> list[str]:
    """Passages of common words, the same each time."""
    rng = random.Random(3)  # noqa: S311  # not for secrets: the same passages each time
    return [f"We will {' '.join(rng.sample(FILL, 6))}." for _ in range(count)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    lines = [*CONSTABLES, "A constable of police.", "This is a special year.", *filler(120)]
    return Indexed(tmp_path_factory.mktemp("proposing"), Written("\n".join(lines)))


def examples(*texts: str) -> list[Example]:
    return [Example(f"block {number}", text, "en") for number, text in enumerate(texts)]


def proposed(made: Indexed, *texts: str) -> tuple[KeyTerm, ...]:
    with reading(made.home) as reader:
        return key_terms(reader, examples(*texts))


def test_the_ratio_is_that_of_dunnings_table_of_bigrams() -> None:
    assert contingency_log_likelihood(110, 110 + 2442, 111, 111 + 29114) == pytest.approx(270.72, abs=0.005)
    assert contingency_log_likelihood(1, 10, 10, 100) == pytest.approx(0.0)


def test_a_phrase_that_examples_share_comes_first_with_who_holds_it_and_how_rare_it_is(made: Indexed) -> None:
    first = proposed(made, *CONSTABLES)[0]
    assert (first.text, first.query, first.elsewhere) == ("special constables", '"special constables"', 0)
    assert first.held_by == tuple(one.block for one in examples(*CONSTABLES))
    assert first.of == 126 - 4


def test_words_that_all_of_the_library_uses_are_not_key_though_every_example_holds_them(made: Indexed) -> None:
    shared = ["We will plan a harbour wall.", "The plan is a harbour light.", "A harbour needs a plan."]
    assert [term.text for term in proposed(made, *shared)] == ["harbour"]


def test_what_one_of_several_examples_holds_is_chance_but_one_example_alone_may_speak(made: Indexed) -> None:
    assert "streets" not in [term.text for term in proposed(made, *CONSTABLES)]
    assert [term.query for term in proposed(made, "No trawler.", "A kraken.")] == []
    assert [term.query for term in proposed(made, "A trawler.")] == ["trawler"]


def test_phrases_do_not_cross_a_comma_and_neither_begin_nor_end_with_small_words(made: Indexed) -> None:
    terms = proposed(made, "Harbour, light the right to roam.", "Harbour, light: a right to roam.")
    texts = {term.text for term in terms}
    assert "right to roam" in texts
    assert not {text for text in texts if "harbour light" in text or text.split()[0] in ("to", "the", "a")}


def test_a_topic_of_the_key_terms_finds_the_examples_again_and_little_else(made: Indexed) -> None:
    topic = Topic("t", 1, "T", "#000000", "d", queries(proposed(made, *CONSTABLES)))
    assert all(query.scope is Scope.TEXT and 0.3 <= query.weight <= 1.0 for query in topic.queries)
    found = {match.text for match in made.matches(topic)}
    assert found >= set(CONSTABLES)
    assert found - set(CONSTABLES) <= {"A constable of police.", "This is a special year."}


def test_a_term_that_many_passages_hold_weighs_less() -> None:
    rare = KeyTerm("a", "a", ("1", "2"), 3, 1000, 40.0)
    common = KeyTerm("b", "b", ("1", "2"), 60, 1000, 40.0)
    unsure = KeyTerm("c", "c", ("1", "2"), 3, 1000, 12.0)
    assert [query.weight for query in queries([rare, common, unsure])] == [1.0, 0.5, 0.6]


def test_words_to_exclude_are_those_of_removed_passages_that_the_others_do_not_need(made: Indexed) -> None:
    removed = examples(*(f"{text} Wage constables." for text in filler(8)))
    kept = [Example(f"kept {number}", text, "en") for number, text in enumerate([*CONSTABLES * 4, *filler(10)])]
    assert [term.text for term in distinguishing(removed, kept)] == ["wage constables"]
    with reading(made.home) as reader:
        proposal = propose(reader, examples(*CONSTABLES), removed, [*kept, *removed])
        assert propose(reader, [], [], kept).exclude == propose(reader, [], [], kept).look_for == ()
    assert proposal.look_for[0].text == "special constables"
    assert proposal.exclude == distinguishing(removed, kept)
