"""Copying rows of the comparison, and all of it, as tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.compare.table.look import Look
from ui.compare.table.presenting import Presentation
from ui.session.session import Session

if TYPE_CHECKING:
    from index.exports.publication import Table


class RowCopying(QObject):
    """Answers the actions that copy rows. `shown` gives what is shown and how, `row` the row that the keys act on."""

    def __init__(
        self,
        session: Session,
        shown: Callable[[], tuple[Presentation | None, Look]],
        row: Callable[[], str | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._shown, self._row = session, shown, row
        session.actions.connect("compare.copy-row", self._copy_row)
        session.actions.connect("compare.copy-table", self._copy_all)

    def _copy_row(self) -> None:
        from ui.shared.table_copying import copy_table  # a start needs none of it

        row = self._row()
        table = self._table(frozenset() if row is None else frozenset({row}))
        if table is not None and table.rows:
            copy_table(table)
            self._session.say(f"The row “{table.rows[0].head}” is copied as a table.")
        else:
            self._session.say("Choose a row first: the arrow keys go to one.")

    def _copy_all(self) -> None:
        from ui.shared.table_copying import copy_table

        table = self._table(None)
        if table is not None:
            copy_table(table)
            self._session.say("The comparison is copied as a table.")

    def _table(self, rows: frozenset[str] | None) -> Table | None:
        from index.exports.comparing import table_of

        presentation, look = self._shown()
        if presentation is None:
            return None
        # Whoever copies one row wants what stands in it, folded up or not.
        return table_of(presentation.loaded.comparison, frozenset() if rows is not None else look.folded, rows)
