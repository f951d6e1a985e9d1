"""How every table is set up, whatever its rows are: without a grid or a frame, one line a row, and Tab leaves it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui import theme
from ui.theme.parts import Header
from ui.theme.tokens import FOUR, HALF


def set_up(table: QTableView, name: str, *, raised: bool = False) -> Header:
    """Set a table up before it is given its model; its head. `name` is what a screen reader calls the table.

    `raised` says that it stands on a panel that floats.
    """
    head = Header(table, floating=raised)
    table.setHorizontalHeader(head)
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    return head


def rows_height(table: QTableView) -> int:
    """How high the table is with its head and all its rows, in pixels."""
    rows = table.model().rowCount() * table.verticalHeader().defaultSectionSize()
    return table.horizontalHeader().sizeHint().height() + rows + 2 * HALF


def size_rows(table: QTableView) -> None:
    """Make the rows as high as the size of type wants them."""
    table.verticalHeader().setDefaultSectionSize(round((FOUR + HALF) * max(1.0, theme.tokens().scale)))
