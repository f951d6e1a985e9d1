"""What verdicts suggest for a topic: words that added passages share, words to exclude, and the topic with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.comparison import Comparison, compare
from index.learning import learned, suggested
from index.said import said_of
from index.topics.model import Subtopic, Topic, TopicQuery
from reader.library.judging import set_verdict
from reader.library.library import Library
from reader.library.verdicts import Verdict

WARDENS = (
    "Beach wardens walk the slipway at dawn.",
    "Each of the beach wardens will have a whistle.",
    "We will call the beach wardens back.",
)
HORSES = ("A lamp for racing horses is wasted.", "Racing horses fear the lamp.", "Lamp oil spooks racing horses.")
THINGS = ("quay", "net", "oar", "hut", "pier", "slip", "wall", "yard")
LAMPS = [f"A lamp on the {thing} will be lit." for thing in THINGS]
OTHERS = [f"Item {number} says that the {thing} is mended." for number in range(12) for thing in THINGS]
TOPIC = Topic(
    "light", 1, "Light", "#336699", "Lamps.", (TopicQuery("lamp", subtopics=("all",)),), (), (Subtopic("all", "All"),)
)


@pytest.fixture
def made(tmp_path: Path) -> Indexed:
    return Indexed(tmp_path, Written("\n".join([*WARDENS, *HORSES, *LAMPS, *OTHERS])))


def _say(made: Indexed, texts: tuple[str, ...], verdict: Verdict) -> None:
    (document,) = made.documents
    with Library.open(made.home) as library:
        blocks = {block.text: block.id for block in library.blocks(document.id)}
        for text in texts:
            library.apply(set_verdict(library, document.id, blocks[text], TOPIC, verdict))


def _compared(made: Indexed, topic: Topic = TOPIC) -> Comparison:
    views = made.views(topic)
    with Library.open(made.home) as library:
        return compare(topic, made.documents, views, said=said_of(library, topic.id, made.documents, views))


def test_words_that_added_passages_share_are_suggested_and_can_be_learned(made: Indexed) -> None:
    _say(made, WARDENS, Verdict.BELONGS)
    first = suggested(made.home, _compared(made))[0]
    assert (first.term.text, first.held, first.of, first.excludes) == ("beach wardens", 3, 3, False)
    newer = learned(TOPIC, first)
    assert newer.queries[:-1] == TOPIC.queries
    assert newer.queries[-1].query == '"beach wardens"'
    assert not any(one.term.query == first.term.query for one in suggested(made.home, _compared(made, newer)))


def test_words_of_passages_that_were_left_out_are_suggested_to_be_excluded(made: Indexed) -> None:
    _say(made, HORSES, Verdict.DOES_NOT_BELONG)
    found = suggested(made.home, _compared(made))
    assert all(one.excludes for one in found)
    assert "racing horses" in [one.term.text for one in found]
    assert "lamp" not in [one.term.text for one in found]
    one = next(one for one in found if one.term.text == "racing horses")
    assert learned(TOPIC, one).exclude == (one.term.query,)


def test_nothing_is_suggested_from_a_single_verdict_or_none(made: Indexed) -> None:
    assert suggested(made.home, _compared(made)) == ()
    _say(made, WARDENS[:1], Verdict.BELONGS)
    _say(made, HORSES[:1], Verdict.DOES_NOT_BELONG)
    assert suggested(made.home, _compared(made)) == ()
