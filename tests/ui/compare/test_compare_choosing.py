"""Choices about the view: each gives the next state, and taken twice the one before."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from index.comparison import UNCERTAIN
from index.selecting import Only
from ui.compare.cards.card import Density
from ui.compare.choosing import arrange, fold, fold_all, folded_rows, move_column, next_density, toggled
from ui.compare.table.order import ColumnOrder
from ui.compare.view_state import ViewState

STATE = ViewState("lamps", folded=("boats/piers",))
ROWS = st.lists(st.sampled_from(["a", "b", "c"]), unique=True)


def test_a_filter_takes_the_place_of_another_and_goes_by_the_same_key() -> None:
    pledges = toggled(STATE, Only.PLEDGES)
    assert pledges.filters.only is Only.PLEDGES
    assert toggled(pledges, Only.NUMBERS).filters.only is Only.NUMBERS
    assert toggled(pledges, Only.PLEDGES) == STATE


def test_density_goes_round() -> None:
    state, seen = STATE, []
    for _ in Density:
        seen.append(state.filters.density)
        state = next_density(state)
    assert set(seen) == set(Density)
    assert state == STATE


@given(ROWS, st.sampled_from(["a", "b", "c"]))
def test_a_row_folded_twice_is_as_before_and_other_topics_keep_theirs(folded: list[str], row: str) -> None:
    state = fold_all(STATE, folded)
    again = fold(fold(state, row), row)
    assert folded_rows(again) == folded_rows(state) == {UNCERTAIN.id, *folded}
    assert "boats/piers" in again.folded


def test_all_rows_fold_unless_all_are_folded() -> None:
    one = fold(STATE, "a")
    every = fold_all(one, ["a", "b"])
    assert folded_rows(every) == {UNCERTAIN.id, "a", "b"}
    assert folded_rows(fold_all(every, ["a", "b"])) == {UNCERTAIN.id}


def test_what_is_less_certain_is_folded_until_it_is_opened_on_this_topic_and_never_kept_open() -> None:
    opened = fold(STATE, UNCERTAIN.id)
    assert UNCERTAIN.id in folded_rows(STATE)
    assert UNCERTAIN.id not in folded_rows(opened)
    assert UNCERTAIN.id in folded_rows(replace(opened, topic="boats"))
    assert folded_rows(fold(opened, UNCERTAIN.id)) == folded_rows(STATE)
    assert UNCERTAIN.id in folded_rows(ViewState.from_json(opened.as_json()))


def test_folding_all_rows_folds_what_is_less_certain_and_unfolding_them_does_not_open_it() -> None:
    rows = ["a", "b", UNCERTAIN.id]
    folded = fold_all(fold(STATE, UNCERTAIN.id), rows)
    assert folded_rows(folded) == set(rows)
    assert folded_rows(fold_all(folded, rows)) == {UNCERTAIN.id}


def test_a_moved_column_stands_where_it_was_put_by_hand() -> None:
    state = move_column(arrange(STATE, ["x", "y", "z"]), ["x", "y", "z"], "z", -2)
    assert state.by_hand == ("z", "x", "y")
    assert state.filters.order is ColumnOrder.HAND
