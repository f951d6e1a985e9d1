"""The part of a passage that a list shows: where most of what is looked for meets, with enough before to understand."""

from __future__ import annotations

from dataclasses import dataclass

from index.folding import fold
from reader.lead_ins import before_words

_BEFORE = 60  # code points before the first of the hits that are shown
_SEEN = 90  # after it; two lines of a narrow list hold both
_LENGTH = 320  # more than two lines of any list
_CUT = "… "


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words on one line; `marks` are code points in them, end exclusive."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(text: str, marks: tuple[tuple[int, int], ...], lead_in: str = "", language: str = "") -> Snippet:
    """The words round the marks that stand together, cut between words, after a lead-in that does more than promise."""
    led = before_words(lead_in, language)
    line = "".join(" " if character.isspace() else character for character in text)
    start = _start(line, _densest(line, marks), max(0, _BEFORE - len(led)))
    prefix = led or (_CUT if start else "")
    shift = len(prefix) - start
    kept = line[start : start + _LENGTH]
    moved = ((begin + shift, min(end, start + len(kept)) + shift) for begin, end in marks if begin >= start)
    return Snippet(prefix + kept, tuple((begin, end) for begin, end in moved if begin < end))


def _densest(line: str, marks: tuple[tuple[int, int], ...]) -> int:
    """Where the marks begin among which most different words are in sight at once; the first place of equals."""
    words = [fold(line[start:end]) for start, end in marks]
    best, most, last = 0, 0, 0
    for first, (begin, _) in enumerate(marks):
        last = max(last, first)
        while last < len(marks) and marks[last][1] <= begin + _SEEN:
            last += 1
        if (different := len(set(words[first:last]))) > most:
            best, most = begin, different
    return best if most else min((mark[0] for mark in marks), default=0)


def _start(line: str, first: int, before: int) -> int:
    """Where to begin so that the first mark, at `first`, comes after no more than so many code points."""
    if first <= before:
        return 0
    space = line.find(" ", first - before, first)
    return space + 1 if space >= 0 else first
