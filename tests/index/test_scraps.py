"""What is printed beside the statements of a manifesto carries no topic."""

from __future__ import annotations

import pytest

from index.topics.scraps import is_scrap, only_introduces
from reader.model import Block, Kind


def scrap(text: str, kind: Kind = Kind.PARAGRAPH, lead_in: str = "") -> bool:
    return is_scrap(Block(kind, text), lead_in)


@pytest.mark.parametrize(
    "text",
    [
        "Policing 34",
        "Lifeguards, 12, 34–36",
        "Fire safety in tall buildings 112",
        "Cutting crime on the beach ........ 12",
        "Police . . . . . . 7",
        "1 Economy 4 2 Policing 12 3 Health 20",
        "More police officers £300m",
        "More police officers: £300 million",
        "Neighbourhood policing | £120m | £140m",
        "Police | 300 | 450 | 600",
        "Police and crime",
        "Safer streets",
        "Police",
        "34",
    ],
)
def test_lines_of_contents_cells_of_costs_and_bare_words_are_scraps(text: str) -> None:
    assert scrap(text)


@pytest.mark.parametrize(
    "text",
    [
        "Scrap tuition fees.",
        "Fund the police.",
        "Crime is rising.",
        "Mwy o heddlu.",
        "End knife crime",
        "Recruit police for ward 12",
        "Recruit 10,000 more police by 2030",
        "We will spend £300m on the police: £100m in year one.",
        "Cut response times to 10",
        "More police officers on the streets of every town",
        "An extra £300 million for officers",
        "An extra sum for officers of £300 million",
        "A rise in the police budget of £300m",
        "Police numbers have fallen by 300",
        "A police officer in every ward by 2030, and a station in every town that asks for one.",
    ],
)
def test_statements_are_none(text: str) -> None:
    assert not scrap(text)


def test_items_of_a_list_may_be_short_and_name_their_costs() -> None:
    assert not scrap("More police", Kind.LIST_ITEM, "We will fund:")
    assert not scrap("More police: £300m", Kind.LIST_ITEM, "We will fund:")
    assert scrap("More police ..... 12", Kind.LIST_ITEM)


@pytest.mark.parametrize("text", ["We will:", "In government we would also:", "Our plan:", "Labour will:"])
def test_a_bare_lead_in_only_introduces(text: str) -> None:
    assert only_introduces(text)


@pytest.mark.parametrize(
    "text", ["We will act.", "To keep every harbour and every beach on this coast safe at night we will:"]
)
def test_a_lead_in_that_says_something_does_more(text: str) -> None:
    assert not only_introduces(text)
