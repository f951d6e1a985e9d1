"""What tests of Search share: two small manifestos, and the place that searches them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from in_search import shelved, shown
from indexed import Indexed
from pytestqt.qtbot import QtBot

from reader.home import Home
from ui.search.place import SearchPlace
from ui.session.session import Session


@pytest.fixture
def shelf(folder: Home) -> Indexed:
    return shelved(folder)


@pytest.fixture
def front() -> str:
    """The face (id) that is gone to first, "" for none."""
    return ""


@pytest.fixture
def place(shelf: Indexed, session: Session, qtbot: QtBot, front: str) -> Iterator[SearchPlace]:
    yield from shown(session, qtbot, front)
