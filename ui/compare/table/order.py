"""The order of the columns: by name, by year, or as a person has arranged them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from reader.library.records import Document


class ColumnOrder(StrEnum):
    """What the columns are ordered by."""

    NAME = "name"
    YEAR = "year"
    HAND = "hand"


ORDER_NAMES = {
    ColumnOrder.NAME: "Order: by name",
    ColumnOrder.YEAR: "Order: by year",
    ColumnOrder.HAND: "Order: as added",
}
OWN_ORDER = "Order: my own"  # the last of them, once somebody has moved a column


def ordered(documents: Iterable[Document], order: ColumnOrder, by_hand: Sequence[str] = ()) -> list[Document]:
    """The documents as columns. `by_hand` are document ids; those that it does not name follow as they came."""
    given = list(documents)
    if order is ColumnOrder.NAME:
        return sorted(given, key=lambda document: (document.name.casefold(), document.year))
    if order is ColumnOrder.YEAR:
        # A manifesto whose year is not known stands last rather than first.
        return sorted(given, key=lambda document: (document.year or "9999", document.name.casefold()))
    places = {identifier: place for place, identifier in enumerate(by_hand)}
    return sorted(given, key=lambda document: places.get(document.id, len(places)))


def moved(identifiers: Sequence[str], identifier: str, by: int) -> list[str]:
    """The ids with one of them `by` places further on, as far as there is room; as they are where it is not there.

    A manifesto may have been removed since its column was chosen.
    """
    arranged = list(identifiers)
    if identifier not in arranged:
        return arranged
    at = arranged.index(identifier)
    arranged.insert(max(0, min(len(arranged) - 1, at + by)), arranged.pop(at))
    return arranged
