"""How the table is drawn, whatever it shows: how densely, which rows are folded up, as columns or as one list."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from ui.compare.cards.card import Density


@dataclass(frozen=True, slots=True)
class Look:
    """`folded` are ids of rows; `linear` is one list in the place of columns."""

    density: Density = Density.SHORT
    folded: Set[str] = frozenset()
    linear: bool = False
