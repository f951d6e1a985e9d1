"""A quotation from Read says what introduces its list where it would say the contrary without it."""

from __future__ import annotations

from reader.identity import with_ids
from reader.library.records import Document
from reader.model import Block, Kind
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import opened
from ui.manifesto.stretch import quotation_of, words_of

BLOCKS = with_ids(
    "d",
    (
        Block(Kind.PARAGRAPH, "Much is wrong. We will not:"),
        Block(Kind.LIST_ITEM, "sell the ferry", marker="•"),
        Block(Kind.LIST_ITEM, "close the quay", marker="•"),
        Block(Kind.PARAGRAPH, "We will:"),
        Block(Kind.LIST_ITEM, "light the pier", marker="•"),
    ),
)
MANIFESTO = opened(Document("d", "With the tide", language="en"), BLOCKS)


def quoted(*numbers: int) -> str:
    return quotation_of(MANIFESTO, [Found(number, 0, len(MANIFESTO.shown[number].text)) for number in numbers]).words


def test_an_item_is_quoted_with_a_lead_in_that_negates_it() -> None:
    assert quoted(2) == "We will not: […] close the quay"
    assert quoted(1, 2).startswith("We will not: […] ")
    assert quotation_of(MANIFESTO, [Found(2, 6, 14)]).words == "We will not: […] the quay"


def test_nothing_is_added_where_the_lead_in_is_quoted_itself_or_negates_nothing() -> None:
    assert quoted(0, 1).count("We will not:") == 1
    assert quoted(4) == "light the pier"


def test_words_copied_without_a_citation_are_those_that_were_selected() -> None:
    assert words_of(MANIFESTO, [Found(2, 0, 5)]) == "close"
