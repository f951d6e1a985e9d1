"""Corrections of many manifestos at once, each one edit that one undo takes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reader.addresses import is_address, today
from reader.edits import Edit
from reader.facts import Facts, usable_facts
from reader.library import edits
from reader.library.library import Library


def correct(library: Library, documents: Sequence[str], field: str, value: str) -> Edit:
    """Enter this value for a field of all of these manifestos. Raises StaleEdit.

    With the party comes its colour, where nobody has chosen another; with an address as source the day on which it was
    seen, which is today where none is known.
    """
    along = _colour(library, value) if field == "party" else {}
    seen = {"accessed": today()} if field == "source" and is_address(value) else {}
    parts = [
        edits.set_fields(library, document, {field: value, **({} if _accessed(library, document) else seen)}, along)
        for document in documents
    ]
    return _together(parts, f"Change {field}")


def confirm(library: Library, documents: Sequence[str]) -> Edit:
    """Say that what is shown of these manifestos is right. Raises StaleEdit."""
    return _together([edits.confirm(library, document) for document in documents], "Confirm fields")


def facts_of(library: Library) -> Facts:
    """What is known of parties, with the user's own where they can be used."""
    return usable_facts(library.home.settings)


def _accessed(library: Library, document: str) -> str:
    found = library.document(document)
    return found.accessed if found is not None else ""


def _colour(library: Library, party: str) -> Mapping[str, str]:
    known = facts_of(library).party(" ".join(party.split()))
    return {"colour": known.colour} if known and known.colour else {}


def _together(parts: Iterable[Edit], what: str) -> Edit:
    changing = [part for part in parts if part.changes]
    if len(changing) == 1:
        return changing[0]
    return Edit(f"{what} of {len(changing)} manifestos", tuple(change for part in changing for change in part.changes))
