"""What headings, lead-ins and the sentence before lend to a sentence."""

from __future__ import annotations

import pytest

from index.topics.evidence import Evidence
from index.topics.model import Scope, TopicQuery
from index.topics.scoring import Lent, carriers, is_uncertain, lead_in_lends, score, section_lends, weigh

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
QUOTED = Evidence(TopicQuery("lifeboat"), ((0, 8),), in_passing=True)
HEADED = Lent(0.9, (SECTION,), "Lifeboats")
HINTED = Lent(0.25, (SECTION,), "Lifeboats")


@pytest.mark.parametrize(
    ("evidence", "section", "uncertain"),
    [
        ([WORD], Lent(), False),
        ([WEAK, OTHER_WEAK], Lent(), False),
        ([WEAK], HEADED, False),
        ([], Lent(1.0, (SECTION,), "Lifeboats"), False),
        ([WEAK], HINTED, True),
        ([QUOTED], Lent(), True),
        ([QUOTED, OTHER_WEAK], Lent(), False),
        ([QUOTED], HINTED, False),
    ],
)
def test_what_only_comes_near_to_the_threshold_is_uncertain(
    evidence: list[Evidence], section: Lent, uncertain: bool
) -> None:
    weighed = weigh([("A buoy and rope.", evidence)], section, Lent())
    assert carriers(weighed) == [True]
    assert is_uncertain(weighed) is uncertain
    assert (score(weighed, [True]) < 0.5) is uncertain


@pytest.mark.parametrize(("evidence", "section"), [([], HEADED), ([WEAK], Lent()), ([OTHER_WEAK], HINTED)])
def test_what_a_heading_alone_brings_near_or_what_is_not_near_is_not_in_the_view(
    evidence: list[Evidence], section: Lent
) -> None:
    assert carriers(weigh([("A buoy and rope.", evidence)], section, Lent())) == [False]


def test_a_sentence_that_comes_near_does_not_carry_beside_one_that_carries() -> None:
    sentences: list[tuple[str, list[Evidence]]] = [("A buoy.", [WEAK]), ("The lifeboat is old.", [WORD])]
    weighed = weigh(sentences, HINTED, Lent())
    assert carriers(weighed) == [False, True]
    assert not is_uncertain(weighed)


def test_sentences_that_together_carry_are_certain() -> None:
    weighed = weigh(
        [("A buoy.", [WEAK]), ("More rope.", [Evidence(TopicQuery("rope", 0.9), ((5, 9),))])], Lent(), Lent()
    )
    assert [one.total >= 1.0 for one in weighed] == [False, False]
    assert carriers(weighed) == [True, True]
    assert not is_uncertain(weighed)


@pytest.mark.parametrize(("evidence", "points"), [([OTHER_WEAK], 1.0), ([], 0.0)])
def test_an_item_beside_one_that_carries_borrows_of_it_where_it_has_a_word_of_the_topic(
    evidence: list[Evidence], points: float
) -> None:
    (item,) = weigh([("Buy more rope.", evidence)], Lent(), Lent(), item=True, beside=True)
    assert item.total == points
