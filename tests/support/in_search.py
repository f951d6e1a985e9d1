"""The Search place on a real index of two small manifestos, and what its list of passages shows."""

from __future__ import annotations

from collections.abc import Iterator

from pytestqt.qtbot import QtBot
from waiting import wait

from ui.actions.offered import SEARCH
from ui.search.place import SearchPlace
from ui.session.session import Session

NETS = """# Nets for all
Nets are mended by the harbour.
## The quay
- Every net is dried on the quay.
- Ferries wait for nobody.
"""
BOATS = """# Boats first
A boat without a net is a boat without a purpose, and there are many boats in the harbour.
Ferries sail every hour.
"""


def shown(session: Session, qtbot: QtBot) -> Iterator[SearchPlace]:
    made = SearchPlace(session)
    session.actions.attach(SEARCH, made)
    session.actions.show_place(SEARCH)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.arrived()
    yield made
    wait(lambda: made.settled)
    made.close()
    made.deleteLater()


def look_for(place: SearchPlace, query: str) -> None:
    place.search(query)
    wait(lambda: place.settled)


def found(place: SearchPlace) -> list[tuple[str, list[str]]]:
    """What the list shows: each manifesto's title and its hits' words."""
    groups = place.passages.list.model().groups  # type: ignore[attr-defined]  # it is a ResultsModel
    return [(group.document.title, [hit.text for hit in group.hits]) for group in groups]
