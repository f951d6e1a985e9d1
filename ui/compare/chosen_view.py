"""What people have chosen to see of the comparison: kept with each set as they left it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from index.selecting import Only
from ui.compare.choosing import arrange, fold, fold_all, folded_rows, move_column, next_density, toggled
from ui.compare.columns_of_set import members_of
from ui.compare.controls import Filters
from ui.compare.table.column_choice import ColumnChoice
from ui.compare.table.look import Look
from ui.compare.view_state import CHOSEN, ViewState, kept_view
from ui.session.session import Session


class ChosenView(QObject):
    """Holds the state and the actions that change it; tells what is to be made anew."""

    changed = Signal(bool)  # another comparison is wanted; whether it is to stay where it is being read
    look_changed = Signal()  # the same comparison in another way
    set_changed = Signal()  # another set, with all that was chosen for it

    def __init__(self, session: Session, first: Callable[[], int | None], parent: QObject | None = None) -> None:
        """`first` gives the first column in sight, None while none is."""
        super().__init__(parent)
        self._session = session
        self._first = first
        self.state = ViewState()
        actions = session.actions
        actions.connect("compare.pledges", lambda: self._toggle(Only.PLEDGES))
        actions.connect("compare.numbers", lambda: self._toggle(Only.NUMBERS))
        actions.connect("compare.density", lambda: self._change(next_density(self.now), keep_place=True))
        actions.connect("compare.list", lambda: self._look_again(replace(self.now, linear=not self.now.linear)))

    @property
    def now(self) -> ViewState:
        """The state with the columns as they are turned now."""
        first = self._first()
        return self.state if first is None else replace(self.state, first=first)

    @property
    def look(self) -> Look:
        """How the comparison is to look."""
        return Look(self.state.filters.density, folded_rows(self.state), self.state.linear)

    def check_actions(self) -> None:
        """Let the actions show what is chosen."""
        actions = self._session.actions
        actions.action("compare.pledges").setChecked(self.state.filters.only is Only.PLEDGES)
        actions.action("compare.numbers").setChecked(self.state.filters.only is Only.NUMBERS)
        actions.action("compare.list").setChecked(self.state.linear)

    # What people choose

    def choose_topic(self, topic: str) -> None:
        """Compare on the topic with this id."""
        if topic != self.state.topic:
            self._change(replace(self.now, topic=topic), keep_place=False)

    def choose_filters(self, filters: Filters) -> None:
        """Show what these let through, in their order."""
        self._change(replace(self.now, filters=filters), keep_place=True)

    def choose_set(self, chosen: str) -> None:
        """Show another set as people left it, from its first column; for the first time, with what is chosen now."""
        now = self.now
        state = kept_view(self._session.library.view(chosen)) or replace(now, by_hand=(), left_out=())
        self.state = replace(state, set=chosen, chosen=now.chosen, first=0)
        self.set_changed.emit()

    def choose_documents(self, documents: Sequence[str]) -> None:
        """Show these manifestos (ids), in this order, under no name."""
        chosen = tuple(documents)
        added = tuple(each.id for each in self._session.library.documents() if each.id in chosen)
        own = chosen if chosen != added else ()  # the order in which they were added is nobody's own
        self.state = replace(arrange(self.state, own), set=CHOSEN, chosen=chosen, left_out=(), first=0)
        self.set_changed.emit()

    def choose_columns(self, choice: ColumnChoice) -> None:
        """These manifestos of the set are columns, in this order."""
        self._change(replace(arrange(self.now, choice.order), left_out=choice.left_out), keep_place=True)

    def move_column(self, document: str, by: int) -> None:
        """Move a column; from then on the columns stand as arranged by hand."""
        now = self.now
        columns = [each.id for each in members_of(self._session.library, now)]
        self._change(move_column(now, columns, document, by), keep_place=True)

    def fold(self, row: str | None) -> None:
        """Fold the row with this id up, or unfold it."""
        if row:
            self._look_again(fold(self.now, row))

    def fold_all(self, rows: Sequence[str]) -> None:
        """Fold all these rows up, or unfold them."""
        self._look_again(fold_all(self.now, rows))

    def _toggle(self, only: Only) -> None:
        self._change(toggled(self.now, only), keep_place=True)

    def _change(self, state: ViewState, *, keep_place: bool) -> None:
        self._keep(state)
        self.changed.emit(keep_place)

    def _look_again(self, state: ViewState) -> None:
        self._keep(state)
        self.look_changed.emit()

    def _keep(self, state: ViewState) -> None:
        self.state = state
        self._session.library.remember_view(state.set, json.dumps(state.as_json()))
        self.check_actions()
