"""The Search place on a real index of small manifestos."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from in_search import NETS, found, look_for, shown
from indexed import Indexed, Written
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from waiting import wait

from index.finding import GivenUp
from index.results import Results
from index.search import Searcher
from reader.home import Home
from reader.library.codebook_edits import create_code
from reader.library.edits import make_set, remove, set_fields
from ui.search.passages.results_model import HIT_ROLE
from ui.search.place import SearchPlace
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.theme.words import words_on


def test_before_anything_is_typed_it_says_what_can_be(place: SearchPlace) -> None:
    assert place.passages.guidance.isVisible()
    assert place.passages.guidance.sentences.startswith("Search all 2 manifestos")
    assert place.field.hasFocus()


def test_what_is_typed_is_found_after_a_pause(place: SearchPlace) -> None:
    QTest.keyClicks(place.field, "ferries")
    assert not place.settled
    wait(lambda: place.settled)
    assert sorted(found(place)) == [
        ("Boats first", ["Ferries sail every hour."]),
        ("Nets for all", ["Ferries wait for nobody."]),
    ]
    assert place.said == "2 passages in 2 manifestos"


def test_the_newest_query_wins(place: SearchPlace) -> None:
    place.search("ferries")
    place.search("purpose")
    wait(lambda: place.settled)
    assert [title for title, _ in found(place)] == ["Boats first"]
    assert place.said == "One passage in one manifesto"


@pytest.mark.parametrize("face", ["concordance", "passages"])
def test_a_newer_query_has_the_older_given_up(
    place: SearchPlace, session: Session, monkeypatch: pytest.MonkeyPatch, face: str
) -> None:
    begun, given_up, search = threading.Event(), threading.Event(), Searcher.search

    def slow(searcher: Searcher, query: str, **asked: Any) -> Results:
        if query == "ferries":
            begun.set()
            for _ in range(500):
                if not asked["wanted"]():
                    given_up.set()
                    raise GivenUp
                given_up.wait(0.01)
        return search(searcher, query, **asked)

    monkeypatch.setattr(Searcher, "search", slow)
    place.show_face(face)
    place.search("ferries")
    assert begun.wait(10)
    place.search("purpose")
    assert given_up.wait(10)
    wait(lambda: place.settled)
    assert place.said == ("One passage in one manifesto" if face == "passages" else "One line in one manifesto")


def test_the_passage_is_shown_beside_the_list_with_its_words_marked(place: SearchPlace) -> None:
    look_for(place, "dried")
    text = place.passages.pane.text
    assert "Nets are mended by the harbour." in text.document().toPlainText(), "with what stands round it"
    assert [each.cursor.selectedText() for each in text.extraSelections()] == ["dried"]
    assert place.passages.pane.where == "p. i (1 of 1) · Nets for all"
    hit = place.passages.list.hit
    assert hit is not None
    assert hit.text == "Every net is dried on the quay."


def test_the_arrow_keys_pass_over_heads_of_manifestos_that_are_open(place: SearchPlace) -> None:
    look_for(place, "nets")
    place.passages.list.setFocus()
    walked = [place.passages.list.currentIndex()]
    for _ in range(4):
        QTest.keyClick(place.passages.list, Qt.Key.Key_Down)
        walked.append(place.passages.list.currentIndex())
    hits = [index.data(HIT_ROLE).text for index in walked]
    assert hits[-1] == hits[-2], "the last stays"
    assert len(set(hits)) == 4
    for _ in range(3):
        QTest.keyClick(place.passages.list, Qt.Key.Key_Up)
    assert place.passages.list.currentIndex() == walked[0]
    QTest.keyClick(place.passages.list, Qt.Key.Key_Up)
    assert place.field.hasFocus()


def test_a_manifesto_that_is_folded_stops_the_arrow_keys(place: SearchPlace) -> None:
    look_for(place, "nets")
    second = place.passages.list.model().index(1, 0)
    place.passages.list.collapse(second)
    place.passages.list.setFocus()
    for _ in range(3):
        QTest.keyClick(place.passages.list, Qt.Key.Key_Down)
    assert place.passages.list.currentIndex() == second


def test_keys_lead_from_the_field_through_the_list_into_read(place: SearchPlace) -> None:
    opened: list[tuple[str, str]] = []
    place.passage_activated.connect(lambda document, block: opened.append((document, block)))
    look_for(place, "harbour")
    assert len(found(place)) == 2
    QTest.keyClick(place.field, Qt.Key.Key_Down)
    assert place.passages.list.hasFocus()
    QTest.keyClick(place.passages.list, Qt.Key.Key_Down)
    QTest.keyClick(place.passages.list, Qt.Key.Key_Down)
    second = place.passages.list.hit
    assert second is not None
    QTest.keyClick(place.passages.list, Qt.Key.Key_Return)
    assert opened == [(second.document, second.block)]
    QTest.keyClick(place.passages.list, Qt.Key.Key_Escape)
    assert place.field.hasFocus()
    QTest.keyClick(place.field, Qt.Key.Key_Escape)
    assert place.field.text() == ""
    wait(lambda: place.settled)
    assert place.passages.guidance.isVisible()


def test_results_are_stepped_through_while_one_types(place: SearchPlace, session: Session) -> None:
    look_for(place, "harbour")
    first = place.passages.list.hit
    session.actions.action("search.next").trigger()
    assert place.passages.list.hit != first
    assert place.field.hasFocus()
    session.actions.action("search.previous").trigger()
    assert place.passages.list.hit == first
    session.actions.action("search.previous").trigger()
    assert place.passages.list.hit == first, "there is none before the first"


def test_nothing_found_in_manifestos_of_several_languages_says_that_words_are_not_translated(
    shelf: Indexed, place: SearchPlace
) -> None:
    look_for(place, "zeppelin")
    assert "translated" not in place.passages.guidance.sentences
    shelf.add(Written("Die Netze trocknen am Kai.", "Netzpartei", "de"))
    look_for(place, "airship")
    assert (
        "They are in English and German: words are looked for as typed, not translated."
        in place.passages.guidance.sentences
    )


def test_a_code_that_stands_nowhere_yet_is_not_told_to_be_shorter_words(place: SearchPlace, session: Session) -> None:
    session.apply(create_code(session.library, "Lamps"))
    look_for(place, 'code:"Lamps"')
    assert found(place) == []
    assert "fewer words" not in place.passages.guidance.sentences
    assert "put on their words, in Read" in place.passages.guidance.sentences


def test_a_phrase_that_is_not_found_stands_in_its_own_quotation_marks(place: SearchPlace) -> None:
    look_for(place, '"tramways for nobody"')
    assert place.passages.guidance.sentences.startswith('Nothing found for "tramways for nobody"')


def test_a_word_spelt_wrong_is_suggested_right(place: SearchPlace) -> None:
    look_for(place, "harbuor")
    assert found(place) == []
    assert "Nothing found for “harbuor”" in place.passages.guidance.sentences
    assert [words_on(button) for button in place.passages.guidance.buttons] == ["Search for “harbour”"]
    place.passages.guidance.buttons[-1].click()
    wait(lambda: place.settled)
    assert place.field.text() == "harbour"
    assert len(found(place)) == 2


def test_words_akin_to_the_one_typed_are_named_and_found_on_a_click(place: SearchPlace, shelf: Indexed) -> None:
    shelf.add(Written("The port officer swims.\nThe port office is shut.\nAn office opens.", "Port Party"))
    place._session.library_changed.emit(LibraryChange())
    look_for(place, "officers")
    assert [text for _, texts in found(place) for text in texts] == ["The port officer swims."]
    assert place.passages.akin.isVisible()
    (button,) = place.passages.akin.buttons
    assert words_on(button) == "office, 2"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait(lambda: place.settled)
    assert place.field.text() == "office"
    assert sum(len(texts) for _, texts in found(place)) == 2
    assert [words_on(each) for each in place.passages.akin.buttons] == ["officer, 1"]
    look_for(place, "nets")
    assert not place.passages.akin.isVisible()


def test_what_is_no_query_is_said_in_place(place: SearchPlace) -> None:
    look_for(place, "-")
    assert place.said.startswith("There is nothing to search for.")
    assert place.field.text() == "-"
    look_for(place, "ferries")
    assert place.said == "2 passages in 2 manifestos"


def test_one_manifesto_or_a_named_set_can_be_searched_alone(
    place: SearchPlace, session: Session, shelf: Indexed
) -> None:
    _nets, boats = shelf.documents
    session.apply(make_set(session.library, "Harbour", [boats.id]))
    look_for(place, "ferries")
    for chosen in (session.library.sets()[0].id, boats.id):
        place.scope.setCurrentIndex(place.scope.findData(chosen))
        place.scope.activated.emit(place.scope.currentIndex())
        wait(lambda: place.settled)
        assert found(place) == [("Boats first", ["Ferries sail every hour."])]
    assert place.state()["scope"] == boats.id
    session.apply(remove(session.library, boats.id))
    wait(lambda: place.settled)
    assert found(place) == [("Nets for all", ["Ferries wait for nobody."])], "a manifesto that is gone is not asked"


def test_facets_narrow_the_list_and_can_be_opened_again(place: SearchPlace) -> None:
    look_for(place, "net OR ferries")
    parties = next(each for each in place.findChildren(QComboBox) if each.accessibleName() == "Narrow by party")
    assert parties.isVisible()
    parties.setCurrentIndex(parties.findData("Boat Party"))
    parties.activated.emit(parties.currentIndex())
    assert [title for title, _ in found(place)] == ["Boats first"]
    place.passages.pane.open_wanted.emit()
    QTest.keyClicks(place.field, " zzz")
    wait(lambda: place.settled)
    look_for(place, "net OR ferries")
    assert len(found(place)) == 2, "another search begins with everything"


def test_the_query_and_what_it_was_narrowed_to_are_found_again(
    place: SearchPlace, session: Session, qtbot: QtBot
) -> None:
    look_for(place, "ferries")
    years = next(each for each in place.findChildren(QComboBox) if each.accessibleName() == "Narrow by year")
    years.setCurrentIndex(years.findData("2019"))
    years.activated.emit(years.currentIndex())
    again = SearchPlace(session)
    again.resize(1000, 700)
    again.restore(place.state())
    again.show()
    again.arrived()
    wait(lambda: again.settled)
    assert again.field.text() == "ferries"
    assert found(again) == [("Nets for all", ["Ferries wait for nobody."])]
    assert again.state() == place.state()
    again.close()
    again.deleteLater()


def test_where_the_facets_hide_everything_it_says_so_and_shows_everything_on_request(place: SearchPlace) -> None:
    place.restore({"query": "ferries", "faces": {"passages": {"kind": "quote"}}})
    place.arrived()
    wait(lambda: place.settled)
    assert found(place) == []
    assert place.passages.guidance.sentences.startswith("Nothing of that kind")
    place.passages.guidance.buttons[-1].click()
    assert len(found(place)) == 2


def test_a_state_that_makes_no_sense_is_left(place: SearchPlace) -> None:
    place.restore({"query": 5, "scope": None, "face": "none", "faces": {"passages": {"party": None}, "x": 1}})
    assert place.field.text() == ""


def test_more_can_be_shown(place: SearchPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.search.passages.looking._FIRST_LIMIT", 1)
    QTest.keyClicks(place.field, "ferries")
    wait(lambda: place.settled)
    assert place.said == "The best 1 of 2 passages, in one manifesto"
    place.passages.show_more()
    wait(lambda: place.settled)
    assert place.said == "2 passages in 2 manifestos"


def test_a_corrected_party_is_shown_at_once_and_a_removed_manifesto_is_gone(
    place: SearchPlace, session: Session, shelf: Indexed
) -> None:
    look_for(place, "ferries")
    nets, boats = shelf.documents
    session.apply(set_fields(session.library, nets.id, {"title": "Nets for everybody"}))
    wait(lambda: place.settled)
    assert "Nets for everybody" in [title for title, _ in found(place)]
    session.apply(remove(session.library, boats.id))
    wait(lambda: place.settled)
    assert [title for title, _ in found(place)] == ["Nets for everybody"]


def test_without_manifestos_it_offers_to_add_some(session: Session, qtbot: QtBot) -> None:
    steps = shown(session, qtbot)
    place = next(steps)
    assert (
        place.passages.guidance.sentences
        == "Nothing to search yet Manifestos that you add can be searched here. Add files…"
    )
    next(steps, None)


def test_without_an_index_it_says_so_and_looks_again_when_there_is_one(
    folder: Home, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    steps = shown(session, qtbot)
    place = next(steps)
    folder.library.mkdir(parents=True, exist_ok=True)
    written = tmp_path / "nets.txt"
    written.write_text(NETS, encoding="utf-8")
    session.library.enqueue([written])
    QTest.keyClicks(place.field, "ferries")
    wait(lambda: place.settled)
    assert found(place) == []
    session.go_on()
    wait(lambda: not session.importing and place.settled, seconds=60)
    assert [words for _, words in found(place)] == [["Ferries wait for nobody."]]
    next(steps, None)
