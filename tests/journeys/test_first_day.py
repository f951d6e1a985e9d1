"""A first day with the program: the samples, files of one's own, corrections, another start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from reader.home import Home, home
from ui.compare.topic_tabs import TopicTabs
from ui.frame.window import Window
from ui.scenes.stage import Stage

_MINE = """The Tidewater Manifesto 2023

Streets

We will put twelve more police officers on the quay, and pay for them from the harbour dues.

Fire

We will inspect every tower block for fire safety and remove dangerous cladding within two years.
"""


def drop(window: Window, *files: Path) -> None:
    """Drop these files on the middle of the window."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    where = QPointF(window.rect().center())
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(where, copy, carried, button, none))


def names(window: Window) -> list[str]:
    return sorted(each.name for each in window.session.library.documents())


def trigger(window: Window, action: str) -> None:
    window.session.actions.action(action).trigger()


def start(stage: Stage, chosen: Home) -> Window:
    window = stage.open(chosen)
    stage.settle(window)
    return window


@pytest.mark.timeout(180)
def test_the_first_day(stage: Stage, tmp_path: Path) -> None:
    chosen = home(tmp_path / "home")
    window = _first_start(stage, chosen)
    _own_file(stage, window, tmp_path)
    _correct_and_remove(window)
    trigger(window, "go-read")
    trigger(window, "theme-dark")
    trigger(window, "larger")
    window.resize(1100, 700)
    window.close()
    _next_start(stage, chosen)


def _first_start(stage: Stage, chosen: Home) -> Window:
    window = stage.open(chosen)
    assert not window.settled
    stage.settle(window)
    assert names(window) == ["Corin Pryce", "Maren Oldacre", "Sadiq Khan"]
    assert all(each.sample and "party" in each.confirmed for each in window.session.library.documents())
    assert window.places.here == "compare"
    tabs = window.places.compare.findChild(TopicTabs)
    assert isinstance(tabs, TopicTabs)
    shown = [tabs.tabText(place) for place in range(tabs.count())]
    assert shown[:2] == ["Policing", "Violence against women and girls"]
    assert window.places.compare.state()["topic"] == "policing"
    assert window.samples_line.isVisible()
    dismiss = window.samples_line.findChild(QToolButton)
    assert isinstance(dismiss, QToolButton)
    QTest.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert not window.samples_line.isVisible()
    return window


def _own_file(stage: Stage, window: Window, folder: Path) -> None:
    file = folder / "tidewater-2023.txt"
    file.write_text(_MINE, encoding="utf-8")
    drop(window, file)
    stage.settle(window)
    assert len(names(window)) == 4
    assert window.strip.sentence.startswith("Added “")
    drop(window, file)
    stage.settle(window)
    assert "already" in window.strip.sentence


def _correct_and_remove(window: Window) -> None:
    trigger(window, "go-library")
    place = window.places.library
    mine = next(each.id for each in window.session.library.documents() if not each.sample)
    place.table.select([mine])
    trigger(window, "library.confirm")
    trigger(window, "library.remove")
    assert len(names(window)) == 3
    assert window.session.actions.action("undo").text().startswith("Undo removing")
    trigger(window, "undo")
    assert len(names(window)) == 4


def _next_start(stage: Stage, chosen: Home) -> None:
    window = start(stage, chosen)
    settings = window.session.settings.now
    assert window.places.here == "read"
    assert (settings.text_scale, settings.samples_note) == (1.15, False)
    assert not window.samples_line.isVisible()
    assert str(window.session.library.undo_label()).startswith("Confirm")
    assert len(names(window)) == 4
