"""The plan: added to, ordered, written where it stands, renamed, exported, and undone step by step."""

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
from reader.library.lesson_edits import add_items
from reader.library.plans import LessonItem, PartKind
from reader.model import Block, Kind, Manifesto
from ui.plans.delegate import OwnWords
from ui.plans.panel import PlanPanel
from ui.session.edited import is_apart
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.shared.collecting import collect
from ui.shared.exporting import Choices, export
from ui.shared.offer import Offer

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
TITLES = ("Lamps for all", "Mend the quay", "Nets and boats")
LAMPS, QUAY, NETS = (f"{title} in a few words." for title in TITLES)


@pytest.fixture
def documents(folder: Home) -> list[str]:
    return [shelve(folder, title, year="2024") for title in TITLES]


@pytest.fixture
def panel(session: Session, documents: list[str]) -> Iterator[PlanPanel]:
    """The plan of three passages."""
    for document in documents:
        add(session, document)
    made = PlanPanel(session)
    made.show_subject(None)
    made.resize(400, 800)
    made.show()
    shown(made)
    yield made
    made.close()


def add(session: Session, document: str) -> None:
    block = session.library.blocks(document)[0]
    collect(session, document, [(block.id, 0, len(block.text))])


def exported(panel: PlanPanel, session: Session, path: Path) -> str:
    """The file that the plan leaves as."""
    offer = panel.offer()
    assert isinstance(offer, Offer)
    export(session, offer, Choices(), path)
    wait(lambda: not session.busy)
    return path.read_text(encoding="utf-8")


def shown(panel: PlanPanel) -> list[str]:
    """The words of the parts, top to bottom, once the plan has been read."""
    wait(lambda: panel.settled)
    return [line.words for line in panel.list.parts.lines]


def choose(panel: PlanPanel, row: int) -> None:
    panel.list.use(row)


def field_of(panel: PlanPanel) -> OwnWords:
    """The field that is open; one that was closed may not be gone yet."""
    return next(field for field in panel.list.findChildren(OwnWords) if field.isVisible())


def write(panel: PlanPanel, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type into the field that is open, and end with this key."""
    field = field_of(panel)
    QTest.keyClicks(field, words)
    QTest.keyClick(field, key)


def test_an_empty_plan_tells_what_belongs_there_and_how(session: Session) -> None:
    panel = PlanPanel(session)
    panel.show_subject(None)
    assert shown(panel) == []
    assert "Press K" in panel.advice
    assert not panel.choice.box.isEnabled()


def test_a_plan_can_begin_with_a_sentence_of_ones_own(session: Session) -> None:
    panel = PlanPanel(session)
    panel.show_subject(None)
    panel.resize(400, 800)
    panel.show()
    shown(panel)
    panel.begin(PartKind.OWN)
    write(panel, "", Qt.Key.Key_Escape)
    assert panel.advice
    panel.begin(PartKind.OWN)
    write(panel, "Who pays for lamps?")
    assert shown(panel) == ["Who pays for lamps?"]
    session.undo()
    assert session.library.read(collections) == []
    panel.close()


def test_parts_are_moved_by_keys_and_by_dragging_and_back_by_undo(panel: PlanPanel, session: Session) -> None:
    choose(panel, 0)
    QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)
    assert shown(panel) == [QUAY, LAMPS, NETS]
    assert panel.list.line is not None
    assert panel.list.line.words == LAMPS
    QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)
    shown(panel)
    QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)  # there is no further down
    assert shown(panel) == [QUAY, NETS, LAMPS]
    assert panel.list.parts.moveRows(QModelIndex(), 2, 1, QModelIndex(), 0)  # what a drop does
    assert shown(panel) == [LAMPS, QUAY, NETS]
    session.undo()
    assert shown(panel) == [QUAY, NETS, LAMPS]


def test_a_part_that_is_being_written_is_not_moved_yet(panel: PlanPanel) -> None:
    choose(panel, 2)
    QTest.keyClick(panel.list, Qt.Key.Key_N)
    panel.list.parts.moveRows(QModelIndex(), 3, 1, QModelIndex(), 0)
    assert shown(panel) == [LAMPS, QUAY, NETS, ""]


def test_headings_and_sentences_are_written_before_and_after_the_part_in_use_each_one_step_of_undo(
    panel: PlanPanel, session: Session
) -> None:
    choose(panel, 0)
    QTest.keyClick(panel.list, Qt.Key.Key_H, SHIFT)
    write(panel, "Light")
    assert shown(panel) == ["Light", LAMPS, QUAY, NETS]
    choose(panel, 1)
    QTest.keyClick(panel.list, Qt.Key.Key_N)
    write(panel, "Keep C and K as letters: they are part of a sentence here.")
    sentence = "Keep C and K as letters: they are part of a sentence here."
    assert shown(panel) == ["Light", LAMPS, sentence, QUAY, NETS]
    assert panel.list.line is not None
    assert panel.list.line.words == sentence
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    write(panel, "Rather this.")
    assert shown(panel)[2] == "Rather this."
    assert panel.extent.text() == f"Words: 2 yours, {len(f'{LAMPS} {QUAY} {NETS}'.split())} quoted"
    session.undo()
    assert shown(panel)[2] == sentence
    session.undo()
    session.undo()
    assert shown(panel) == [LAMPS, QUAY, NETS]
    session.redo()
    assert shown(panel) == ["Light", LAMPS, QUAY, NETS]


def test_esc_discards_what_was_written_and_a_part_that_was_only_begun(panel: PlanPanel) -> None:
    choose(panel, 1)
    QTest.keyClick(panel.list, Qt.Key.Key_N)
    write(panel, "no", Qt.Key.Key_Escape)
    assert shown(panel) == [LAMPS, QUAY, NETS]
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    write(panel, "no", Qt.Key.Key_Escape)
    assert [line.own for line in panel.list.parts.lines] == ["", "", ""]


def test_a_sentence_whose_words_are_all_taken_away_is_taken_out(panel: PlanPanel, session: Session) -> None:
    choose(panel, 2)
    QTest.keyClick(panel.list, Qt.Key.Key_N)
    write(panel, "So.")
    assert shown(panel)[3] == "So."
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    field = field_of(panel)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown(panel) == [LAMPS, QUAY, NETS]
    session.undo()
    assert shown(panel)[3] == "So."


def test_what_is_being_written_survives_a_change_from_elsewhere(
    panel: PlanPanel, session: Session, documents: list[str]
) -> None:
    choose(panel, 0)
    QTest.keyClick(panel.list, Qt.Key.Key_N)
    session.apply(set_fields(session.library, documents[2], {"candidate": "Ada Brook"}))
    wait(lambda: panel.settled)
    write(panel, "Still here.")
    assert shown(panel) == [LAMPS, "Still here.", QUAY, NETS]
    assert panel.list.parts.lines[3].cited.startswith("Ada Brook")


def test_a_quotation_is_told_in_own_words_and_spoken_with_its_citation_and_what_is_guessed_of_it(
    panel: PlanPanel,
) -> None:
    choose(panel, 1)
    before = panel.list.visualRect(panel.list.currentIndex()).height()
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    write(panel, "They would mend it.")
    shown(panel)
    line = panel.list.parts.lines[1]
    assert line.own == "They would mend it."
    spoken = panel.list.parts.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"Quotation: {QUAY.rstrip('.')}. {line.cited}")
    assert "are guesses: check" in spoken
    assert spoken.endswith("In your own words: They would mend it.")
    wait(lambda: panel.list.visualRect(panel.list.parts.index(1)).height() > before)


def test_delete_takes_a_part_out_and_the_next_one_is_in_use(panel: PlanPanel, session: Session) -> None:
    choose(panel, 1)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert shown(panel) == [LAMPS, NETS]
    assert panel.list.line is not None
    assert panel.list.line.words == NETS
    session.undo()
    assert shown(panel) == [LAMPS, QUAY, NETS]


def test_what_is_added_stands_after_the_part_in_use_or_at_the_end_where_none_is(
    panel: PlanPanel, session: Session, documents: list[str]
) -> None:
    block = session.library.blocks(documents[0])[0].id
    collect(session, documents[0], [(block, 0, 5)])
    assert shown(panel) == [LAMPS, QUAY, NETS, "Lamps"]
    choose(panel, 0)
    collect(session, documents[0], [(block, 6, 9)])
    assert shown(panel) == [LAMPS, "for", QUAY, NETS, "Lamps"]
    collect(session, documents[0], [(block, 10, 13)])  # the one that came is in use now
    assert shown(panel) == [LAMPS, "for", "all", QUAY, NETS, "Lamps"]
    panel.hide()
    collect(session, documents[0], [(block, 0, 1)])
    panel.show()
    panel.show_subject(None)
    assert shown(panel)[-1] == "L"


def test_adding_to_a_plan_makes_no_place_look_at_the_manifestos_anew(
    session: Session, documents: list[str], panel: PlanPanel
) -> None:
    changes: list[LibraryChange] = []
    session.library_changed.connect(changes.append)
    block = session.library.blocks(documents[0])[0].id
    collect(session, documents[0], [(block, 0, 5)])
    choose(panel, 0)
    QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)
    shown(panel)
    assert changes == []


def test_a_new_plan_is_named_where_it_stands_and_is_then_added_to(
    panel: PlanPanel, session: Session, documents: list[str]
) -> None:
    panel.choice.make_wished.emit()
    panel.choice.field.setText("Essay plan")
    QTest.keyClick(panel.choice.field, Qt.Key.Key_Return)
    assert shown(panel) == []
    assert [one.name for one in session.library.read(collections)] == ["My plan", "Essay plan"]
    assert panel.choice.box.currentText() == "Essay plan"
    add(session, documents[2])
    assert shown(panel) == [NETS]
    panel.choice.chosen.emit(session.library.read(collections)[0].id)
    assert shown(panel) == [LAMPS, QUAY, NETS]
    panel.choice.delete_wished.emit()
    assert shown(panel) == [NETS]


def test_a_corrected_manifesto_is_cited_as_corrected(panel: PlanPanel, session: Session, documents: list[str]) -> None:
    session.apply(set_fields(session.library, documents[0], {"candidate": "Ada Brook"}))
    shown(panel)
    assert panel.list.parts.lines[0].cited.startswith("Ada Brook, ")


def test_the_plan_leaves_in_the_format_of_its_name_and_is_copied_as_markdown(
    panel: PlanPanel, session: Session, tmp_path: Path
) -> None:
    written = exported(panel, session, tmp_path / "plan.md")
    assert written.startswith("# My plan\n")
    assert f"> {LAMPS}" in written
    panel.choice.copy_wished.emit()
    wait(lambda: not session.busy)
    assert QGuiApplication.clipboard().text() == written


def test_return_opens_a_quotation_and_c_copies_it(panel: PlanPanel, session: Session, documents: list[str]) -> None:
    opened: list[tuple[str, str]] = []
    panel.passage_activated.connect(lambda document, block: opened.append((document, block)))
    choose(panel, 2)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert opened == [(documents[2], session.library.blocks(documents[2])[0].id)]
    session.settings.change(citation_style="harvard")
    QTest.keyClick(panel.list, Qt.Key.Key_C)
    wait(lambda: not session.busy)
    assert QGuiApplication.clipboard().text().startswith(f"“{NETS}” (")


def test_an_item_of_a_list_is_shown_copied_and_saved_with_a_lead_in_that_negates_it(
    session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text("ferry", encoding="utf-8")
    blocks = (Block(Kind.PARAGRAPH, "We will not:"), Block(Kind.LIST_ITEM, "sell the ferry"))
    document = session.library.store(file, Manifesto("Ferry", "en", blocks), {"title": "Ferry"}).id
    collect(session, document, [(session.library.blocks(document)[1].id, 0, len("sell the ferry"))])
    panel = PlanPanel(session)
    panel.show_subject(None)
    assert shown(panel) == ["We will not: […] sell the ferry"]
    choose(panel, 0)
    session.settings.change(citation_style="harvard")
    panel.list.copy()
    wait(lambda: not session.busy)
    assert QGuiApplication.clipboard().text().startswith("“We will not: […] sell the ferry” (")
    written = exported(panel, session, tmp_path / "plan.md").replace("\\", "")
    assert "> We will not: […] sell the ferry" in written


def test_what_a_lesson_shows_stands_among_the_parts_and_slides_are_written_there(
    panel: PlanPanel, session: Session, documents: list[str]
) -> None:
    plan = session.library.read(collections)[0].id
    topic = session.topics[0]
    row = LessonItem(f"{topic.id}/{topic.subtopics[0].id}", tuple(documents), skipped=True)
    shown_too = [(PartKind.ROW, row), (PartKind.SLIDE, LessonItem(title="Who pays?"))]
    edit, _ = add_items(session.library, plan, shown_too)
    assert is_apart(edit)  # it touches no manifesto: no place reads anything again
    session.apply(edit)
    assert shown(panel) == [LAMPS, QUAY, NETS, f"{topic.name}: {topic.subtopics[0].name}", "Who pays?"]
    line = panel.list.parts.lines[3]
    assert line.spoken.endswith("Row of the comparison, 3 manifestos, skipped.")
    choose(panel, 3)
    panel.list.write()
    assert not panel.list.writing
    assert "Write" not in [text for text, _ in panel.list.offered()]
    QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)
    assert shown(panel)[3] == "Who pays?"
    choose(panel, 3)
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    field_of(panel).setPlainText("Who pays?\nAsk everybody.")
    QTest.keyClick(field_of(panel), Qt.Key.Key_Return)
    assert shown(panel)[3] == "Who pays?\nAsk everybody."
    choose(panel, 4)
    panel.take_out()
    assert shown(panel) == [LAMPS, QUAY, NETS, "Who pays?\nAsk everybody."]
    session.undo()
    assert len(shown(panel)) == 5
