"""References to notes stay behind the words that they were printed behind, whatever becomes of the text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raised import noted, raised

from reader.assembling import blocks_of
from reader.cells import Cell, table
from reader.model import Kind
from reader.noted import joined
from reader.parts import Look, Part

LONG = "We will mend every lamp in every lane of Little Harbour before the winter storms arrive."


def part(kind: Kind, text: str, level: int | None = None, marker: str | None = None) -> Part:
    one = noted(text)
    return Part(kind, one.words, level, marker, references=one.references)


def blocks(*parts: Part) -> list[tuple[Kind, str]]:
    return [(block.kind, raised(block.text, block.references)) for block in blocks_of(parts)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  crime<12>\n fell ", "crime<12> fell"),
        ("crime <12> fell", "crime<12> fell"),
        ("<1> crime  fell<2> ", "<1>crime fell<2>"),
        ("crime\n<a>\n<b>fell", "crime<a><b> fell"),
        (" <1> ", "<1>"),
    ],
)
def test_in_one_line_a_reference_stands_behind_its_word(text: str, line: str) -> None:
    one = noted(text).one_line()
    assert raised(one.words, one.references) == line


def test_a_cut_gives_each_reference_to_the_side_of_its_word() -> None:
    one = noted("<1>Crime<2> fell.<3> Lamps shone<4>")
    assert [one.part(0, 5), one.part(5, 11), one.part(11)] == [
        noted("<1>Crime<2>"),
        noted(" fell.<3>"),
        noted(" Lamps shone<4>"),
    ]


@given(st.text("ab \n\u00a0<", max_size=30))
def test_no_reference_is_lost_or_leaves_its_word_in_one_line(text: str) -> None:
    printed = text.replace("<", "<1>")
    one = noted(printed).one_line()
    assert one.words == " ".join(noted(printed).words.split())
    tidy = raised(one.words, one.references)
    assert re.sub(r"\s", "", tidy) == re.sub(r"\s", "", printed)
    assert " <" not in tidy


@given(st.text("ab \n<", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_what_is_cut_and_joined_again_is_the_same(text: str, first: int, second: int) -> None:
    one = noted(text.replace("<", "<1>"))
    cuts = [0, *sorted((min(first, len(one.words)), min(second, len(one.words)))), len(one.words)]
    parts = [one.part(start, end) for start, end in pairwise(cuts) if start < end]
    assert joined(parts, "").words == one.words
    assert joined(parts, "").references == (one.references if one.words else ())
    assert joined(one.lines(), "\n") == one


def test_blocks_have_the_references_of_their_parts() -> None:
    assert blocks(
        part(Kind.HEADING, "Safer  streets<1>", 1, "2."),
        part(Kind.PARAGRAPH, "Crime<2> \n rose by\u00ad a third.<3>"),
        part(Kind.PARAGRAPH, "Figures of the council.", marker="3"),
    ) == [
        (Kind.HEADING, "2. Safer streets<1>"),
        (Kind.PARAGRAPH, "Crime<2> rose by a third.<3>"),
        (Kind.PARAGRAPH, "Figures of the council."),
    ]


def test_typed_bullets_and_empty_lines_part_references_with_their_words() -> None:
    assert blocks(part(Kind.PARAGRAPH, f"We will<1>\n- light lanes<2>\nand piers<3>\n- mend lamps<*>\n{LONG}<4>")) == [
        (Kind.PARAGRAPH, "We will<1>"),
        (Kind.LIST_ITEM, "light lanes<2> and piers<3>"),
        (Kind.LIST_ITEM, "mend lamps<*>"),
        (Kind.PARAGRAPH, f"{LONG}<4>"),
    ]
    assert blocks(part(Kind.PARAGRAPH, "Lamps<1>\n\n<2>Piers")) == [
        (Kind.PARAGRAPH, "Lamps<1>"),
        (Kind.PARAGRAPH, "<2>Piers"),
    ]


def test_a_paragraph_that_is_cut_for_its_length_keeps_its_references() -> None:
    sentence = f"{LONG}<7> "
    found = blocks(part(Kind.PARAGRAPH, sentence * 60))
    assert len(found) > 1
    assert " ".join(text for _, text in found) == (sentence * 60).strip()


def test_a_bold_line_that_becomes_a_heading_keeps_its_reference() -> None:
    one = noted(f"Lamps and lanes<1>\n{LONG}<2>")
    looks = (Look(bold=True), Look())
    bold = Part(Kind.PARAGRAPH, one.words, looks=looks, references=one.references)
    assert blocks(bold, part(Kind.PARAGRAPH, LONG)) == [
        (Kind.HEADING, "Lamps and lanes<1>"),
        (Kind.PARAGRAPH, f"{LONG}<2>"),
        (Kind.PARAGRAPH, LONG),
    ]


def test_a_row_of_a_table_has_the_references_of_its_cells_and_a_label_said_again_has_none() -> None:
    def cell(text: str, rows: int = 1) -> Cell:
        return Cell([part(Kind.PARAGRAPH, text)], rows)

    rows = [[cell("Lamps<1>", 2), cell("£3m<2>")], [cell("£4m<3>")]]
    assert [raised(one.text, one.references) for one in table(rows)] == ["Lamps<1> | £3m<2>", "Lamps | £4m<3>"]
