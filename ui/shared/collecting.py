"""Adding passages to the plan in use, from wherever they are seen."""

from __future__ import annotations

from collections.abc import Iterable

from reader.home import Home
from reader.library.collected import Collection, Evidence, collections, evidence
from reader.library.collecting import FIRST_PLAN
from reader.library.collecting import collect as collecting
from reader.library.library import Library
from reader.library.verdicts import Span
from reader.wording import tr, tr_count
from ui.session.session import Session


def chosen_plan(session: Session) -> Collection | None:
    """The plan that is added to: the one chosen last, else the first; None where there is none."""
    plans = session.library.read(collections)
    return next((one for one in plans if one.id == session.settings.now.collection), plans[0] if plans else None)


def evidence_in(home: Home, chosen: Collection | None) -> tuple[Evidence, ...]:
    """The plan's quotations, found in the documents as they are read now; for work given to run(): it may take long."""
    if chosen is None:
        return ()
    with Library.open(home) as library:
        return tuple(library.read(lambda connection: evidence(connection, chosen.id)))


def collect(session: Session, document: str, stretches: Iterable[tuple[str, int, int]]) -> None:
    """Add these stretches of a document (block, start, end in code points) to the plan and say so.

    They stand after the part that is in use where the plan is in sight, else at its end. Undo takes them back.
    """
    chosen = chosen_plan(session)
    name = chosen.name if chosen is not None else FIRST_PLAN
    into = chosen.id if chosen is not None else ""
    after = next(filter(None, (ask() for ask in session.parts_in_use)), "")
    spans = [Span(*one) for one in stretches]
    edit = session.attempt(lambda: collecting(session.library, into, document, spans, after))
    if edit is None:
        return
    made = sum(change.table == "collected" for change in edit.changes)
    if made:
        added = tr_count("Added to “{plan}”.", "{count} passages added to “{plan}”.", made, plan=name)
        session.say(added, undo=True)
    else:
        session.say(tr("That is already in “{plan}”.", plan=name))
