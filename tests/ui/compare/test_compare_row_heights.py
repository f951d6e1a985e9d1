"""Rows begin at the same height in all columns, whatever stands in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.compare.table.row_heights import aligned

ROWS = 3
COLUMN = st.lists(st.lists(st.integers(1, 400), min_size=1, max_size=5), min_size=ROWS, max_size=ROWS)


@given(st.lists(COLUMN, min_size=1, max_size=6))
def test_every_row_is_as_high_as_in_its_fullest_column(columns: list[list[list[int]]]) -> None:
    result = aligned(columns)
    for column, given_column in zip(result.heights, columns, strict=True):
        assert sum(map(sum, column)) == result.total
        top = 0
        for row, given_row, row_top in zip(column, given_column, result.tops, strict=True):
            assert top == row_top
            assert list(row[:-1]) == given_row[:-1]
            assert row[-1] >= given_row[-1]
            top += sum(row)
    for at in range(ROWS):
        assert any(list(column[at]) == plain[at] for column, plain in zip(result.heights, columns, strict=True))


def test_no_columns_have_no_height() -> None:
    assert aligned([]).total == 0
