"""A layout that sets its items side by side and breaks into lines, as words are set."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QComboBox, QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items keep the width they want, or are as wide as a line where that is less.

    In a layout narrower than `column_below` pixels each has a line to itself. From `together` on, which is one of the
    widgets, items begin a line of their own where not all of them have room on that of the items before. A box without
    a frame that begins a line stands `hanging` pixels to its left, so that its words begin where those of others do.
    """

    def __init__(self, parent: QWidget, gap: int, column_below: int = 0) -> None:
        super().__init__(parent)
        self.column_below = column_below
        self.together: QWidget | None = None
        self.hanging = 0
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._set(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._set(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        heights = [item.sizeHint().height() for item in self._items if not item.isEmpty()]
        return QSize(0, max(heights, default=0))

    def _set(self, rect: QRect, *, move: bool) -> int:
        """Set the items within the rectangle, if they are to move; the height that they take."""
        x, y, line = rect.left(), rect.top(), 0
        column = rect.width() < self.column_below
        shown = [item for item in self._items if not item.isEmpty()]
        first = self._first_together(shown)
        for number, item in enumerate(shown):
            size = item.sizeHint()
            width = rect.width() if column else min(size.width(), rect.width())
            needed = width if number != first else self._wide(shown[number:])
            if x > rect.left() and x + needed > rect.left() + rect.width():
                x, y, line = rect.left(), y + line + self._gap, 0
            if x == rect.left() and isinstance(box := item.widget(), QComboBox) and not box.hasFrame():
                x -= self.hanging
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x, line = x + width + self._gap, max(line, size.height())
        return y + line - rect.top()

    def _first_together(self, shown: Sequence[QLayoutItem]) -> int:
        """The number of the first shown item of those that stand together, -1 for none."""
        begins = next((at for at, item in enumerate(self._items) if item.widget() is self.together), len(self._items))
        after = self._items[begins:] if self.together is not None else []
        return next((at for at, item in enumerate(shown) if item in after), -1)

    def _wide(self, items: Sequence[QLayoutItem]) -> int:
        """How wide these are on one line."""
        return sum(item.sizeHint().width() + self._gap for item in items) - self._gap
