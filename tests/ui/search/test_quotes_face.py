"""Quotes: what is pasted or dropped is checked; verdicts are words, keys go through them, and nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from in_search import shown
from indexed import Indexed, Written
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from waiting import wait

from reader.home import Home
from reader.library.edits import make_set
from reader.wording import tr
from ui.search.place import SearchPlace
from ui.search.quotes.face import QuotesFace
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.shared.offer import Offer

NETS = """# Nets for all
We will mend every net in the harbour by spring.
Nets belong to those who mend them.
"""
BOATS = """# Boats first
Nets belong to those who mend them.
We will give every boat a lamp and a bell.
"""
ESSAY = """They say “We will mend every net in the harbour”, and “we may mend every net in the harbour by spring”.

“Nets belong to those who mend them”, but “the gulls shall sit in council on Tuesdays”, so-called ‘reform’."""


@pytest.fixture
def shelf(folder: Home) -> Indexed:
    folder.library.mkdir(parents=True)
    fields = {"title": "Nets for all", "year": "2019"}
    return Indexed(folder.library, Written(NETS, "Net Party", fields=fields), Written(BOATS, "Boat Party"))


@pytest.fixture
def place(shelf: Indexed, session: Session, qtbot: QtBot) -> Iterator[SearchPlace]:
    yield from shown(session, qtbot, "quotes")
    QGuiApplication.clipboard().clear()


def face_of(place: SearchPlace) -> QuotesFace:
    return cast(QuotesFace, place.face_called("quotes"))


def check(place: SearchPlace, text: str = ESSAY) -> QuotesFace:
    face = face_of(place)
    face.check_text(text)
    wait(lambda: face.settled)
    return face


def heads(face: QuotesFace) -> list[str]:
    return [line.head for line in face.list.lines.lines]


def test_before_anything_is_pasted_it_says_what_to_do_and_that_nothing_is_kept(place: SearchPlace) -> None:
    face = face_of(place)
    assert face.guidance.isVisible()
    assert "looked for in all 2 manifestos here" in face.said
    assert "Your text is not kept." in face.said
    assert [button.text() for button in face.guidance.buttons] == ["Choose an essay…", "Paste an essay"]
    assert isinstance(face.offer(), str)


def test_without_manifestos_it_leads_to_adding_some(session: Session, qtbot: QtBot) -> None:
    for place in shown(session, qtbot, "quotes"):
        assert face_of(place).said.startswith("Nothing to check against yet")


def test_what_is_on_the_clipboard_is_checked_by_the_usual_key(place: SearchPlace, session: Session) -> None:
    QGuiApplication.clipboard().setText(ESSAY)
    session.actions.action("search.paste-essay").trigger()
    face = face_of(place)
    wait(lambda: face.settled)
    assert face.said == ("5 quotations: 2 exact, 1 altered, 1 in none of these manifestos, 1 too short to be checked.")
    assert heads(face) == [
        "1 · Exact",
        "2 · Altered",
        "3 · Exact",
        "3 · Also in Boat Party",
        "4 · In none of these manifestos",
        "5 · Too short to be checked",
    ]


def test_every_verdict_stands_behind_its_quotation_in_words(place: SearchPlace) -> None:
    face = check(place)
    said = [face.essay.shown_of(number).replace("\u00a0", " ") for number in range(5)]
    assert [one[1 + max(one.rfind("”"), one.rfind("’")) :] for one in said] == [
        " 1 exact",
        " 2 altered",
        " 3 exact",
        " 4 in none",
        " 5 too short",
    ]


def test_the_difference_is_struck_through_underlined_and_spoken(place: SearchPlace) -> None:
    line = check(place).list.lines.lines[1]
    assert [line.words[slice(*span)] for span in line.struck] == ["may"]
    assert [line.words[slice(*span)] for span in line.underlined] == ["will"]
    assert "[your text: may] [the manifesto: will]" in line.spoken
    assert "2 · Altered. Net Party · p. i" in line.spoken


def test_keys_go_from_quotation_to_quotation_in_list_and_text_alike(place: SearchPlace, session: Session) -> None:
    face = check(place)
    assert (face.list.number, face.essay.chosen) == (0, 0)
    for expected in (1, 2, 3, 4, 4):
        session.actions.action("search.next").trigger()
        assert (face.list.number, face.essay.chosen) == (expected, expected)
    session.actions.action("search.previous").trigger()
    assert face.essay.chosen == 3


def test_return_opens_the_page_and_a_quotation_from_elsewhere_opens_nothing(place: SearchPlace, shelf: Indexed) -> None:
    opened: list[tuple[str, str]] = []
    place.passage_activated.connect(lambda document, block: opened.append((document, block)))
    face = check(place)
    face.take_focus()
    QTest.keyClick(face.list, Qt.Key.Key_Return)
    assert [document for document, _ in opened] == [shelf.documents[0].id]
    assert face.passage == opened[0]
    face.list.choose(3)
    QTest.keyClick(face.list, Qt.Key.Key_Return)
    assert len(opened) == 1
    assert face.passage is None


def test_a_click_into_a_quotation_of_the_text_has_it_in_use(place: SearchPlace) -> None:
    face = check(place)
    cursor = face.essay.textCursor()
    cursor.setPosition(face.essay.toPlainText().index("may mend"))
    at = face.essay.cursorRect(cursor).center()
    QTest.mouseClick(face.essay.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert face.list.number == 1


def test_the_words_are_copied_with_their_citation(place: SearchPlace, session: Session) -> None:
    session.settings.change(citation_style="apa")
    face = check(place)
    face.take_focus()
    QTest.keyClick(face.list, Qt.Key.Key_C)
    wait(lambda: "Net Party" in QGuiApplication.clipboard().text())
    assert "“We will mend every net in the harbour”" in QGuiApplication.clipboard().text()


def test_a_file_that_is_dropped_is_checked(place: SearchPlace, tmp_path: Path) -> None:
    face = face_of(place)
    (tmp_path / "essay.md").write_text("They say:\n\n> Nets belong to those who mend them.\n", encoding="utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "essay.md"))])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    face.dropEvent(event)
    wait(lambda: face.settled)
    assert heads(face)[0] == "1 · Exact"


def test_block_quotations_of_a_web_page_on_the_clipboard_are_checked(place: SearchPlace) -> None:
    face = face_of(place)
    markup = "<p>They say:</p><p class=MsoQuote>Nets belong to those who mend them.</p><p>So it goes.</p>"
    face.check_text("They say: Nets belong to those who mend them. So it goes.", markup)
    wait(lambda: face.settled)
    assert heads(face)[0] == "1 · Exact"


def test_other_manifestos_are_asked_at_once(place: SearchPlace, session: Session, shelf: Indexed) -> None:
    face = check(place)
    session.apply(make_set(session.library, "Boats", [shelf.documents[1].id]))
    wait(lambda: face.settled)
    face.scope.setCurrentIndex(face.scope.findText("Boats"))
    face.scope.activated.emit(face.scope.currentIndex())
    wait(lambda: face.settled)
    assert heads(face)[2] == "3 · Exact"
    assert "Also in" not in " ".join(heads(face))


def test_a_check_goes_on_out_of_sight_only_once_it_is_looked_at_again(place: SearchPlace, session: Session) -> None:
    face = check(place)
    place.hide()
    session.library_changed.emit(LibraryChange())
    assert face.settled
    place.show()
    place.arrived()
    assert not face.settled
    wait(lambda: face.settled)


def test_manifestos_that_come_leave_the_keys_and_the_quotation_in_use_where_they_are(
    place: SearchPlace, session: Session
) -> None:
    face = check(place)
    face.list.choose(2)
    place.tabs.setFocus()
    session.library_changed.emit(LibraryChange())
    wait(lambda: face.settled)
    assert place.tabs.hasFocus()
    assert face.essay.chosen == 2


def test_where_it_is_narrow_what_was_found_is_told_on_the_whole_width(place: SearchPlace) -> None:
    face = check(place)
    assert face._paste.isVisible()
    place.resize(600, 600)
    assert not face._paste.isVisible()
    assert not face._file.isVisible()
    wait(lambda: face._summary.width() > 300)


def test_no_words_and_no_quotations_are_told(place: SearchPlace, session: Session) -> None:
    told: list[str] = []
    session.noticed.connect(lambda sentence, _: told.append(sentence))
    QGuiApplication.clipboard().clear()
    face = face_of(place)
    face.paste()
    check(place, " \n ")
    assert told[0].startswith("There is no text on the clipboard")
    assert told[1].startswith("There are no words in what was pasted.")
    assert face.guidance.isVisible()
    assert check(place, "Nothing is quoted here.").said == "No quotations found."


def test_what_was_found_can_be_exported_and_what_was_pasted_is_in_no_state(place: SearchPlace) -> None:
    face = check(place)
    offer = face.offer()
    assert isinstance(offer, Offer)
    assert offer.thing.sheets is not None
    assert len(offer.thing.sheets()[0].rows) == 6
    assert "gulls" not in str(place.state())
    assert tr("The checked quotations") == offer.what
