"""What tests of Search share: two small manifestos, and the place that searches them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from in_search import BOATS, NETS, shown
from indexed import Indexed, Written
from pytestqt.qtbot import QtBot

from reader.home import Home
from ui.search.place import SearchPlace
from ui.session.session import Session


@pytest.fixture
def shelf(folder: Home) -> Indexed:
    folder.library.mkdir(parents=True)
    return Indexed(
        folder.library,
        Written(NETS, "Net Party", fields={"title": "Nets for all", "year": "2019"}),
        Written(BOATS, "Boat Party", fields={"title": "Boats first", "year": "2024"}),
    )


@pytest.fixture
def place(shelf: Indexed, session: Session, qtbot: QtBot) -> Iterator[SearchPlace]:
    yield from shown(session, qtbot)
