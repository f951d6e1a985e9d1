"""Everything that is to be hidden: each form of each name, what it means, and one expression that finds them all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from index.hiding import words
from index.hiding.folded import plain
from index.hiding.speakers import Group
from index.welsh import mutated
from reader.facts import Facts, Party


class How(Enum):
    """What it takes for a form to be believed where it stands."""

    SURE = 1  # nothing
    CAPITALS = 2  # a capital on each of its longer words
    CAPITAL = 3  # a capital
    STRONG = 4  # a capital, and no neighbour that makes an ordinary word of it
    WEAK = 5  # a capital, and a place or a neighbour that speaks for a party
    SHORT = 6  # capitals throughout
    SURNAME = 7  # a capital
    COMMON_SURNAME = 8  # a capital, and a place or neighbours that speak for a person
    FIRST_NAME = 9  # the same, and more
    KNIGHTED = 10  # "Sir" or "Dame" before it
    SLOGAN = 11  # capitals


class What(Enum):
    PARTY = 1
    LEADER = 2
    CANDIDATE = 3
    POLITICIAN = 4
    SLOGAN = 5


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a form stands for: `letter` is that of the column's party, "" for all others. `person` is a full name."""

    how: How
    what: What
    letter: str = ""
    person: str = ""


# How forms of parties elsewhere than the columns' are believed: elsewhere "Reform", "BNP" and surnames are other words.
_ANYWHERE = frozenset((How.SURE, How.CAPITALS, How.SURNAME))
_ACRONYM = 4
# States whose parties speak of each other.
_TOGETHER = frozenset(("United Kingdom", "Ireland"))

_WORD = re.compile(r"\w+")
# What may stand between the words of a name ("Lib-Dem", "Women’s"), and between those of a slogan.
_IN_NAME = re.compile(r"[ '&/-]{1,3}")
_IN_SLOGAN = re.compile(r"\W{1,4}")


def key(form: str) -> str:
    """A form as it is looked up: its words, folded."""
    return " ".join(_WORD.findall(plain(form)))


class Lexicon:
    """Finds forms in folded text. `meanings` are by form as `key` makes it, the likeliest first.

    `inside` are forms written together that are long enough to be looked for inside words, `parts` those that must be
    words, `weak_parts` those that are ordinary words too.
    """

    def __init__(self, names: Mapping[str, Sequence[Meaning]], slogans: Mapping[str, Sequence[Meaning]]) -> None:
        self.meanings: dict[str, tuple[Meaning, ...]] = {}
        # Each form by its longest word, the number of that word, and what may stand between its words: few words of
        # a text are any form's longest, so most texts are done with at once.
        self._by_word: dict[str, list[tuple[int, tuple[str, ...], re.Pattern[str]]]] = {}
        for forms, between in ((slogans, _IN_SLOGAN), (names, _IN_NAME)):
            for form, meanings in forms.items():
                both = dict.fromkeys((*self.meanings.get(form, ()), *meanings))
                self.meanings[form] = tuple(sorted(both, key=lambda one: (one.what is not What.PARTY, not one.letter)))
                parts = tuple(form.split())
                longest = max(range(len(parts)), key=lambda number: len(parts[number]))
                self._by_word.setdefault(parts[longest], []).append((longest, parts, between))
        self.inside, self.parts, self.weak_parts = _for_addresses(names, slogans)

    def forms(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Every form in folded text with its place, in no order; one may lie in another."""
        by_word = self._by_word
        if by_word.keys().isdisjoint(_WORD.findall(text)):
            return
        found = list(_WORD.finditer(text))
        said = [one[0] for one in found]
        for number, word in enumerate(said):
            for longest, parts, between in by_word.get(word, ()):
                first = number - longest
                last = first + len(parts) - 1
                if first == last or (
                    first >= 0
                    and tuple(said[first : last + 1]) == parts
                    and all(
                        between.fullmatch(text, found[one].end(), found[one + 1].start()) for one in range(first, last)
                    )
                ):
                    yield " ".join(parts), found[first].start(), found[last].end()


def lexicon(facts: Facts, of: Sequence[Group]) -> Lexicon:
    """All forms of the parties that the facts know and of the columns' own."""
    names: dict[str, list[Meaning]] = {}
    slogans: dict[str, list[Meaning]] = {}
    states = {state for group in of if group.party is not None for state in group.party.states}
    if states & _TOGETHER:
        states |= _TOGETHER
    by_party = {group.party.name: group for group in of if group.party is not None}
    for group in of:
        for form, meaning in _of_group(group):
            names.setdefault(key(form), []).append(meaning)
    for party in sorted(facts.parties, key=lambda party: party.name not in by_party):
        own = by_party.get(party.name)
        letter = own.letter if own else ""
        near = not states or not states.isdisjoint(party.states)
        for form, meaning in (*_of_party(party, facts, letter), *_people(party, facts, own)):
            if near or (meaning.how in _ANYWHERE and len(form) > _ACRONYM):
                names.setdefault(key(form), []).append(meaning)
        for slogan in party.slogans:
            how = How.SLOGAN if slogan[:1].isupper() else How.SURE
            slogans.setdefault(key(slogan), []).append(Meaning(how, What.SLOGAN, letter))
    for race in facts.races:
        for name, party_name in race.candidates:
            if facts.party(party_name) is None:
                for form, meaning in _of_person(name, What.CANDIDATE, ""):
                    names.setdefault(key(form), []).append(meaning)
    names.pop("", None)
    slogans.pop("", None)
    return Lexicon(names, slogans)


def _of_group(group: Group) -> Iterator[tuple[str, Meaning]]:
    common = {plain(word) for word in group.party.home} if group.party else set()
    for name in group.names:
        if plain(name) in common:
            continue
        bare = re.sub(r"^the | party$", "", plain(name))
        yield name, Meaning(_by_words(name), What.PARTY, group.letter)
        if group.party is None:
            yield bare, Meaning(How.CAPITALS if " " in bare else How.WEAK, What.PARTY, group.letter)
    for name in group.candidates:
        yield from _of_person(name, What.CANDIDATE, group.letter)
        if " " in name:
            yield name.split()[0], Meaning(How.FIRST_NAME, What.CANDIDATE, group.letter, name)


def _of_party(party: Party, facts: Facts, letter: str) -> Iterator[tuple[str, Meaning]]:
    def meaning(how: How) -> Meaning:
        return Meaning(how, What.PARTY, letter)

    common = {plain(word) for word in party.home}
    people = {plain(name) for name in (*party.people, *(leader.name for leader in party.leaders))}
    people |= {plain(name) for race in facts.races for name, _ in race.candidates}
    for name in dict.fromkeys((*party.names, party.name)):
        if plain(name) in common or plain(name) in map(plain, party.short):
            continue
        for form in _mutated(name):
            yield form, meaning(_by_words(form))
    for word in party.home:
        how = How.CAPITALS if " " in word else _of_word(plain(word))
        for form in _mutated(word):
            yield form, meaning(how)
        if " " not in word:
            yield f"{word} party", meaning(How.SURE)
    for said in party.spoken:
        known = plain(said) in people | common or said in party.names or common & set(plain(said).split())
        if not known and not re.match(r"the |.* government$", plain(said)):
            yield said, meaning(How.CAPITAL)
    first_names = {name.split()[0] for name in people}
    for nickname in party.nicknames:
        how = How.CAPITAL if nickname[:1].isupper() else How.SURE
        what = What.POLITICIAN if plain(nickname) in first_names else What.PARTY
        for form in _mutated(nickname):
            yield form, Meaning(how, what, letter)
    for short in party.short:
        yield short, meaning(How.SHORT if len(short) < 6 else How.SURE)


def _of_word(word: str) -> How:
    if word in words.SURE:
        return How.SURE
    return How.STRONG if word in words.STRONG else How.WEAK


def _by_words(name: str) -> How:
    parts = plain(name).split()
    if len(parts) == 1 and name[:1].isupper() and not name.isupper():
        return How.WEAK
    return How.CAPITALS if words.ORDINARY.issuperset(parts) and parts[-1] != "party" else How.SURE


def _mutated(name: str) -> Iterable[str]:
    """The forms of a name: of a Welsh one those with another first letter too."""
    first, *rest = plain(name).split()
    if not words.WELSH.intersection((first, *rest)):
        return (name,)
    return sorted(" ".join([form, *rest]) for form in mutated(first))


def _people(party: Party, facts: Facts, group: Group | None) -> Iterator[tuple[str, Meaning]]:
    letter = group.letter if group else ""
    for leader in party.leaders:
        years = group.years if group else ()
        led = group is not None and (not years or any(leader.first <= year <= leader.last for year in years))
        yield from _of_person(leader.name, What.LEADER if led else What.POLITICIAN, letter)
    for name in party.people:
        yield from _of_person(name, What.POLITICIAN, letter)
    for race in facts.races:
        for name, of in race.candidates:
            if of == party.name:
                yield from _of_person(name, What.POLITICIAN, letter)


def _of_person(name: str, what: What, letter: str) -> Iterator[tuple[str, Meaning]]:
    parts = plain(name).split()
    yield name, Meaning(How.SURE, what, letter, name)
    if len(parts) > 1:
        yield parts[0], Meaning(How.KNIGHTED, What.POLITICIAN)
    for surname in {parts[-1], " ".join(parts[-2:]) if len(parts) > 2 else parts[-1]} if len(parts) > 1 else ():
        common = surname in words.SURNAMES_AS_WORDS | words.SURNAMES_OF_MANY
        yield surname, Meaning(How.COMMON_SURNAME if common else How.SURNAME, what, letter, name)
        if not common and " " not in surname:
            for ending in ("ite", "ites", "ism", "ist", "ists", "mania"):
                yield surname + ending, Meaning(How.CAPITAL, What.PARTY, letter)


def _for_addresses(
    names: Mapping[str, Sequence[Meaning]], slogans: Iterable[str]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Forms written together: those long enough to be found inside a word of an address, the others, the ordinary."""
    weak = {How.WEAK, How.COMMON_SURNAME, How.FIRST_NAME, How.KNIGHTED}
    together = {form.replace(" ", ""): all(one.how in weak for one in found) for form, found in names.items()}
    inside = {form for form, is_weak in together.items() if not is_weak and len(form) > 4}
    inside |= {form.replace(" ", "") for form in slogans if len(form) > 8}
    ordinary = {form for form, is_weak in together.items() if is_weak}
    return frozenset(inside), frozenset(together) - inside - ordinary, frozenset(ordinary)
