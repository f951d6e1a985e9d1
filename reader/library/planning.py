"""Changing a plan, as edits that can be applied and undone: parts are added, written, ordered and taken out."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from reader.edits import Change, Edit, Row
from reader.library.library import Library
from reader.library.memo_edits import memos_gone
from reader.library.memos import MemoOf
from reader.library.plans import Part, PartKind

_PLACES = """
SELECT id, position, 'plan_parts' FROM plan_parts WHERE collection = ?1
UNION ALL SELECT id, position, 'lesson_items' FROM lesson_items WHERE collection = ?1 ORDER BY position, id
"""
_NAMES = {
    PartKind.HEADING: "heading",
    PartKind.OWN: "sentence",
    PartKind.QUOTATION: "passage",
    PartKind.ROW: "row",
    PartKind.CHART: "chart",
    PartKind.SLIDE: "slide",
    PartKind.QUIZ: "quiz",
}


def add_part(library: Library, plan: str, now: Sequence[Part], at: int, kind: PartKind, text: str = "") -> Edit:
    """A new heading or one of the person's own sentences, before the part at this place of those that are there `now`.

    Its id is that of the first change.
    """
    new: Row = {"id": str(uuid.uuid4()), "collection": plan, "position": at, "kind": kind.value, "item": ""}
    row = {**new, "text": paragraphs(text)}
    moved = [change for place, part in enumerate(now) for change in _placed(library, plan, part, place + (place >= at))]
    return Edit(f"Add a {_NAMES[kind]}", (Change("plan_parts", str(row["id"]), None, row), *moved))


def write_part(library: Library, part: str, text: str) -> Edit:
    """Give a heading or sentence this text. Raises StaleEdit where it is gone."""
    row = library.row("plan_parts", part)
    cleaned = paragraphs(text)
    kind = _NAMES[PartKind(str(row["kind"]))]
    changes = (Change("plan_parts", part, {"text": row["text"]}, {"text": cleaned}),) if row["text"] != cleaned else ()
    return Edit(f"Write a {kind}", changes)


def order_parts(library: Library, plan: str, wanted: Sequence[Part]) -> Edit:
    """Give the parts of a plan this order. Raises StaleEdit where one is gone."""
    changes = [change for place, part in enumerate(wanted) for change in _placed(library, plan, part, place)]
    return Edit("Order the plan", tuple(changes))


def remove_parts(library: Library, gone: Sequence[Part]) -> Edit:
    """Take these parts out of their plan, quotations with what was collected, all with their notes.

    Raises StaleEdit where one is gone.
    """
    changes = notes_gone(library, [part.id for part in gone if part.id])
    for part in gone:
        if part.id:
            table = part.kind.table
            changes.append(Change(table, part.id, library.row(table, part.id), None))
        if part.quoted is not None:
            item = part.quoted.item.id
            changes.append(Change("collected", item, library.row("collected", item), None))
    what = f"a {_NAMES[gone[0].kind]}" if len(gone) == 1 else f"{len(gone)} parts"
    return Edit(f"Take {what} out of the plan", tuple(changes))


def notes_gone(library: Library, parts: Sequence[str]) -> list[Change]:
    """The changes that take away the notes on these parts (ids)."""
    return [*memos_gone(library, MemoOf.PART, parts), *memos_gone(library, MemoOf.ITEM, parts)]


def called(kind: PartKind) -> str:
    """What a part of this kind is called where an edit of it is named."""
    return _NAMES[kind]


def room_after(library: Library, plan: str, part: str, count: int) -> tuple[int, tuple[Change, ...]]:
    """The place of the first of `count` new parts after the one with this id, and the changes that make room for them.

    They stand at the end where the part is none of the plan.
    """
    rows = library.read(lambda connection: connection.execute(_PLACES, (plan,)).fetchall())
    at = next((at for at, (name, *_) in enumerate(rows) if name == part), None)
    if at is None:
        return max(library.next_position("plan_parts"), library.next_position("lesson_items")), ()
    first = rows[at][1] + 1
    free = first + count
    moved: list[Change] = []
    for name, place, table in rows[at + 1 :]:
        if place < free:
            moved.append(Change(table, name, {"position": place}, {"position": free}))
        free = max(free, place) + 1
    return first, tuple(moved)


def place_of_quotation(plan: str, item: str, position: int) -> Change:
    """The change that gives what was collected a place in its plan."""
    row: Row = {
        "id": str(uuid.uuid4()),
        "collection": plan,
        "position": position,
        "kind": PartKind.QUOTATION.value,
        "text": "",
        "item": item,
    }
    return Change("plan_parts", str(row["id"]), None, row)


def _placed(library: Library, plan: str, part: Part, place: int) -> list[Change]:
    """The change to this place in the plan; none for a part that is there already."""
    if not part.id and part.quoted is not None:
        return [place_of_quotation(plan, part.quoted.item.id, place)]
    table = part.kind.table
    old = library.row(table, part.id)["position"]
    return [] if old == place else [Change(table, part.id, {"position": old}, {"position": place})]


def paragraphs(text: str) -> str:
    """A text with its paragraphs, each on one line."""
    return "\n".join(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)
