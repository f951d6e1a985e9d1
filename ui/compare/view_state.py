"""How people left the comparison, as values that go into a small JSON file and come back from a damaged one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from index.selecting import Only
from reader.small_files import plain_json
from ui.compare.cards.card import Density
from ui.compare.controls import Filters
from ui.compare.table.order import ColumnOrder

# The sets that are not stored under a name: every manifesto, and those that were chosen elsewhere just now.
ALL = "all"
CHOSEN = "chosen"

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class ViewState:
    """Ids of topic and set, the filters, the first column in sight, and the set's order made by hand (document ids).

    `chosen` are documents put together for the moment, under no name: the set CHOSEN. `left_out` are manifestos of the
    set that are no columns, `folded` the rows that are folded up (topic/row); `linear` shows one list.
    `opened` are topics whose less certain passages are unfolded: kept nowhere, so that no comparison opens with them.
    """

    topic: str = ""
    set: str = ALL
    filters: Filters = field(default_factory=Filters)
    first: int = 0
    by_hand: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    linear: bool = False
    opened: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return {
            "topic": self.topic,
            "set": self.set,
            "only": self.filters.only.value,
            "best_first": self.filters.best_first,
            "density": self.filters.density.value,
            "order": self.filters.order.value,
            "first": self.first,
            "by_hand": list(self.by_hand),
            "chosen": list(self.chosen),
            "left_out": list(self.left_out),
            "folded": list(self.folded),
            "linear": self.linear,
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> ViewState:
        """The state that `as_json` gave; what is not there or makes no sense is as at a first start."""
        filters = Filters(
            only=_choice(Only, values.get("only"), Only.ALL),
            best_first=values.get("best_first") is not False,
            density=_choice(Density, values.get("density"), Density.SHORT),
            order=_choice(ColumnOrder, values.get("order"), ColumnOrder.HAND),
        )
        first = values.get("first")
        return cls(
            topic=_text(values.get("topic")),
            set=_text(values.get("set")) or ALL,
            filters=filters,
            first=first if isinstance(first, int) and first >= 0 else 0,
            by_hand=_texts(values.get("by_hand")),
            chosen=_texts(values.get("chosen")),
            left_out=_texts(values.get("left_out")),
            folded=_texts(values.get("folded")),
            linear=values.get("linear") is True,
        )


def kept_view(text: str) -> ViewState | None:
    """The state that is kept with a set as JSON text; None where there is none, or it is damaged."""
    try:
        values = plain_json(text)
    except ValueError:
        return None
    return ViewState.from_json(values) if isinstance(values, dict) and values else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _choice(kind: type[Choice], value: object, usual: Choice) -> Choice:
    return next((each for each in kind if each.value == value), usual)
