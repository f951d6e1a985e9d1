"""Putting passages into the list that is being collected in, from wherever they are seen."""

from __future__ import annotations

from collections.abc import Iterable

from reader.home import Home
from reader.library.collected import Collection, Evidence, collections, evidence
from reader.library.collecting import FIRST_LIST
from reader.library.collecting import collect as collecting
from reader.library.library import Library
from reader.library.verdicts import Span
from ui.session.session import Session


def chosen_list(session: Session) -> Collection | None:
    """The list that is being collected in: the one chosen last, else the first; None where there is none."""
    lists = session.library.read(collections)
    return next((one for one in lists if one.id == session.settings.now.collection), lists[0] if lists else None)


def evidence_in(home: Home, chosen: Collection | None) -> tuple[Evidence, ...]:
    """What the list holds, found in the documents as they are read now; for work given to run(): it may take long."""
    if chosen is None:
        return ()
    with Library.open(home) as library:
        return tuple(library.read(lambda connection: evidence(connection, chosen.id)))


def collect(session: Session, document: str, stretches: Iterable[tuple[str, int, int]]) -> None:
    """Collect these stretches of a document (block, start, end in code points) and say so; undo takes it back."""
    chosen = chosen_list(session)
    name = chosen.name if chosen is not None else FIRST_LIST
    into = chosen.id if chosen is not None else ""
    spans = [Span(*one) for one in stretches]
    edit = session.attempt(lambda: collecting(session.library, into, document, spans))
    if edit is None:
        return
    made = sum(change.table == "collected" for change in edit.changes)
    if made:
        session.say(f"Collected in “{name}”." if made == 1 else f"{made} passages collected in “{name}”.", undo=True)
    else:
        session.say(f"That is already in “{name}”.")
