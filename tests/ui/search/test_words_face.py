"""Words in Search, on a real index of small manifestos: tables, what their figures lead to, choices and stop words."""

from __future__ import annotations

import pytest
from in_search import shelved
from indexed import Indexed, Written
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from waiting import wait

from index.exports.registry import formats_of
from index.words.keyness import Keyness
from index.words.stop_lists import own_file
from index.words.wishes import Counted
from reader.home import Home
from reader.library.edits import make_set
from ui import theme
from ui.charts.figure import Words as ShownWords
from ui.search.place import SearchPlace
from ui.search.words.face import WordsFace
from ui.search.words.kinds import kinds
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.shared.offer import Offer

NETS = """# Nets for all
Nets are mended by the old harbour, and the harbour pays.
The harbours are ours.
- Every harbour boat is dried on the quay.
"""
BOATS = """# Boats first
A small harbour is a harbour still, and there are many boats in the harbour today.
The boats sail, and the boats return.
"""
CYCHOD = "Mae’r cychod yn yr harbwr. Mae’r cychod yn hwylio."


@pytest.fixture
def shelf(folder: Home) -> Indexed:
    return shelved(
        folder, NETS, BOATS, Written(CYCHOD, "Plaid y Cychod", "cy", fields={"title": "Cychod", "year": "2024"})
    )


@pytest.fixture
def front() -> str:
    return "words"


@pytest.fixture
def face(place: SearchPlace) -> WordsFace:
    return place.words


def shown(face: WordsFace, column: int = 1) -> dict[str, object]:
    """The words of the table in front with the values of a column, in the order shown."""
    return {str(line.cells[0]): line.cells[column] for line in face.table.figures.lines}


def show(place: SearchPlace, table: Counted, typed: str = "") -> WordsFace:
    place.words.show_table(table)
    place.search(typed)
    wait(lambda: place.settled)
    return place.words


def go_to(face: WordsFace, word: str, column: int) -> None:
    row = list(shown(face)).index(word)
    face.table.setCurrentIndex(face.table.figures.index(row, column))
    face.table.setFocus()


def choose(face: WordsFace, box: str, value: object) -> None:
    choice = getattr(face.options, box)
    choice.setCurrentIndex(choice.findData(value))
    face.options.changed.emit()
    wait(lambda: face.settled)


def test_the_frequency_list_is_of_the_language_with_the_most_words_and_another_can_be_chosen(face: WordsFace) -> None:
    assert list(shown(face).items())[:2] == [("harbour", 6), ("boats", 3)]
    assert face.said == "17 lines. 46 words of 2 manifestos."
    choose(face, "language", "cy")
    assert shown(face)["cychod"] == 2
    assert "harbour" not in shown(face)


def test_what_is_typed_narrows_a_list_and_a_step_shows_all_again(place: SearchPlace) -> None:
    face = show(place, Counted.FREQUENCY, "har")
    assert set(shown(face)) == {"harbour", "harbours"}
    assert face.said.startswith("2 of 17 lines have “har”.")
    face = show(place, Counted.FREQUENCY, "zebra")
    assert "No such word" in face.nothing.sentences
    face.nothing.buttons[0].click()
    wait(lambda: place.settled)
    assert place.field.text() == ""
    assert len(shown(face)) == 17


def test_inflections_count_as_one_where_that_is_chosen_and_rare_words_can_be_left_out(face: WordsFace) -> None:
    choose(face, "unit", "stems")
    assert shown(face)["harbour"] == 7
    choose(face, "least", 3)
    assert set(shown(face)) == {"harbour", "boats"}
    choose(face, "least", 50)
    assert "Nothing that often" in face.nothing.sentences


def test_return_on_a_figure_shows_as_many_lines_in_the_concordance_as_it_says(place: SearchPlace) -> None:
    go_to(place.words, "harbour", 1)
    QTest.keyClick(place.words.table, Qt.Key.Key_Return)
    wait(lambda: place.settled)
    assert place.spec.id == "concordance"
    assert place.field.text() == "=harbour -kind:heading language:en"
    assert len(place.concordance.model.lines) == 6


def test_a_figure_of_one_manifesto_leads_to_the_places_in_that_manifesto(place: SearchPlace, shelf: Indexed) -> None:
    face = show(place, Counted.CROSSTAB, "harbour, boats")
    heads = [column.head for column in face.table.figures.table.columns]
    assert heads[:4] == ["Manifesto", "Words", "harbour", "per 1,000"]
    go_to(face, "Boat Party", 2)
    assert shown(face, 2)["Boat Party"] == 3
    QTest.keyClick(face.table, Qt.Key.Key_Return)
    wait(lambda: place.settled)
    assert place.scope.value == shelf.documents[1].id
    assert len(place.concordance.model.lines) == 3


def test_a_table_is_sorted_by_key_by_the_column_in_use_and_the_other_way_round(
    place: SearchPlace, session: Session
) -> None:
    go_to(place.words, "boats", 0)
    session.actions.action("search.sort").trigger()
    assert list(shown(place.words)) == sorted(shown(place.words), key=str.casefold)
    assert place.words.table.current is not None
    assert place.words.table.current[0].cells[0] == "boats"  # the line in use stays so
    session.actions.action("search.sort").trigger()
    assert list(shown(place.words)) == sorted(shown(place.words), key=str.casefold, reverse=True)


def test_tables_of_chosen_words_ask_for_words_and_say_what_cannot_be_counted(place: SearchPlace) -> None:
    for table in (Counted.CROSSTAB, Counted.DISPERSION, Counted.COLLOCATES):
        assert "box above" in show(place, table).nothing.sentences
    show(place, Counted.CROSSTAB, "harbour kind:pledge")
    assert "cannot be counted" in place.said
    show(place, Counted.CROSSTAB, "harbour")
    assert "harbour: 7 times in 2 manifestos" in place.said


def test_key_words_are_of_a_manifesto_against_the_others_of_its_language(place: SearchPlace, shelf: Indexed) -> None:
    face = show(place, Counted.KEYNESS)
    assert "Nothing that often" in face.nothing.sentences  # texts so short differ by chance
    choices = [face.options.here.itemText(at) for at in range(face.options.here.count())]
    assert choices == ["Net Party", "Boat Party", "Plaid y Cychod"]
    choose(face, "here", shelf.documents[2].id)
    assert "Key words need manifestos of one language" in face.nothing.sentences


def test_the_plot_has_a_stroke_for_each_place_which_leads_there(place: SearchPlace, shelf: Indexed) -> None:
    face = show(place, Counted.DISPERSION, "harbour")
    spots = [spot for spot in face.plot.chart.figure.spots if spot.block]
    assert len(spots) == 7
    assert spots[0].spoken.startswith("Net Party, 1 of 4, at ")
    assert "Nets are mended by the old harbour" in spots[0].spoken
    went: list[tuple[str, str]] = []
    place.passage_activated.connect(lambda document, block: went.append((document, block)))
    face.take_focus()
    QTest.keyClick(face.plot.chart, Qt.Key.Key_Down)
    assert face.passage is not None
    assert face.passage[0] == shelf.documents[1].id
    QTest.keyClick(face.plot.chart, Qt.Key.Key_Return)
    assert went == [face.passage]
    face.options.drawn.setChecked(True)
    wait(lambda: face.settled)
    assert shown(face)["harbour"] == 7
    assert face.table.isVisible()


def test_a_collocate_leads_to_its_passages_under_the_table(place: SearchPlace) -> None:
    face = show(place, Counted.COLLOCATES, "boats")
    face.options.stop.setChecked(False)
    choose(face, "least", 1)
    first = face.table.figures.lines[0]
    face.table.setFocus()
    QTest.keyClick(face.table, Qt.Key.Key_Return)
    wait(lambda: place.settled)
    assert face.near.isVisible()
    assert face.near.table.model().rowCount() == first.cells[4]
    went: list[str] = []
    place.passage_activated.connect(lambda document, _: went.append(document))
    QTest.keyClick(face.near.table, Qt.Key.Key_Return)
    assert len(went) == 1
    QTest.keyClick(face.near.table, Qt.Key.Key_Escape)
    assert not face.near.isVisible()
    assert face.table.hasFocus()


def test_the_passages_of_a_collocate_go_away_without_taking_the_keys_from_the_box(place: SearchPlace) -> None:
    face = show(place, Counted.COLLOCATES, "boats")
    face.options.stop.setChecked(False)
    choose(face, "least", 1)
    face.table.setFocus()
    QTest.keyClick(face.table, Qt.Key.Key_Return)
    wait(lambda: place.settled)
    assert face.near.isVisible()
    place.field.setFocus()
    place.search("harbour")
    wait(lambda: place.settled)
    assert not face.near.isVisible()
    assert place.field.hasFocus()


def test_where_there_is_little_room_passages_of_a_collocate_stand_in_place_of_the_table(place: SearchPlace) -> None:
    face = show(place, Counted.COLLOCATES, "boats")
    face.options.stop.setChecked(False)
    choose(face, "least", 1)
    place.resize(1000, 420)
    assert face.table.isVisible()
    face.table.setFocus()
    QTest.keyClick(face.table, Qt.Key.Key_Return)
    wait(lambda: place.settled)
    assert face.near.isVisible()
    assert not face.table.isVisible()
    assert not face.options.isVisible()
    QTest.keyClick(face.near.table, Qt.Key.Key_Escape)
    assert face.table.isVisible()
    assert face.table.hasFocus()


def test_columns_are_as_wide_as_their_words_in_another_size_of_type(face: WordsFace) -> None:
    before = face.table.columnWidth(1)
    face.table.setColumnWidth(1, 5)
    theme.changed.emit()
    wait(lambda: face.table.columnWidth(1) == before)


def test_how_often_at_least_stays_as_chosen_for_the_next_word(place: SearchPlace) -> None:
    face = show(place, Counted.COLLOCATES, "boats")
    choose(face, "least", 10)
    show(place, Counted.COLLOCATES, "harbour")
    assert face.options.least.currentData() == 10


def test_a_plot_of_which_only_a_part_is_drawn_says_so(
    place: SearchPlace, shelf: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.words.dispersion.MOST_PLACES", 3)
    face = show(place, Counted.DISPERSION, "harbour")
    words = " ".join(shape.text for shape in face.plot.chart.figure.shapes if isinstance(shape, ShownWords))
    assert "Only the first 3 places are here; counts and DP are of all." in words
    told = [spot.spoken for spot in face.plot.chart.figure.spots if spot.document == shelf.documents[1].id]
    assert told == ["Boat Party: “harbour” stands there 3 times"]


def test_readability_says_why_a_manifesto_has_no_score(place: SearchPlace) -> None:
    face = show(place, Counted.READABILITY)
    assert shown(face, 6) == {
        "Net Party": "Fewer than 100 words.",
        "Boat Party": "Fewer than 100 words.",
        "Plaid y Cychod": "No published formula for this language.",
    }
    choose(face, "topic", "policing")
    assert shown(face, 4)["Net Party"] == 0


def test_the_stop_list_is_seen_changed_and_given_up_again(place: SearchPlace, folder: Home) -> None:
    face = place.words
    face.options.stop_words.click()
    assert face.stop_words.isVisible()
    assert "the\n" in face.stop_words.text.toPlainText()
    assert not face.stop_words.back_to_own.isEnabled()
    face.stop_words.text.setPlainText("harbour\nand")
    face.stop_words.save.click()
    wait(lambda: place.settled)
    assert own_file(folder.settings, "en").read_text("utf-8") == "harbour\nand\n"
    assert "harbour" not in shown(face)
    assert shown(face)["the"] == 7
    face.options.stop_words.click()
    face.stop_words.back_to_own.click()
    wait(lambda: place.settled)
    assert not own_file(folder.settings, "en").exists()
    assert shown(face)["harbour"] == 6
    face.options.stop_words.click()
    QTest.keyClick(face.stop_words.text, Qt.Key.Key_Escape)
    assert not face.stop_words.isVisible()


@pytest.mark.parametrize("table", [kind.table for kind in kinds()])
def test_every_table_can_be_gone_to_by_key_and_leaves_as_files(place: SearchPlace, table: Counted) -> None:
    face = show(place, table, "harbour" if table is not Counted.KEYNESS else "")
    if table in (Counted.NGRAMS, Counted.COLLOCATES):
        face.options.stop.setChecked(False)
        choose(face, "least", 2)
    offer = face.offer()
    if table is Counted.KEYNESS:
        assert offer == "There is no table yet that could be exported."
        return
    assert isinstance(offer, Offer)
    assert {"csv", "docx", "json", "xlsx"} <= {each.id for each in formats_of(offer.thing)}
    assert ("png" in {each.id for each in formats_of(offer.thing)}) is (table is Counted.DISPERSION)
    face.take_focus()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert face.isAncestorOf(focus)
    assert focus.accessibleName()


def test_the_tips_of_heads_tell_formula_and_source(place: SearchPlace) -> None:
    face = show(place, Counted.CROSSTAB, "harbour")
    tips = [
        str(face.table.figures.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole))
        for at in range(face.table.figures.columnCount())
    ]
    assert "Rayson and" in tips[4]
    assert "Hardie 2014" in tips[5]


def test_choices_and_the_table_in_front_are_kept(place: SearchPlace) -> None:
    face = show(place, Counted.COLLOCATES, "harbour")
    choose(face, "unit", "stems")
    kept = face.state()
    face.show_table(Counted.FREQUENCY)
    choose(face, "unit", "words")
    face.restore(kept)
    assert face.kind.table is Counted.COLLOCATES
    assert face.state() == kept
    face.restore({"table": "nonsense", "unit": 3, "stop": "yes"})
    assert face.state() == kept
    wait(lambda: place.settled)


def test_the_upmost_line_leads_back_to_the_box(place: SearchPlace) -> None:
    face = place.words
    face.take_focus()
    QTest.keyClick(face.table, Qt.Key.Key_Up)
    assert place.field.hasFocus()


def test_the_newest_wish_wins_and_what_was_counted_lately_is_there_at_once(place: SearchPlace) -> None:
    face = place.words
    face.show_table(Counted.READABILITY)
    face.show_table(Counted.CROSSTAB)
    place.search("harbour")
    place.search("boats")
    wait(lambda: place.settled)
    assert [column.head for column in face.table.figures.table.columns][2] == "boats"
    face.show_table(Counted.FREQUENCY)
    assert face.settled
    assert shown(face) == {"boats": 3}


def test_a_changed_library_is_counted_anew(place: SearchPlace, shelf: Indexed, session: Session) -> None:
    shelf.add(Written("The harbour is new, and so is the new harbour.", "New Party"))
    session.library_changed.emit(LibraryChange())
    wait(lambda: place.settled)
    assert shown(place.words)["harbour"] == 8


def test_groups_of_manifestos_can_be_compared(place: SearchPlace, shelf: Indexed, session: Session) -> None:
    shelf.add(Written("The quay is wet. The quay is cold.", "Net Party", fields={"title": "Quays"}))
    session.library_changed.emit(LibraryChange())
    face = show(place, Counted.KEYNESS)
    box = face.options.here
    assert "All of Net Party" in [box.itemText(at) for at in range(box.count())]
    choose(face, "here", "party:Net Party")
    wish = face.options.wish(Counted.KEYNESS, "", (), (), "")
    assert wish.here == (shelf.documents[0].id, shelf.documents[3].id)


def test_a_manifesto_is_not_compared_with_itself(place: SearchPlace, shelf: Indexed, session: Session) -> None:
    nets, boats, _ = shelf.documents
    session.apply(make_set(session.library, "Both", [nets.id, boats.id]))
    face = show(place, Counted.KEYNESS)
    choose(face, "here", nets.id)
    choose(face, "against", next(key for key in face.options._groups if key.startswith("set:")))
    assert face._answer is not None
    assert isinstance(face._answer.result, Keyness)
    assert [one.id for one in face._answer.result.others.documents] == [boats.id]
