"""Correcting the comparison by keys: what a person says of a card or a silence is shown at once and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from index.topics.model import Match
from index.topics.views import Views
from reader.library.verdicts import About
from reader.model import Block, Kind, Manifesto
from ui.compare.cards.entries import Entry, EntryKind
from ui.compare.place import ComparePlace
from ui.session.session import Session
from ui.shared.choosing import ChoiceList

LAMP = "We will put a lamp on the quay. It will shine all night."
FERRY = "A lamp was lit on the ferry."


@pytest.fixture
def place(session: Session, tmp_path: Path, qtbot: QtBot, make_match: Callable[..., Match]) -> Iterator[ComparePlace]:
    """Compare on two manifestos: one with two passages in the first row of each topic, and a silent one."""
    for party, texts in {"Anchor Party": (LAMP, FERRY), "Tide Party": ("Nets dry in the sun.",)}.items():
        file = tmp_path / f"{party}.txt"
        file.write_text(party, encoding="utf-8")
        blocks = tuple(Block(Kind.PARAGRAPH, text) for text in texts)
        manifesto = Manifesto(f"Plan of the {party}", "en", blocks, format="Plain text")
        stored = session.library.store(file, manifesto, {"party": party})
        kept = [block for block in session.library.blocks(stored.id) if "lamp" in block.text]
        with Views(session.home) as views:
            for topic in session.topics:
                row = (topic.subtopics[0].id,)
                found = [
                    make_match(one.text, document=stored.id, block=one.id, section=(), page=None, subtopics=row)
                    for one in kept
                ]
                views.keep(topic, {stored.id: found})
    shown = ComparePlace(session)
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    shown.show()
    shown.arrived()
    session.actions.attach("compare", shown)
    session.actions.show_place("compare")
    settle(shown, qtbot)
    yield shown
    shown.hide()


def settle(place: ComparePlace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: place.settled, timeout=30_000)


def do(place: ComparePlace, session: Session, qtbot: QtBot, action: str) -> None:
    session.actions.action(action).trigger()
    settle(place, qtbot)


def go_to(place: ComparePlace, kind: EntryKind, column: int, text: str = "") -> Entry:
    """Make the first entry of this kind that says `text` in the column the one that keys act on."""
    view = place.table.area.view(column)
    entries = view.cards.entries
    at = next(at for at, one in enumerate(entries) if one.kind is kind and text in one.text)
    view.go_to(at)
    view.setFocus()
    place.table.area.go_to_column(column, entries[at].row)
    view.go_to(at)
    return entries[at]


def cards(place: ComparePlace, column: int = 0) -> list[str]:
    return [one.text for one in place.table.area.view(column).cards.entries if one.kind is EntryKind.CARD]


def chooser(qtbot: QtBot) -> ChoiceList:
    def open_lists() -> list[ChoiceList]:
        return [one for one in QApplication.allWidgets() if isinstance(one, ChoiceList) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(open_lists()))
    return open_lists()[-1]


def test_x_leaves_a_passage_out_and_the_keys_stay_where_they_were(
    place: ComparePlace, session: Session, qtbot: QtBot
) -> None:
    go_to(place, EntryKind.CARD, 0, LAMP)
    said: list[tuple[str, bool]] = []
    session.noticed.connect(lambda sentence, undo: said.append((sentence, undo)))
    do(place, session, qtbot, "compare.reject")
    assert cards(place) == [FERRY]
    chosen = place.table.area.entry()
    assert chosen is not None
    assert chosen.text == FERRY
    assert said == [(f"Left out of “{session.topics[0].name}”.", True)]
    session.undo()
    settle(place, qtbot)
    assert cards(place) == [LAMP, FERRY]


def test_y_confirms_a_passage_and_its_card_says_who_did(place: ComparePlace, session: Session, qtbot: QtBot) -> None:
    go_to(place, EntryKind.CARD, 0, LAMP)
    do(place, session, qtbot, "compare.confirm")
    entry = go_to(place, EntryKind.CARD, 0, LAMP)
    card = entry.card
    assert card is not None
    assert [word for word, _ in card.verdicts] == ["Confirmed"]
    name = session.library.coders()[0].name
    assert f"Confirmed by {name}" in entry.spoken
    do(place, session, qtbot, "compare.withdraw")
    assert "Confirmed" not in go_to(place, EntryKind.CARD, 0, LAMP).spoken


def test_another_row_is_ticked_in_a_list_and_the_passage_moves_there(
    place: ComparePlace, session: Session, qtbot: QtBot
) -> None:
    first, second = session.topics[0].subtopics[:2]
    go_to(place, EntryKind.CARD, 0, LAMP)
    session.actions.action("compare.rows").trigger()
    shown = chooser(qtbot)
    QTest.keyClick(shown.list, Qt.Key.Key_Space)
    QTest.keyClick(shown.list, Qt.Key.Key_Down)
    QTest.keyClick(shown.list, Qt.Key.Key_Space)
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    settle(place, qtbot)
    rows = {one.text: one.row for one in place.table.area.view(0).cards.entries if one.kind is EntryKind.CARD}
    assert rows == {FERRY: first.id, LAMP: second.id}


def test_another_kind_is_chosen_from_a_list(place: ComparePlace, session: Session, qtbot: QtBot) -> None:
    go_to(place, EntryKind.CARD, 0, FERRY)
    session.actions.action("compare.kind").trigger()
    shown = chooser(qtbot)
    QTest.keyClick(shown.list, Qt.Key.Key_Home)
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    settle(place, qtbot)
    card = go_to(place, EntryKind.CARD, 0, FERRY).card
    assert card is not None
    assert [kind.value for kind in card.kinds] == ["pledge"]


def test_y_in_an_empty_cell_confirms_the_silence(place: ComparePlace, session: Session, qtbot: QtBot) -> None:
    go_to(place, EntryKind.SILENCE, 1)
    do(place, session, qtbot, "compare.confirm")
    name = session.library.coders()[0].name
    entries = [one for one in place.table.area.view(1).cards.entries if one.kind is EntryKind.SILENCE]
    assert all(f"Confirmed by {name}" in one.text for one in entries)
    session.undo()
    settle(place, qtbot)
    assert "Confirmed" not in go_to(place, EntryKind.SILENCE, 1).text


def test_a_silent_row_of_a_manifesto_that_speaks_is_confirmed_for_that_row(
    place: ComparePlace, session: Session, qtbot: QtBot
) -> None:
    entry = go_to(place, EntryKind.SILENCE, 0)
    do(place, session, qtbot, "compare.confirm")
    (one,) = session.library.all_annotations()
    assert (one.annotation.about, one.annotation.value) == (About.SILENCE, entry.row)
    silences = [one for one in place.table.area.view(0).cards.entries if one.kind is EntryKind.SILENCE]
    assert [one.row for one in silences if "Confirmed" in one.text] == [entry.row]


def test_a_cell_that_only_a_filter_emptied_is_no_silence_to_confirm(
    place: ComparePlace, session: Session, qtbot: QtBot
) -> None:
    do(place, session, qtbot, "compare.pledges")
    go_to(place, EntryKind.CARD, 0, LAMP)
    do(place, session, qtbot, "compare.reject")
    go_to(place, EntryKind.SILENCE, 0)
    do(place, session, qtbot, "compare.confirm")
    assert [one.annotation.about for one in session.library.all_annotations()] == [About.TOPIC]
