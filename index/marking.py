"""Finds the words of a text that a query means: one rule for the marks on hits and for the reasons of a topic.

Marks cover whole words of the text as printed (code points, end exclusive): "women’s" for women, "£151m" for 151, and
for a phrase all from its first word to its last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, product
from typing import TypeAlias

from index import welsh
from index.analysis import Word as TextWord
from index.analysis import analyser
from index.folding import fold
from index.query import Leaf, Phrase
from index.query import Word as TypedWord

Span: TypeAlias = tuple[int, int]

# A phrase may hold several words that can be read in two ways ("co-ordinate"); no more readings than this are tried.
_READINGS = 8
# Nobody looks for so many runs of one phrase in one text; it bounds the work on hostile texts.
_RUNS = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a pattern: any word with one of these stems, these exact forms, or these beginnings.

    `shapes` are words with stars and question marks, as `fits_shape` reads them.
    """

    stems: frozenset[str] = frozenset()
    exacts: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()

    def fits(self, word: TextWord) -> bool:
        if word.stem in self.stems or word.exact in self.exacts or word.exact.startswith(self.beginnings or "\0"):
            return True
        return any(fits_shape(word.exact, shape) for shape in self.shapes)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Steps one after the other; or, where `within` is set, in any order with at most so many words between."""

    steps: tuple[Step, ...]
    within: int | None = None


def fits_shape(word: str, shape: str) -> bool:
    """Whether a word has a shape like wom?n or *phobia: a star is any letters or none, a question mark one letter."""
    return _shape(shape).fullmatch(word) is not None


def shape_pattern(shape: str) -> str:
    """The regular expression of a shape, for words in which no line ends."""
    letters = re.sub(r"\*+", "*", shape)
    return "".join({"*": ".*", "?": "."}.get(letter, re.escape(letter)) for letter in letters)


@lru_cache(maxsize=256)
def _shape(shape: str) -> re.Pattern[str]:
    return re.compile(shape_pattern(shape))


@lru_cache(maxsize=8192)
def sought(leaf: Leaf, language: str) -> tuple[Pattern, ...]:
    """The same for a search: in Welsh each word with its mutations, typed in whichever of its forms."""
    meant = patterns(leaf, language)
    if language != "cy" or is_exact(leaf):
        return meant
    return tuple(with_forms(pattern, welsh.forms) for pattern in meant)


def is_exact(leaf: Leaf) -> bool:
    """Whether a word, or the first of a phrase, is asked for exactly as typed."""
    return (leaf.words[0] if isinstance(leaf, Phrase) else leaf).exact


def with_forms(pattern: Pattern, forms: Callable[[str], Iterable[str]]) -> Pattern:
    """The pattern with other forms of each of its words beside it."""

    def all_of(words: Iterable[str]) -> frozenset[str]:
        return frozenset(form for word in words for form in forms(word))

    steps = (
        replace(
            step,
            stems=all_of(step.stems),
            exacts=all_of(step.exacts),
            beginnings=tuple(sorted(all_of(step.beginnings))),
        )
        for step in pattern.steps
    )
    return replace(pattern, steps=tuple(steps))


@lru_cache(maxsize=8192)
def patterns(leaf: Leaf, language: str) -> tuple[Pattern, ...]:
    """What a typed word or phrase means in a text of this language: one pattern for each way to read it."""
    words = leaf.words if isinstance(leaf, Phrase) else (leaf,)
    within = leaf.within if isinstance(leaf, Phrase) else None
    readings = [_readings(word, language) for word in words]
    if all(len(one) == 1 for one in readings):
        steps = tuple(step for (one,) in readings for step in one)
        return (Pattern(steps, within),) if steps else ()
    chosen = islice(product(*readings), _READINGS)
    made = (Pattern(tuple(step for word in reading for step in word), within) for reading in chosen)
    return tuple(dict.fromkeys(pattern for pattern in made if pattern.steps))


def mark(text: str, language: str, asked: Iterable[Leaf]) -> list[Span]:
    """The spans of the text that these words and phrases mean, in order, none overlapping another."""
    return mark_words(analyser(language).words(text), language, asked)


def mark_words(words: Sequence[TextWord], language: str, asked: Iterable[Leaf]) -> list[Span]:
    """The same for the words of a text that `Analyser.words` has found already."""
    found: list[Span] = []
    for leaf in asked:
        for pattern in sought(leaf, language):
            found += _spans(words, pattern)
    return merged(found)


def runs(places: Sequence[Sequence[int]], within: int | None) -> list[tuple[int, ...]]:
    """The ways in which the steps of a pattern stand in a text: for each, the position of every step.

    `places` are the positions, rising, at which each step fits. Without `within` the steps follow one another; with it
    they stand in any order, each at a place of its own, with at most `within` other words between first and last.
    """
    if within is None:
        later = [set(one) for one in places[1:]]
        return [
            tuple(range(first, first + len(places)))
            for first in places[0]
            if all(first + step in one for step, one in enumerate(later, 1))
        ]
    return _scattered(places, len(places) - 1 + within)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    whole: list[Span] = []
    for start, end in sorted(spans):
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


@lru_cache(maxsize=8192)
def _readings(word: TypedWord, language: str) -> list[tuple[Step, ...]]:
    """The ways to read one typed word: "co-ordinate" is two words or one, "Bürger:innen" is one in two forms."""
    if word.shape:
        return [(Step(shapes=(fold(word.text),)),)]
    at: dict[int, list[TextWord]] = {}
    for one in analyser(language).words(word.text):
        at.setdefault(one.position, []).append(one)
    parts, wholes = [], []
    for there in at.values():
        narrowest = min(one.end - one.start for one in there)
        parts.append([one for one in there if one.end - one.start == narrowest])
        wholes += [one for one in there if one.start == 0 and one.end >= len(word.text.rstrip()) > narrowest]
    readings = [parts, [wholes[:1]]] if wholes else [parts]
    return [
        tuple(_step(forms, word, language, last=index == len(reading) - 1) for index, forms in enumerate(reading))
        for reading in readings
    ]


def _step(forms: Sequence[TextWord], word: TypedWord, language: str, *, last: bool) -> Step:
    exacts = frozenset(one.exact for one in forms)
    if word.prefix and last:
        return Step(beginnings=tuple(sorted(exacts)))
    if word.exact:
        return Step(exacts=exacts)
    # People leave accents out when they type, and a stemmer needs them: the word as it stands is looked for as well.
    bare = exacts if language not in ("und", "en") else frozenset()
    return Step(stems=frozenset(one.stem for one in forms), exacts=bare)


def _spans(words: Sequence[TextWord], pattern: Pattern) -> list[Span]:
    if len(pattern.steps) == 1:
        step = pattern.steps[0]
        return [(word.start, word.end) for word in words if step.fits(word)]
    fitting = [[word for word in words if step.fits(word)] for step in pattern.steps]
    if not all(fitting):
        return []
    places = [sorted({word.position for word in one}) for one in fitting]
    at = [{word.position: (word.start, word.end) for word in one} for one in fitting]
    spans = []
    for run in runs(places, pattern.within):
        chosen = [at[step][position] for step, position in enumerate(run)]
        if pattern.within is None:
            spans.append((min(start for start, _ in chosen), max(end for _, end in chosen)))
        else:
            spans += chosen
    return spans


def _scattered(places: Sequence[Sequence[int]], width: int) -> list[tuple[int, ...]]:
    """Ways to choose one position for each step, all different and no two further apart than `width`."""
    found: list[tuple[int, ...]] = []

    def extend(chosen: tuple[int, ...]) -> None:
        if len(found) >= _RUNS:
            return
        if len(chosen) == len(places):
            found.append(chosen)
            return
        for place in places[len(chosen)]:
            if place not in chosen and all(abs(place - other) <= width for other in chosen):
                extend((*chosen, place))

    extend(())
    return found
