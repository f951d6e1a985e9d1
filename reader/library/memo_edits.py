"""Writing memos, as edits that can be applied and undone; and what becomes of them when their subject goes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from reader.edits import Change, Edit, Row, Value
from reader.errors import StaleEdit
from reader.library.clock import now
from reader.library.library import Library
from reader.library.memos import MemoOf, ids_of
from reader.library.packing import compact

_TABLES = {
    MemoOf.ANNOTATION: "annotations",
    MemoOf.CODE: "codes",
    MemoOf.DOCUMENT: "documents",
    MemoOf.PART: "plan_parts",
    MemoOf.ITEM: "lesson_items",
}
_CALLED = {
    MemoOf.ANNOTATION: "a passage",
    MemoOf.CODE: "a code",
    MemoOf.DOCUMENT: "a manifesto",
    MemoOf.LIBRARY: "the project",
    MemoOf.PART: "a part of the plan",
    MemoOf.ITEM: "a part of the lesson",
    MemoOf.ROW: "a row",
}


def write_memo(library: Library, kind: MemoOf, subject: str, text: str) -> Edit:
    """Give a subject (an id, see `MemoOf`) this memo of the coder at work, "" for none.

    The edit has no changes when it says that already. Raises StaleEdit where the subject is gone.
    """
    if kind in _TABLES:
        library.row(_TABLES[kind], subject)
    coder, text = library.coder, cleaned(text)
    label = f"Write a memo on {_CALLED[kind]}" if text else f"Delete a memo on {_CALLED[kind]}"
    mine = [row for row in memo_rows(library, kind, [subject]) if row["coder"] == coder]
    if not mine:
        return Edit(label, (new_memo(kind, subject, text, coder),) if text else ())
    held = mine[0]
    if text == held["text"]:
        return Edit(label, ())
    if not text:
        return Edit(label, (Change("memos", str(held["id"]), held, None),))
    return Edit(label, (rewritten(held, text),))


def rewritten(held: Row, text: str) -> Change:
    """The change that gives a memo, its whole row, this text."""
    return _rewritten(held, {"text": text, "changed": now()})


def new_memo(kind: MemoOf, subject: str, text: str, coder: str, made: str = "") -> Change:
    """The row of a new memo; `made` is now unless it is known to be of another time."""
    made = made or now()
    row: Row = {
        "id": str(uuid.uuid4()),
        "subject_kind": kind.value,
        "subject": subject,
        "text": text,
        "coder": coder,
        "made": made,
        "changed": made,
    }
    return Change("memos", str(row["id"]), None, row)


def memos_gone(library: Library, kind: MemoOf, subjects: Iterable[str]) -> list[Change]:
    """The changes that take away all memos on subjects that go."""
    return [Change("memos", str(row["id"]), row, None) for row in memo_rows(library, kind, subjects)]


def memos_moved(library: Library, kind: MemoOf, to: Mapping[str, str]) -> list[Change]:
    """The changes that move all memos on subjects that go to others, by the ids of these; none of those goes itself.

    A subject has one memo of each coder: where there is one already, the other is written below it.
    """
    rows = memo_rows(library, kind, {*to, *to.values()})
    rows.sort(key=lambda row: row["subject"] in to)
    first: dict[tuple[str, Value], dict[str, Value]] = {}
    texts: dict[tuple[str, Value], list[str]] = {}
    changes = []
    for row in rows:
        place = to.get(str(row["subject"]), str(row["subject"])), row["coder"]
        texts.setdefault(place, []).append(str(row["text"]))
        if place in first:
            changes.append(Change("memos", str(row["id"]), row, None))
        else:
            first[place] = row
    for place, row in first.items():
        wanted: Row = {"subject": place[0], "text": "\n\n".join(texts[place])}
        if any(row[name] != value for name, value in wanted.items()):
            changes.append(_rewritten(row, {**wanted, "changed": now()}))
    return changes


def memo_rows(library: Library, kind: MemoOf, subjects: Iterable[str]) -> list[dict[str, Value]]:
    """The rows of all memos on these subjects, the oldest first."""
    asked = compact(list(subjects))
    return [library.row("memos", name) for name in library.read(lambda connection: ids_of(connection, kind, asked))]


def cleaned(text: str) -> str:
    """A memo as it is kept: its lines as they are, without blank ones before and after."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def _rewritten(row: Row, wanted: Row) -> Change:
    return Change("memos", str(row["id"]), {name: row[name] for name in wanted}, wanted)


def check_there(library: Library, document: str) -> None:
    """Raises StaleEdit where a document is gone."""
    found = library.document(document)
    if found is None or found.removed:
        raise StaleEdit("This manifesto is not in the library any more.", "Add it again if it is still wanted.")
