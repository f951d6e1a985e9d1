"""Tables: rows with the labels that reach down to them, and text that a table only places on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import blocks_in, texts
from one_table import WRITERS, Rows

from reader.assembling import blocks_of
from reader.cells import Cell, table
from reader.model import Kind
from reader.parts import Part

HEADING, PARAGRAPH, ITEM = Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM


def summary(*parts: Part) -> list[tuple[Kind, int | None, str | None, str]]:
    return [(block.kind, block.level, block.marker, block.text) for block in blocks_of(parts)]


def cell(text: str, rows: int = 1) -> Cell:
    return Cell([Part(PARAGRAPH, text)], rows)


def test_a_table_is_read_row_by_row() -> None:
    rows = [[cell("Year"), cell("Lamps")], [cell(""), cell("")], [cell("1."), cell("two\nor three")]]
    assert summary(*table(rows)) == [
        (PARAGRAPH, None, None, "Year | Lamps"),
        (PARAGRAPH, None, None, "1. | two or three"),
    ]


def test_a_note_in_a_table_follows_its_row_and_is_said_once() -> None:
    noted = Cell([Part(PARAGRAPH, "lamps"), Part(PARAGRAPH, "All of them.", marker="1")], rows=2)
    assert summary(*table([[noted, cell("five")], [cell("six")]])) == [
        (PARAGRAPH, None, None, "lamps | five"),
        (PARAGRAPH, None, "1", "All of them."),
        (PARAGRAPH, None, None, "lamps | six"),
    ]


def test_a_box_drawn_with_a_table_and_a_layout_made_of_one_are_read_as_what_they_hold() -> None:
    box = [[Cell([Part(HEADING, "Light", 2), Part(ITEM, "lamps", 1)])]]
    layout = [[Cell([Part(HEADING, "Light", 2), Part(PARAGRAPH, "We mend.")]), cell("We build.")]]
    assert [kind for kind, *_ in summary(*table(box))] == [HEADING, ITEM]
    assert [text for *_, text in summary(*table(layout))] == ["Light", "We mend.", "We build."]


def test_what_is_too_long_for_a_label_is_said_once() -> None:
    long = "We will mend every lamp in every lane of Little Harbour, old ones first, " * 2
    found = table([[cell(long, 2), cell("2031")], [cell("2032")]])
    assert [part.text for part in found] == [f"{long.strip()} | 2031", "2032"]


MERGED: dict[str, tuple[Rows, list[str]]] = {
    "one label": (
        [["Area", "2031", "2032"], [("Lamps", 2, 1), "£1m", "£2m"], ["£3m", "£4m"], ["Lanes", ("£5m", 1, 2)]],
        ["Area | 2031 | 2032", "Lamps | £1m | £2m", "Lamps | £3m | £4m", "Lanes | £5m"],
    ),
    "labels of two ranks": (
        [
            [("Streets", 4, 1), ("Lamps", 2, 1), "old", "£1m"],
            ["new", "£2m"],
            [("Lanes", 2, 1), "wide", "£3m"],
            ["narrow", "£4m"],
        ],
        [
            "Streets | Lamps | old | £1m",
            "Streets | Lamps | new | £2m",
            "Streets | Lanes | wide | £3m",
            "Streets | Lanes | narrow | £4m",
        ],
    ),
    "a label in the middle, wider than a column": (
        [
            ["Item", ("Where", 1, 2), "Cost"],
            ["Lamps", ("in every lane", 3, 2), "£1m"],
            ["Posts", "£2m"],
            ["Wires", "£3m"],
            ["Ladders", "by the", "pier", "£4m"],
        ],
        [
            "Item | Where | Cost",
            "Lamps | in every lane | £1m",
            "Posts | in every lane | £2m",
            "Wires | in every lane | £3m",
            "Ladders | by the | pier | £4m",
        ],
    ),
    "a sum for two rows": (
        [["Lamps", ("£9m", 2, 1)], ["Lanes"], ["Piers", "£1m"]],
        ["Lamps | £9m", "Lanes", "Piers | £1m"],
    ),
}


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("name", MERGED)
def test_each_row_says_the_labels_that_reach_down_to_it(tmp_path: Path, name: str, suffix: str) -> None:
    rows, expected = MERGED[name]
    assert texts(blocks_in(WRITERS[suffix](tmp_path / f"costs.{suffix}", rows))) == expected


LIGHT = "We will light every lane, and mend what the storms have broken."
BUILD = "We will build ninety homes above the harbour, half of them to let."
PLANT = "We will plant a tree for every child who is born in the town."
LAYOUTS: dict[str, tuple[Rows, list[str]]] = {
    "a paragraph beside another": ([[LIGHT, BUILD]], [LIGHT, BUILD]),
    "two paragraphs beside one": ([[f"{LIGHT}\n{BUILD}", PLANT]], [LIGHT, BUILD, PLANT]),
    "two rows of columns": ([[LIGHT, BUILD], [PLANT, ""]], [LIGHT, BUILD, PLANT]),
    "a picture between two columns": ([[LIGHT, "", f"{BUILD}\n{PLANT}"]], [LIGHT, BUILD, PLANT]),
}


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("name", LAYOUTS)
def test_columns_of_text_are_no_passage_together(tmp_path: Path, name: str, suffix: str) -> None:
    rows, expected = LAYOUTS[name]
    assert texts(blocks_in(WRITERS[suffix](tmp_path / f"plan.{suffix}", rows))) == expected


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_pledge_with_its_cost_stays_one_row(tmp_path: Path, suffix: str) -> None:
    rows: Rows = [["Pledge", "Cost"], [LIGHT, "£3m a year"], [BUILD, "None."]]
    found = texts(blocks_in(WRITERS[suffix](tmp_path / f"costs.{suffix}", rows)))
    assert found == ["Pledge | Cost", f"{LIGHT} | £3m a year", f"{BUILD} | None."]
