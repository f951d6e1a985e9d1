"""Fair drawing: every manifesto equally often within one, passages of like length, decided by seed and ids alone."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.topics.model import Match

MOST_ANSWERS = 4
# Code points by which passages of one round may differ before the nearest one is taken.
_ALIKE = 30


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be asked about. `words` are what is shown, names hidden; `span` what of the block they are.

    `telling` are the phrases that may give away who governs or for which nation it speaks; `faults` says by how much
    another one is better, which has no such phrases, reports and criticises nothing, and had no name to be hidden.
    """

    match: Match
    words: str
    span: tuple[int, int]
    telling: tuple[str, ...] = ()
    faults: int = 0

    @property
    def document(self) -> str:
        return self.match.document


@dataclass(frozen=True, slots=True)
class Drawn:
    """A passage with the manifestos (ids) to choose from, in no order yet."""

    candidate: Candidate
    answers: frozenset[str]


def possible(usable: Mapping[str, Sequence[Candidate]]) -> int:
    """How many questions there can be at most when every manifesto that has passages is right equally often."""
    sizes = [len(found) for found in usable.values() if found]
    return sum(min(size, min(sizes) + 1) for size in sizes) if len(sizes) > 1 else 0


def drawn(usable: Mapping[str, Sequence[Candidate]], seed: int, count: int) -> tuple[Drawn, ...]:
    """At most `count` questions from these passages by manifesto (id), in the order in which they are asked.

    Manifestos without passages take no part; where only one has any, nothing is asked. Neither the order of manifestos
    nor that of passages matters.
    """
    taking_part = {name: found for name, found in usable.items() if found}
    if len(taking_part) < 2:
        return ()
    shares = _shares(taking_part, seed, min(count, possible(usable)))
    chosen = _alike(taking_part, shares, seed)
    asked = sorted(chosen, key=lambda one: _rank(seed, "asked", one.document, one.match.block))
    return tuple(_with_answers(asked, taking_part, seed))


def _shares(usable: Mapping[str, Sequence[Candidate]], seed: int, number: int) -> dict[str, int]:
    """How many passages of each manifesto."""
    each, more = divmod(number, len(usable))
    able = [name for name, found in usable.items() if len(found) > each]
    favoured = sorted(able, key=lambda name: _rank(seed, "more", name))[:more]
    return {name: each + (name in favoured) for name in usable}


def _alike(usable: Mapping[str, Sequence[Candidate]], shares: Mapping[str, int], seed: int) -> list[Candidate]:
    """The passages, round by round.

    The manifesto with the fewest gives one by lot that the others can match, the others those that are like it in
    length.
    """
    left = {
        name: sorted(found, key=lambda one: (one.faults, _rank(seed, "passage", name, one.match.block)))
        for name, found in usable.items()
    }
    order = sorted(usable, key=lambda name: (len(usable[name]), _rank(seed, "leads", name)))
    chosen: list[Candidate] = []
    for turn in range(max(shares.values())):
        best = {name: _best(left[name]) for name in order if turn < shares[name]}
        length = _matched(list(best.values()))
        for name, found in best.items():
            taken = _nearest(found, length)
            left[name].remove(taken)
            chosen.append(taken)
    return chosen


def _best(ranked: Sequence[Candidate]) -> list[Candidate]:
    return [one for one in ranked if one.faults == ranked[0].faults]


def _matched(best: Sequence[Sequence[Candidate]]) -> int:
    """The length of the first passage of the first manifesto that is like one of each other, else of that most like."""

    def apart(one: Candidate) -> int:
        return max((min(_apart(one, len(other.words)) for other in found) for found in best[1:]), default=0)

    first = next((one for one in best[0] if apart(one) <= _ALIKE), None) or min(best[0], key=apart)
    return len(first.words)


def _nearest(best: Sequence[Candidate], length: int) -> Candidate:
    """The first that is about as long, else the one that comes nearest."""
    near = next((one for one in best if _apart(one, length) <= _ALIKE), None)
    return near or min(best, key=lambda one: _apart(one, length))


def _apart(one: Candidate, length: int) -> int:
    return abs(len(one.words) - length)


def _with_answers(asked: Iterable[Candidate], names: Collection[str], seed: int) -> Iterable[Drawn]:
    """The questions with their answers: all manifestos, or four of more, the wrong ones equally often too."""
    offered: Counter[str] = Counter()
    for one in asked:
        others = sorted(
            (name for name in names if name != one.document),
            key=lambda name: (offered[name], _rank(seed, "wrong", one.match.block, name)),
        )[: MOST_ANSWERS - 1]
        offered.update(others)
        yield Drawn(one, frozenset((one.document, *others)))


def _rank(seed: int, *names: str) -> bytes:
    """A number that is as good as random and the same on every machine."""
    return hashlib.sha256("\n".join((str(seed), *names)).encode()).digest()
