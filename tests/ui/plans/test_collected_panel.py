"""The panel of what is collected: ordered, written to, renamed, saved, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from shelf import shelve
from waiting import wait

from reader.home import Home
from reader.library.collected import collections
from reader.library.edits import set_fields
from reader.model import Block, Kind, Manifesto
from ui.compare.table.subject import Subject
from ui.passages.delegate import OwnWords
from ui.plans.panel import CollectedPanel
from ui.session.session import Session
from ui.shared.collecting import collect

ALT = Qt.KeyboardModifier.AltModifier
TITLES = ("Lamps for all", "Mend the quay", "Nets and boats")

ANY = Subject(None, ())  # the list is the same whatever is compared


@pytest.fixture
def documents(folder: Home) -> list[str]:
    return [shelve(folder, title, year="2024") for title in TITLES]


@pytest.fixture
def panel(session: Session, documents: list[str]) -> Iterator[CollectedPanel]:
    """The panel on three collected passages."""
    for document in documents:
        block = session.library.blocks(document)[0]
        collect(session, document, [(block.id, 0, len(block.text))])
    made = CollectedPanel(session)
    made.show_subject(ANY)
    made.resize(400, 800)
    made.show()
    shown(made)
    yield made
    made.close()


def shown(panel: CollectedPanel) -> list[str]:
    """The titles of the passages, top to bottom, once the list has been read."""
    wait(lambda: panel.settled)
    return [line.head for line in panel.list.lines.lines]


def choose(panel: CollectedPanel, row: int) -> None:
    panel.list.setCurrentIndex(panel.list.lines.index(row))


def test_an_empty_list_says_what_belongs_there_and_how(session: Session) -> None:
    panel = CollectedPanel(session)
    panel.show_subject(ANY)
    assert shown(panel) == []
    assert "Press K" in panel.said
    assert not panel.choice.box.isEnabled()


def test_passages_are_moved_by_keys_and_by_dragging_and_back_by_undo(panel: CollectedPanel, session: Session) -> None:
    lamps, quay, nets = TITLES
    choose(panel, 0)
    QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)
    assert shown(panel) == [quay, lamps, nets]
    assert panel.list.line is not None
    assert panel.list.line.head == lamps
    QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)
    QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)  # there is no further down
    assert shown(panel) == [quay, nets, lamps]
    assert panel.list.lines.moveRows(QModelIndex(), 2, 1, QModelIndex(), 0)  # what a drop does
    assert shown(panel) == [lamps, quay, nets]
    session.undo()
    assert shown(panel) == [quay, nets, lamps]


def test_a_sentence_is_written_where_it_stands_and_return_keeps_it(panel: CollectedPanel) -> None:
    choose(panel, 1)
    before = panel.list.visualRect(panel.list.currentIndex()).height()
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    field = panel.list.findChild(OwnWords)
    assert field is not None
    QTest.keyClicks(field, "Keep C and K as letters: they are part of a sentence here, and a long one at that.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown(panel) == list(TITLES)
    line = panel.list.lines.lines[1]
    assert line.own == "Keep C and K as letters: they are part of a sentence here, and a long one at that."
    assert line.own.rstrip(".") in line.spoken
    wait(lambda: panel.list.visualRect(panel.list.lines.index(1)).height() > before)


def test_esc_leaves_the_sentence_as_it_was(panel: CollectedPanel) -> None:
    choose(panel, 0)
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    field = panel.list.findChild(OwnWords)
    assert field is not None
    QTest.keyClicks(field, "no")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    shown(panel)
    assert panel.list.lines.lines[0].own == ""


def test_delete_takes_a_passage_out_and_the_next_one_is_in_use(panel: CollectedPanel, session: Session) -> None:
    choose(panel, 1)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert shown(panel) == [TITLES[0], TITLES[2]]
    assert panel.list.line is not None
    assert panel.list.line.head == TITLES[2]
    session.undo()
    assert shown(panel) == list(TITLES)


def test_a_new_list_is_named_where_it_stands_and_is_then_collected_in(
    panel: CollectedPanel, session: Session, documents: list[str]
) -> None:
    panel.choice.make_wished.emit()
    panel.choice.field.setText("Essay plan")
    QTest.keyClick(panel.choice.field, Qt.Key.Key_Return)
    assert shown(panel) == []
    assert [one.name for one in session.library.read(collections)] == ["Collected", "Essay plan"]
    assert panel.choice.box.currentText() == "Essay plan"
    block = session.library.blocks(documents[2])[0]
    collect(session, documents[2], [(block.id, 0, 4)])
    assert shown(panel) == [TITLES[2]]
    panel.choice.chosen.emit(session.library.read(collections)[0].id)
    assert shown(panel) == list(TITLES)
    panel.choice.delete_wished.emit()
    assert shown(panel) == [TITLES[2]]


def test_a_corrected_manifesto_is_cited_as_corrected(
    panel: CollectedPanel, session: Session, documents: list[str]
) -> None:
    session.apply(set_fields(session.library, documents[0], {"candidate": "Ada Brook"}))
    assert shown(panel)[0] == "Ada Brook"


def test_the_list_is_saved_and_copied_as_markdown(panel: CollectedPanel, tmp_path: Path) -> None:
    panel.save(tmp_path / "plan.md")
    written = (tmp_path / "plan.md").read_text(encoding="utf-8")
    assert written.startswith("# Collected\n\n## 1. Lamps for all\n\n> Lamps for all in a few words.\n>\n> — ")
    panel.choice.copy_wished.emit()
    assert QGuiApplication.clipboard().text() == written


def test_return_opens_the_passage(panel: CollectedPanel, session: Session, documents: list[str]) -> None:
    opened: list[tuple[str, str]] = []
    panel.passage_activated.connect(lambda document, block: opened.append((document, block)))
    choose(panel, 2)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert opened == [(documents[2], session.library.blocks(documents[2])[0].id)]


def test_an_item_of_a_list_is_shown_copied_and_saved_with_a_lead_in_that_negates_it(
    session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text("ferry", encoding="utf-8")
    blocks = (Block(Kind.PARAGRAPH, "We will not:"), Block(Kind.LIST_ITEM, "sell the ferry"))
    document = session.library.store(file, Manifesto("Ferry", "en", blocks), {"title": "Ferry"}).id
    collect(session, document, [(session.library.blocks(document)[1].id, 0, len("sell the ferry"))])
    panel = CollectedPanel(session)
    panel.show_subject(ANY)
    shown(panel)
    assert [line.words for line in panel.list.lines.lines] == ["We will not: […] sell the ferry"]
    choose(panel, 0)
    session.settings.change(citation_style="apa")
    panel.list.copy()
    wait(lambda: not session.busy)
    assert QGuiApplication.clipboard().text().startswith("“We will not: […] sell the ferry” (")
    panel.save(tmp_path / "plan.md")
    saved = (tmp_path / "plan.md").read_text(encoding="utf-8").replace("\\", "")
    assert "> We will not: […] sell the ferry" in saved.splitlines()
