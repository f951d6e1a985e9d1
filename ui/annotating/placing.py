"""Where the bar lies: beside the column of words, else at the edge that is farther from the selected ones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect

from ui.theme.tokens import COLUMN_WIDTH, STEP

# In pixels: narrower no name of a code can be read, wider the bar is no small thing any more.
LEAST = 150
BESIDE_MOST = COLUMN_WIDTH + 2 * STEP
EDGE_MOST = 3 * COLUMN_WIDTH


def placed(at: QRect, column: QRect, bounds: QRect, height_for: Callable[[int], int]) -> QRect:
    """The place of a bar for words at `at` in a `column`, both within `bounds`; `height_for` a width says its height.

    Beside the column it covers no words at all; at the edge those that are farthest from the selected ones.
    """
    right = bounds.right() - column.right() - 2 * STEP
    left = column.left() - bounds.left() - 2 * STEP
    for room, is_right in ((right, True), (left, False)):
        if room >= LEAST:
            width = min(room, BESIDE_MOST)
            x = column.right() + 1 + STEP if is_right else column.left() - STEP - width
            return _kept(QRect(x, at.top(), width, height_for(width)), bounds)
    width = min(bounds.width() - 2 * STEP, EDGE_MOST)
    height = height_for(width)
    below = bounds.bottom() - at.bottom() >= at.top() - bounds.top()
    x = max(bounds.left() + STEP, min(column.center().x() - width // 2, bounds.right() - STEP - width))
    return QRect(x, bounds.bottom() - STEP - height if below else bounds.top() + STEP, width, height)


def _kept(rect: QRect, bounds: QRect) -> QRect:
    """Moved up or down into the bounds, its top rather than its foot."""
    lowest = bounds.bottom() - STEP - rect.height()
    return QRect(rect.left(), max(bounds.top() + STEP, min(rect.top(), lowest)), rect.width(), rect.height())
