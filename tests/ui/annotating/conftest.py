"""A session with one manifesto and a codebook, ready to be annotated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from annotating import BOATS, NETS, WALL, manifesto
from pytestqt.qtbot import QtBot
from words_to_code import Words

from reader.home import Home
from reader.library.codebook_edits import create_code
from reader.library.library import Library
from reader.library.records import Document
from ui.annotating.annotating import Annotating, annotating
from ui.session.session import Session


@pytest.fixture
def document(folder: Home, tmp_path: Path) -> Document:
    """A manifesto of three paragraphs in the library of the session."""
    file = tmp_path / "harbour.txt"
    file.write_text("harbour", encoding="utf-8")
    with Library.open(folder, durable=False) as library:
        return library.store(file, manifesto(WALL, NETS, BOATS), {"title": "Our coast", "party": "Lamp Society"})


@pytest.fixture
def shared(document: Document, session: Session) -> Annotating:
    """What all of the window knows of annotations."""
    return annotating(session)


@pytest.fixture
def sea(session: Session, document: Document) -> str:
    """A code, by its id."""
    edit = create_code(session.library, "Sea")
    session.apply(edit)
    return edit.changes[0].id


@pytest.fixture
def words(shared: Annotating, document: Document, qtbot: QtBot) -> Iterator[Words]:
    """Words that can be selected, and a coder who has confirmed a name."""
    shared.rename_coder(shared.coder.id, "Anna")
    made = Words(shared, document)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def said(session: Session) -> list[str]:
    """What is said over the foot of the page."""
    sentences: list[str] = []
    session.noticed.connect(lambda sentence, _: sentences.append(sentence))
    return sentences
