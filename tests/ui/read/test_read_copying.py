"""Copying from the Read place, where there is nothing selected, no page, too many pages or a page that fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from waiting import wait

from reader.model import Manifesto
from ui.actions.offered import READ
from ui.manifesto.manifesto import Place
from ui.read.place import ReadPlace
from ui.session.session import Session


@pytest.fixture
def said(session: Session) -> list[str]:
    """What the window was asked to say."""
    sentences: list[str] = []
    session.noticed.connect(lambda sentence, _undo: sentences.append(sentence))
    return sentences


@pytest.fixture
def place(boats: str, notes: str, session: Session, qtbot: QtBot) -> Iterator[ReadPlace]:
    session.settings.change(citation_style="harvard")
    made = ReadPlace(session)
    session.actions.attach(READ, made)
    session.actions.show_place(READ)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    QGuiApplication.clipboard().setText("from before")
    yield made
    wait(lambda: made.settled)
    made.views.pages.pictures.close()
    made.close()
    made.deleteLater()


def open_at(place: ReadPlace, document: str, view: str) -> None:
    place.open_passage(document, None, view)
    wait(lambda: place.settled)


def copied() -> str:
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize("action", ["read.copy", "read.cite"])
def test_where_nothing_is_selected_it_is_said_how_to_select(
    place: ReadPlace, session: Session, boats: str, said: list[str], action: str
) -> None:
    open_at(place, boats, "page")
    session.actions.action(action).trigger()
    assert said[-1].startswith("Select words first")
    assert copied() == "from before"


def test_words_of_a_text_without_pages_are_copied_with_their_section(
    place: ReadPlace, session: Session, notes: str, said: list[str]
) -> None:
    open_at(place, notes, "text")
    view = place.views.text
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    session.actions.action("read.cite").trigger()
    wait(lambda: not session.busy)
    words, cited, listed = copied().partition("” ")[0], copied().partition("” ")[2], copied().split("\n\n")[-1]
    assert words == "“Notes on nets\nNets are mended here.\nThey are sold there."
    assert cited.startswith("(Net Party, no date)\n")
    assert listed == "Net Party (no date) Notes on nets."
    session.actions.action("read.copy-picture").trigger()
    assert said[-1] == "There are no pages to make a picture of. The words can be copied with their citation."


def test_with_nothing_marked_the_page_that_is_read_is_copied_with_its_citation(
    place: ReadPlace, session: Session, boats: str
) -> None:
    open_at(place, boats, "page")
    place.views.go_to_page(3)
    session.actions.action("read.copy-picture").trigger()
    wait(lambda: place.settled and not session.busy)
    image: QImage = QGuiApplication.clipboard().image()
    assert image.width() > 2 * 420
    assert copied() == "(Harbour Party, no date, p. 3)\n\nHarbour Party (no date) Boats."


def test_a_selection_over_two_pages_is_copied_as_two_pages_beside_each_other(
    place: ReadPlace, session: Session, boats: str
) -> None:
    open_at(place, boats, "page")
    place.views.go_to_page(3)
    session.actions.action("read.copy-picture").trigger()
    wait(lambda: place.settled and not session.busy)
    one = QGuiApplication.clipboard().image()
    page = place.views.pages
    assert place.manifesto is not None
    last = max(number for number, block in enumerate(place.manifesto.shown) if block.page == 3)
    place.views.go_to(Place(last))
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    session.actions.action("read.copy-picture").trigger()
    wait(lambda: place.settled and not session.busy)
    both = QGuiApplication.clipboard().image()
    assert both.width() == pytest.approx(2 * one.width(), abs=40)
    assert "” (Harbour Party, no date, pp. 3–4)\n\n" in copied()


def test_more_pages_than_anybody_could_read_are_refused(
    place: ReadPlace, session: Session, boats: str, said: list[str]
) -> None:
    open_at(place, boats, "page")
    QTest.keyClick(place.views.pages, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    session.actions.action("read.copy-picture").trigger()
    assert said[-1] == "Select words on 4 pages at most to copy them as a picture."
    assert copied() == "from before"


def test_a_page_that_cannot_be_drawn_is_not_copied_and_the_reason_is_said(
    place: ReadPlace, session: Session, read_pdf: Manifesto, tmp_path: Path, said: list[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    unnamed = tuple(replace(block, id="") for block in read_pdf.blocks)
    document = session.library.store(broken, replace(read_pdf, blocks=unnamed), {}).id
    open_at(place, document, "page")
    session.actions.action("read.copy-picture").trigger()
    wait(lambda: place.settled)
    assert said[-1].startswith("Page 1 could not be drawn.")
    assert copied() == "from before"
