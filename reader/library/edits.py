"""What people do to documents and sets, as edits that can be applied and undone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from reader.edits import Change, Edit, Row
from reader.errors import StaleEdit
from reader.library.library import Library
from reader.library.records import FIELDS, Document
from reader.names import checked_name


def set_fields(
    library: Library, document: str, values: Mapping[str, str], along: Mapping[str, str] | None = None
) -> Edit:
    """Enter these values for fields of a document; from then on they count as confirmed.

    `along` are guesses that follow from them; they take the place of older guesses alone.

    The edit has no changes when nothing would differ. Raises StaleEdit where the document is gone, ValueError for a
    field that does not exist.
    """
    unknown = set(values) - set(FIELDS)
    if unknown:
        raise ValueError(f"no such fields: {sorted(unknown)}")
    found = _document(library, document)
    cleaned = {name: " ".join(value.split()) for name, value in values.items()}
    guessed = {name: value for name, value in (along or {}).items() if name not in found.confirmed}
    new = {**guessed, **cleaned}
    what = next(iter(cleaned)) if len(cleaned) == 1 else "fields"
    return Edit(f"Change {what} of “{found.name}”", _fields(found, new, found.confirmed | cleaned.keys()))


def confirm(library: Library, document: str, fields: Iterable[str] = FIELDS) -> Edit:
    """Say that the values shown for these fields are right; empty ones are left alone."""
    found = _document(library, document)
    shown = {name for name in fields if getattr(found, name)}
    return Edit(f"Confirm fields of “{found.name}”", _fields(found, {}, found.confirmed | shown))


def _fields(found: Document, values: Mapping[str, str], confirmed: frozenset[str]) -> tuple[Change, ...]:
    """The change to these values and these confirmed fields.

    It holds also what is confirmed as it stood, so that doing it again cannot confirm another guess.
    """
    old, new = _spaced(found.confirmed), _spaced(confirmed)
    shown = {name: str(getattr(found, name)) for name in (*values, *(confirmed - found.confirmed))}
    before = {name: value for name, value in shown.items() if name not in found.confirmed or value != values[name]}
    after = {name: values.get(name, value) for name, value in before.items()}
    if old == new and before == after:
        return ()
    return (Change("documents", found.id, {**before, "confirmed": old}, {**after, "confirmed": new}),)


def _spaced(names: Iterable[str]) -> str:
    return " ".join(sorted(names))


def remove(library: Library, documents: str | Iterable[str]) -> Edit:
    """Take documents out of the library. What belongs to them stays, so that undoing brings all of it back."""
    found = [_document(library, name) for name in ([documents] if isinstance(documents, str) else documents)]
    present = [document for document in found if not document.removed]
    what = f"“{present[0].title}”" if len(present) == 1 else f"{len(present)} manifestos"
    return Edit(f"Remove {what}", tuple(_removal(document.id, now=1) for document in present))


def restore(library: Library, document: str) -> Edit:
    """Bring a removed document back."""
    found = _document(library, document)
    changes = (_removal(document, now=0),) if found.removed else ()
    return Edit(f"Bring back “{found.title}”", changes)


def _removal(document: str, *, now: int) -> Change:
    return Change("documents", document, {"removed": 1 - now}, {"removed": now})


def make_set(library: Library, name: str, documents: Sequence[str]) -> Edit:
    """A new set of these documents in this order; its id is that of the first change. Raises NameTaken."""
    cleaned = _checked(library, name, but="")
    new = str(uuid.uuid4())
    row: Row = {"id": new, "name": cleaned, "position": library.next_position("sets")}
    members = tuple(_joining(new, document, position) for position, document in enumerate(dict.fromkeys(documents)))
    return Edit(f"Make set “{cleaned}”", (Change("sets", new, None, row), *members))


def rename_set(library: Library, set_id: str, name: str) -> Edit:
    """Raises NameTaken, and StaleEdit where the set is gone."""
    old = str(library.row("sets", set_id)["name"])
    cleaned = _checked(library, name, but=set_id)
    changes = (Change("sets", set_id, {"name": old}, {"name": cleaned}),) if cleaned != old else ()
    return Edit(f"Rename set “{old}”", changes)


def change_set(library: Library, set_id: str, documents: Sequence[str]) -> Edit:
    """Give a set these documents in this order. Members that are removed from the library stay in it, at its end."""
    name = library.row("sets", set_id)["name"]
    members = {str(row["document"]): row for row in library.members(set_id)}
    shown = {document.id for document in library.documents()}
    wanted = list(dict.fromkeys(documents))
    wanted += [document for document in members if document not in shown and document not in wanted]
    changes = [Change("set_members", str(row["id"]), row, None) for key, row in members.items() if key not in wanted]
    for position, document in enumerate(wanted):
        row = members.get(document)
        if row is None:
            changes.append(_joining(set_id, document, position))
        elif row["position"] != position:
            old: Row = {"position": row["position"]}
            changes.append(Change("set_members", str(row["id"]), old, {"position": position}))
    return Edit(f"Change set “{name}”", tuple(changes))


def order_sets(library: Library, set_ids: Sequence[str]) -> Edit:
    """Give the sets this order. Raises StaleEdit where one is gone."""
    rows = [library.row("sets", set_id) for set_id in set_ids]
    changes = [
        Change("sets", str(row["id"]), {"position": row["position"]}, {"position": position})
        for position, row in enumerate(rows)
        if row["position"] != position
    ]
    return Edit("Order sets", tuple(changes))


def delete_set(library: Library, set_id: str) -> Edit:
    """The set goes; its documents stay in the library."""
    row = library.row("sets", set_id)
    members = tuple(Change("set_members", str(member["id"]), member, None) for member in library.members(set_id))
    return Edit(f"Delete set “{row['name']}”", (*members, Change("sets", set_id, row, None)))


def _joining(set_id: str, document: str, position: int) -> Change:
    name = f"{set_id}/{document}"
    return Change("set_members", name, None, {"id": name, "set_id": set_id, "document": document, "position": position})


def _checked(library: Library, name: str, *, but: str) -> str:
    return checked_name(
        name,
        (one.name for one in library.sets() if one.id != but),
        missing="A set needs a name.",
        taken="There is a set called “{name}” already.",
    )


def _document(library: Library, document: str) -> Document:
    found = library.document(document)
    if found is None:
        raise StaleEdit("This manifesto is not in the library any more.", "Add it again if it is still wanted.")
    return found
