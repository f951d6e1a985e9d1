"""Corrections of many manifestos at once, each one edit that one undo takes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reader.addresses import is_address, today
from reader.edits import Edit
from reader.facts import Facts, usable_facts
from reader.guess_election import named_election
from reader.library import edits
from reader.library.library import Library
from reader.library.records import Document


def correct(library: Library, documents: Sequence[str], field: str, value: str) -> Edit:
    """Enter this value for a field of all of these manifestos. Raises StaleEdit.

    With the party comes its colour, where nobody has chosen another; with the election its year, office and nation,
    where there are none yet: they are guesses. With an address as source comes the day on which it was seen, which is
    today where none is known.
    """
    seen = {"accessed": today()} if field == "source" and is_address(value) else {}
    parts = [
        edits.set_fields(
            library,
            document,
            {field: value, **({} if _accessed(library, document) else seen)},
            _along(library, document, field, value),
        )
        for document in documents
    ]
    return _together(parts, f"Change {field}")


def confirm(library: Library, documents: Sequence[str]) -> Edit:
    """Say that what is shown of these manifestos is right. Raises StaleEdit."""
    return _together([edits.confirm(library, document) for document in documents], "Confirm fields")


def facts_of(library: Library) -> Facts:
    """What is known of parties, with the user's own where they can be used."""
    return usable_facts(library.home.settings)


def _along(library: Library, document: str, field: str, value: str) -> Mapping[str, str]:
    """What follows for a manifesto from this value of a field, by field."""
    value = " ".join(value.split())
    match field:
        case "party":
            known = facts_of(library).party(value)
            return {"colour": known.colour} if known and known.colour else {}
        case "election" if value and (held := library.document(document)):
            return {name: said for name, said in _of_election(library, value, held).items() if not getattr(held, name)}
        case _:
            return {}


def _of_election(library: Library, election: str, held: Document) -> Mapping[str, str]:
    """Year, office and nation of an election, as facts or another manifesto have them; "" for what nothing tells."""
    known = facts_of(library)
    found = named_election(election, known)
    author = known.party(held.party)
    branch = author.nation if author else ""
    others = [other for other in library.documents() if other.election == election and other.id != held.id]
    said = {"year": found.year, "office": found.office, "nation": (branch if found.name else "") or found.nation}
    return {name: fact or next((str(getattr(each, name)) for each in others), "") for name, fact in said.items()}


def _accessed(library: Library, document: str) -> str:
    found = library.document(document)
    return found.accessed if found is not None else ""


def _together(parts: Iterable[Edit], what: str) -> Edit:
    changing = [part for part in parts if part.changes]
    if len(changing) == 1:
        return changing[0]
    return Edit(f"{what} of {len(changing)} manifestos", tuple(change for part in changing for change in part.changes))
