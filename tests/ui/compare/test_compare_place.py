"""The Compare place on a library: what it shows, which set, what it remembers, and how it follows changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from index.topics.model import Match
from index.topics.views import Views
from reader.library.edits import make_set, remove, set_fields
from reader.model import Block, Kind, Manifesto
from ui import theme
from ui.compare.cards.entries import EntryKind
from ui.compare.place import ComparePlace
from ui.compare.table.heads import ColumnHead
from ui.compare.topic_tabs import TopicTabs
from ui.session.session import Session
from ui.theme.tokens import RAIL_WIDTH

MakeMatch = Callable[..., Match]
PARTIES = {"Buoy Party": "2019", "Anchor Party": "2024", "Tide Party": "2015"}


@pytest.fixture
def filled(session: Session, tmp_path: Path, make_match: MakeMatch) -> Session:
    """A session on three manifestos whose topic views are kept: one passage each, in the first row of each topic."""
    for party, year in PARTIES.items():
        file = tmp_path / f"{party}.txt"
        file.write_text(f"{party} will put a lamp on the quay.", encoding="utf-8")
        block = Block(Kind.PARAGRAPH, f"We of the {party} will put a lamp on the quay.")
        manifesto = Manifesto(f"Plan of the {party}", "en", (block,), format="Plain text")
        stored = session.library.store(file, manifesto, {"party": party, "year": year})
        (kept,) = session.library.blocks(stored.id)
        with Views(session.home) as views:
            for topic in session.topics:
                match = make_match(
                    kept.text,
                    document=stored.id,
                    block=kept.id,
                    page=None,
                    label=None,
                    section=(),
                    subtopics=(topic.subtopics[0].id,),
                )
                views.keep(topic, {stored.id: [match]})
    return session


@pytest.fixture
def place(filled: Session, qtbot: QtBot) -> Iterator[ComparePlace]:
    shown = opened(filled, qtbot)
    yield shown
    shown.hide()


def opened(session: Session, qtbot: QtBot, state: dict[str, object] | None = None) -> ComparePlace:
    place = ComparePlace(session)
    qtbot.addWidget(place)
    if state is not None:
        place.restore(state)
    place.resize(1200, 700)
    place.show()
    place.arrived()
    settle(place, qtbot)
    return place


def settle(place: ComparePlace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: place.settled, timeout=30_000)


def names(place: ComparePlace) -> list[str]:
    return [column.document.party for column in place.table.area.shown]


def choice(place: ComparePlace, name: str) -> QComboBox:
    return next(each for each in place.findChildren(QComboBox) if each.accessibleName() == name)


def choose(place: ComparePlace, name: str, text: str) -> None:
    box = choice(place, name)
    at = box.findText(text)
    assert at >= 0, [box.itemText(each) for each in range(box.count())]
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_an_empty_library_says_what_belongs_here_and_offers_to_add_files(session: Session, qtbot: QtBot) -> None:
    asked: list[bool] = []
    session.actions.connect("add-files", lambda: asked.append(True))
    place = opened(session, qtbot)
    button = next(each for each in place.findChildren(QPushButton) if each.isVisible())
    assert button.text() == "Add files…"
    button.click()
    assert asked == [True]
    place.hide()


def test_all_manifestos_stand_side_by_side_in_the_order_in_which_they_were_added(place: ComparePlace) -> None:
    assert names(place) == list(PARTIES)
    head = next(each for each in place.findChildren(ColumnHead) if each.isVisible())
    assert head.accessibleName() == "Buoy Party. 2019. 1 passage"


def test_columns_can_be_ordered_by_name_and_by_year(place: ComparePlace, qtbot: QtBot) -> None:
    choose(place, "Order of columns", "Order: by name")
    settle(place, qtbot)
    assert names(place) == ["Anchor Party", "Buoy Party", "Tide Party"]
    choose(place, "Order of columns", "Order: by year")
    settle(place, qtbot)
    assert names(place) == ["Tide Party", "Buoy Party", "Anchor Party"]


def test_a_set_is_shown_as_it_was_left(place: ComparePlace, filled: Session, qtbot: QtBot) -> None:
    documents = filled.library.documents()
    filled.apply(make_set(filled.library, "Quays 2024", [documents[2].id, documents[0].id]))
    settle(place, qtbot)
    choose(place, "Set of manifestos", "Quays 2024")
    settle(place, qtbot)
    assert names(place) == ["Tide Party", "Buoy Party"]
    choose(place, "Passage length", "Full passages")
    place.show_topic(filled.topics[1].id)
    choose(place, "Set of manifestos", "All manifestos")
    settle(place, qtbot)
    assert names(place) == list(PARTIES)
    choose(place, "Passage length", "Short passages")
    place.show_topic(filled.topics[0].id)
    choose(place, "Set of manifestos", "Quays 2024")
    settle(place, qtbot)
    assert names(place) == ["Tide Party", "Buoy Party"]
    assert choice(place, "Passage length").currentText() == "Full passages"
    assert place.state()["topic"] == filled.topics[1].id


def test_manifestos_chosen_elsewhere_are_columns_in_their_order(
    place: ComparePlace, filled: Session, qtbot: QtBot
) -> None:
    documents = filled.library.documents()
    place.show_set([documents[1].id, documents[0].id])
    settle(place, qtbot)
    assert names(place) == ["Anchor Party", "Buoy Party"]
    assert choice(place, "Set of manifestos").currentText() == "2 chosen manifestos"


def test_corrected_fields_show_at_once(place: ComparePlace, filled: Session, qtbot: QtBot) -> None:
    first = filled.library.documents()[0]
    filled.apply(set_fields(filled.library, first.id, {"party": "Lighthouse Party"}))
    settle(place, qtbot)
    assert names(place)[0] == "Lighthouse Party"
    filled.undo()
    settle(place, qtbot)
    assert names(place)[0] == "Buoy Party"


def test_what_changed_meanwhile_shows_when_the_place_is_gone_to(
    place: ComparePlace, filled: Session, qtbot: QtBot
) -> None:
    place.hide()
    filled.apply(remove(filled.library, filled.library.documents()[0].id))
    assert names(place) == list(PARTIES)
    place.show()
    place.arrived()
    settle(place, qtbot)
    assert names(place) == ["Anchor Party", "Tide Party"]


def test_a_set_whose_manifestos_are_gone_says_so(place: ComparePlace, qtbot: QtBot) -> None:
    place.show_set(["no such manifesto"])
    settle(place, qtbot)
    assert "This set is empty." in [label.text() for label in place.findChildren(QLabel) if label.isVisible()]


def test_a_topic_that_is_gone_gives_way_to_the_first(filled: Session, qtbot: QtBot) -> None:
    place = opened(filled, qtbot, {"topic": "no-such-topic", "first": 99, "density": "lines"})
    assert place.state()["topic"] == filled.topics[0].id
    assert place.state()["first"] == 0
    assert choice(place, "Passage length").currentText() == "One line each"
    place.hide()


def test_rows_without_passages_say_so_in_every_column(place: ComparePlace) -> None:
    area = place.table.area
    for at in range(3):
        entries = area.view(at).cards.entries
        silent = [entry for entry in entries if entry.kind is EntryKind.SILENCE]
        assert len(silent) == len(place.table.presentation.loaded.comparison.rows) - 1  # type: ignore[union-attr]  # it is shown
        assert {entry.text for entry in silent} == {"Nothing found in the whole text."}


def test_a_topic_can_be_asked_for_before_the_place_was_ever_seen(filled: Session, qtbot: QtBot) -> None:
    place = ComparePlace(filled)
    qtbot.addWidget(place)
    place.show_topic(filled.topics[2].id)
    place.show()
    place.arrived()
    settle(place, qtbot)
    tabs = place.findChild(TopicTabs)
    assert isinstance(tabs, TopicTabs)
    assert [tabs.tabText(at) for at in range(tabs.count())] == [topic.name for topic in filled.topics]
    assert tabs.currentIndex() == 2
    assert place.table.presentation is not None
    assert place.table.presentation.loaded.comparison.topic == filled.topics[2]
    place.hide()


def test_going_round_the_topics_ends_where_it_began(place: ComparePlace, filled: Session, qtbot: QtBot) -> None:
    for topic in [*filled.topics[1:], filled.topics[0]]:
        filled.actions.action("compare.next-topic").trigger()
        settle(place, qtbot)
        assert place.state()["topic"] == topic.id
        assert place.table.presentation is not None
        assert place.table.presentation.loaded.comparison.topic == topic


def test_larger_text_makes_room_for_itself(place: ComparePlace, themed: QApplication, qtbot: QtBot) -> None:
    heads = [head for head in place.findChildren(ColumnHead) if head.isVisible()]
    before = heads[0].height()
    theme.apply(themed, dark=False, scale=1.5)
    try:
        assert heads[0].height() > before
        labels = [label for head in heads for label in head.findChildren(QLabel) if label.isVisible()]
        assert labels
        assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    finally:
        theme.apply(themed, dark=False)


def test_the_place_fits_into_the_narrowest_window(place: ComparePlace, qtbot: QtBot) -> None:
    narrowest = 800 - RAIL_WIDTH  # some screens have less room than the window likes to have
    place.resize(narrowest, 440)
    qtbot.waitUntil(lambda: len(place.table.area.shown) == 2)
    assert place.minimumSizeHint().width() <= narrowest
    assert place.minimumSizeHint().height() <= 440


def test_copying_without_a_chosen_card_says_what_to_do(place: ComparePlace, filled: Session) -> None:
    said: list[str] = []
    filled.noticed.connect(lambda sentence, _undo: said.append(sentence))
    filled.actions.action("compare.copy").trigger()
    assert said == ["Choose a passage first, with the arrow keys or a click."]
