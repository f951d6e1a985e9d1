"""What Compare shows is of the manifesto as it is now, whoever corrects it and whenever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from index.topics import evaluate
from index.topics.evaluate import AllViews
from index.topics.model import Subtopic, Topic, TopicQuery
from index.topics.own import keep
from index.topics.views import Views
from reader.home import Home
from reader.library.edits import set_fields
from reader.library.library import Library
from ui.compare.place import ComparePlace
from ui.session import Session

TOPIC = Topic(
    "quays", 1, "Quays", "#336699", "Quays.", (TopicQuery("quay party:harbour"),), subtopics=(Subtopic("a", "A"),)
)


@pytest.fixture
def session(themed: QApplication, folder: Home, qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A session on one manifesto of the Harbour Party, with a topic of passages of that party."""
    keep(folder.make().topics, TOPIC)
    file = tmp_path / "plan.txt"
    file.write_text("Streets\n\nWe will put a lamp on the quay, and a bench on the road.\n", encoding="utf-8")
    opened = Session(folder)
    with qtbot.waitSignal(opened.import_ended, timeout=60_000):
        opened.add_files([file])
    correct(opened, "Harbour")
    qtbot.waitUntil(lambda: not opened.importing, timeout=60_000)
    yield opened
    opened.close()


@pytest.fixture
def place(session: Session, qtbot: QtBot) -> Iterator[ComparePlace]:
    shown = ComparePlace(session)
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    shown.hide()


def document(session: Session) -> str:
    (found,) = session.library.documents()
    return found.id


def correct(session: Session, party: str) -> None:
    session.apply(set_fields(session.library, document(session), {"party": party}))


def passages(place: ComparePlace, qtbot: QtBot) -> int:
    """How many passages Compare shows of the topic, gone to anew."""
    place.arrived()
    place.show_topic("policing")
    qtbot.waitUntil(lambda: place.settled, timeout=60_000)
    place.show_topic(TOPIC.id)
    qtbot.waitUntil(lambda: place.settled, timeout=60_000)
    assert place.table.presentation is not None
    (column,) = place.table.presentation.loaded.comparison.columns
    return column.share.passages


def test_a_party_corrected_while_the_import_looks_for_topics_counts(
    session: Session, place: ComparePlace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluate_in = evaluate.evaluate_in

    def then_correct(*given: Any) -> AllViews:
        views = evaluate_in(*given)
        correct(session, "Green")
        return views

    monkeypatch.setattr(evaluate, "evaluate_in", then_correct)
    with Views(session.home) as views, Library.open(session.home) as library:
        views.make(library, TOPIC, [document(session)])
    qtbot.waitUntil(lambda: not session.importing, timeout=60_000)
    assert passages(place, qtbot) == 0
    session.undo()
    assert passages(place, qtbot) == 1


def test_a_party_corrected_by_another_program_counts_when_the_topic_is_gone_to_again(
    session: Session, place: ComparePlace, qtbot: QtBot
) -> None:
    assert passages(place, qtbot) == 1
    with Library.open(session.home) as other:
        other.apply(set_fields(other, document(session), {"party": "Green"}))
    assert passages(place, qtbot) == 0
