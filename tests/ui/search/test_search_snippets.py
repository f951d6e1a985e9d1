"""What a list shows of a hit, and hits by manifesto."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from index.results import Hit
from reader.library.records import Document
from ui import theme
from ui.passages.hits import place_of
from ui.passages.snippet import Snippet, snippet
from ui.passages.snippet_layout import SnippetLayouts
from ui.search.passages.groups import Facets, choices, grouped
from ui.search.passages.results_model import HIT_ROLE, ResultsModel
from ui.theme.paper import line_height, snippet_size

NETS = Document("nets", "Nets for all", party="Net Party", year="2019")
BOATS = Document("boats", "Boats first", party="Boat Party", year="2024")
DOCUMENTS = {"nets": NETS, "boats": BOATS}


def hit(document: str, block: str, kind: str = "paragraph", score: float = 1.0) -> Hit:
    return Hit(document, block, f"Words of {block}.", kind, 4, "iv", ("Our town", "The quay"), score, ((0, 5),))


HITS = (hit("boats", "b1"), hit("nets", "n1", "list_item"), hit("boats", "b2", "heading"), hit("gone", "g1"))


def test_a_short_passage_is_shown_as_it_is() -> None:
    assert snippet("Nets are mended\nhere.", ((0, 4),)) == Snippet("Nets are mended here.", ((0, 4),))


def test_a_hit_far_into_a_passage_is_brought_forward_between_words() -> None:
    text = "word " * 60 + "nets " + "more " * 60
    shown = snippet(text, ((300, 304),))
    assert shown.text.startswith("… word ")
    (mark,) = shown.marks
    assert shown.text[mark[0] : mark[1]] == "nets"
    assert mark[0] <= 65


def test_a_passage_is_shown_where_most_of_what_is_looked_for_meets() -> None:
    text = "nets " + "word " * 60 + "nets and boats in the harbour " + "more " * 60 + "boats"
    marks = tuple(
        (at, at + len(word))
        for word in ("nets", "boats", "harbour")
        for at in range(len(text))
        if text.startswith(word, at)
    )
    shown = snippet(text, tuple(sorted(marks)))
    assert "nets and boats in the harbour" in shown.text
    assert [shown.text[start:end] for start, end in shown.marks[:3]] == ["nets", "boats", "harbour"]
    assert shown.text.index("nets") <= 65


def test_marks_before_and_after_what_is_shown_are_left_out() -> None:
    text = "nets " * 200
    marks = tuple((5 * number, 5 * number + 4) for number in range(200))
    shown = snippet(text, marks)
    assert all(shown.text[start:end] == "nets" for start, end in shown.marks)
    assert 0 < len(shown.marks) < 200


def test_a_word_longer_than_the_view_is_cut_at_the_hit() -> None:
    shown = snippet("x" * 500 + "nets", ((500, 504),))
    assert shown.text == "… nets"
    assert shown.marks == ((2, 6),)


def test_two_lines_are_laid_out_and_the_rest_elided(themed: QApplication) -> None:
    layouts = SnippetLayouts()
    shown = snippet("Nets 🏮 are mended on the quay in every weather and at every hour. " * 4, ((0, 4), (7, 10)))
    laid = layouts.laid_out(shown, 300)
    assert laid.height == 2 * line_height(snippet_size(theme.tokens()))
    assert laid.layout.lineCount() == 2
    assert laid.layout.text().endswith("…")
    formats = laid.layout.formats()
    assert [(each.start, each.length) for each in formats] == [(0, 4), (8, 3)], "the lamp takes two of Qt's units"
    assert layouts.laid_out(shown, 300) is laid
    assert layouts.laid_out(Snippet("Short", ()), 300).height == line_height(snippet_size(theme.tokens()))


def test_hits_stand_under_their_manifesto_the_one_with_the_best_hit_first() -> None:
    found = grouped(HITS, DOCUMENTS, Facets())
    assert [(group.document.id, [each.block for each in group.hits]) for group in found] == [
        ("boats", ["b1", "b2"]),
        ("nets", ["n1"]),
    ]


@pytest.mark.parametrize(
    ("facets", "blocks"),
    [
        (Facets(party="Net Party"), ["n1"]),
        (Facets(year="2024"), ["b1", "b2"]),
        (Facets(kind="heading"), ["b2"]),
        (Facets(party="Net Party", kind="heading"), []),
    ],
)
def test_facets_narrow_what_is_shown(facets: Facets, blocks: list[str]) -> None:
    assert [each.block for group in grouped(HITS, DOCUMENTS, facets) for each in group.hits] == blocks


def test_facets_are_offered_with_how_many_hits_they_hold() -> None:
    offered = choices(HITS, DOCUMENTS)
    assert offered["party"] == [("Boat Party", 2), ("Net Party", 1)]
    assert offered["year"] == [("2024", 2), ("2019", 1)]
    assert offered["kind"] == [("heading", 1), ("list_item", 1), ("paragraph", 1)]


@pytest.fixture
def model(themed: QApplication) -> ResultsModel:
    model = ResultsModel()
    model.show_groups(grouped(HITS, DOCUMENTS, Facets()))
    return model


def test_the_model_has_two_levels(model: ResultsModel) -> None:
    assert model.rowCount() == 2
    boats = model.index(0, 0)
    assert model.rowCount(boats) == 2
    second = model.index(1, 0, boats)
    assert second.data(HIT_ROLE).block == "b2"
    assert second.parent() == boats
    assert not boats.parent().isValid()
    assert model.rowCount(second) == 0
    assert not model.index(2, 0, boats).isValid()
    assert model.index_of("nets", "n1").data(HIT_ROLE).block == "n1"
    assert model.index_of("nets", "gone") == QModelIndex()


def test_one_goes_from_hit_to_hit_across_manifestos(model: ResultsModel) -> None:
    walked = []
    index = QModelIndex()
    while (index := model.next(index, 1)).isValid():
        walked.append(index.data(HIT_ROLE).block)
    assert walked == ["b1", "b2", "n1"]
    assert model.next(model.index_of("nets", "n1"), -1).data(HIT_ROLE).block == "b2"
    assert model.next(model.index(1, 0), 1).data(HIT_ROLE).block == "n1", "from the head of a manifesto into it"
    assert not model.next(model.first(), -1).isValid()


def test_a_screen_reader_hears_who_what_and_where(model: ResultsModel) -> None:
    accessible = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(accessible) == "Boat Party, Boats first, 2 passages"
    assert model.index(1, 0).data(accessible) == "Net Party, Nets for all, 1 passage"
    heard = model.index_of("nets", "n1").data(accessible)
    assert heard == "Net Party, List item: Words of n1. (page iv, Our town, The quay)"


def test_a_hit_says_where_it_stands_in_few_words() -> None:
    assert place_of(hit("nets", "n1")) == "p. iv · The quay"
    assert place_of(hit("nets", "n1", "quote")) == "p. iv · Quotation · The quay"


def test_an_item_of_a_list_is_shown_and_said_with_a_lead_in_that_negates_it() -> None:
    item = replace(hit("nets", "n1", "list_item"), lead_in="We will not:")
    shown = snippet(item.text, item.marks, item.lead_in)
    assert shown.text == "We will not: […] Words of n1."
    assert [shown.text[start:end] for start, end in shown.marks] == ["Words"]
    model = ResultsModel()
    model.show_groups(grouped([item], DOCUMENTS, Facets()))
    said = model.index_of("nets", "n1").data(Qt.ItemDataRole.AccessibleTextRole)
    assert "We will not: […] Words of n1." in said
    assert snippet(item.text, item.marks, "We will:").text == item.text
