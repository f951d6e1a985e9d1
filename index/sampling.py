"""Sampled accuracy: a seeded random sample of passages to be judged blind, and what the judgements say of a topic.

The sample is stratified (Cochran, Sampling Techniques, 3rd edition 1977, chapter 5): passages that the topic shows,
those that it shows as less certain, near misses, other passages that hold one of its words, and the rest. Within a
stratum every passage is as likely as any other. Which passages are drawn depends on the seed and on the passages alone,
never on the order in which documents or passages come.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Stratum(StrEnum):
    """Where the program puts a passage before anybody has judged it."""

    SHOWN = "shown"
    UNCERTAIN = "uncertain"  # shown apart, as less certain
    NEAR = "near"  # below the threshold, but with evidence
    WORDS = "words"  # no evidence that counts, but a word of the topic in it or above it
    REST = "rest"


# How large a part of a sample each stratum gives beside the others, where all have enough. About half of it tells of
# precision; recall depends most on what is uncertain and on the near misses, which are few and often wrong, and on the
# many others, which seldom are.
_PARTS = {
    Stratum.SHOWN: 0.5,
    Stratum.UNCERTAIN: 0.1,
    Stratum.NEAR: 0.2,
    Stratum.WORDS: 0.15,
    Stratum.REST: 0.15,
}


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """A passage of a sample: ids of its document and its block."""

    document: str
    block: str


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn: `items` in the order in which they are judged, the stratum of each, how large each stratum was.

    The order tells nothing of the strata, so that whoever judges cannot guess what the program thought.
    """

    seed: int
    items: tuple[Item, ...]
    strata: Mapping[Item, Stratum]
    sizes: Mapping[Stratum, int]


def draw(passages: Mapping[Stratum, Iterable[Item]], seed: int, size: int) -> Sample:
    """At most `size` of these passages; all where there are fewer. An item must stand in one stratum alone."""
    ranked = {
        stratum: sorted(set(passages.get(stratum, ())), key=lambda item: _rank(item, seed)) for stratum in Stratum
    }
    sizes = {stratum: len(items) for stratum, items in ranked.items()}
    strata = {item: stratum for stratum, number in _allocated(sizes, size).items() for item in ranked[stratum][:number]}
    return Sample(seed, tuple(_ranked(strata, seed)), strata, sizes)


def _ranked(items: Iterable[Item], seed: int) -> list[Item]:
    return sorted(set(items), key=lambda item: _rank(item, seed))


def rank(seed: int, *names: str) -> bytes:
    """A number for what has these names: as good as random, and the same on every machine."""
    return hashlib.sha256("\n".join((str(seed), *names)).encode()).digest()


def _rank(item: Item, seed: int) -> bytes:
    return rank(seed, item.document, item.block)


def _allocated(sizes: Mapping[Stratum, int], size: int) -> dict[Stratum, int]:
    """How many passages of each stratum; what a small stratum cannot give, the others give by their parts."""
    given = dict.fromkeys(Stratum, 0)
    left = min(size, sum(sizes.values()))
    while left > 0:
        able = [stratum for stratum in Stratum if given[stratum] < sizes[stratum]]
        whole = sum(_PARTS[stratum] for stratum in able)
        asked = {stratum: int(left * _PARTS[stratum] / whole) for stratum in able}
        if not any(asked.values()):
            asked = dict.fromkeys(able[:left], 1)
        for stratum, number in asked.items():
            given[stratum] += min(number, sizes[stratum] - given[stratum])
        left = min(size, sum(sizes.values())) - sum(given.values())
    return given


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements of one stratum: of `size` passages `judged`, of which `on_topic` belong to the topic."""

    size: int
    judged: int
    on_topic: int


def judged(sample: Sample, judgements: Mapping[Item, bool]) -> dict[Stratum, Judged]:
    """The judgements of a sample by stratum; items that nobody has judged yet do not count, nor do others' items."""
    found = {}
    for stratum in Stratum:
        said = [judgements[item] for item in sample.items if sample.strata[item] is stratum and item in judgements]
        found[stratum] = Judged(sample.sizes[stratum], len(said), sum(said))
    return found


def in_strata(
    shown: Iterable[Item],
    uncertain: Iterable[Item],
    near: Iterable[Item],
    words: Iterable[Item],
    every: Sequence[Item],
) -> dict[Stratum, list[Item]]:
    """All passages by stratum, each in the first that it belongs to."""
    found: dict[Stratum, list[Item]] = {}
    taken: set[Item] = set()
    for stratum, items in zip(Stratum, (shown, uncertain, near, words, every), strict=True):
        found[stratum] = sorted(set(items) - taken)
        taken.update(found[stratum])
    return found
