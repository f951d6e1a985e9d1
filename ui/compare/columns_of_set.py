"""Which manifestos are columns: all of them, a named set, or those chosen elsewhere for the moment."""

from __future__ import annotations

from collections.abc import Sequence

from reader.library.library import Library
from reader.library.records import Document
from ui.compare.table.order import ordered
from ui.compare.view_state import ALL, CHOSEN, ViewState


def offered_sets(library: Library, chosen: Sequence[str]) -> list[tuple[str, str]]:
    """Ids and names of the sets that can be picked, all manifestos first."""
    offered = [(ALL, "All manifestos")]
    if chosen:
        offered.append((CHOSEN, f"{len(chosen)} chosen manifestos" if len(chosen) > 1 else "The chosen manifesto"))
    return offered + [(each.id, each.name) for each in library.sets()]


def columns_of(members: tuple[Document, ...], state: ViewState) -> tuple[Document, ...]:
    """Those of the set's manifestos that are columns; all where every one of them was left out."""
    return tuple(each for each in members if each.id not in state.left_out) or members


def members_of(library: Library, state: ViewState) -> tuple[Document, ...]:
    """All manifestos of the set in the order of the columns. A set that is gone counts as all manifestos."""
    present = {document.id: document for document in library.documents()}
    members = _members(library, state)
    documents = present.values() if members is None else (present[each] for each in members if each in present)
    return tuple(ordered(documents, state.filters.order, state.by_hand))


def _members(library: Library, state: ViewState) -> Sequence[str] | None:
    """The ids of the set's manifestos; None for all."""
    if state.set == CHOSEN and state.chosen:
        return state.chosen
    return next((each.documents for each in library.sets() if each.id == state.set), None)
