"""What people choose to see of a comparison: each choice makes another state of the view from the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.comparison import UNCERTAIN
from index.selecting import Only
from ui.compare.cards.card import Density
from ui.compare.table.order import ColumnOrder, moved
from ui.compare.view_state import ViewState


def toggled(state: ViewState, only: Only) -> ViewState:
    """Show nothing but these passages, or all again."""
    chosen = Only.ALL if state.filters.only is only else only
    return replace(state, filters=replace(state.filters, only=chosen))


def next_density(state: ViewState) -> ViewState:
    """One step fuller; after the fullest, lines again."""
    densities = list(Density)
    following = densities[(densities.index(state.filters.density) + 1) % len(densities)]
    return replace(state, filters=replace(state.filters, density=following))


def fold(state: ViewState, row: str) -> ViewState:
    """Fold the row with this id up, or unfold it."""
    if row == UNCERTAIN.id:
        closed = tuple(each for each in state.opened if each != state.topic)
        return replace(state, opened=closed if state.topic in state.opened else (*closed, state.topic))
    name = _named(state, row)
    folded = [each for each in state.folded if each != name]
    return replace(state, folded=tuple(folded if name in state.folded else [*folded, name]))


def fold_all(state: ViewState, rows: Sequence[str]) -> ViewState:
    """Fold all these rows up, or unfold them where all of them are; what is less certain is folded up by both."""
    names = [_named(state, row) for row in rows if row and row != UNCERTAIN.id]
    state = replace(state, opened=tuple(each for each in state.opened if each != state.topic))
    others = [each for each in state.folded if each not in names]
    return replace(state, folded=tuple(others if set(names) <= set(state.folded) else [*others, *names]))


def folded_rows(state: ViewState) -> frozenset[str]:
    """The ids of the topic's rows that are folded up; what is less certain is until people open it."""
    less_certain = frozenset[str]() if state.topic in state.opened else frozenset({UNCERTAIN.id})
    return less_certain | frozenset(
        name.partition("/")[2] for name in state.folded if name.partition("/")[0] == state.topic
    )


def arrange(state: ViewState, arranged: Sequence[str]) -> ViewState:
    """Columns in this order (document ids): as arranged by hand from now on."""
    filters = replace(state.filters, order=ColumnOrder.HAND)
    return replace(state, filters=filters, by_hand=tuple(arranged))


def move_column(state: ViewState, columns: Sequence[str], document: str, by: int) -> ViewState:
    """The column of the document `by` places further on among `columns` (document ids)."""
    return arrange(state, moved(columns, document, by))


def _named(state: ViewState, row: str) -> str:
    """The row's name among those of all topics."""
    return f"{state.topic}/{row}"
