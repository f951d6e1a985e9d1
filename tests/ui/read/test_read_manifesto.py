"""A manifesto as it is read: what flows, where pages begin, what is printed where."""

from __future__ import annotations

from pathlib import Path

import pytest
from printed import PAGES

from index.citations.places import labels_of, pages_of
from reader.library.records import Document
from reader.model import Block, Kind, Page, Piece, Rect
from ui.manifesto.manifesto import OnPage, OpenManifesto, PageStart, Place, opened


def test_contents_and_furniture_do_not_flow(harbour: OpenManifesto) -> None:
    assert [block.kind for block in harbour.shown].count(Kind.HEADING) == 3
    assert not {Kind.CONTENTS, Kind.FURNITURE} & {block.kind for block in harbour.shown}


def test_pages_begin_where_their_first_line_does(harbour: OpenManifesto) -> None:
    running_on = harbour.numbers["id of Fares stay as th"]
    assert harbour.page_starts == (
        PageStart(Place(0), 2, "i"),
        PageStart(Place(2), 3, "1"),
        PageStart(Place(running_on, 40), 4, "2"),
    )


def test_the_page_of_a_point_changes_within_a_paragraph_that_runs_on(harbour: OpenManifesto) -> None:
    block = harbour.numbers["id of Fares stay as th"]
    assert harbour.page_at(Place(block, 39)) == 3
    assert harbour.page_at(Place(block, 40)) == 4
    assert harbour.page_at(Place(0)) == 2


def test_a_page_is_named_by_what_is_printed_on_it_and_by_its_place(harbour: OpenManifesto) -> None:
    assert harbour.page_sentence(3) == "p. 1 (3 of 4)"
    assert harbour.page_sentence(1) == "p. 1 (1 of 4)"
    assert harbour.page_sentence(None) == ""


@pytest.mark.parametrize(
    ("typed", "page"), [("1", 3), ("I", 2), (" 2 ", 4), ("3", 3), ("9", None), ("x", None), ("", None)]
)
def test_a_page_is_found_by_its_label_before_its_number(harbour: OpenManifesto, typed: str, page: int | None) -> None:
    assert harbour.page_of_label(typed) == page


def test_the_lines_of_a_passage_are_found_on_all_its_pages(harbour: OpenManifesto) -> None:
    block = harbour.numbers["id of Fares stay as th"]
    assert [(place.page, place.rect.y0) for place in harbour.rects(block)] == [(3, 100.0), (3, 112.0), (4, 30.0)]
    assert [place.page for place in harbour.rects(block, 45, 50)] == [4]


def test_a_point_on_a_page_leads_to_the_line_printed_there_and_back(harbour: OpenManifesto) -> None:
    block = harbour.numbers["id of Fares stay as th"]
    place = harbour.place_at(OnPage(3, Rect(0.0, 115.0, 0.0, 115.0)))
    assert place == Place(block, 20)
    assert harbour.on_page(Place(block, 20)) == OnPage(3, Rect(30.0, 112.0, 270.0, 124.0))


def test_a_page_without_text_leads_to_the_next_that_has_some(harbour: OpenManifesto) -> None:
    assert harbour.place_at(OnPage(1, Rect(0.0, 200.0, 0.0, 200.0))) == Place(0)


def test_in_columns_the_line_under_the_rectangle_is_meant() -> None:
    left, right = Rect(30.0, 50.0, 140.0, 62.0), Rect(160.0, 50.0, 270.0, 62.0)
    blocks = [
        Block(Kind.PARAGRAPH, "Left.", pieces=(Piece(0, 5, 2, "i", left),), id="l"),
        Block(Kind.PARAGRAPH, "Right.", pieces=(Piece(0, 6, 2, "i", right),), id="r"),
    ]
    columns = opened(Document("d", "Columns"), blocks, PAGES)
    assert columns.place_at(OnPage(2, right)) == Place(1)
    assert columns.place_at(OnPage(2, left)) == Place(0)
    assert columns.place_at(OnPage(2, Rect(0.0, 55.0, 0.0, 55.0))) == Place(0), "the first of the two"


def test_a_format_without_pages_has_no_place_on_any() -> None:
    plain = opened(Document("d", "Plain"), [Block(Kind.PARAGRAPH, "Only words.", id="b")])
    assert not plain.has_pages
    assert plain.page_at(Place(0)) is None
    assert plain.on_page(Place(0)) is None
    assert plain.place_at(OnPage(1, Rect(0.0, 0.0, 0.0, 0.0))) is None


def test_pages_that_a_text_only_names_are_cited_and_never_drawn() -> None:
    words = Block(Kind.PARAGRAPH, "On two pages.", pieces=(Piece(0, 6, 1, "7"), Piece(7, 13, 2, "8")), id="b")
    named = opened(
        Document("d", "Named"), [words], [Page.unseen(1, "7"), Page.unseen(2, "8")], original=Path("plan.txt")
    )
    assert not named.has_pages
    assert named.on_page(Place(0)) is None
    assert named.page_at(Place(0, 8)) == 2
    assert named.page_sentence(2) == "p. 8 (2 of 2)"
    assert named.page_of_label("8") == 2
    assert named.start_of(2) == Place(0, 7)
    assert pages_of(labels_of(words.pieces, [(0, 13)])) == "7–8"
