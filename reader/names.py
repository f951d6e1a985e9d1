"""Names that people give: cleaned, and never two alike where names are how things are told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count

from reader.errors import NameTaken


def free_name(name: str, taken: Iterable[str], numbered: Callable[[int], str] | None = None) -> str:
    """The name, or where it is taken, in whatever letters, the first with a number that is not: "New plan 2".

    `numbered` writes the name with a number in another way.
    """
    write = numbered or (lambda number: f"{name} {number}")
    there = {one.casefold() for one in taken}
    names = (name if number == 1 else write(number) for number in count(1))
    return next(one for one in names if one.casefold() not in there)


def checked_name(name: str, others: Iterable[str], *, missing: str, taken: str) -> str:
    """The name with single spaces. Raises NameTaken where there is none, or one of the others has it.

    `missing` and `taken` say so; `taken` has {name}, for the name that is there already.
    """
    cleaned = " ".join(name.split())
    if not cleaned:
        raise NameTaken(missing, "Type one.")
    same = next((one for one in others if one.casefold() == cleaned.casefold()), None)
    if same is not None:
        raise NameTaken(taken.format(name=same), "Choose another name.")
    return cleaned
