"""Collecting quotations in named lists, as edits that can be applied and undone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from reader.edits import Change, Edit, Row
from reader.errors import NameTaken
from reader.library.anchoring import anchor
from reader.library.clock import now
from reader.library.collected import collections, items
from reader.library.library import Library
from reader.library.planning import place_of_quotation
from reader.library.verdicts import Span

# What the list is called that is made when something is collected and there is none.
FIRST_LIST = "Collected"


def collect(library: Library, collection: str, document: str, stretches: Iterable[Span]) -> Edit:
    """Put these stretches of a document at the end of a list, one item each; the very same are not put there twice.

    For the list "" a first one is made. The edit has no changes where all of them are there. Raises StaleEdit where a
    passage is gone.
    """
    every = library.blocks(document, first_pieces=True)
    begun = () if collection else make_collection(library, FIRST_LIST).changes
    collection = collection or begun[0].id
    held = library.read(lambda connection: items(connection, collection))
    there = {(one.document, one.anchor.block, one.anchor.start, one.anchor.end) for one in held}
    made: list[Change] = []
    places: list[Change] = []
    place = library.next_position("plan_parts")
    position = library.next_position("collected")
    for one in stretches:
        if (document, one.block, one.start, one.end) not in there:
            at = anchor(every, one.block, one.start, one.end)
            row: Row = {
                "id": str(uuid.uuid4()),
                "collection": collection,
                "document": document,
                **asdict(at),
                "sentence": "",
                "position": position + len(made),
                "made": now(),
            }
            places.append(place_of_quotation(collection, str(row["id"]), place + len(made)))
            made.append(Change("collected", str(row["id"]), None, row))
    what = "a passage" if len(made) == 1 else f"{len(made)} passages"
    return Edit(f"Collect {what}", (*begun, *made, *places) if made else ())


def make_collection(library: Library, name: str) -> Edit:
    """A new, empty list; its id is that of the first change. Raises NameTaken."""
    cleaned = _free_name(library, name, but="")
    new = str(uuid.uuid4())
    row: Row = {"id": new, "name": cleaned, "position": library.next_position("collections")}
    return Edit(f"Make list “{cleaned}”", (Change("collections", new, None, row),))


def rename_collection(library: Library, collection: str, name: str) -> Edit:
    """Raises NameTaken, and StaleEdit where the list is gone."""
    old = str(library.row("collections", collection)["name"])
    cleaned = _free_name(library, name, but=collection)
    changes = (Change("collections", collection, {"name": old}, {"name": cleaned}),) if cleaned != old else ()
    return Edit(f"Rename list “{old}”", changes)


def delete_collection(library: Library, collection: str) -> Edit:
    """The list goes with all that is in it, also of documents that have been removed. Raises StaleEdit."""
    row = library.row("collections", collection)
    gone = [
        Change(table, name, library.row(table, name), None)
        for table in ("collected", "plan_parts")
        for name in _in_collection(library, table, collection)
    ]
    return Edit(f"Delete list “{row['name']}”", (*gone, Change("collections", collection, row, None)))


def _in_collection(library: Library, table: str, collection: str) -> list[str]:
    query = f"SELECT id FROM {table} WHERE collection = ?"  # noqa: S608  # the names above
    return [name for (name,) in library.read(lambda connection: connection.execute(query, (collection,)).fetchall())]


def order_collected(library: Library, wanted: Sequence[str]) -> Edit:
    """Give these items of a list this order, in the places that they have now. Raises StaleEdit where one is gone."""
    rows = [library.row("collected", name) for name in wanted]
    places = sorted(int(str(row["position"])) for row in rows)
    changes = tuple(
        Change("collected", name, {"position": row["position"]}, {"position": place})
        for name, row, place in zip(wanted, rows, places, strict=True)
        if row["position"] != place
    )
    return Edit("Order what is collected", changes)


def write_sentence(library: Library, item: str, sentence: str) -> Edit:
    """Give an item this sentence of one's own, "" for none. Raises StaleEdit where it is gone."""
    old, new = library.row("collected", item)["sentence"], " ".join(sentence.split())
    changes = (Change("collected", item, {"sentence": old}, {"sentence": new}),) if old != new else ()
    return Edit("Write a sentence", changes)


def take_out(library: Library, wanted: Sequence[str]) -> Edit:
    """Take these items out of their list. Raises StaleEdit where one is gone."""
    what = "a passage" if len(wanted) == 1 else f"{len(wanted)} passages"
    gone = tuple(Change("collected", name, library.row("collected", name), None) for name in wanted)
    return Edit(f"Take {what} out of the list", gone)


def _free_name(library: Library, name: str, *, but: str) -> str:
    cleaned = " ".join(name.split())
    taken = [one for one in library.read(collections) if one.id != but and one.name.casefold() == cleaned.casefold()]
    if not cleaned:
        raise NameTaken("A list needs a name.", "Type one.")
    if taken:
        raise NameTaken(f"There is a list called “{taken[0].name}” already.", "Choose another name.")
    return cleaned
