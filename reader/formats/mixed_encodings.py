"""Reads texts whose lines are in two encodings from before UTF-8, as pasting from two machines left them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.formats.legacy_encodings import IMPOSSIBLE, NAMES, alphabet_of, best_of, standing_in, table_of

# A line reads badly where most of its signs cannot stand so; well where most stand as one expects.
_BADLY, _WELL = 0.0, 0.5
# So many bytes have to speak for a second encoding, and by so much.
_ENOUGH, _SURELY = 3, 0.4
# A line that reads nearly as well in both is in the one of its stretch.
_SLIGHTLY = 0.2
# So many lines tell which encoding most are in.
_LINES = 100


class Read(NamedTuple):
    """The text, and the encodings that its lines were read in: none where one for all is as good."""

    text: str
    encodings: tuple[str, ...] = ()


def by_lines(text: str) -> Read:
    """The text with each line in the encoding of most lines, or in a second one where that reads badly.

    What no encoding is known for stands in it as "surrogateescape" leaves it.
    """
    lines = text.splitlines(keepends=True)
    unknown = [at for at, line in enumerate(lines) if _bytes_in(line)]
    if len(unknown) < 2:
        return Read(text)
    own = alphabet_of(text)
    first = _of_most([lines[at] for at in unknown[:: max(1, len(unknown) // _LINES)]], own)
    bad = {at: found for at in unknown if (found := standing_in(lines[at], first, own)).fit < _BADLY}
    # A foreign name is no other encoding: there are signs that cannot stand so.
    rest = "".join(lines[at] for at, found in bad.items() if found.worst <= IMPOSSIBLE)
    if _bytes_in(rest) < _ENOUGH:
        return Read(text)
    second = best_of(rest, own)
    if second.fit < _WELL or second.fit - standing_in(rest, first, own).fit < _SURELY:
        return Read(text)
    others = _in_second(
        [
            (at, standing_in(lines[at], first, own).fit, standing_in(lines[at], second.encoding, own).fit)
            for at in unknown
        ]
    )
    read = [line.translate(table_of(second.encoding if at in others else first)) for at, line in enumerate(lines)]
    return Read("".join(read), (first, second.encoding))


def _in_second(fits: Sequence[tuple[int, float, float]]) -> set[int]:
    """The lines that are in the second encoding, of lines with how they read in either: in doubt as the one before."""
    found: set[int] = set()
    before = False
    for at, in_first, in_second in fits:
        if abs(in_first - in_second) > _SLIGHTLY:
            before = in_second > in_first
        if before:
            found.add(at)
    return found


def _of_most(lines: Sequence[str], own: frozenset[str] | None) -> str:
    """The encoding in which most lines read well, of those with as many the one in which they read best."""

    def standing(encoding: str) -> tuple[int, float]:
        fits = [fit for line in lines if (fit := standing_in(line, encoding, own).fit) >= _WELL]
        return len(fits), sum(fits)

    return max(NAMES, key=standing)


def _bytes_in(text: str) -> int:
    return sum("\udc80" <= char <= "\udcff" for char in text)
