"""What headings, lead-ins and the sentence before lend to a sentence."""

from __future__ import annotations

import pytest

from index.topics.compiled import compiled
from index.topics.evidence import Evidence
from index.topics.model import Scope, Topic, TopicQuery
from index.topics.scoring import Lent, carriers, has_sure_signs, is_uncertain, lead_in_lends, section_lends, weigh

SECTION = Evidence(TopicQuery("lifeboat", 1.0, Scope.SECTION), ((0, 8),))
LEAD_IN = Evidence(TopicQuery("lifeboat", 1.0, Scope.LEAD_IN), ((0, 8),))
WORD = Evidence(TopicQuery("lifeboat"), ((0, 8),))
LONG = "Lifeboats, harbours, beaches and all that people love about our long coast"


def test_a_long_heading_lends_less_than_a_short_one() -> None:
    assert section_lends([("Lifeboats", [SECTION])]).points == 1.0
    assert section_lends([(LONG, [SECTION])]).points == pytest.approx(0.8)


def test_a_heading_further_out_lends_less() -> None:
    assert section_lends([("Lifeboats", [SECTION]), ("Money", [])]).points == pytest.approx(0.8)


@pytest.mark.parametrize("text", ["For our lifeboats we will:", "Lifeboats should", "Our lifeboats –", "Byddwn yn"])
def test_a_lead_in_that_leaves_its_sentence_open_lends_in_full(text: str) -> None:
    assert lead_in_lends(text, [LEAD_IN]).points == 1.0


def test_a_lead_in_that_is_a_whole_sentence_lends_half() -> None:
    assert lead_in_lends("Our lifeboats do a fine job.", [LEAD_IN]).points == 0.5


@pytest.mark.parametrize(
    ("after", "points"),
    [
        ("They are crewed by volunteers.", 1.0),
        ("This must change.", 1.0),
        ("We will pay for such boats.", 0.75),
        ("Help for those who live by the sea.", 0.5),
        ("It is right that coasts are clean.", 1.0),
        ("We believe that coasts should be clean.", 0.5),
        ("Coasts should be clean.", 0.5),
    ],
)
def test_a_sentence_that_points_back_borrows_more_of_the_one_before(after: str, points: float) -> None:
    _, second = weigh([("The lifeboat is old.", [WORD]), (after, [])], Lent(), Lent())
    assert second.total == pytest.approx(points)


def test_an_item_of_a_list_borrows_more_of_its_heading_than_a_sentence_does() -> None:
    heading = Lent(0.9, (SECTION,), "Lifeboats")
    (sentence,) = weigh([("Raise the crews’ pay.", [])], heading, Lent())
    (item,) = weigh([("Raise the crews’ pay.", [])], heading, Lent(), item=True)
    assert sentence.total < 1.0 <= item.total


WEAK = Evidence(TopicQuery("buoy", 0.6), ((0, 4),))
OTHER_WEAK = Evidence(TopicQuery("rope", 0.5), ((9, 13),))
HEADED = Lent(0.9, (SECTION,), "Lifeboats")


@pytest.mark.parametrize(
    ("evidence", "section", "uncertain"),
    [
        ([WORD], Lent(), False),
        ([WORD], HEADED, False),
        ([WEAK, OTHER_WEAK], Lent(), True),
        ([WEAK], HEADED, True),
        ([WEAK, WORD], Lent(), False),
        ([], Lent(1.0, (SECTION,), "Lifeboats"), True),
    ],
)
def test_only_a_sign_that_carries_alone_makes_a_passage_certain(
    evidence: list[Evidence], section: Lent, uncertain: bool
) -> None:
    weighed = weigh([("A buoy and rope.", evidence)], section, Lent())
    assert any(carriers(weighed))
    assert is_uncertain(weighed, carriers(weighed)) is uncertain


def test_a_sure_sign_in_a_sentence_that_carries_is_enough_for_its_neighbours() -> None:
    weighed = weigh([("The lifeboat is old.", [WORD]), ("They are crewed by volunteers.", [])], Lent(), Lent())
    assert not is_uncertain(weighed, carriers(weighed))


def test_sentences_that_only_together_carry_are_uncertain() -> None:
    weighed = weigh(
        [("A buoy.", [WEAK]), ("More rope.", [Evidence(TopicQuery("rope", 0.9), ((5, 9),))])], Lent(), Lent()
    )
    assert [one.total >= 1.0 for one in weighed] == [False, False]
    assert is_uncertain(weighed, carriers(weighed))


@pytest.mark.parametrize(
    ("queries", "sure"),
    [
        ((TopicQuery("lifeboat"),), True),
        ((TopicQuery("buoy", 0.6), TopicQuery("rope", 0.5)), False),
        ((TopicQuery("lifeboat", 1.0, Scope.SECTION), TopicQuery("buoy", 0.6)), False),
    ],
)
def test_a_topic_that_only_adds_up_weak_words_or_asks_headings_means_it_that_way(
    queries: tuple[TopicQuery, ...], sure: bool
) -> None:
    topic = Topic("t", 1, "T", "#000000", "", queries)
    assert has_sure_signs(compiled(topic, "en").queries) is sure
