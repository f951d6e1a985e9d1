"""How far what a heading says holds for the passages under it."""

from __future__ import annotations

from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.topics.files import load_topics
from index.topics.model import Scope, Topic, TopicQuery

QUERIES = (TopicQuery("lifeboat", scope=Scope.SECTION), TopicQuery("crew", 0.2))
TOPIC = Topic("t", 1, "T", "#000000", "d", QUERIES, (), ())
BUILT_IN = {one.id: one for one in load_topics([], builtin_folder=Path("assets/topics"))}


def held(tmp_path: Path, lines: list[str], topic: Topic = TOPIC) -> list[str]:
    return [match.text for match in Indexed(tmp_path, Written("\n".join(lines))).matches(topic)]


def test_a_heading_does_not_lend_to_a_chapter_whose_own_heading_was_missed(tmp_path: Path) -> None:
    near = ["They are paid for by gifts.", "Sheds keep them dry."]
    foreign = [f"Schools in ward {number} open late." for number in "abcdefghijklmnopqrstuvwxyz"]
    assert held(tmp_path, ["# Lifeboats", *near, *foreign])[:2] == near
    assert len(held(tmp_path, ["# Lifeboats", *near, *foreign])) < 8


def test_it_lends_further_to_what_has_something_of_the_topic_in_its_own_words(tmp_path: Path) -> None:
    between = [f"Sheds in bay {number} are dry." for number in "abcdefghijkl"]
    assert "The crew trains at night." in held(tmp_path, ["# Lifeboats", *between, "The crew trains at night."])


def test_each_heading_begins_anew(tmp_path: Path) -> None:
    between = [f"Roads in ward {number} are wet." for number in "abcdefghijkl"]
    lines = ["# Lifeboats", "Sheds keep them dry.", "# Roads", *between, "# The lifeboat fund", "Gifts fill it."]
    assert held(tmp_path, lines) == ["Sheds keep them dry.", "Gifts fill it."]


@pytest.mark.parametrize(
    ("topic", "first", "second"),
    [
        ("vawg", "Ann Lee spoke for victims of domestic abuse.", "She took the issue to ministers."),
        ("vawg", "Rape and stalking ruin lives.", "We will stamp out all these crimes."),
        ("policing", "Police officers are too few.", "They need a rise."),
    ],
)
def test_a_sentence_that_means_the_one_before_carries_as_well(
    tmp_path: Path, topic: str, first: str, second: str
) -> None:
    (match,) = Indexed(tmp_path, Written(f"{first} {second}")).matches(BUILT_IN[topic])
    assert [one.carries for one in match.statements] == [True, True]
