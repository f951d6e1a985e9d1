"""Passages and headings become entries, each with its headings and the sentence that introduces its list."""

from __future__ import annotations

from index.entries import entries
from reader.identity import with_ids
from reader.lead_ins import lead_ins
from reader.model import Block, Kind

BLOCKS = with_ids(
    "d",
    (
        Block(Kind.CONTENTS, "Harbour 3"),
        Block(Kind.HEADING, "Harbour works", level=1),
        Block(Kind.PARAGRAPH, "Lamps matter. In our first year we will:", section=("Harbour works",)),
        Block(Kind.LIST_ITEM, "mend the quay", level=1, section=("Harbour works",)),
        Block(Kind.FURNITURE, "Page 3", section=("Harbour works",)),
        Block(Kind.LIST_ITEM, "light the quay", level=1, section=("Harbour works",)),
        Block(Kind.HEADING, "Ferries", level=2, section=("Harbour works",)),
        Block(Kind.LIST_ITEM, "run at night", level=1, section=("Harbour works", "Ferries")),
    ),
)


def test_contents_and_furniture_are_not_indexed() -> None:
    assert [entry.kind for entry in entries(BLOCKS, "en")] == [
        "heading",
        "paragraph",
        "list_item",
        "list_item",
        "heading",
        "list_item",
    ]


def test_list_items_have_the_last_sentence_of_the_paragraph_before_the_list_as_lead_in() -> None:
    leads = lead_ins(BLOCKS, "en")
    assert leads == dict.fromkeys([BLOCKS[3].id, BLOCKS[5].id], "In our first year we will:")
    by_block = {entry.block: list(entry.lead[0]) for entry in entries(BLOCKS, "en")}
    assert by_block[BLOCKS[5].id] == ["in", "our", "first", "year", "we", "will"]
    assert by_block[BLOCKS[7].id] == []


def test_headings_are_stemmed_and_kept_apart_from_one_another() -> None:
    last = list(entries(BLOCKS, "en"))[-1]
    assert list(last.section[0]) == ["harbour", "work", "ferri"]
    places, end = last.section
    assert places["work"] == [1]
    assert end > places["ferri"][0] > 100
