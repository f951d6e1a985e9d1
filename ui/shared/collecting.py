"""Adding passages to the plan in use, from wherever they are seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from reader.home import Home
from reader.library.collected import Collection, Evidence, collections, evidence
from reader.library.collecting import FIRST_PLAN
from reader.library.collecting import collect as collecting
from reader.library.lesson_edits import add_items
from reader.library.library import Library
from reader.library.plans import LessonItem, PartKind, lesson_items
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
    into, name, after = _where(session)
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


def add_to_plan(session: Session, items: Sequence[tuple[PartKind, LessonItem]]) -> None:
    """Add what a lesson shows (rows, charts) to the plan in use and say so; what is in it already is not added again.

    They stand where passages would. Undo takes them back.
    """
    into, name, after = _where(session)
    held = {
        (kind, one.target, one.documents) for _, kind, one in session.library.read(partial(lesson_items, plan=into))
    }
    new = [(kind, item) for kind, item in items if (kind, item.target, item.documents) not in held]
    if not new:
        session.say(tr("That is already in “{plan}”.", plan=name))
    elif session.attempt(lambda: add_items(session.library, into, new, after)[0]) is not None:
        added = tr_count("One part added to “{plan}”.", "{count} parts added to “{plan}”.", len(new), plan=name)
        session.say(added, undo=True)


def _where(session: Session) -> tuple[str, str, str]:
    """The plan that is added to (id, "" for a first one that is to be made), its name, and after which part."""
    chosen = chosen_plan(session)
    after = next(filter(None, (ask() for ask in session.parts_in_use)), "")
    return (chosen.id, chosen.name, after) if chosen is not None else ("", FIRST_PLAN, after)
