"""The Read place: opening, turning between text and page, finding, going to pages, being left and found again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pixels import box, picture
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot
from waiting import wait

from reader.home import Home
from reader.library.edits import remove
from reader.library.library import Library
from reader.library.memo_edits import write_memo
from reader.library.memos import MemoOf
from reader.model import Kind
from ui.actions.offered import READ
from ui.read.place import ReadPlace
from ui.session.session import Session
from ui.shared.choosing import ChoiceList
from ui.theme import paper


@pytest.fixture
def place(boats: str, notes: str, session: Session, qtbot: QtBot) -> Iterator[ReadPlace]:
    yield from shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> Iterator[ReadPlace]:
    made = ReadPlace(session)
    session.actions.attach(READ, made)
    session.actions.show_place(READ)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.arrived()
    yield made
    wait(lambda: made.settled)
    made.views.pages.pictures.close()
    made.close()
    made.deleteLater()


def passage(session: Session, document: str, words: str) -> str:
    return next(block.id for block in session.library.blocks(document) if words in block.text)


def open_at(place: ReadPlace, document: str, block: str | None, view: str | None = None) -> None:
    place.open_passage(document, block, view)
    wait(lambda: place.settled)


def test_a_passage_opens_marked_with_its_page_and_heading(place: ReadPlace, session: Session, boats: str) -> None:
    said: list[str] = []
    place.status.connect(said.append)
    open_at(place, boats, passage(session, boats, "page 5 paragraph 2"), "text")
    assert place.manifesto is not None
    assert place.views.marked is not None
    assert "page 5 paragraph 2" in place.manifesto.shown[place.views.marked].text
    assert place.views.text.shows(place.views.marked)
    assert place.header.page_field.text() == "5"
    assert place.outline.currentIndex().data() == "Lamps at night"
    assert said == ["Boats, p. 5 (5 of 8)"]
    assert place.header.picker.currentText() == "Boats"


def test_typing_in_the_list_of_manifestos_finds_and_return_chooses(
    place: ReadPlace, session: Session, boats: str, notes: str
) -> None:
    open_at(place, boats, None, "text")
    pressed = QSignalSpy(session.actions.action("read.add-to-topic").triggered)
    session.actions.action("read.choose").trigger()
    found = place.window().findChild(ChoiceList)
    assert isinstance(found, ChoiceList)
    model = found.list.model()
    QTest.keyClicks(found.field, "nets tz")
    assert model.rowCount() == 0
    QTest.keyClick(found.field, Qt.Key.Key_Backspace)
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Notes on nets"]
    assert place.manifesto is not None
    assert place.manifesto.document.id == boats, "nothing is chosen by typing"
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    wait(lambda: place.settled)
    assert place.manifesto.document.id == notes
    assert pressed.count() == 0, "T is a letter there"
    place.header.picker.setFocus()
    QTest.keyClicks(place.header.picker, "b")
    assert place.manifesto.document.id == notes, "a letter on the title opens the list"


def test_a_memo_that_another_process_writes_on_the_manifesto_appears(
    place: ReadPlace, session: Session, folder: Home, boats: str
) -> None:
    open_at(place, boats, None, "text")
    session.watch()
    with Library.open(folder, session="another process") as library:
        library.apply(write_memo(library, MemoOf.DOCUMENT, boats, "Only the summary was printed."))
    session.watcher.look()
    assert [memo.text for memo in place.whole.memos] == ["Only the summary was printed."]
    assert place.whole.isVisible()
    assert [chip.isVisible() for chip in place.whole.chips] == [True]


def test_text_and_page_keep_the_place(place: ReadPlace, session: Session, boats: str) -> None:
    open_at(place, boats, passage(session, boats, "page 5 paragraph 2"), "text")
    session.actions.action("read.switch").trigger()
    wait(lambda: place.settled)
    assert place.views.currentWidget() is place.views.pages
    assert place.views.pages.page() == 5
    printed = place.manifesto.rects(place.views.marked)[0] if place.manifesto and place.views.marked else None
    assert printed is not None
    assert place.views.pages.shows(printed)
    session.actions.action("read.switch").trigger()
    wait(lambda: place.settled)
    assert place.views.here().block == place.views.marked


def test_the_place_is_kept_too_when_one_has_read_on(place: ReadPlace, session: Session, boats: str) -> None:
    open_at(place, boats, passage(session, boats, "page 1 paragraph 0"), "page")
    place.views.pages.go_to_page(7)
    before = place.views.here()
    session.actions.action("read.switch").trigger()
    wait(lambda: place.settled)
    assert place.manifesto is not None
    assert place.manifesto.page_at(place.views.here()) == 7
    assert abs(place.views.here().block - before.block) <= 1


def test_a_manifesto_without_pages_says_so_and_offers_its_text(place: ReadPlace, session: Session, notes: str) -> None:
    quiet: list[str] = []
    session.noticed.connect(lambda sentence, _: quiet.append(sentence))
    open_at(place, notes, None, "page")
    assert place.views.currentWidget() is place.views.text
    assert "no pages" in quiet[0]
    session.actions.action("read.switch").trigger()
    assert place.views.currentWidget() is place.views.placeholder
    assert "“notes.txt” is a kind of file without pages" in place.views.placeholder.sentences
    place.views.placeholder.buttons[-1].click()
    assert place.views.currentWidget() is place.views.text


def test_a_missing_original_is_told_and_the_text_still_read(
    place: ReadPlace, session: Session, folder: Home, boats: str
) -> None:
    session.library.original(boats).unlink()
    open_at(place, boats, None, "text")
    assert "page 8 paragraph 3" in place.views.text.document().toPlainText()
    session.actions.action("read.switch").trigger()
    assert "not in the library’s folder" in place.views.placeholder.sentences.replace("'", "’")


def test_words_are_found_one_after_the_other(place: ReadPlace, session: Session, boats: str) -> None:
    open_at(place, boats, passage(session, boats, "page 3 paragraph 0"), "text")
    session.actions.action("read.find").trigger()
    QTest.keyClicks(place.find_bar.field, "paragraph 1")
    assert place.find_bar.count == "3 of 8", "the first after what is being read"
    QTest.keyClick(place.find_bar.field, Qt.Key.Key_Return)
    assert place.find_bar.count == "4 of 8"
    QTest.keyClick(place.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    session.actions.action("read.find-previous").trigger()
    assert place.find_bar.count == "2 of 8"
    assert place.header.page_field.text() == "2"
    QTest.keyClick(place.find_bar.field, Qt.Key.Key_Escape)
    assert place.find_bar.isHidden()
    assert place.views.text.extraSelections() == []


def test_what_was_found_is_marked_in_the_other_view_too(place: ReadPlace, session: Session, boats: str) -> None:
    open_at(place, boats, None, "text")
    session.actions.action("read.find").trigger()
    QTest.keyClicks(place.find_bar.field, "page 6 paragraph 1")
    session.actions.action("read.switch").trigger()
    wait(lambda: place.settled)
    assert place.views.page() == 6
    assert not box(picture(place.views.pages.viewport()), paper.CURRENT_ON_PAPER).isEmpty()


def test_esc_in_the_text_closes_the_find_row_too(place: ReadPlace, session: Session, boats: str) -> None:
    open_at(place, boats, None, "text")
    session.actions.action("read.find").trigger()
    place.views.text.setFocus()
    QTest.keyClick(place.views.text, Qt.Key.Key_Escape)
    assert place.find_bar.isHidden()


def test_nothing_found_is_said(place: ReadPlace, session: Session, boats: str) -> None:
    open_at(place, boats, None, "text")
    session.actions.action("read.find").trigger()
    QTest.keyClicks(place.find_bar.field, "submarine")
    assert place.find_bar.count == "Nothing found"


@pytest.mark.parametrize("view", ["text", "page"])
def test_a_page_is_gone_to_by_its_printed_number(place: ReadPlace, session: Session, boats: str, view: str) -> None:
    open_at(place, boats, None, view)
    session.actions.action("read.go-to-page").trigger()
    field = place.header.page_field
    field.setText("6")
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait(lambda: place.settled)
    assert place.views.page() == 6
    quiet: list[str] = []
    session.noticed.connect(lambda sentence, _: quiet.append(sentence))
    field.setText("99")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert quiet == ["There is no page 99 in this manifesto."]


def test_a_heading_of_the_outline_leads_to_its_chapter(place: ReadPlace, session: Session, boats: str) -> None:
    open_at(place, boats, None, "text")
    heading = next(each for each in place.outline.headings if each.title == "Ropes")
    place.outline.heading_chosen.emit(heading.place)
    assert place.manifesto is not None
    assert place.manifesto.shown[place.views.here().block].kind is Kind.HEADING
    assert place.header.page_field.text() == "6"
    session.actions.action("read.outline").trigger()
    assert place.outline.isHidden()


def test_back_to_the_passage(place: ReadPlace, session: Session, boats: str) -> None:
    open_at(place, boats, passage(session, boats, "page 4 paragraph 1"), "text")
    place.views.text.verticalScrollBar().setValue(0)
    assert place.views.here().block != place.views.marked
    session.actions.action("read.passage").trigger()
    assert place.views.here().block == place.views.marked


def test_each_manifesto_is_found_again_where_it_was_left(
    place: ReadPlace, session: Session, boats: str, notes: str
) -> None:
    open_at(place, boats, passage(session, boats, "page 6 paragraph 0"), "text")
    open_at(place, notes, None)
    assert place.header.picker.currentText() == "Notes on nets"
    open_at(place, boats, None)
    assert place.views.page() == 6
    assert place.views.marked is None, "nothing was opened this time"


def test_the_place_is_as_it_was_after_a_restart(place: ReadPlace, session: Session, qtbot: QtBot, boats: str) -> None:
    open_at(place, boats, passage(session, boats, "page 6 paragraph 0"), "page")
    session.actions.action("read.outline").trigger()
    state = place.state()
    again = ReadPlace(session)
    again.resize(1000, 700)
    again.restore(state)
    again.show()
    wait(lambda: again.settled)
    assert again.manifesto is not None
    assert again.manifesto.document.id == boats
    assert again.views.currentWidget() is again.views.pages
    assert again.views.page() == 6
    assert again.outline.isHidden()
    again.views.pages.pictures.close()
    again.close()
    again.deleteLater()


def test_a_state_that_makes_no_sense_opens_nothing(place: ReadPlace) -> None:
    place.restore({"document": "gone", "left": 3, "view": 7, "outline": "yes"})
    assert place.manifesto is None
    assert "Nothing is open" in place.views.placeholder.sentences


def test_an_empty_library_offers_to_add_files(session: Session, qtbot: QtBot) -> None:
    steps = shown(session, qtbot)
    place = next(steps)
    assert "Nothing to read yet" in place.views.placeholder.sentences
    asked: list[bool] = []
    session.actions.connect("add-files", lambda: asked.append(True))
    place.views.placeholder.buttons[-1].click()
    assert asked == [True]
    next(steps, None)


def test_a_manifesto_that_is_removed_is_closed_and_comes_back_with_undo(
    place: ReadPlace, session: Session, boats: str
) -> None:
    open_at(place, boats, None, "text")
    session.apply(remove(session.library, boats))
    assert place.manifesto is None
    assert place.header.picker.findData(boats) == -1
    session.undo()
    assert place.header.picker.findData(boats) >= 0


def test_a_corrected_title_is_shown_without_losing_the_place(place: ReadPlace, session: Session, boats: str) -> None:
    from reader.library.edits import set_fields

    open_at(place, boats, passage(session, boats, "page 6 paragraph 0"), "text")
    session.apply(set_fields(session.library, boats, {"title": "Boats and piers"}))
    wait(lambda: place.settled)
    assert place.header.picker.currentText() == "Boats and piers"
    assert place.views.page() == 6


def test_what_is_asked_for_last_is_opened(place: ReadPlace, session: Session, boats: str, notes: str) -> None:
    place.open_passage(boats)
    place.open_passage(notes)
    wait(lambda: place.settled)
    assert place.manifesto is not None
    assert place.manifesto.document.id == notes
