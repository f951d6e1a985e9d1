"""Reading through the real window: from search to the passage, to its original page, and back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pixels import box, picture
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.home import Home, home
from reader.model import Block
from ui.read.place import ReadPlace
from ui.scenes.homes import samples
from ui.scenes.stage import Stage, manifesto_of
from ui.theme import paper
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path) -> Home:
    """A copy of a library with the three samples, index and topic views included."""
    shutil.copytree(samples().library, tmp_path / "home")
    return home(tmp_path / "home")


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    made = Stage(qapp, dark=False, size=QSize(1280, 800))
    yield made
    made.close()


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    made = stage.open(folder)
    stage.settle(made)
    made.activateWindow()
    return made


def press(place: ReadPlace, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(place.views.currentWidget(), key, modifiers)


def over_two_columns(blocks: list[Block]) -> Block:
    """A passage that begins in one column of its page and ends in the next."""
    return next(
        block
        for block in blocks
        if block.is_passage
        and len({piece.page for piece in block.pieces}) == 1
        and any(
            piece.rect and block.pieces[0].rect and piece.rect.x0 > block.pieces[0].rect.x1 for piece in block.pieces
        )
    )


def test_a_passage_over_two_columns_is_marked_in_both_and_the_place_is_kept(stage: Stage, window: Window) -> None:
    document = manifesto_of(window, "Maren Oldacre")
    passage = over_two_columns(window.session.library.blocks(document.id))
    window.places.open_passage(document.id, passage.id)
    stage.settle(window)
    place = window.places.read
    assert place.views.currentWidget() is place.views.text
    press(place, Qt.Key.Key_T, CONTROL)
    stage.settle(window)
    pages = place.views.pages
    assert place.views.currentWidget() is pages
    pages.set_zoom(0.8)
    pages.go_to_page(passage.pieces[0].page or 1)
    stage.settle(window)
    tinted = box(picture(pages.viewport()), paper.PASSAGE_ON_PAPER)
    lines = [piece.rect for piece in passage.pieces if piece.rect]
    across = (max(line.x1 for line in lines) - min(line.x0 for line in lines)) * pages.zoom
    assert tinted.width() == pytest.approx(across, abs=12), "from the first column into the second"
    press(place, Qt.Key.Key_B, CONTROL)
    press(place, Qt.Key.Key_T, CONTROL)
    stage.settle(window)
    assert place.manifesto is not None
    assert place.views.currentWidget() is place.views.text
    assert place.manifesto.shown[place.views.here().block].id == passage.id


def test_what_is_searched_opens_in_read_and_back_leads_to_the_results(stage: Stage, window: Window) -> None:
    window.places.search_for("detectives gangs")
    stage.settle(window)
    search = window.places.search
    assert search.list.hit is not None
    QTest.keyClick(search.field, Qt.Key.Key_Down)
    QTest.keyClick(search.list, Qt.Key.Key_Return)
    stage.settle(window)
    assert window.places.here == "read"
    read = window.places.read
    assert read.manifesto is not None
    assert read.views.marked is not None
    assert read.manifesto.shown[read.views.marked].id == search.list.hit.block
    window.places.go_back()
    assert window.places.here == "search"
    assert search.list.hit is not None


def test_find_leads_through_the_manifesto_and_the_words_can_be_copied(stage: Stage, window: Window) -> None:
    window.places.open_passage(manifesto_of(window, "Sadiq Khan").id)
    stage.settle(window)
    place = window.places.read
    press(place, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(place.find_bar.field, "neighbourhood police")
    assert place.find_bar.count.startswith("1 of ")
    QTest.keyClick(place.find_bar.field, Qt.Key.Key_Return)
    assert place.find_bar.count.startswith("2 of ") or place.find_bar.count == "1 of 1"
    QTest.keyClick(place.find_bar.field, Qt.Key.Key_Escape)
    assert place.views.text.hasFocus(), "back in the text, at what was found"
    for _ in range(13):
        press(place, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(place, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().casefold() == "neighbourhood"


def test_read_is_left_and_found_again_after_a_restart(stage: Stage, window: Window, folder: Home) -> None:
    document = manifesto_of(window, "Maren Oldacre")
    passage = over_two_columns(window.session.library.blocks(document.id))
    window.places.open_passage(document.id, passage.id)
    stage.settle(window)
    press(window.places.read, Qt.Key.Key_T, CONTROL)
    stage.settle(window)
    stage.close()
    again = stage.open(folder)
    stage.settle(again)
    read = again.places.read
    assert again.places.here == "read"
    assert read.manifesto is not None
    assert read.manifesto.document.id == document.id
    assert read.views.currentWidget() is read.views.pages
    assert read.views.page() == passage.page
