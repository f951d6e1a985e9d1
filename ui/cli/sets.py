"""Sets of manifestos as commands name them."""

from __future__ import annotations

from reader.errors import UserError
from reader.library.library import Library
from reader.library.records import Document


class NoSuchSet(UserError):
    """No set has this name."""


def members(library: Library, named: str) -> list[Document]:
    """The manifestos of the set with this name, whatever its case, in their order. Raises NoSuchSet."""
    sets = library.sets()
    found = next((each for each in sets if each.name.casefold() == named.casefold()), None)
    if found is None:
        there = ", ".join(each.name for each in sets)
        raise NoSuchSet(f"There is no set “{named}”.", f"There are: {there}." if there else "There are no sets yet.")
    known = {document.id: document for document in library.documents()}
    return [known[name] for name in found.documents if name in known]
