"""Changing what a lesson shows, as edits that can be applied and undone: rows, charts, slides, quizzes, and notes.

They are ordered and taken out as all parts of a plan are (`planning.py`).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.edits import Change, Edit, Row
from reader.library.collecting import FIRST_PLAN, make_collection
from reader.library.library import Library
from reader.library.memo_edits import cleaned, memo_rows, new_memo, rewritten
from reader.library.memos import MemoOf
from reader.library.planning import called, paragraphs, place_of_quotation, room_after
from reader.library.plans import LessonItem, Part, PartKind


def add_items(
    library: Library, plan: str, items: Sequence[tuple[PartKind, LessonItem]], after: str = ""
) -> tuple[Edit, tuple[str, ...]]:
    """Put these into a plan, in their order, and their ids.

    They stand after the part with the id `after`, at the end where it is none of the plan. For the plan "" a first one
    is made.
    """
    begun = () if plan else make_collection(library, FIRST_PLAN).changes
    plan = plan or begun[0].id
    place, moved = room_after(library, plan, after, len(items))
    rows: list[Row] = [
        {
            "id": str(uuid.uuid4()),
            "collection": plan,
            "position": place + at,
            "kind": kind.value,
            "target": item.target,
            "value": replace(item, title=_line(item.title), text=paragraphs(item.text)).packed(),
        }
        for at, (kind, item) in enumerate(items)
    ]
    names = tuple(str(row["id"]) for row in rows)
    made = [Change("lesson_items", name, None, row) for name, row in zip(names, rows, strict=True)]
    what = f"a {called(items[0][0])}" if len(items) == 1 else f"{len(items)} parts"
    return Edit(f"Add {what} to the lesson", (*begun, *made, *moved) if made else ()), names


def make_lesson(library: Library, name: str, shown: Sequence[tuple[PartKind, str | LessonItem, str]]) -> Edit:
    """A new plan of this name with these parts in their order: kind, words or what is shown, and a note ("" for none).

    Its id is that of the first change.
    """
    begun = make_collection(library, name).changes
    made: list[Change] = []
    for place, (kind, held, note) in enumerate(shown):
        new: Row = {"id": str(uuid.uuid4()), "collection": begun[0].id, "position": place, "kind": kind.value}
        row: Row
        if isinstance(held, LessonItem):
            row = {**new, "target": held.target, "value": held.packed()}
        else:
            row = {**new, "text": paragraphs(held), "item": ""}
        made.append(Change(kind.table, str(new["id"]), None, row))
        if note:
            of = MemoOf.ITEM if kind.table == "lesson_items" else MemoOf.PART
            made.append(new_memo(of, str(new["id"]), cleaned(note), library.coder))
    return Edit("Begin a lesson", (*begun, *made))


def write_slide(library: Library, item: str, title: str, text: str) -> Edit:
    """Give a slide this title and text. Raises StaleEdit where it is gone."""
    return _changed(library, item, "Write a slide", title=_line(title), text=paragraphs(text))


def show_documents(library: Library, item: str, documents: Sequence[str]) -> Edit:
    """Let a row, chart or quiz show these manifestos, in this order. Raises StaleEdit where it is gone."""
    return _changed(library, item, "Change the manifestos of a part", documents=tuple(dict.fromkeys(documents)))


def draw_questions(library: Library, item: str, count: int, seed: int) -> Edit:
    """Let a quiz have so many questions, drawn by this seed. Raises StaleEdit where it is gone."""
    return _changed(library, item, "Draw other questions", count=count, seed=seed)


def skip_items(library: Library, items: Iterable[str], *, skipped: bool) -> Edit:
    """Pass over these when the lesson is held, or show them again. Raises StaleEdit where one is gone."""
    label = "Skip a part" if skipped else "Show a part again"
    changes = tuple(change for item in items for change in _changed(library, item, label, skipped=skipped).changes)
    if len(changes) > 1:
        label = f"Skip {len(changes)} parts" if skipped else f"Show {len(changes)} parts again"
    return Edit(label, changes)


def write_note(library: Library, plan: str, part: Part, text: str) -> Edit:
    """Give a part of a plan this note, "" for none, in place of what anybody noted on it.

    A quotation that has no place of its own yet gets one at the end. Raises StaleEdit where the part is gone.
    """
    kind = MemoOf.ITEM if part.kind.table == "lesson_items" else MemoOf.PART
    label = "Write a note for the lesson"
    if part.id or part.quoted is None:
        library.row(part.kind.table, part.id)
        return Edit(label, _noted(library, kind, part.id, text))
    position, _ = room_after(library, plan, "", 1)
    place = place_of_quotation(plan, part.quoted.item.id, position)
    made = _noted(library, kind, place.id, text)
    return Edit(label, (place, *made) if made else ())


def write_row_note(library: Library, row: str, text: str) -> Edit:
    """Give a row of a topic ("policing/officers") this note, "" for none, in place of what anybody noted on it."""
    return Edit("Write a note on a row", _noted(library, MemoOf.ROW, row, text))


def _noted(library: Library, kind: MemoOf, subject: str, text: str) -> tuple[Change, ...]:
    """The changes that leave one memo with this text, or none, on a subject."""
    text = cleaned(text)
    held = memo_rows(library, kind, [subject])
    if text == "\n\n".join(str(row["text"]) for row in held):
        return ()
    if not held:
        return (new_memo(kind, subject, text, library.coder),)
    first, rest = (held[0], held[1:]) if text else (None, held)
    changes = [Change("memos", str(row["id"]), row, None) for row in rest]
    if first is not None and first["text"] != text:
        changes.append(rewritten(first, text))
    return tuple(changes)


def _changed(library: Library, item: str, label: str, **values: str | int | tuple[str, ...]) -> Edit:
    row = library.row("lesson_items", item)
    old = str(row["value"])
    new = replace(LessonItem.unpacked(str(row["target"]), old), **values).packed()  # type: ignore[arg-type]  # its fields
    return Edit(label, (Change("lesson_items", item, {"value": old}, {"value": new}),) if new != old else ())


def _line(text: str) -> str:
    return " ".join(text.split())
