"""What only comes near to a topic is shown as uncertain, and headings that say something are shown as passages are."""

from __future__ import annotations

from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.comparison import share
from index.store import reading
from index.topics.model import Match, Scope, Topic, TopicQuery
from index.topics.nearest import near_misses, strata
from index.topics.views import Views
from reader.library.library import Library

QUERIES = (
    TopicQuery("lifeboat"),
    TopicQuery("crew", 0.4),
    TopicQuery("sea", 0.4),
    TopicQuery("coast", 0.45, Scope.SECTION),
)
TOPIC = Topic("t", 1, "T", "#000000", "d", QUERIES, (), ())


def found(tmp_path: Path, text: str) -> dict[str, Match]:
    return {match.text: match for match in Indexed(tmp_path, Written(text)).matches(TOPIC)}


def uncertain(tmp_path: Path, text: str) -> dict[str, bool]:
    return {name: match.uncertain for name, match in found(tmp_path, text).items()}


def test_weak_words_that_come_near_are_uncertain_and_what_is_less_is_left_out(tmp_path: Path) -> None:
    text = "A crew at sea.\nA crew rests.\n# The coast\nThe crew at sea is paid.\nA crew waits.\nSheep graze."
    assert uncertain(tmp_path, text) == {
        "A crew at sea.": True,
        "The crew at sea is paid.": False,
        "A crew waits.": True,
    }


@pytest.mark.parametrize(
    "text",
    [
        "We will pay for services such as ferries, trains and lifeboats.",
        "We will pay for things like lifeboats.",
        "We will work with others, including the town, local churches and the lifeboat people.",
        "We will end the ‘lifeboat tax’.",
        'They call it the "old lifeboat" levy.',
        "Byddwn yn talu am bethau megis lifeboat.",
    ],
)
def test_a_word_that_names_an_example_or_is_quoted_makes_a_passage_uncertain(tmp_path: Path, text: str) -> None:
    assert uncertain(tmp_path, text) == {text: True}


@pytest.mark.parametrize(
    "text",
    [
        "We will pay for lifeboats, ferries and trains.",
        "People like to see that lifeboats are paid for.",
        "We will help, including by paying for every lifeboat.",
        "We will pay for services such as lifeboats, and for their crews at sea.",
        "We will pay for services such as lifeboats. The lifeboat is old.",
        "The ‘best’ lifeboat of this coast’s town is old.",
        "The town’s lifeboat, the harbour’s pride, is old.",
    ],
)
def test_one_that_a_sentence_is_about_does_not(tmp_path: Path, text: str) -> None:
    assert uncertain(tmp_path, text) == {text: False}


def test_an_item_with_a_weak_word_beside_one_that_is_on_the_topic_is_uncertain(tmp_path: Path) -> None:
    items = ["Buy a lifeboat.", "Pay each crew.", "Pay a crew of clerks.", "Sweep each street."]
    assert uncertain(tmp_path, "We will:\n" + "\n".join(f"- {one}" for one in items)) == {
        "Buy a lifeboat.": False,
        "Pay each crew.": True,
    }


def test_an_item_of_another_list_and_a_paragraph_lend_nothing(tmp_path: Path) -> None:
    assert set(found(tmp_path, "We will:\n- Buy a lifeboat.\nWe would:\n- Pay each crew.")) == {"Buy a lifeboat."}
    assert set(found(tmp_path, "We will buy a lifeboat.\nWe will pay each crew.")) == {"We will buy a lifeboat."}


SAYING = [
    "More lifeboats on our coast",
    "Building lifeboats",
    "3.1 BUY A NEW LIFEBOAT",
    "The coast – end lifeboat cuts",
    "Our lifeboats are too old",
    "We will pay for lifeboats",
    "Justice for lifeboats",
]


@pytest.mark.parametrize("heading", SAYING)
def test_a_heading_that_says_something_is_shown(tmp_path: Path, heading: str) -> None:
    match = found(tmp_path, f"# The coast\n## {heading}\nSheep graze.")[heading]
    assert (match.kind, match.section, match.uncertain) == ("heading", ("The coast",), False)
    assert [one.carries for one in match.statements] == [True]


@pytest.mark.parametrize(
    "heading",
    ["Lifeboats", "Lifeboats and ferries", "What we will do for lifeboats", "Support for lifeboats", "3. Lifeboats"],
)
def test_one_that_only_names_what_stands_under_it_is_not(tmp_path: Path, heading: str) -> None:
    assert found(tmp_path, f"# The coast\n## {heading}\nSheep graze.") == {}


def test_nothing_is_lent_to_a_heading(tmp_path: Path) -> None:
    assert found(tmp_path, "# The coast\n## Pay each crew\nSheep graze.") == {}


def test_a_heading_takes_nothing_from_the_passages_under_it(tmp_path: Path) -> None:
    (tmp_path / "headed").mkdir()
    (tmp_path / "bare").mkdir()
    headed = found(tmp_path / "headed", "# Building lifeboats\nThe crew at sea is paid.")
    bare = found(tmp_path / "bare", "# Lifeboats\nThe crew at sea is paid.")
    assert set(headed) - set(bare) == {"Building lifeboats"}


def test_a_heading_is_a_passage_shown_and_its_words_are_in_no_share(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("# Building lifeboats\nA lifeboat is old."))
    counted = share(TOPIC, made.documents[0], made.matches(TOPIC))
    assert (counted.passages, counted.words) == (2, 4)


def test_what_is_uncertain_is_no_near_miss_and_a_heading_is_none_either(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("# Pay each crew\nA crew at sea.\nA crew rests.\n# Building lifeboats\nSheep."))
    name = made.documents[0].id
    with Library.open(made.home) as library, reading(made.home) as reader:
        assert [one.block.text for one in near_misses(reader, library, TOPIC, [name])[name]] == ["A crew rests."]
        drawn = strata(reader, library, TOPIC, made.views(TOPIC))
    assert [len(items) for items in drawn.values()] == [1, 1, 1, 0, 1]


def test_a_view_that_is_kept_has_its_headings(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("# Building lifeboats\nSheep graze."))
    names = [made.documents[0].id]
    with Views(made.home) as views, Library.open(made.home) as library:
        views.make(library, TOPIC, names)
        (kept,) = views.cached(TOPIC, names)[0][names[0]]
    assert (kept.text, kept.kind) == ("Building lifeboats", "heading")
