"""Lays texts that follow one another on the letters of a manifesto, in their order, and leaves out what does not fit.

First the texts that stand in one place alone, of which as many are kept as follow one another; then, between two of
these, what touches a text that is laid, and last what stands once in the gap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from reader.library.folding import Running

# Fewer letters may stand by chance in one place alone that is not theirs.
_TELLING = 12


def laid(keys: Sequence[str], running: Running) -> list[tuple[int, int] | None]:
    """For each of these folded texts, the letters that it lies on, the end exclusive; None for no place."""
    letters = running.letters
    found: list[tuple[int, int] | None] = [None] * len(keys)
    # A text that comes twice and stands once is that of either row.
    alone = [key for key, count in Counter(keys).items() if count == 1]
    once = {key: place for key in alone if (place := _only_place(key, letters)) is not None}
    sure = [(at, once[key]) for at, key in enumerate(keys) if key in once]
    for at, place in _in_order(sure):
        found[at] = place, place + len(keys[at])
    # What touches grows the laid texts, which narrows the gaps in which others may stand once.
    while True:
        before = sum(one is not None for one in found)
        _touching(keys, letters, found)
        _once_in_gap(keys, running, found)
        if sum(one is not None for one in found) == before:
            return found


def _only_place(key: str, letters: str) -> int | None:
    if len(key) < _TELLING:
        return None
    first = letters.find(key)
    return first if first >= 0 and letters.find(key, first + 1) < 0 else None


def _in_order(sure: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of these pairs in which the places rise too: what stands elsewhere is no place of this text."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(sure):
        rank = bisect_left(tails, place)
        before.append(ends[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(place)
            ends.append(at)
        else:
            tails[rank], ends[rank] = place, at
    run: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(sure[at])
        at = before[at]
    return run[::-1]


def _touching(keys: Sequence[str], letters: str, found: list[tuple[int, int] | None]) -> None:
    """Lay what stands directly after the text before it, or directly before the text after it, which are laid."""
    for at in range(len(keys)):
        left = found[at - 1] if at else (0, 0)
        if found[at] is None and left is not None and keys[at] and letters.startswith(keys[at], left[1]):
            stop = left[1] + len(keys[at])
            found[at] = (left[1], stop) if stop <= _next_start(found, at, len(letters)) else None
    for at in reversed(range(len(keys))):
        right = found[at + 1] if at + 1 < len(keys) else (len(letters), len(letters))
        if found[at] is None and right is not None and keys[at] and letters.endswith(keys[at], 0, right[0]):
            start = right[0] - len(keys[at])
            found[at] = (start, right[0]) if start >= _last_end(found, at) else None


def _next_start(found: Sequence[tuple[int, int] | None], at: int, end: int) -> int:
    return next((one[0] for one in found[at + 1 :] if one is not None), end)


def _last_end(found: Sequence[tuple[int, int] | None], at: int) -> int:
    return next((one[1] for one in reversed(found[:at]) if one is not None), 0)


def _once_in_gap(keys: Sequence[str], running: Running, found: list[tuple[int, int] | None]) -> None:
    """Lay what stands as words once between the laid texts around it, where that leaves the others their order."""
    for first, last, start, end in _gaps(found, len(running.letters)):
        once = []
        count = Counter(keys[first:last])
        for at in range(first, last):
            places = list(islice(_words(keys[at], running, start, end), 2)) if keys[at] else []
            if len(places) == 1 and count[keys[at]] == 1:
                once.append((at, places[0]))
        edge = start
        for at, place in _in_order(once):
            if place >= edge:
                found[at] = place, place + len(keys[at])
                edge = place + len(keys[at])


def _gaps(found: Sequence[tuple[int, int] | None], end: int) -> list[tuple[int, int, int, int]]:
    """Runs of texts without a place: the first, the last exclusive, and the letters between which they stand."""
    gaps = []
    at = 0
    while at < len(found):
        if found[at] is None:
            first = at
            while at < len(found) and found[at] is None:
                at += 1
            gaps.append((first, at, _last_end(found, first), _next_start(found, at - 1, end)))
        at += 1
    return gaps


def _words(key: str, running: Running, start: int, end: int) -> Iterator[int]:
    """Where these letters stand as whole words between two places."""
    place = running.letters.find(key, start, end)
    while place >= 0:
        if running.is_word(place, place + len(key)):
            yield place
        place = running.letters.find(key, place + 1, end)
