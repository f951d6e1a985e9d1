"""Hides who is who in texts: every name that the facts know, the same throughout, with a map of offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.hiding.addresses import addresses, name_parts, tells
from index.hiding.believing import believed
from index.hiding.folded import Folded, ways_of_reading
from index.hiding.hidden import Hidden, Replacement, replaced
from index.hiding.lexicon import How, Meaning, What, lexicon
from index.hiding.neutral import Wording, instead
from index.hiding.place import Place, Text, place
from index.hiding.speakers import Speaker, groups, labels
from index.hiding.words import INNOCENT_AFTER
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
        done = list(addresses(text, self._known, self._said))
        found = sorted(
            (one for way in ways_of_reading(text) for one in self._found(text, way)),
            key=lambda one: (one.start, -one.end),
        )
        return replaced(text, _apart([*done, *found])) if done or found else Hidden(text)

    def hide_file_name(self, name: str) -> Hidden:
        """The name of a file without its names: written small, together or with signs between, they count all the same."""
        found = []
        way = name_parts(name)
        for form, start, end in self._known.forms(way.text):
            at = place(Text(name), *way.span(start, end))
            meaning = next((one for one in self._known.meanings[form] if _in_file_names(one, form, way.text[end:])), None)
            if meaning is not None:
                found.append(Replacement(at.start, at.end, self._said.bare(meaning), 1))
        found.sort(key=lambda one: (one.start, -one.end))
        for part in re.finditer(r"[^\W_]+", name):
            if tells(part[0], self._known):
                found.append(Replacement(part.start(), part.end(), self._said.name, 1))
        return replaced(name, _apart(found))

    def _rank(self, number: int) -> tuple[int, str]:
        letter = self._groups[number].letter
        return len(letter), letter

    def _found(self, text: str, way: Folded) -> list[Replacement]:
        forms = list(self._known.forms(way.text))
        if not forms:
            return []
        whole = Text(text)
        places = [(form, place(whole, *way.span(start, end))) for form, start, end in forms]
        named = frozenset(
            one.person
            for form, at in places
            for one in self._known.meanings[form]
            if one.how is How.CAPITALS and one.what is not What.PARTY and at.capitals
        )
        return [
            instead(meaning, at, form, self._said)
            for form, at in places
            if (meaning := self._meaning(form, at, named)) is not None
        ]

    def _meaning(self, form: str, at: Place, named: frozenset[str]) -> Meaning | None:
        return next((one for one in self._known.meanings[form] if believed(one, at, form, named)), None)


def _in_file_names(meaning: Meaning, form: str, rest: str) -> bool:
    if meaning.how in (How.COMMON_SURNAME, How.FIRST_NAME):
        return meaning.what is What.CANDIDATE and bool(meaning.letter)
    after = re.match(r"\W*(\w+)", rest)
    return not (after and after[1] in INNOCENT_AFTER.get(form, ()))


def _apart(replacements: Sequence[Replacement]) -> list[Replacement]:
    """Those that touch no earlier one of the list, in order of place."""
    kept: list[Replacement] = []
    for one in replacements:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
