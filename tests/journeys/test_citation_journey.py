"""Copying with a citation in the real window: the style asked once, both forms pasted, and what is a guess checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shelf import shelve

from reader.home import Home, home
from reader.library.edits import confirm
from ui import assets
from ui.frame.window import Window
from ui.library.columns import COLUMNS
from ui.library.references import save
from ui.scenes.stage import Stage
from ui.session.settings import Settings
from ui.shared.citation_style import StyleQuestion

C = Qt.Key.Key_C


@pytest.fixture
def shelved(tmp_path: Path) -> Home:
    """A library with one manifesto, of which everything is a guess."""
    made = home(tmp_path / "home")
    shelve(made, "Forward", party="Harbour Party", year="2019")
    Settings(made.settings).change(place="read")
    return made


@pytest.fixture
def window(stage: Stage, shelved: Home) -> Window:
    window = stage.open(shelved)
    (document,) = window.session.library.documents()
    window.places.open_passage(document.id, window.session.library.blocks(document.id)[0].id)
    stage.settle(window)
    QGuiApplication.clipboard().setText("from before")
    return window


def press(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


def pasted() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def question(window: Window) -> StyleQuestion | None:
    return next((each for each in window.findChildren(StyleQuestion) if each.isVisible()), None)


def said(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_the_first_copy_asks_for_the_style_and_the_next_ones_use_it(stage: Stage, window: Window) -> None:
    press(window, C)
    asked = question(window)
    assert asked is not None
    assert asked.styles.list.model().rowCount() == 8
    assert pasted().text() == "from before"
    for _ in range(2):
        press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    stage.settle(window)
    note = "Harbour Party, Forward (2019), para. 1."
    assert pasted().text() == f"“Forward in a few words.”\n\n{note}"
    assert pasted().html() == (
        '<blockquote lang="en"><p>Forward in a few words.</p></blockquote>'
        "<p>Harbour Party, <i>Forward</i> (2019), para. 1.</p>"
    )
    assert Settings(window.session.home.settings).now.citation_style == "mhra"
    QGuiApplication.clipboard().setText("from before")
    press(window, C)
    stage.settle(window)
    assert question(window) is None
    assert pasted().text().endswith(note)


def test_whoever_leaves_the_question_copies_in_the_usual_style_and_can_choose_another_later(
    stage: Stage, window: Window
) -> None:
    press(window, C)
    press(window, Qt.Key.Key_Escape)
    stage.settle(window)
    assert (
        pasted().text().startswith("“Forward in a few words.” (Harbour Party, 2019, para. 1)\n\nHarbour Party (2019) ")
    )
    window.session.actions.action("citation-style").trigger()
    asked = question(window)
    assert asked is not None
    asked.styles.list.setCurrentIndex(asked.styles.list.model().index(5, 0))
    press(window, Qt.Key.Key_Return)
    assert window.strip.sentence == "Citations are now in this style: MLA."
    press(window, C)
    stage.settle(window)
    assert "(Harbour Party, Forward, par. 1)" in pasted().text()


def test_a_guess_that_was_copied_is_said_and_its_row_is_one_key_away(stage: Stage, window: Window) -> None:
    window.session.settings.change(citation_style="apa")
    assert not window.session.actions.action("check-cited").isEnabled()
    press(window, C)
    stage.settle(window)
    assert window.strip.sentence == "Copied. The party, the title and the year are guesses: check them."
    press(window, Qt.Key.Key_F4)
    stage.settle(window)
    table = window.places.library.table
    (document,) = window.session.library.documents()
    assert window.places.here == "library"
    assert table.selected() == [document.id]
    assert COLUMNS[table.currentIndex().column()].field == "party"
    window.session.apply(confirm(window.session.library, document.id))
    window.places.go_back()
    stage.settle(window)
    window.places.read.views.text.selectAll()
    window.session.actions.action("read.cite").trigger()
    stage.settle(window)
    assert window.strip.sentence == "Copied with its citation."


def test_a_style_file_that_cannot_be_used_is_said_and_another_can_be_taken_at_once(
    stage: Stage, window: Window, tmp_path: Path
) -> None:
    own = tmp_path / "own.csl"
    own.write_text("no style", encoding="utf-8")
    press(window, C)
    asked = question(window)
    assert asked is not None
    asked.use_file(own)
    stage.settle(window)
    assert "“own.csl” is no citation style" in said(asked)
    own.write_bytes((assets.citation_styles() / "oscola.csl").read_bytes())
    asked.use_file(own)
    stage.settle(window)
    assert pasted().text().endswith("Harbour Party, Forward (2019) para 1.")
    own.unlink()
    press(window, C)
    stage.settle(window)
    again = question(window)
    assert again is not None
    assert "There is no citation style at" in said(again)
    again.styles.list.setCurrentIndex(again.styles.list.model().index(0, 0))
    QTest.keyClick(again.styles.list, Qt.Key.Key_Return)
    stage.settle(window)
    assert "(Harbour Party, 2019, para. 1)" in pasted().text()


def test_references_are_saved_for_zotero_and_what_is_a_guess_in_them_is_said(
    stage: Stage, window: Window, tmp_path: Path
) -> None:
    window.places.go("library")
    documents = window.session.library.documents()
    save(window.session, documents, tmp_path / "manifestos.json")
    (made,) = json.loads((tmp_path / "manifestos.json").read_text("utf-8"))
    assert (made["title"], made["author"]) == ("Forward", [{"literal": "Harbour Party"}])
    assert window.strip.sentence.startswith("One reference saved as “manifestos.json”. The party, the title")
    save(window.session, documents, tmp_path / "manifestos")
    assert (tmp_path / "manifestos.bib").read_text("utf-8").startswith("@book{harbourparty2019,")
    save(window.session, documents, tmp_path / "manifestos.bib" / "no.ris")
    assert "could not be written" in window.strip.sentence
