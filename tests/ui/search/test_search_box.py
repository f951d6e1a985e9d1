"""The box of Search: mistakes that are explained, searches that are found again, examples."""

from __future__ import annotations

from dataclasses import replace

import pytest
from in_search import found, look_for, shown
from indexed import Indexed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from waiting import wait

from ui.search.faces import FACES
from ui.search.place import SearchPlace
from ui.session.session import Session
from ui.shared.choosing import ChoiceList


def test_how_other_programs_ask_is_answered_with_how_to_ask_here_and_that_is_searched(place: SearchPlace) -> None:
    look_for(place, "dried NEAR/5 quay")
    assert '"dried quay"~5' in place.said
    assert found(place) == [("Nets for all", ["Every net is dried on the quay."])]
    look_for(place, "/net(s)? (is|are) d/")
    assert place.said == "One passage in one manifesto"


def test_a_mistake_is_explained_and_what_was_meant_is_searched(place: SearchPlace) -> None:
    look_for(place, "/harbour(/")
    assert "A bracket opens that does not close." in place.said
    assert place.said.endswith("Meanwhile this is searched: harbour")
    assert len(found(place)) == 2
    assert place.field.text() == "/harbour(/"
    look_for(place, "kind:nonsense ferries")
    assert "There is no kind “nonsense”." in place.said
    assert len(found(place)) == 2


def test_what_is_forgiven_is_said_under_the_box(place: SearchPlace) -> None:
    look_for(place, "purpose or quay")
    assert "“or” is searched as a word." in place._doubt.text()
    assert place._doubt.isVisible()
    look_for(place, "purpose OR quay")
    assert not place._doubt.isVisible()
    assert len(found(place)) == 2


def choosing(place: SearchPlace) -> ChoiceList:
    (asked,) = (each for each in place.window().findChildren(ChoiceList) if each.isVisible())
    return asked


def test_searches_are_saved_and_found_again_by_keys(place: SearchPlace, session: Session, shelf: Indexed) -> None:
    for query in ("ferries", "harbour"):
        place.field.clear()
        QTest.keyClicks(place.field, query)
        QTest.keyClick(place.field, Qt.Key.Key_Return)
        wait(lambda: place.settled)
    place.scope.choose(shelf.documents[0].id)
    session.actions.action("search.save").trigger()
    place.scope.choose("")
    look_for(place, "quay")
    session.actions.action("search.recall").trigger()
    asked = choosing(place)
    model = asked.list.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert shown == ["harbour", "quay", "harbour", "ferries"]
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    wait(lambda: place.settled)
    assert place.field.text() == "harbour"
    assert place.scope.value == shelf.documents[0].id
    assert [title for title, _ in found(place)] == ["Nets for all"]
    again = SearchPlace(session)
    again.restore(place.state())
    assert again.state()["saved"] == [["harbour", shelf.documents[0].id]]
    assert again.state()["earlier"] == place.state()["earlier"]
    again.deleteLater()
    session.actions.action("search.save").trigger()
    assert place.state()["saved"] == []


def test_an_example_is_put_into_the_box(place: SearchPlace, session: Session) -> None:
    session.actions.action("search.examples").trigger()
    QTest.keyClick(choosing(place).list, Qt.Key.Key_Return)
    assert place.field.text() == "police officers"
    assert place.field.hasFocus()


def test_more_like_a_passage_is_a_search_for_its_telling_words(place: SearchPlace, session: Session) -> None:
    look_for(place, "dried")
    session.actions.action("search.like-this").trigger()
    wait(lambda: place.field.text() != "dried")
    wait(lambda: place.settled)
    assert place.field.text() == "Every OR net OR dried OR quay"
    assert found(place)[0][1][0] == "Every net is dried on the quay."
    assert sum(len(texts) for _, texts in found(place)) > 1


def test_more_like_words_that_are_selected_in_the_passage(place: SearchPlace, session: Session) -> None:
    look_for(place, "purpose")
    text = place.passages.pane.text
    start = text.document().toPlainText().index("many boats")
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len("many boats in the harbour"), cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    session.actions.action("search.like-this").trigger()
    wait(lambda: place.field.text() != "purpose")
    assert place.field.text().endswith("boats OR harbour")


def test_a_face_that_does_not_answer_to_the_box_hides_it_and_a_search_leads_to_one_that_does(
    shelf: Indexed, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = FACES[:2]
    monkeypatch.setattr("ui.search.place.FACES", (first, replace(second, box=False)))
    steps = shown(session, qtbot)
    place = next(steps)
    place.show_face(second.id)
    wait(lambda: place.settled)
    assert not place.field.isVisible()
    look_for(place, "ferries")
    assert place.field.isVisible()
    assert place.spec is first
    assert len(found(place)) == 2
    next(steps, None)
