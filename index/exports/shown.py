"""A comparison as it stands on the screen: what exports of it say and show."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.comparison import Comparison
from index.selecting import Only

if TYPE_CHECKING:
    from index.sampled import Outcome


@dataclass(frozen=True, slots=True)
class Shown:
    """`comparison` has its columns in the order shown. Everything else is how it was chosen.

    `set_name` is the set that is compared, "" for no named one, of whose `of` manifestos the columns are some. `folded`
    are the ids of rows that show counts only. `sensitive` are the passages (document and block) that speak of violence
    and abuse: of a sensitive topic all do, whatever stands here. `sampled` tells how right the topic is. `made` is the
    moment of the export (`reader.library.clock.now`), `program` the program with its version.
    """

    comparison: Comparison
    made: str
    program: str
    set_name: str = ""
    of: int = 0
    only: Only = Only.ALL
    best_first: bool = False
    folded: frozenset[str] = frozenset()
    sensitive: frozenset[tuple[str, str]] = frozenset()
    sampled: Outcome | None = None

    def speaking(self, passages: Collection[tuple[str, str]]) -> int:
        """How many of these passages speak of violence and abuse."""
        if self.comparison.topic.sensitive:
            return len(passages)
        return sum(passage in self.sensitive for passage in passages)
