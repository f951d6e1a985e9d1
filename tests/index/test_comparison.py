"""The comparison: rows, cells, shares, and silence said fairly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.comparison import LEAST_WORDS, MORE, Cell, Comparison, compare, differing, silence
from index.selecting import Only
from index.topics.model import Match, Statement, StatementKind, Subtopic, Topic, TopicQuery
from reader.library.records import Document
from reader.library.verdicts import About, Anchor, Annotation, Coder

TOPIC = Topic(
    "t", 1, "T", "#000000", "d", (TopicQuery("x"),), (), (Subtopic("a", "A"), Subtopic("b", "B"), Subtopic("c", "C"))
)
PLEDGE, CONTEXT = StatementKind.PLEDGE, StatementKind.CONTEXT


def document(name: str, **fields: object) -> Document:
    known = {"title": name, "party": name, "page_count": 10, "readable_pages": 10, "words": 20_000} | fields
    return Document(id=name, **known)  # type: ignore[arg-type]  # the fields are those of Document


def match(
    document: str,
    order: int,
    subtopics: Sequence[str] = ("a",),
    *,
    score: float = 0.5,
    kind: StatementKind = PLEDGE,
    carries: bool = True,
    text: str = "We will do ten things at once, and more.",
    named: tuple[str, ...] = (),
) -> Match:
    statements = (Statement(0, len(text), text, kind, carries, named),)
    return Match(
        document, f"{document}-{order}", order, text, "paragraph", 1, None, (), score, tuple(subtopics), (), statements
    )


def cell(comparison: Comparison, subtopic: str, column: int = 0) -> Cell:
    (row,) = [row for row in comparison.rows if row.subtopic.id == subtopic]
    return row.cells[column]


def orders(cell: Cell) -> list[int]:
    return [match.order for match in cell.matches]


def test_rows_are_the_topics_sub_topics_and_a_passage_may_stand_in_several() -> None:
    table = compare(TOPIC, [document("x")], {"x": [match("x", 1, ("b", "a")), match("x", 2, ("b",))]})
    assert [row.subtopic.id for row in table.rows] == ["a", "b", "c"]
    assert [orders(cell(table, row)) for row in "abc"] == [[1], [1, 2], []]


def test_what_belongs_to_no_row_stands_in_the_last_one_which_is_there_only_then() -> None:
    table = compare(TOPIC, [document("x")], {"x": [match("x", 1, ()), match("x", 2, ("of another version",))]})
    assert table.rows[-1].subtopic == MORE
    assert orders(cell(table, "more")) == [1, 2]
    assert MORE not in [row.subtopic for row in compare(TOPIC, [document("x")], {"x": [match("x", 1)]}).rows]


def test_a_topic_without_sub_topics_has_one_row_also_where_nothing_is_found() -> None:
    table = compare(replace(TOPIC, subtopics=()), [document("x")], {"x": ()})
    assert [(row.subtopic.id, row.subtopic.name) for row in table.rows] == [("more", "All passages")]
    assert table.rows[0].cells[0].silence is not None
    assert compare(replace(TOPIC, subtopics=()), [], {}).rows[0].subtopic.name == "All passages"
    there = compare(replace(TOPIC, subtopics=()), [document("x")], {"x": [match("x", 1, ())]})
    assert orders(cell(there, "more")) == [1]


def test_cells_are_in_document_order_or_with_the_most_specific_passage_first() -> None:
    matches = {
        "x": [
            match("x", 1, ("b", "a"), score=0.9, named=("b", "a")),
            match("x", 2, ("a",), score=0.95),
            match("x", 3, ("a", "b"), score=0.8, named=("a", "b")),
            match("x", 4, ("a",), score=0.8, named=("a",)),
            match("x", 5, ("b", "a"), score=0.7, named=("b",)),
        ]
    }
    assert orders(cell(compare(TOPIC, [document("x")], matches), "a")) == [1, 2, 3, 4, 5]
    assert orders(cell(compare(TOPIC, [document("x")], matches, best_first=True), "a")) == [1, 3, 4, 2, 5]


def test_of_scores_that_are_shown_alike_what_stands_in_the_row_first_comes_first() -> None:
    found = [
        match("x", 1, ("b", "a"), score=0.9787, named=("b", "a")),
        match("x", 2, ("a", "b"), score=0.9784, named=("a", "b")),
        match("x", 3, ("b", "a"), score=0.99, named=("b", "a")),
    ]
    assert orders(cell(compare(TOPIC, [document("x")], {"x": found}, best_first=True), "a")) == [3, 2, 1]


def test_pledges_only_asks_in_each_row_for_a_pledge_that_speaks_for_it() -> None:
    one, two = "We will do it.", "It is needed."
    statements = (Statement(0, 14, one, PLEDGE, True, ("a",)), Statement(15, 28, two, CONTEXT, True, ("b",)))
    passage = replace(match("x", 1, ("a", "b"), text=f"{one} {two}"), statements=statements)
    table = compare(TOPIC, [document("x")], {"x": [passage]}, only=Only.PLEDGES)
    assert [orders(cell(table, row)) for row in "ab"] == [[1], []]
    assert (silent := cell(table, "b").silence) is not None
    assert silent.hidden == 1
    assert [orders(cell(compare(TOPIC, [document("x")], {"x": [passage]}), row)) for row in "ab"] == [[1], [1]]


def test_pledges_only_leaves_in_what_has_a_pledge_where_it_carries() -> None:
    matches = {"x": [match("x", 1, kind=CONTEXT), match("x", 2), match("x", 3, carries=False)]}
    table = compare(TOPIC, [document("x")], matches, only=Only.PLEDGES)
    assert orders(cell(table, "a")) == [2]
    assert table.columns[0].share.passages == 3


def test_a_manifesto_without_pledges_is_not_called_silent_on_the_topic() -> None:
    matches = {"x": [match("x", 1, kind=CONTEXT)], "y": [match("y", 1, kind=CONTEXT), match("y", 2, kind=CONTEXT)]}
    one, two = compare(TOPIC, [document("x"), document("y")], matches, only=Only.PLEDGES).columns
    assert one.silence is not None
    assert one.silence.sentence == "No pledge on the topic; 1 passage is hidden."
    assert two.silence is not None
    assert two.silence.sentence == "No pledge on the topic; 2 passages are hidden."


def test_a_row_whose_passages_the_filter_left_out_is_not_called_silent() -> None:
    matches = {"x": [match("x", 1, ("a",), kind=CONTEXT), match("x", 2, ("b",))]}
    table = compare(TOPIC, [document("x")], matches, only=Only.PLEDGES)
    said = [cell(table, row).silence for row in "abc"]
    assert [one.sentence if one else None for one in said] == [
        "No pledge on the topic; 1 passage is hidden.",
        None,
        "Nothing found in 10 pages.",
    ]


def test_with_numbers_only_a_pledge_needs_a_number_a_sum_or_a_date_and_a_place_is_none() -> None:
    def saying(order: int, text: str, kind: StatementKind = PLEDGE) -> Match:
        return replace(match("x", order), statements=(Statement(0, len(text), text, kind, carries=True),))

    matches = [saying(1, "Open a pool."), saying(2, "Open pools in Wales."), saying(3, "Spend £3m on pools in Wales.")]
    matches += [saying(4, "Open a pool by 2030."), saying(5, "There are 20 pools.", CONTEXT)]
    table = compare(TOPIC, [document("x")], {"x": matches}, only=Only.NUMBERS)
    assert orders(cell(table, "a")) == [3, 4]
    none = compare(TOPIC, [document("x")], {"x": matches[:2]}, only=Only.NUMBERS).columns[0].silence
    assert none is not None
    assert none.sentence == "No pledge with numbers on the topic; 2 passages are hidden."


def test_with_verdicts_only_what_people_spoke_of_is_shown() -> None:
    said = Annotation("n", "x", Anchor("x-2"), About.TOPIC, "t", 1, "in", Coder("c", "Ada"), "2024-05-01T09:00:00Z")
    matches = {"x": [match("x", 1), replace(match("x", 2), said=(said,))], "y": [match("y", 1)]}
    table = compare(TOPIC, [document("x"), document("y")], matches, only=Only.VERDICTS)
    assert orders(cell(table, "a")) == [2]
    assert table.columns[1].silence is not None
    assert table.columns[1].silence.sentence == "No verdict yet; 1 passage is hidden."


def test_manifestos_differ_where_some_speak_and_some_are_silent() -> None:
    matches = {"x": [match("x", 1, ("a", "b"))], "y": [match("y", 1, ("a",))]}
    assert differing(compare(TOPIC, [document("x"), document("y")], matches)) == ("b",)
    assert differing(compare(TOPIC, [document("x")], matches)) == ()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Nothing found in 10 pages."),
        ({"page_count": 1, "readable_pages": 1}, "Nothing found in 1 page."),
        ({"page_count": 1234, "readable_pages": 1234}, "Nothing found in 1,234 pages."),
        ({"page_count": 128, "readable_pages": 126}, "Nothing found; 126 of 128 pages readable."),
        ({"page_count": 12, "readable_pages": 0}, "Nothing found; 0 of 12 pages readable."),
        ({"page_count": 0, "readable_pages": 0}, "Nothing found in the whole text."),
        ({"extent": "chapter"}, "Not in this chapter."),
        ({"extent": "chapter", "readable_pages": 9}, "Not in this chapter; 9 of 10 pages readable."),
        ({"extent": "extract", "page_count": 0, "readable_pages": 0}, "Not in this extract."),
    ],
)
def test_silence_says_what_was_there_to_be_found(fields: dict[str, object], sentence: str) -> None:
    assert silence(TOPIC, document("x", **fields)).sentence == sentence
    table = compare(TOPIC, [document("x", **fields)], {})
    assert table.columns[0].silence == cell(table, "a").silence == silence(TOPIC, document("x", **fields))


def test_a_column_that_speaks_is_silent_only_in_its_empty_cells() -> None:
    table = compare(TOPIC, [document("x")], {"x": [match("x", 1)]})
    assert table.columns[0].silence is None
    assert cell(table, "a").silence is None
    assert cell(table, "b").silence is not None


def test_the_share_is_words_of_passages_in_a_thousand_of_the_document() -> None:
    (column,) = compare(TOPIC, [document("x", words=2_000)], {"x": [match("x", 1), match("x", 2)]}).columns
    assert (column.share.passages, column.share.words, column.share.per_thousand) == (2, 18, 9.0)
    assert column.share.passages_per_thousand == 1.0


@pytest.mark.parametrize(("words", "extent"), [(LEAST_WORDS - 1, "whole"), (20_000, "extract"), (0, "whole")])
def test_extracts_and_short_texts_have_counts_but_no_share(words: int, extent: str) -> None:
    (column,) = compare(TOPIC, [document("x", words=words, extent=extent)], {"x": [match("x", 1)]}).columns
    assert (column.share.passages, column.share.words, column.share.per_thousand) == (1, 9, None)
    assert column.share.passages_per_thousand is None


def test_columns_that_are_not_alike_are_warned_of_and_unknown_values_are_not() -> None:
    known = document("x", election="London 2024", office="mayor", nation="England")
    table = compare(TOPIC, [known, document("y", election="UK 2017", office="parliament", nation="Wales")], {})
    assert table.warnings == (
        "Different elections: London 2024, UK 2017.",
        "Different offices: mayor, parliament. Their powers differ.",
        "Different nations: England, Wales. What is devolved differs.",
    )
    assert compare(TOPIC, [known, document("y")], {}).warnings == ()


def test_a_topic_says_itself_what_is_devolved() -> None:
    topic = replace(TOPIC, nations="Ferries are devolved to Wales.")
    (warning,) = compare(topic, [document("x", nation="Wales"), document("y", nation="England")], {}).warnings
    assert warning == "Different nations: England, Wales. Ferries are devolved to Wales."


NAMES = ("u", "v", "w", "x")


@st.composite
def documents_and_matches(draw: st.DrawFn) -> tuple[list[Document], dict[str, list[Match]]]:
    documents = [
        document(
            name,
            extent=draw(st.sampled_from(["whole", "chapter", "extract"])),
            election=draw(st.sampled_from(["", "one", "two"])),
            readable_pages=draw(st.integers(0, 10)),
        )
        for name in NAMES
    ]
    rows = st.lists(st.sampled_from(["a", "b", "c", "gone"]), unique=True, max_size=3)
    matches = {
        name: [
            match(name, order, draw(rows), score=draw(st.floats(0.5, 1)), kind=draw(st.sampled_from(StatementKind)))
            for order in range(draw(st.integers(0, 4)))
        ]
        for name in NAMES
    }
    return documents, matches


@given(documents_and_matches(), st.permutations(range(len(NAMES))), st.sampled_from(Only), st.booleans())
def test_the_order_of_the_documents_changes_no_cell(
    given_: tuple[list[Document], dict[str, list[Match]]], order: list[int], only: Only, best_first: bool
) -> None:
    documents, matches = given_
    table = compare(TOPIC, documents, matches, only=only, best_first=best_first)
    other = compare(TOPIC, [documents[place] for place in order], matches, only=only, best_first=best_first)
    assert other.warnings == table.warnings
    assert other.columns == tuple(table.columns[place] for place in order)
    assert [row.subtopic for row in other.rows] == [row.subtopic for row in table.rows]
    for mine, theirs in zip(table.rows, other.rows, strict=True):
        assert theirs.cells == tuple(mine.cells[place] for place in order)


@given(documents_and_matches(), st.booleans())
def test_every_passage_shown_is_one_of_its_documents_and_each_cell_speaks_or_is_silent(
    given_: tuple[list[Document], dict[str, list[Match]]], best_first: bool
) -> None:
    documents, matches = given_
    table = compare(TOPIC, documents, matches, best_first=best_first)
    shown = {name: set() for name in NAMES}  # type: dict[str, set[str]]
    for row in table.rows:
        for column, one in zip(table.columns, row.cells, strict=True):
            assert (one.silence is None) == bool(one.matches)
            assert {match.document for match in one.matches} <= {column.document.id}
            shown[column.document.id] |= {match.block for match in one.matches}
    assert shown == {name: {match.block for match in found} for name, found in matches.items()}
