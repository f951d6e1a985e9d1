"""How people left the comparison comes back from its file, and a damaged file counts as a first start."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from index.selecting import Only
from ui.compare.cards.card import Density
from ui.compare.controls import Filters
from ui.compare.table.order import ColumnOrder
from ui.compare.view_state import ALL, ViewState

JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner), max_leaves=4)
KEYS = st.sampled_from(["topic", "set", "only", "best_first", "density", "order", "first", "by_hand", "chosen"])


def test_what_was_kept_comes_back() -> None:
    filters = Filters(only=Only.NUMBERS, best_first=False, density=Density.LINES, order=ColumnOrder.YEAR)
    state = ViewState("vawg", "a-set", filters, 3, ("d2", "d1"), ("d9",))
    assert ViewState.from_json(json.loads(json.dumps(state.as_json()))) == state


def test_nothing_kept_is_a_first_start() -> None:
    assert ViewState.from_json({}) == ViewState()
    assert ViewState().set == ALL


@given(st.dictionaries(KEYS, JSON))
def test_nonsense_in_the_file_harms_nothing(values: dict[str, object]) -> None:
    state = ViewState.from_json(values)
    assert ViewState.from_json(state.as_json()) == state
    assert state.first >= 0
