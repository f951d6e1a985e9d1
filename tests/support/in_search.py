"""The Search place on a real index of small manifestos, and what its list of passages shows."""

from __future__ import annotations

from collections.abc import Iterator

from indexed import Indexed, Written
from pytestqt.qtbot import QtBot
from waiting import wait

from reader.home import Home
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


def shelved(folder: Home, nets: str = NETS, boats: str = BOATS, *more: Written) -> Indexed:
    """A library with a manifesto of the Net Party, one of the Boat Party, and `more`."""
    folder.library.mkdir(parents=True)
    return Indexed(
        folder.library,
        Written(nets, "Net Party", fields={"title": "Nets for all", "year": "2019"}),
        Written(boats, "Boat Party", fields={"title": "Boats first", "year": "2024"}),
        *more,
    )


def shown(session: Session, qtbot: QtBot, front: str = "") -> Iterator[SearchPlace]:
    """The place in sight, with this face (id) gone to, "" for none; closed afterwards."""
    made = SearchPlace(session)
    session.actions.attach(SEARCH, made)
    session.actions.show_place(SEARCH)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.arrived()
    if front:
        made.show_face(front)
        wait(lambda: made.settled)
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
