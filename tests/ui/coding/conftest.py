"""A session with one manifesto, a codebook and its sentences to be coded, shown in coding mode."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from annotating import BOATS, NETS, WALL, manifesto
from pytestqt.qtbot import QtBot

from reader.home import Home
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import rename_coder
from reader.library.library import Library
from reader.library.records import Document
from reader.library.unit_edits import make_scheme
from reader.library.units import Base
from ui.coding.place import CodingPlace
from ui.session.session import Session


@pytest.fixture
def document(folder: Home, tmp_path: Path) -> Document:
    """Five sentences in three paragraphs, and a heading."""
    file = tmp_path / "harbour.txt"
    file.write_text("harbour", encoding="utf-8")
    with Library.open(folder, durable=False) as library:
        return library.store(file, manifesto(WALL, NETS, BOATS), {"title": "Our coast", "party": "Lamp Society"})


@pytest.fixture
def scheme(document: Document, session: Session) -> str:
    """The sentences as units, by the id of their scheme; the codes Sea and Land, a coder called Anna."""
    session.apply(rename_coder(session.library, session.library.coder, "Anna"))
    for name in ("Sea", "Land"):
        session.apply(create_code(session.library, name))
    edit = make_scheme(session.library, "All", Base.SENTENCE, [document.id])
    session.apply(edit)
    return edit.changes[0].id


@pytest.fixture
def place(scheme: str, session: Session, qtbot: QtBot) -> Iterator[CodingPlace]:
    """The place with the first sentence at hand."""
    made = CodingPlace(session)
    made.resize(1000, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.open(scheme)
    qtbot.waitUntil(lambda: made.settled and made.course is not None)
    yield made
    made.close()
    made.deleteLater()
