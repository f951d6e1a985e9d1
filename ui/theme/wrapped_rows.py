"""Rows of a table whose words go on in further lines where the column is too narrow for them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from ui.theme import fonts
from ui.theme.rows import Index, Rows
from ui.theme.theme import tokens as now
from ui.theme.tokens import HALF, STEP

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROOM = 100_000  # pixels, higher than any row


class WrappedRows(Rows):
    """Asks for the height that the words of a cell take in its column."""

    wraps = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        one = super().sizeHint(option, index)
        table = self.parent()
        if not isinstance(table, QTableView):
            return one
        room = QRect(0, 0, max(1, table.columnWidth(index.column()) - 2 * STEP), _ROOM)
        words = QFontMetrics(fonts.interface(now().body)).boundingRect(room, int(_WRAPPED), str(index.data() or ""))
        return QSize(one.width(), max(one.height(), words.height() + 2 * HALF))
