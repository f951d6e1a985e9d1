"""The concordance in Search, on a real index of small manifestos: lines, orders, samples, categories."""

from __future__ import annotations

import pytest
from in_search import shelved
from indexed import Indexed, Written
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from waiting import wait

from reader.home import Home
from reader.library.categorising import categories
from reader.library.edits import remove
from ui.search.coding_hits import CodeHits
from ui.search.concordance.categories import NewCategory
from ui.search.concordance.delegate import between_words
from ui.search.concordance.face import ConcordanceFace
from ui.search.concordance.model import CATEGORY, HIT, LEFT
from ui.search.place import SearchPlace
from ui.session.session import Session
from ui.session.signals import LibraryChange

NETS = """# Nets for all
Nets are mended by the old harbour, and the harbour pays.
## The quay
- Every harbour boat is dried on the quay.
"""
BOATS = """# Boats first
A small harbour is a harbour still, and there are many boats in the harbour today.
"""


@pytest.fixture
def shelf(folder: Home) -> Indexed:
    return shelved(folder, NETS, BOATS)


@pytest.fixture
def front() -> str:
    return "concordance"


@pytest.fixture
def face(place: SearchPlace) -> ConcordanceFace:
    place.search("harbour")
    wait(lambda: place.settled)
    place.face.take_focus()
    return place.concordance


def beside(face: ConcordanceFace) -> list[tuple[str, str]]:
    """The word before each hit and the one after it."""
    return [(line.left.split()[-1], (line.right.split() or [""])[0]) for line in face.model.lines]


def do(session: Session, place: SearchPlace, action: str) -> None:
    session.actions.action(action).trigger()
    wait(lambda: place.settled)


def named(face: ConcordanceFace, name: str) -> None:
    """Answer the question for the name of a category."""
    (asked,) = face.window().findChildren(NewCategory)
    QTest.keyClicks(asked.field, name)
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    wait(lambda: not face.window().findChildren(NewCategory))


def test_every_place_is_a_line_as_it_stands_and_its_passage_is_shown(place: SearchPlace, face: ConcordanceFace) -> None:
    assert [left for left, _ in beside(face)] == ["old", "the", "Every", "small", "a", "the"]
    assert place.said == "6 lines in 2 manifestos"
    index = face.model.index(2, HIT)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Hit: harbour"
    face.table.use(2)
    wait(lambda: place.settled)
    assert [each.cursor.selectedText() for each in face.pane.text.extraSelections()] == ["harbour"]
    assert "dried on the quay" in face.pane.text.document().toPlainText()


def test_keys_sort_by_the_words_beside_and_the_line_in_use_stays(
    place: SearchPlace, face: ConcordanceFace, session: Session
) -> None:
    face.table.use(2)
    line = face.table.current
    do(session, place, "search.sort-left")
    assert [left for left, _ in beside(face)] == ["a", "Every", "old", "small", "the", "the"]
    assert face.table.current == line
    do(session, place, "search.sort-right")
    assert [right for _, right in beside(face)] == [",", "boat", "is", "pays.", "still,", "today."]
    do(session, place, "search.sort-right")
    assert [left for left, _ in beside(face)][:2] == ["old", "the"]


def test_a_sample_is_drawn_by_its_seed_and_both_are_kept(
    place: SearchPlace, face: ConcordanceFace, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    face.ordering.sample.addItem("2 at random", 2)
    face.ordering.sample.setCurrentIndex(face.ordering.sample.count() - 1)
    face.ordering.sample.activated.emit(0)
    wait(lambda: place.settled)
    assert place.said.startswith("A sample of 2 of 6 lines, drawn with the seed 1, in ")
    first = list(face.model.lines)
    seen = []
    for _ in range(4):
        do(session, place, "search.draw-again")
        seen.append(list(face.model.lines))
    assert any(lines != first for lines in seen)
    assert place.state()["faces"]["concordance"]["seed"] == 5
    face.ordering.seed.setValue(1)
    wait(lambda: place.settled)
    assert face.model.lines == first


def test_a_key_without_a_category_asks_for_its_name_and_then_puts_lines_in_as_edits(
    place: SearchPlace, face: ConcordanceFace, session: Session
) -> None:
    table = face.table
    QTest.keyClick(table, Qt.Key.Key_1)
    named(face, "Old one")
    assert face.table.currentIndex().row() == 1, "on to the next line"
    QTest.keyClick(table, Qt.Key.Key_2)
    named(face, "Any")
    QTest.keyClick(table, Qt.Key.Key_1)
    shown = [face.model.index(row, CATEGORY).data() for row in range(4)]
    assert shown == ["Old one", "Any", "Old one", ""]
    assert [button.text() for button in face.categories.buttons] == ["1 Old one, 2", "2 Any, 1"]
    group = place.state()["faces"]["concordance"]["group"]
    assert session.library.codebook().written_path(group) == "Lines of harbour"
    assert [code.name for code in categories(session.library, group)] == ["Old one", "Any"]
    session.undo()
    assert face.model.index(2, CATEGORY).data() == ""
    table.use(0)
    QTest.keyClick(table, Qt.Key.Key_0)
    assert face.model.index(0, CATEGORY).data() == ""
    session.undo()
    assert face.model.index(0, CATEGORY).data() == "Old one"


def test_lines_leave_in_their_order_with_their_categories(
    place: SearchPlace, face: ConcordanceFace, session: Session
) -> None:
    do(session, place, "search.sort-left")
    face.table.use(1)
    QTest.keyClick(face.table, Qt.Key.Key_1)
    named(face, "Boats")
    offer = place.offer()
    assert not isinstance(offer, str)
    assert offer.what == "The concordance"
    assert offer.thing.sheets is not None
    (sheet,) = offer.thing.sheets()
    lines = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
    assert [(line["hit"], line["category"]) for line in lines[:3]] == [
        ("harbour", None),
        ("harbour", "Boats"),
        ("harbour", None),
    ]
    assert offer.thing.publication is not None
    written = offer.thing.publication()
    assert written.bibliography, "the works are cited"


def test_the_line_in_use_stays_when_the_library_changes(
    place: SearchPlace, face: ConcordanceFace, session: Session
) -> None:
    face.table.use(3)
    before = face.table.current
    session.library_changed.emit(LibraryChange())
    wait(lambda: not place.settled)
    wait(lambda: place.settled)
    assert before is not None
    assert face.table.current is not None
    assert face.table.current.place == before.place


def test_lines_of_an_older_query_do_not_leave_under_the_name_of_a_newer(
    place: SearchPlace, face: ConcordanceFace
) -> None:
    place.search("boats")
    assert place.offer() == "The lines are still being found. Export them in a moment."
    wait(lambda: place.settled)
    assert not isinstance(place.offer(), str)


def test_where_there_is_little_room_the_lines_have_it(
    place: SearchPlace, face: ConcordanceFace, session: Session
) -> None:
    do(session, place, "search.sort-right")
    head = face.table.horizontalHeader()
    assert head.isVisible()
    assert face.ordering.sorts[2].isVisible()
    place.resize(1000, 300)
    assert not head.isVisible()
    assert not face.ordering.sorts[1].isVisible()
    assert face.ordering.sorts[0].isVisible()
    assert len(face.ordering.order.levels) == 3
    place.resize(1000, 700)
    assert head.isVisible()
    assert face.ordering.sorts[2].isVisible()


@pytest.mark.parametrize(
    ("text", "elided", "shown"),
    [
        ("the harbour pays", "…bour pays", "…pays"),
        ("the harbour pays", "…harbour pays", "…harbour pays"),
        ("the harbour pays", "the harb…", "the…"),
        ("the harbour pays", "the harbour…", "the harbour…"),
        ("harbourmasters", "harbour…", "harbour…"),
        ("the harbour pays", "the harbour pays", "the harbour pays"),
        ("", "", ""),
    ],
)
def test_lines_are_cut_between_words(text: str, elided: str, shown: str) -> None:
    assert between_words(text, elided) == shown


def test_keys_lead_from_the_box_to_the_lines_into_read_and_back(place: SearchPlace, face: ConcordanceFace) -> None:
    opened: list[tuple[str, str]] = []
    place.passage_activated.connect(lambda document, block: opened.append((document, block)))
    place.field.setFocus()
    QTest.keyClick(place.field, Qt.Key.Key_Down)
    assert face.table.hasFocus()
    QTest.keyClick(face.table, Qt.Key.Key_Down)
    QTest.keyClick(face.table, Qt.Key.Key_Return)
    line = face.table.current
    assert line is not None
    assert opened == [(line.hit.document, line.hit.block)]
    QTest.keyClick(face.table, Qt.Key.Key_Escape)
    assert place.field.hasFocus()


def test_nothing_found_is_said_with_what_may_have_been_meant(place: SearchPlace) -> None:
    place.search("harbuor")
    wait(lambda: place.settled)
    assert "Nothing found for “harbuor”" in place.concordance.guidance.sentences
    place.concordance.guidance.buttons[-1].click()
    wait(lambda: place.settled)
    assert place.field.text() == "harbour"
    assert place.said == "6 lines in 2 manifestos"


def test_what_is_no_query_is_said_under_the_box_in_every_face(place: SearchPlace) -> None:
    place.search("-")
    wait(lambda: place.settled)
    assert place.said.startswith("There is nothing to search for.")
    place.show_face("passages")
    wait(lambda: place.settled)
    assert place.said.startswith("There is nothing to search for.")


def test_the_face_in_front_its_order_and_its_group_are_found_again(
    place: SearchPlace, face: ConcordanceFace, session: Session
) -> None:
    do(session, place, "search.sort-left")
    QTest.keyClick(face.table, Qt.Key.Key_1)
    named(face, "Boats")
    again = SearchPlace(session)
    again.resize(1000, 700)
    again.restore(place.state())
    again.show()
    again.arrived()
    wait(lambda: again.settled)
    assert again.state() == place.state()
    assert beside(again.concordance) == beside(face)
    assert [button.text() for button in again.concordance.categories.buttons] == ["1 Boats, 1"]
    again.close()
    again.deleteLater()


def test_only_what_the_face_answers_is_offered(place: SearchPlace, session: Session) -> None:
    def offered() -> set[str]:
        return {spec.id for spec in session.actions.offered()}

    assert {"search.sort-right", "search.sample", "search.passages"} <= offered()
    assert "search.more" not in offered()
    place.show_face("passages")
    assert "search.sort-right" not in offered()
    assert "search.more" in offered()


def test_a_manifesto_that_is_removed_takes_its_lines_along(
    place: SearchPlace, face: ConcordanceFace, session: Session, shelf: Indexed
) -> None:
    session.apply(remove(session.library, shelf.documents[1].id))
    wait(lambda: place.settled)
    assert place.said == "3 lines in one manifesto"


def test_everything_that_can_be_used_has_a_name(place: SearchPlace, face: ConcordanceFace) -> None:
    for widget in (face.table, face.ordering.seed, face.ordering.sample, *face.ordering.sorts, place.scope, place.tabs):
        assert isinstance(widget, QWidget)
        assert widget.accessibleName(), widget
    assert face.model.headerData(LEFT, Qt.Orientation.Horizontal) == "Left"


def test_all_passages_of_the_lines_that_are_shown_get_a_code_once(
    place: SearchPlace, face: ConcordanceFace, session: Session
) -> None:
    session.actions.action("search.code-all").trigger()
    (asked,) = face.window().findChildren(CodeHits)
    QTest.keyClicks(asked.picker.field, "Water")
    QTest.keyClick(asked.picker.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: session.library.undo_label() == "Code 3 passages as “Water”")


def test_words_akin_to_the_one_typed_are_named_beside_the_lines(
    place: SearchPlace, session: Session, shelf: Indexed
) -> None:
    shelf.add(Written("The port officer swims.\nThe port office is shut.", "Port Party"))
    session.library_changed.emit(LibraryChange())
    place.search("officers")
    wait(lambda: place.settled)
    assert place.said == "One line in one manifesto"
    (button,) = place.concordance.akin.buttons
    button.click()
    wait(lambda: place.settled)
    assert place.field.text() == "office"
    assert [line.match for line in place.concordance.model.lines] == ["office"]
