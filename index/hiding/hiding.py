"""Hides who is who in texts: every name that the facts know, the same throughout, with a map of offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from index.hiding.addresses import addresses
from index.hiding.believing import believed
from index.hiding.folded import Folded, ways_of_reading
from index.hiding.hidden import Hidden, Replacement, replaced
from index.hiding.lexicon import How, Meaning, What, lexicon
from index.hiding.neutral import Wording, instead
from index.hiding.place import Place, Text, place
from index.hiding.speakers import Speaker, groups, labels
from reader.facts import Facts


class Hiding:
    """Hides names for the columns of one comparison.

    `speakers` says whose manifestos these are, in the order of the columns; `seed` draws their letters, the same ones
    for the same seed. Nothing else is remembered: a text is hidden in the same way whenever it is asked for.
    """

    def __init__(self, facts: Facts, speakers: Sequence[Speaker], seed: int, said: Wording | None = None) -> None:
        self._said = said or Wording()
        self._groups = groups(speakers, facts, seed)
        self._known = lexicon(facts, self._groups)
        self.labels = labels(speakers, self._groups, self._said.party)

    @property
    def order(self) -> tuple[int, ...]:
        """The numbers of the columns in the order of their letters: how they stand while names are hidden."""
        return tuple(sorted(range(len(self.labels)), key=lambda number: (self._rank(number), number)))

    def hide(self, text: str) -> Hidden:
        """A passage, heading, title or page label without its names. Offsets are code points."""
        found = [
            _Found(at.start, at.end, 0, instead(meaning, at, form, self._said))
            for way in ways_of_reading(text)
            for form, meaning, at in self._believed(text, way)
        ]
        found += [_Found(one.start, one.end, -1, one) for one in addresses(text, self._known, self._said)]
        return replaced(text, _apart(found)) if found else Hidden(text)

    def doubtful(self, text: str) -> list[tuple[int, int]]:
        """Where a text has what may be a name, with a capital, and was taken for ordinary words: nothing for a quiz."""
        found = self.hide(text).spans
        whole = Text(text)
        return sorted(
            {
                span
                for way in ways_of_reading(text)
                for _, start, end in self._known.forms(way.text)
                if place(whole, *(span := way.span(start, end))).capital
                and not any(start < span[1] and span[0] < end for start, end, _, _ in found)
            }
        )

    def _rank(self, number: int) -> tuple[int, str]:
        letter = self._groups[number].letter
        return len(letter), letter

    def _believed(self, text: str, way: Folded) -> Iterator[tuple[str, Meaning, Place]]:
        """Each form that means a name where it stands."""
        forms = list(self._known.forms(way.text))
        if not forms:
            return
        whole = Text(text)
        places = [(form, place(whole, *way.span(start, end))) for form, start, end in forms]
        named = frozenset(
            one.person
            for form, at in places
            for one in self._known.meanings[form]
            if one.how is How.SURE and one.what is not What.PARTY
        )
        for form, at in places:
            meaning = _likeliest([one for one in self._known.meanings[form] if believed(one, at, form, named)], named)
            if meaning is not None:
                yield form, meaning, at


def _likeliest(found: Sequence[Meaning], named: frozenset[str]) -> Meaning | None:
    """A party before people; of people of one surname who is named in full, or leads. Else no party is said of them."""
    if len(found) < 2 or found[0].what in (What.PARTY, What.SLOGAN):
        return next(iter(found), None)
    likely = sorted(found, key=lambda one: (one.person not in named, one.what is What.POLITICIAN, not one.letter))
    first = likely[0]
    rivals = [one for one in likely if one.person != first.person and (one.person in named) == (first.person in named)]
    if first.what is What.POLITICIAN and any(one.letter != first.letter for one in rivals):
        return replace(first, letter="")
    return first


class _Found(NamedTuple):
    """A name and what is to stand instead, which may take in the article or title before it. Lower `rank` wins."""

    start: int
    end: int
    rank: int
    instead: Replacement


def _apart(found: Iterable[_Found]) -> list[Replacement]:
    """The replacements in order of place; of names that overlap the first, the longest of those that begin there."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.rank, one.start, -one.end)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    replacements: list[Replacement] = []
    for one in sorted(kept):
        before = replacements[-1].end if replacements else 0
        replacements.append(replace(one.instead, start=max(before, one.instead.start)))
    return replacements
