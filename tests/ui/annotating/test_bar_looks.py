"""What the bar looks like: a code has the same colour there as in the codebook and on the words."""

from __future__ import annotations

import pytest
from pixels import box
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from words_to_code import AT, COLUMN, Words

from reader.library.codebook_edits import create_code
from reader.library.records import Document
from ui import theme
from ui.annotating.annotating import Annotating
from ui.session.session import Session
from ui.theme.code_marks import colour_in
from ui.theme.rows import DOT_ROLE


def test_codes_whose_colour_nobody_chose_have_that_of_their_lines_in_bar_and_picker(
    session: Session, shared: Annotating, document: Document, qtbot: QtBot
) -> None:
    shared.rename_coder(shared.coder.id, "Anna")
    for name in ("Sea", "Town"):
        session.apply(create_code(session.library, name))
    words = Words(shared, document)
    qtbot.addWidget(words)
    with qtbot.waitExposed(words):
        words.show()
    words.mark("fishing fleet")
    now = theme.tokens().colours
    wanted = [theme.legible(colour_in(shared.codebook, code), now.raised, now.ink) for code in shared.codebook.codes]
    assert len(set(wanted)) == 2
    assert all(not box(words.bar.grab().toImage(), colour).isEmpty() for colour in wanted)
    words.bar.pick()
    codes = words.bar.picker.codes
    assert [codes.data(codes.index(row), DOT_ROLE) for row in range(2)] == wanted


@pytest.mark.parametrize("column", [COLUMN, QRect(20, 0, 960, 600)])
def test_the_bar_is_as_high_as_the_codes_that_are_found(
    session: Session, shared: Annotating, document: Document, qtbot: QtBot, column: QRect
) -> None:
    """Beside the words and at the edge alike."""
    shared.rename_coder(shared.coder.id, "Anna")
    for name in ("Sea", "Town", "Nets", "Sand", "Lamps", "Quay", "Ferries", "Boats"):
        session.apply(create_code(session.library, name))
    words = Words(shared, document)
    qtbot.addWidget(words)
    with qtbot.waitExposed(words):
        words.show()
    words.mark("fishing fleet")
    assert words.bar.acts.selected is not None
    words.bar.offer(words.bar.acts.selected, AT, column)
    picker = words.bar.picker
    for typed in ("n", "", "se", "", "quay"):
        picker.left.emit()
        QApplication.processEvents()
        words.bar.pick(typed)
        QApplication.processEvents()
        wanted = min(picker.codes.rowCount(), 7) * picker.list.sizeHintForRow(0)
        assert picker.list.height() == wanted, typed
        assert picker.meaning.isVisible() == bool(picker.meaning.text()), "no line that says nothing"
        below = picker.meaning if picker.meaning.isVisible() else picker.list
        assert picker.height() - 1 == below.geometry().bottom(), f"no room is left, none lacks: {typed}"
