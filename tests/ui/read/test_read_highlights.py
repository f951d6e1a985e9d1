"""Read offers what was marked in the PDF with other programs until it is taken or left, and says what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from marked_pdf import highlight, on_line, write_sheet
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget

from index.events import HighlightsFound
from reader.formats.pdf.comments import read_highlights
from reader.formats.registry import read
from reader.highlights.placing import placed
from reader.home import Home
from reader.library.library import Library
from ui.read.highlights_line import HighlightsLine
from ui.session.session import Session


@pytest.fixture
def marked(folder: Home, tmp_path: Path) -> str:
    """A PDF with two highlights by A. Reader in the library of the session; its id."""
    path = write_sheet(tmp_path / "marked.pdf")
    highlight(path, [on_line(0, "thousand homes")], T="A. Reader", Contents="Where?")
    highlight(path, [on_line(2, "every school")], T="A. Reader")
    with Library.open(folder, durable=False) as library:
        document = library.store(path, read(path), {"title": "Homes"}).id
        library.keep_highlights(document, document, placed(read_highlights(path, ()), library.blocks(document)))
    return document


@pytest.fixture
def page(session: Session) -> Iterator[QWidget]:
    """What the lines lie in."""
    made = QWidget()
    yield made
    made.deleteLater()


@pytest.fixture
def line(session: Session, page: QWidget, marked: str) -> HighlightsLine:
    made = HighlightsLine(session, page)
    made.open(marked)
    return made


def test_highlights_are_offered_and_taken_as_one_edit_that_undo_takes_back(
    session: Session, marked: str, line: HighlightsLine
) -> None:
    said = QSignalSpy(session.noticed)
    assert line.sentence == "2 highlights by A. Reader, made in another program."
    line.take.click()
    assert line.sentence == ""
    assert said.at(0) == ["Took 2 highlights.", True]
    assert {one.annotation.anchor.quote for one in session.library.coded(marked)} == {"thousand homes", "every school"}
    assert session.library.undo_label() == "Take 2 highlights"
    session.undo()
    assert not session.library.coded(marked)


def test_highlights_that_are_left_are_not_offered_again_but_can_still_be_taken(
    session: Session, page: QWidget, marked: str, line: HighlightsLine
) -> None:
    line.leave.click()
    assert line.sentence == ""
    assert not session.library.coded(marked)
    again = HighlightsLine(session, page)
    again.open(marked)
    assert again.sentence == ""
    line.take.click()
    assert len(session.library.coded(marked)) == 2


def test_highlights_found_while_the_manifesto_is_open_are_offered_then(
    session: Session, page: QWidget, folder: Home, tmp_path: Path
) -> None:
    path = write_sheet(tmp_path / "marked.pdf")
    highlight(path, [on_line(0, "thousand homes")])
    with Library.open(folder, durable=False) as library:
        document = library.store(path, read(path), {}).id
        line = HighlightsLine(session, page)
        line.open(document)
        assert line.sentence == ""
        library.keep_highlights(document, document, placed(read_highlights(path, ()), library.blocks(document)))
    session.highlights_found.emit(HighlightsFound(document, "Homes", "one highlight"))
    assert line.sentence == "One highlight, made in another program."
