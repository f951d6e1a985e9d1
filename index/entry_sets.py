"""Entries of one segment: a set of their numbers where they are few, a byte for each entry (1: in it) where many.

Both are worked with by C loops; as bytes, what two common words share is found in a millisecond.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import compress
from typing import TypeAlias

Entries: TypeAlias = Set[int] | bytes

# From one entry in so many on, bytes take no longer than numbers.
SPARSE = 16
_OPPOSITE = b"\1\0" + bytes(254)


def flags(of: int, ranges: Iterable[tuple[int, int]]) -> bytes:
    """Entries in these ranges (first, and the one after the last) of a segment of so many."""
    made = bytearray(of)
    for first, end in ranges:
        made[first:end] = b"\1" * (end - first)
    return bytes(made)


def both(one: Entries, other: Entries) -> Entries:
    """Entries that are in the one and in the other."""
    if isinstance(one, bytes) and isinstance(other, bytes):
        shared = int.from_bytes(one, "little") & int.from_bytes(other, "little")
        return shared.to_bytes(len(one), "little")
    if isinstance(one, bytes) or isinstance(other, bytes):
        few, many = (other, one) if isinstance(one, bytes) else (one, other)
        return set(among(list(few), many))
    return one & other


def either(parts: Sequence[Entries], of: int) -> Entries:
    """Entries that are in one of these."""
    numbers = [part for part in parts if not isinstance(part, bytes)]
    many = [part for part in parts if isinstance(part, bytes)]
    if not many and sum(map(len, numbers)) * SPARSE < of:
        return frozenset().union(*numbers)
    joined = 0
    for part in many:
        joined |= int.from_bytes(part, "little")
    made = bytearray(joined.to_bytes(of, "little"))
    for few in numbers:
        for entry in few:
            made[entry] = 1
    return bytes(made)


def without(one: Entries, other: Entries) -> Entries:
    """Entries that are in the one and not in the other."""
    if isinstance(other, bytes):
        return both(one, opposite(other))
    if isinstance(one, bytes):
        made = bytearray(one)
        for entry in other:
            made[entry] = 0
        return bytes(made)
    return one - other


def opposite(entries: bytes) -> bytes:
    """All other entries of the segment."""
    return entries.translate(_OPPOSITE)


def count(entries: Entries) -> int:
    return entries.count(1) if isinstance(entries, bytes) else len(entries)


def among(numbers: Sequence[int], entries: Entries) -> list[int]:
    """Those of the numbers that are in the entries, in their order."""
    held = entries.__getitem__ if isinstance(entries, bytes) else entries.__contains__
    return list(compress(numbers, map(held, numbers)))


def listed(entries: Entries) -> list[int]:
    """The numbers, rising."""
    return list(compress(range(len(entries)), entries)) if isinstance(entries, bytes) else sorted(entries)
