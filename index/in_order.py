"""Results of work done side by side, put back into the order in which it was asked for."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Result = TypeVar("Result")


def in_order(results: Iterable[tuple[Key, Result]], asked: Sequence[Key], most: int) -> Iterator[tuple[Key, Result]]:
    """The results in the order of `asked`, which may grow meanwhile and names each key once.

    At most `most` results are held back for one that takes long; then the next in order goes before it.
    """
    held: dict[Key, Result] = {}
    given: set[Key] = set()
    turn = 0
    for key, result in results:
        held[key] = result
        while held:
            while asked[turn] in given:
                turn += 1
            due = asked[turn]
            if due not in held and len(held) <= most:
                break
            if due not in held:
                due = next(each for each in asked[turn:] if each in held)
            given.add(due)
            yield due, held.pop(due)
    for key in [each for each in asked if each in held]:
        yield key, held[key]
