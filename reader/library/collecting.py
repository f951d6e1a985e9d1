"""Collecting quotations in named plans, as edits that can be applied and undone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import asdict

from reader.edits import Change, Edit, Row
from reader.library.anchoring import anchor
from reader.library.clock import now
from reader.library.collected import collections, items
from reader.library.library import Library
from reader.library.planning import notes_gone, place_of_quotation, room_after
from reader.library.verdicts import Span
from reader.names import checked_name

# What the plan is called that is made when something is collected and there is none.
FIRST_PLAN = "My plan"


def collect(library: Library, collection: str, document: str, stretches: Iterable[Span], after: str = "") -> Edit:
    """Put these stretches of a document into a plan, one item each; the very same are not put there twice.

    They stand after the part with the id `after`, at the end where it is none of the plan. For the plan "" a first one
    is made. The edit has no changes where all of them are there. Raises StaleEdit where a passage is gone.
    """
    every = library.blocks(document, first_pieces=True)
    begun = () if collection else make_collection(library, FIRST_PLAN).changes
    collection = collection or begun[0].id
    held = library.read(lambda connection: items(connection, collection))
    there = {(one.document, one.anchor.block, one.anchor.start, one.anchor.end) for one in held}
    made: list[Change] = []
    places: list[Change] = []
    found = tuple(stretches)
    place, moved = room_after(library, collection, after, len(found))
    position = library.next_position("collected")
    for one in found:
        if (document, one.block, one.start, one.end) not in there:
            at = anchor(every, one.block, one.start, one.end)
            row: Row = {
                "id": str(uuid.uuid4()),
                "collection": collection,
                "document": document,
                **{name: value for name, value in asdict(at).items() if name != "last_block"},
                "sentence": "",
                "position": position + len(made),
                "made": now(),
            }
            places.append(place_of_quotation(collection, str(row["id"]), place + len(made)))
            made.append(Change("collected", str(row["id"]), None, row))
    what = "a passage" if len(made) == 1 else f"{len(made)} passages"
    return Edit(f"Add {what} to the plan", (*begun, *made, *places, *moved) if made else ())


def make_collection(library: Library, name: str) -> Edit:
    """A new, empty plan; its id is that of the first change. Raises NameTaken."""
    cleaned = _checked(library, name, but="")
    new = str(uuid.uuid4())
    row: Row = {"id": new, "name": cleaned, "position": library.next_position("collections")}
    return Edit(f"Make plan “{cleaned}”", (Change("collections", new, None, row),))


def rename_collection(library: Library, collection: str, name: str) -> Edit:
    """Raises NameTaken, and StaleEdit where the plan is gone."""
    old = str(library.row("collections", collection)["name"])
    cleaned = _checked(library, name, but=collection)
    changes = (Change("collections", collection, {"name": old}, {"name": cleaned}),) if cleaned != old else ()
    return Edit(f"Rename plan “{old}”", changes)


def delete_collection(library: Library, collection: str) -> Edit:
    """The plan goes with all that is in it, also of documents that have been removed, and all notes on that.

    Raises StaleEdit.
    """
    row = library.row("collections", collection)
    held = [
        (table, name)
        for table in ("collected", "plan_parts", "lesson_items")
        for name in _in_collection(library, table, collection)
    ]
    notes = notes_gone(library, [name for _, name in held])
    gone = [Change(table, name, library.row(table, name), None) for table, name in held]
    return Edit(f"Delete plan “{row['name']}”", (*notes, *gone, Change("collections", collection, row, None)))


def _in_collection(library: Library, table: str, collection: str) -> list[str]:
    query = f"SELECT id FROM {table} WHERE collection = ?"  # noqa: S608  # the names above
    return [name for (name,) in library.read(lambda connection: connection.execute(query, (collection,)).fetchall())]


def write_sentence(library: Library, item: str, sentence: str) -> Edit:
    """Give a quotation this sentence in one's own words, "" for none. Raises StaleEdit where it is gone."""
    old, new = library.row("collected", item)["sentence"], " ".join(sentence.split())
    changes = (Change("collected", item, {"sentence": old}, {"sentence": new}),) if old != new else ()
    return Edit("Write in own words", changes)


def _checked(library: Library, name: str, *, but: str) -> str:
    return checked_name(
        name,
        (one.name for one in library.read(collections) if one.id != but),
        missing="A plan needs a name.",
        taken="There is a plan called “{name}” already.",
    )
