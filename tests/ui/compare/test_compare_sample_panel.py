"""What cannot be kept of a sample is said, and the panel stays where it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from indexed import Indexed, Written
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from index.topics.model import Topic, TopicQuery
from reader.library import samples
from reader.library.library import Library
from reader.library.sample_edits import remove
from ui.compare.sample.panel import SamplePanel
from ui.compare.table.subject import Subject
from ui.session.session import Session

TOPIC = Topic("boats", 3, "Boats", "#000000", "d", (TopicQuery("lifeboat"),))


@pytest.fixture
def opened(themed: QApplication, tmp_path: Path) -> Iterator[tuple[Session, Subject]]:
    """A session on a manifesto of three passages, and what a panel shows of it."""
    made = Indexed(tmp_path, Written("We keep a lifeboat.\n\nWe close a quay.\n\nWe sell a lifeboat."))
    session = Session(made.home)
    yield session, Subject(TOPIC, tuple(made.documents))
    session.close()


@pytest.fixture
def panel(opened: tuple[Session, Subject], qtbot: QtBot) -> SamplePanel:
    """The panel on that session, the first passage of a sample waiting to be judged."""
    session, subject = opened
    panel = SamplePanel(session)
    qtbot.addWidget(panel)
    panel.show_subject(subject)
    panel.show()
    _draw(panel, qtbot)
    return panel


def _draw(panel: SamplePanel, qtbot: QtBot) -> None:
    panel.choosing.draw_wanted.emit(5, 1871)
    qtbot.waitUntil(lambda: panel.settled)


def _lock(session: Session) -> None:
    """Let nothing be written to the library any more."""
    session.library._connection.execute("PRAGMA query_only = ON")


def test_a_judgement_of_a_sample_removed_elsewhere_is_refused_with_a_reason(
    opened: tuple[Session, Subject], panel: SamplePanel, qtbot: QtBot
) -> None:
    session, _ = opened
    with Library.open(session.home) as elsewhere:
        elsewhere.apply(remove(elsewhere, elsewhere.read(samples.every)[0], TOPIC.name))
    with qtbot.waitSignal(session.noticed) as told:
        session.actions.action("compare.sample-yes").trigger()
    assert "has been taken away" in told.args[0]


def test_a_sample_that_cannot_be_kept_is_not_judged(
    opened: tuple[Session, Subject], panel: SamplePanel, qtbot: QtBot
) -> None:
    session, _ = opened
    panel.judging.stopped.emit()
    _lock(session)
    with qtbot.waitSignal(session.noticed) as told:
        _draw(panel, qtbot)
    assert "cannot be written to" in told.args[0]
    assert panel.choosing.isVisible()
    assert len(session.library.read(samples.every)) == 1


def test_a_sample_that_cannot_be_removed_is_not_said_to_be(
    opened: tuple[Session, Subject], panel: SamplePanel, qtbot: QtBot
) -> None:
    session, _ = opened
    (sample,) = session.library.read(samples.every)
    _lock(session)
    told: list[str] = []
    session.noticed.connect(lambda sentence, _undo: told.append(sentence))
    panel.choosing.removal_wanted.emit(sample.id)
    assert len(told) == 1
    assert "cannot be written to" in told[0]
