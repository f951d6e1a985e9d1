"""How many columns fit, which of all they are, and in which order they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.records import Document
from ui.compare.table.columns_shown import MOST, ColumnsShown
from ui.compare.table.order import ColumnOrder, moved, ordered

NARROWEST = 240


@given(st.integers(1, 40), st.integers(100, 4000), st.integers(-3, 60))
def test_columns_are_never_too_narrow_nor_too_many_and_always_exist(total: int, available: int, first: int) -> None:
    shown = ColumnsShown.fitting(total, available, NARROWEST, first)
    assert 1 <= shown.count <= min(MOST, total)
    assert shown.width >= NARROWEST or shown.count == 1
    assert shown.count * shown.width <= max(available, shown.width)
    assert 0 <= shown.first <= total - shown.count


def test_it_says_which_of_all_columns_are_in_sight() -> None:
    shown = ColumnsShown.fitting(6, 1000, NARROWEST)
    assert shown.sentence == "Columns 1–4 of 6"
    assert (shown.earlier, shown.later) == (False, True)
    assert shown.from_first(4).sentence == "Columns 3–6 of 6"
    assert ColumnsShown.fitting(3, 1000, NARROWEST).sentence == ""
    assert ColumnsShown.fitting(3, 300, NARROWEST, 1).sentence == "Column 2 of 3"


@pytest.mark.parametrize(("wanted", "first"), [(0, 0), (2, 0), (4, 1), (9, 6)])
def test_it_turns_just_far_enough_to_show_a_column(wanted: int, first: int) -> None:
    assert ColumnsShown.fitting(10, 1000, NARROWEST).showing(wanted).first == first


def documents() -> list[Document]:
    return [
        Document("1", "Tide", party="Tide", year="2024"),
        Document("2", "anchor", party="anchor", year=""),
        Document("3", "Buoy", party="Buoy", year="2019"),
    ]


def test_columns_stand_by_name_by_year_or_as_arranged() -> None:
    def ids(order: ColumnOrder, by_hand: tuple[str, ...] = ()) -> str:
        return "".join(document.id for document in ordered(documents(), order, by_hand))

    assert ids(ColumnOrder.NAME) == "231"
    assert ids(ColumnOrder.YEAR) == "312"
    assert ids(ColumnOrder.HAND) == "123"
    assert ids(ColumnOrder.HAND, ("3", "gone", "1")) == "312"


def test_a_column_moves_as_far_as_there_is_room() -> None:
    assert moved(["1", "2", "3"], "1", 1) == ["2", "1", "3"]
    assert moved(["1", "2", "3"], "3", 1) == ["1", "2", "3"]
    assert moved(["1", "2", "3"], "2", -1) == ["2", "1", "3"]
    assert moved(["1", "2", "3"], "removed", 1) == ["1", "2", "3"]
