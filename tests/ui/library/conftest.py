"""The Library place on three manifestos."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from shelf import shelve

from reader.home import Home
from ui.actions import LIBRARY
from ui.library.place import LibraryPlace
from ui.session import Session


@pytest.fixture
def shelved(folder: Home) -> list[str]:
    """Three manifestos, known before the session opens."""
    return [
        shelve(folder, "Forward", party="Harbour", year="2019", colour="#e4003b"),
        shelve(folder, "Backward", party="Meadow", year="2024"),
        shelve(folder, "Sideways", party="Tidewater", year="2015"),
    ]


@pytest.fixture
def place(shelved: list[str], session: Session, qtbot: QtBot) -> Iterator[LibraryPlace]:
    shown = LibraryPlace(session)
    session.actions.attach(LIBRARY, shown)
    session.actions.show_place(LIBRARY)
    shown.resize(1000, 600)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.arrived()
    yield shown
    shown.close()
