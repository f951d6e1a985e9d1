"""Writes numbers of list items as the office programs print them: 3, c, C, iii, III, 3rd; reads roman ones."""

from __future__ import annotations

from functools import cache

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Beyond this a number is written in figures whatever the list asks for.
_MOST = 4_000


def written(count: int, style: str) -> str:
    """The number in a style: "a", "A", "i", "I", "01" (two figures), "1st", or anything else for plain figures."""
    if style == "01":
        return f"{count:02d}"
    if style == "1st":
        return f"{count}{_ending(count)}"
    if not 0 < count < _MOST:
        return str(count)
    if style in ("a", "A"):
        # After z come aa, bb, cc.
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if style == "a" else letters.upper()
    if style in ("i", "I"):
        return _roman(count) if style == "i" else _roman(count).upper()
    return str(count)


def roman_value(text: str) -> int | None:
    """What a roman number of up to 399 in one case counts; None for other text."""
    return _roman_values().get(text.casefold()) if text.islower() or text.isupper() else None


@cache
def _roman_values() -> dict[str, int]:
    return {_roman(count): count for count in range(1, 400)}


def _roman(count: int) -> str:
    letters = ""
    for worth, sign in _ROMAN:
        letters += sign * (count // worth)
        count %= worth
    return letters


def _ending(count: int) -> str:
    return "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
