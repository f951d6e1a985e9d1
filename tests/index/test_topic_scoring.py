"""What headings, lead-ins and the sentence before lend to a sentence."""

from __future__ import annotations

import pytest

from index.topics.evidence import Evidence
from index.topics.model import Scope, TopicQuery
from index.topics.scoring import Lent, lead_in_lends, section_lends, weigh

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
