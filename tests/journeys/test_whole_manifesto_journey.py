"""Codes of a whole manifesto and the note on it stand under its title in Read, are made there, and undone."""

from __future__ import annotations

import pytest
from annotating import do
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reader.home import Home
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import add_coder
from reader.library.coding import New, add_annotations
from reader.library.library import Library
from reader.library.memos import MemoOf
from ui.frame.window import Window
from ui.read.document_line import DocumentLine
from ui.scenes.stage import Stage, wait


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    """Read, with a code on the first manifesto by a colleague, and none on the second, which is open."""
    with Library.open(folder) as library:
        first, second, *_ = library.documents()
        do(library, add_coder(library, "Rao Sample"))
        regional = do(library, create_code(library, "Regional edition", colour="#2f6fab"))
        rao = next(one.id for one in library.coders() if one.name == "Rao Sample")
        do(library, add_annotations(library, "", [New(first.id, None, regional, coder=rao)]))
    opened = stage.open(folder)
    opened.places.open_passage(second.id)
    stage.settle(opened)
    return opened


def line(window: Window) -> DocumentLine:
    return window.places.read.whole


def said(window: Window) -> list[str]:
    return [chip.accessibleName() for chip in line(window).chips if chip.isVisible()]


def keys(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def test_a_manifesto_is_coded_and_noted_by_keyboard_under_its_title_and_all_is_undone(
    stage: Stage, window: Window
) -> None:
    view = window.places.read.views.currentWidget()
    assert line(window).isHidden()  # nothing is said of it, and it takes no room
    high = view.height()
    window.session.actions.action("read.code-manifesto").trigger()
    keys("Ines Example")  # who is at work is asked once
    keys("Incumbent")
    stage.settle(window)
    assert said(window) == ["Incumbent, code of the whole manifesto"]
    window.session.actions.action("read.memo-manifesto").trigger()
    keys("Shorter than the printed one")
    stage.settle(window)
    assert said(window)[1:] == ["Memo: Shorter than the printed one, on the whole manifesto"]
    chip = line(window).chips[0]
    told = QAccessible.queryAccessibleInterface(chip)
    assert (told.role(), told.text(QAccessible.Text.Name)) == (QAccessible.Role.Button, chip.accessibleName())
    assert line(window).height() < 2 * chip.height()  # one line of it
    library, document = window.session.library, window.places.read.manifesto.document.id  # type: ignore[union-attr]
    assert [one.has_words for one in library.noted() if one.document == document] == [False]
    window.session.undo()
    stage.settle(window)
    assert len(said(window)) == 1
    assert library.memos(MemoOf.DOCUMENT, document) == []
    window.session.undo()
    stage.settle(window)
    assert said(window) == []
    assert library.codebook().find("Incumbent") is None  # made and put on it in one step
    assert line(window).isHidden()
    wait(lambda: view.height() == high)
    window.session.redo()
    window.session.redo()
    stage.settle(window)
    assert len(said(window)) == 2


def test_a_code_there_is_changed_or_taken_off_and_a_colleagues_is_only_read(stage: Stage, window: Window) -> None:
    library = window.session.library
    first = library.documents()[0]
    window.session.actions.action("read.code-manifesto").trigger()
    keys("Ines Example")
    keys("Incumbent")
    stage.settle(window)
    (chip,) = line(window).chips
    chip.setFocus()
    regional = ["Regional edition, code of the whole manifesto"]
    for step, names in (("Another code…", regional), ("Take the code off", [])):
        (chip,) = line(window).chips
        chip.click()
        (menu,) = (one for one in line(window).findChildren(QMenu) if one.isVisible())
        next(one for one in menu.actions() if one.text() == step).trigger()
        menu.close()
        if names:
            keys("Regional")
        stage.settle(window)
        assert said(window) == names
    assert window.places.read.views.currentWidget().hasFocus()
    window.places.open_passage(first.id)
    stage.settle(window)
    assert said(window) == ["Regional edition (Rao Sample), code of the whole manifesto"]
    line(window).chips[0].click()
    assert not [one for one in line(window).findChildren(QMenu) if one.isVisible()]
