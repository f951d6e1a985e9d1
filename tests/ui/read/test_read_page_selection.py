"""Selecting in reading order, and what is copied of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.citations.places import Place as Cited
from index.citations.places import Quotation
from reader.library.records import Document
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.manifesto.stretch import between, place_of, quotation_of, said_of, words_of
from ui.manifesto.stretching import Stretch
from ui.read.page_selection import PageSelection


@pytest.fixture
def tide(harbour: OpenManifesto) -> OpenManifesto:
    """The harbour manifesto as one of a party and a year."""
    return replace(harbour, document=Document("harbour", "A town by the sea", party="Tide Party", year="2023"))


def selected(manifesto: OpenManifesto, selection: PageSelection) -> str:
    return words_of(manifesto, selection.parts)


def test_a_cursor_selects_nothing_until_a_stretch_is_taken(harbour: OpenManifesto) -> None:
    selection = PageSelection(harbour.shown)
    selection.put(Place(1, 6))
    assert selection.parts == ()
    for begun, cursor in ((Place(1, 4), Place(1, 14)), (Place(1, 14), Place(1, 4))):
        selection.take(Stretch(begun, cursor))
        assert selected(harbour, selection) == "harbour is"


def test_up_and_down_go_along_the_lines_of_print_also_over_pages(harbour: OpenManifesto) -> None:
    selection = PageSelection(harbour.shown)
    lines = harbour.shown[5].pieces
    selection.put(Place(5, lines[0].start + 6))
    selection.step_line(down=True, select=False)
    selection.step_line(down=True, select=False)
    assert lines[2].page == 4
    assert selection.cursor == Place(5, lines[2].start + 6)
    selection.step_line(down=True, select=True)
    assert selection.cursor == Place(6, 6)
    assert selection.parts == between(harbour.shown, Place(5, lines[2].start + 6), Place(6, 6))
    for _ in range(3):
        selection.step_line(down=False, select=False)
    assert selection.parts == ()
    assert selection.cursor == Place(5, lines[0].start + 6)


@pytest.mark.parametrize(("begun", "down"), [(Place(0, 2), False), (Place(8, 3), True)])
def test_nothing_lies_before_the_first_line_or_after_the_last(harbour: OpenManifesto, begun: Place, down: bool) -> None:
    selection = PageSelection(harbour.shown)
    selection.put(begun)
    selection.step_line(down=down, select=False)
    assert selection.cursor == begun


def test_words_of_several_blocks_are_copied_line_by_line_with_their_bullets(harbour: OpenManifesto) -> None:
    parts = between(harbour.shown, Place(2), Place(4, 4))
    assert words_of(harbour, parts) == "Ferries\n• Two ferries an hour, all year.\n– Lamp"
    assert words_of(harbour, parts[1:2]) == "Two ferries an hour, all year."


def test_a_quotation_is_cited_with_the_pages_on_which_its_words_are_printed(tide: OpenManifesto) -> None:
    assert quotation_of(tide, (Found(6, 0, 14),)) == Quotation(tide.document, Cited("2"), "The sea gives")
    text = tide.shown[5].text
    assert place_of(tide, (Found(5, 0, 8),)) == Cited("1")
    assert place_of(tide, (Found(5, len(text) - 4, len(text)),)) == Cited("2")
    assert place_of(tide, (Found(5, 0, len(text)), Found(6, 0, 3))) == Cited("1–2")


def test_without_pages_the_section_and_the_paragraphs_under_its_heading_are_cited(long: OpenManifesto) -> None:
    shown = (long.shown[0], replace(long.shown[1], section=("Part 1",)))
    assert place_of(replace(long, shown=shown), (Found(1, 0, 9),)) == Cited(section="‘Part 1’, para. 1")
    last = len(long.shown) - 1
    assert place_of(long, (Found(last - 1, 0, 3), Found(last, 0, 3))).section.endswith("paras 39–40")


def test_a_screen_reader_hears_the_words_or_how_many_paragraphs(long: OpenManifesto) -> None:
    assert said_of(long, (Found(1, 0, 11),)) == "Paragraph 0"
    assert said_of(long, between(long.shown, Place(0), Place(19, 1))) == "20 paragraphs"
