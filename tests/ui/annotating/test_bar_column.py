"""How the bar looks: its names stand below each other, and a code's line is the one that the words will have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pixels import box, picture
from pytestqt.qtbot import QtBot
from words_to_code import Words

from reader.library.codebook_edits import create_code
from reader.library.records import Document
from ui import theme
from ui.annotating.annotating import Annotating
from ui.annotating.chip import Chip
from ui.session.session import Session
from ui.theme.code_marks import line_on_text, look_in


@pytest.fixture
def words(shared: Annotating, document: Document, qtbot: QtBot) -> Iterator[Words]:
    shared.rename_coder(shared.coder.id, "Anna")
    made = Words(shared, document)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()


def test_beside_a_column_names_begin_below_each_other(words: Words, sea: str, session: Session) -> None:
    session.apply(create_code(session.library, "Harbour wall"))
    words.mark("harbour wall")
    words.bar.use_slot(0)
    chips = [chip for chip in words.bar.findChildren(Chip) if chip.isVisible()]
    assert len({chip.x() for chip in chips}) == 1
    assert len({chip.width() for chip in chips}) == 1
    codes = [chip for chip in chips if chip.accessibleDescription()[:1].isdigit()]
    assert len(codes) == 2
    assert len({chip.name_at for chip in codes}) == 1, "also of the one that has a second key"
    assert len({chip.name_at for chip in chips if chip not in codes}) == 1


def test_the_bar_shows_a_code_as_it_will_stand_under_the_words(words: Words, sea: str, session: Session) -> None:
    words.mark("harbour wall")
    chip = next(chip for chip in words.bar.findChildren(Chip) if chip.isVisible() and chip.accessibleName() == "Sea")
    codebook = session.library.codebook()
    look = look_in(codebook, codebook.codes[0])
    assert not box(picture(chip), line_on_text(look, theme.tokens())).isEmpty()


def test_where_a_column_of_buttons_would_be_cut_off_they_stand_side_by_side(words: Words, session: Session) -> None:
    for name in ("Sea", "Wall", "Nets", "Boats", "Tides", "Lamps"):
        session.apply(create_code(session.library, name))
    words.mark("harbour wall")
    in_column = words.bar.height()
    words.resize(1000, in_column - 20)
    assert words.bar.geometry().bottom() <= words.rect().bottom()
