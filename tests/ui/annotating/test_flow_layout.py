"""Items set side by side: some stand together on a line of their own, and words begin under one another."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from ui.annotating.flow_layout import FlowLayout


def laid_out(width: int, together: int | None) -> list[tuple[int, int]]:
    """Where four buttons of 100 pixels stand."""
    parent = QWidget()
    flow = FlowLayout(parent, 10)
    buttons = [QPushButton(parent) for _ in range(4)]
    for button in buttons:
        button.setFixedSize(100, 20)
        flow.addWidget(button)
    flow.together = buttons[together] if together is not None else None
    parent.resize(width, 200)
    flow.setGeometry(parent.rect())
    return [(button.x(), button.y()) for button in buttons]


@pytest.mark.usefixtures("themed")
def test_items_that_stand_together_begin_a_line_where_not_all_have_room() -> None:
    assert laid_out(430, 2) == [(0, 0), (110, 0), (220, 0), (330, 0)]
    assert laid_out(330, None) == [(0, 0), (110, 0), (220, 0), (0, 30)]
    assert laid_out(330, 2) == [(0, 0), (110, 0), (0, 30), (110, 30)]


def test_the_words_of_a_box_at_the_beginning_of_a_line_begin_where_others_do(themed: QApplication) -> None:
    parent = QWidget()
    parent.setContentsMargins(8, 0, 0, 0)
    flow = FlowLayout(parent, 10)
    flow.hanging = 8
    box, button = QComboBox(parent), QPushButton(parent)
    box.setFrame(False)
    for widget in (box, button):
        widget.setFixedSize(100, 20)
        flow.addWidget(widget)
    parent.resize(150, 100)
    flow.setGeometry(parent.contentsRect())
    assert (box.x(), button.x()) == (0, 8)
