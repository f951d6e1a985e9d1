"""What the number of a page says: the number printed on it, in brackets where it is only counted.

A page without a number between pages that have theirs is cited by its place in the count, in square brackets, as
The Chicago Manual of Style and the rules of library catalogues have it. A spread has both: "6|7".
"""

from __future__ import annotations

import re

_COUNTED = re.compile(r"\[(.+)\]")
_PADDED = re.compile(r"(?<!\d)0+(?=\d)")


def counted(number: str) -> str:
    """The label of a page on which its number is not printed."""
    return f"[{number}]"


def printed(label: str | None) -> str | None:
    """What of a label is printed on the page; None for nothing."""
    parts = [part for part in (label or "").split("|") if part and not _COUNTED.fullmatch(part)]
    return "|".join(parts) or None


def is_meant(label: str, typed: str) -> bool:
    """Whether somebody who types this means the page of this label: "4" means "04", "[4]" and "4|5", "A3" no "3"."""
    wanted = _plain(typed)
    return wanted in (_plain(label), *map(_plain, label.split("|")))


def _plain(label: str) -> str:
    return _PADDED.sub("", _COUNTED.sub(r"\1", label.strip())).casefold()
