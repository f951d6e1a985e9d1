"""What the bar looks like: a code has the same colour there as in the codebook and on the words."""

from __future__ import annotations

from pixels import box
from pytestqt.qtbot import QtBot
from words_to_code import Words

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
