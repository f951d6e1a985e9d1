"""Guesses whose manifesto it is: the party and its branch, and the candidate."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from reader.evidence import Evidence
from reader.facts import Facts, Party, Race, folded
from reader.naming import Naming, is_known_by
from reader.self_naming import is_short_for_something, names_in, says_party, stands_for
from reader.speaking import all_asked, asked_for, is_called_a_party, promised, promises_of, speaking

# What each sign of a party is worth, and what one must be worth in all to be believed.
_IN_IMPRINT, _IN_FILE_NAME, _ON_MANIFESTO, _ON_LINE, _MADE_IT, _SIGNED, _ADDRESS, _ASKED, _IN_PROSE = (
    8,
    6,
    6,
    4,
    4,
    4,
    4,
    4,
    2,
)
_SPEAKS = 5
_PARTY_ENOUGH = 4
_CLEAR = 10
_PROMISES_ENOUGH = 5
# A name that nothing says is a party's must stand so often in the text.
_MENTIONS_ENOUGH = 2

_FOR_OFFICE = re.compile(r"(?P<name>[^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]+){1,2}) for (?:mayor|police and crime)", re.I)
_NO_NAME = frozenset(
    ("our", "my", "the", "a", "plan", "manifesto", "vision", "vote", "elect", "candidate", "programme", "party", "for")
)
_WEB = re.compile(r"https?://|www\.|.*@|[\w.-]+\.[a-z]{2,5}(?:/|$)", re.I)
_LONGEST_ADDRESS = 100
_NATIONS = {
    "wales": "Wales",
    "welsh": "Wales",
    "cymru": "Wales",
    "cymreig": "Wales",
    "scotland": "Scotland",
    "scottish": "Scotland",
    "northern ireland": "Northern Ireland",
    "ni": "Northern Ireland",
    "england and wales": "England and Wales",
}
_NATION = "|".join(sorted(_NATIONS, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Author:
    """Names, "" where they are not known. `branch` is the nation whose branch of the party speaks.

    `races` are the known elections in which the candidate stood, as far as the file shows which.
    """

    party: str = ""
    candidate: str = ""
    branch: str = ""
    races: tuple[Race, ...] = ()


def guess_author(evidence: Evidence, country: str, known: Facts, confirmed: Mapping[str, str]) -> Author:
    """The author that the evidence shows, of the party and with the name that a person has `confirmed`, if any.

    Where the `country` is known, parties of others are not thought of.
    """
    certain = known.party(confirmed.get("party", ""))
    found = _standing(evidence, known, confirmed.get("candidate", ""), certain)
    if found:
        name = found[0][1]
        stood = [(race, party) for race, candidate, party in found if candidate == name]
        parties = {party for _, party in stood}
        party = confirmed.get("party", parties.pop() if len(parties) == 1 else "")
        return Author(party, name, races=tuple(race for race, _ in stood))
    candidate = _unknown_candidate(evidence)
    if "party" in confirmed:
        return Author(confirmed["party"], candidate, _nation(certain, evidence, country) if certain else "")
    name = _Weighing(evidence, Naming(known, country, evidence.year)).author()
    speaks = known.party(name)
    return Author(name, candidate, _nation(speaks, evidence, country) if speaks else "")


def _standing(evidence: Evidence, known: Facts, candidate: str, certain: Party | None) -> list[tuple[Race, str, str]]:
    """(race, candidate, party) of those named in the head, or whose surname the file bears, and of nobody else.

    A `candidate` who is known leaves nobody else, a party that is `certain` only those who stood for it.
    """
    found = []
    for race in known.races:
        for name, party in race.candidates:
            plain = folded(name)
            if folded(candidate) not in ("", plain) or (certain and certain.name != party):
                continue
            in_full = re.search(rf"\b{re.escape(plain)}\b", f"{evidence.name} \n {evidence.head}")
            by_surname = plain.split()[-1] in evidence.name.split()
            if not (in_full or by_surname) or evidence.year not in ("", race.year):
                continue
            if in_full or folded(race.place) in evidence.body:
                found.append((race, name, party))
    return found


def _unknown_candidate(evidence: Evidence) -> str:
    for found in _FOR_OFFICE.finditer(evidence.raw_cover):
        name = found["name"]
        if not _NO_NAME & set(folded(name).split()):
            return name.title() if name.isupper() or name.islower() else name
    return ""


class _Weighing:
    """What speaks for each name, that of a known party or one as printed."""

    def __init__(self, evidence: Evidence, naming: Naming) -> None:
        self._evidence = evidence
        self._naming = naming
        self._worth: Counter[str] = Counter()
        self._speaking = speaking(evidence.raw_body)

    def author(self) -> str:
        """The name that most speaks for, of several the one spoken of most; "" where too little speaks for any."""
        self._weigh_lines()
        self._weigh_makers()
        self._weigh_known()
        if not self._is_clear():
            self._weigh_promises()
        self._put_together()
        most = max(self._worth.values(), default=0)
        best = [name for name, worth in self._worth.items() if worth == most >= _PARTY_ENOUGH]
        if len(best) < 2:
            return next(iter(best), "")
        spoken_of = {name: self._naming.mentions(name, self._evidence.body) for name in best}
        return max(best, key=spoken_of.__getitem__)

    def _is_clear(self) -> bool:
        """Whether what is shown leaves no doubt, so that the whole text need not be listened to."""
        (_, most), (_, second) = (*self._worth.most_common(2), ("", 0), ("", 0))[:2]
        return most >= _CLEAR and most > 2 * second

    def _weigh_lines(self) -> None:
        """Names on shown lines, each by where it stands best. A line with names of several parties speaks for none."""
        best: Counter[str] = Counter()
        outside = {*self._evidence.on_cover, *self._evidence.heads}
        for line in self._evidence.shown:
            if self._naming.is_of_several(line):
                continue
            for named in names_in(line):
                party = self._naming.party(named.name, sure=not named.beside)
                name = party.name if party else named.name
                if not named.beside and line not in outside:
                    continue
                if party or self._is_a_partys(named.name, line, beside=named.beside):
                    best[name] = max(best[name], _ON_MANIFESTO if named.beside else _ON_LINE)
        self._worth.update(best)

    def _is_a_partys(self, name: str, line: str, *, beside: bool) -> bool:
        """Whether a name that is not known is a party's: it says so, is letters, or the text speaks of it as of one."""
        if self._naming.is_no_party(name):
            return False
        if says_party(name, beside=beside):
            return True
        mentions = len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", self._evidence.raw_body, re.IGNORECASE))
        written_small = re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", self._evidence.raw_body)
        letters = is_short_for_something(name) and not line.isupper()
        if not beside:
            return not written_small and mentions > 1 and is_called_a_party(name, self._evidence.body)
        if " " in name or letters:
            return letters or (mentions >= _MENTIONS_ENOUGH and not written_small)
        return not written_small and (is_called_a_party(name, self._evidence.body) or self._speaking[folded(name)] > 0)

    def _weigh_makers(self) -> None:
        """Who publishes the file, and who it says made it."""
        evidence = self._evidence
        for name, worth in ((evidence.publisher, _IN_IMPRINT), (evidence.author, _MADE_IT)):
            party = self._naming.party(name, sure=False) if name else None
            if party:
                self._worth[party.name] += worth
            elif name and (says_party(name, beside=False) or self._is_spoken_of(name)):
                self._worth[name] += worth

    def _put_together(self) -> None:
        """What speaks for letters speaks for the name that they stand for."""
        for short in list(self._worth):
            whole = next(
                (name for name in self._worth if not self._naming.knows(short) and stands_for(short, name)), ""
            )
            if whole:
                self._worth[whole] += self._worth.pop(short)

    def _is_spoken_of(self, name: str) -> bool:
        return self._speaking[folded(name)] >= _PROMISES_ENOUGH

    def _weigh_known(self) -> None:
        """Signs that only a party has of which something is known: in the file's name, addresses and signatures."""
        evidence, parties = self._evidence, self._naming.parties
        signing = [party.name for party in parties if signature(party, evidence) is not None]
        if len(signing) == 1:
            self._worth[signing[0]] += _SIGNED
        written = [word for word in _edges(evidence).split() if len(word) <= _LONGEST_ADDRESS and _WEB.match(word)]
        addresses = folded(re.sub(r"[\W_]", " ", " ".join(written)))
        addressed = [party.name for party in parties if party.called.search(addresses)]
        if len(addressed) == 1:
            self._worth[addressed[0]] += _ADDRESS
        texts = all_asked(evidence.body)
        asked = [party.name for party in parties if asked_for(party.own, texts)]
        if len(asked) == 1:
            self._worth[asked[0]] += _ASKED
        for party in parties:
            called = party.called.pattern
            if is_known_by(party, evidence.name, evidence.body, self._naming):
                self._worth[party.name] += _IN_FILE_NAME
            if re.search(rf"(?:{called})(?: party)?(?: general election)? manifesto", evidence.front):
                self._worth[party.name] += _IN_PROSE

    def _weigh_promises(self) -> None:
        """Who says most often in the whole text what it "will" do, or "we", where it clearly is one."""
        evidence, naming = self._evidence, self._naming
        said = promised(evidence.body)
        counts = Counter({party.name: len(promises_of(party.own.pattern).findall(said)) for party in naming.parties})
        for name, many in self._speaking.items():
            party = naming.party(name, sure=False)
            if party:
                counts[party.name] = max(counts[party.name], many)
            elif not naming.is_no_party(name):
                counts[name] += many
        (first, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
        alone = most and not second and self._begins(first)
        if not alone and (most < _PROMISES_ENOUGH or most <= 2 * second):
            return
        if naming.knows(first):
            self._worth[first] += _SPEAKS
        elif printed := self._as_printed(first):
            self._worth[printed] += _SPEAKS

    def _begins(self, name: str) -> bool:
        """Whether what calls itself a manifesto begins with what this party, and no other, promises."""
        party = self._naming.party(name, sure=False)
        first = next((block.text for block in self._evidence.blocks if block.is_passage), "")
        begins = party.own.match(folded(first)) if party else None
        return self._evidence.is_programme and begins is not None

    def _as_printed(self, plain: str) -> str:
        """A name that promises, as the text writes it, where it is also shown, or called a party; else ""."""
        evidence = self._evidence
        pattern = re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)")
        shown = " \n ".join([*map(folded, evidence.shown), folded(evidence.author), evidence.name])
        if not (pattern.search(shown) or is_called_a_party(plain, evidence.body)):
            return ""
        written = Counter(re.findall(rf"(?<!\w){re.escape(plain)}(?!\w)", evidence.raw_body, re.IGNORECASE))
        return next((name for name, _ in written.most_common() if not name.islower()), "")


def _edges(evidence: Evidence) -> str:
    """Where the addresses of whoever publishes a file stand."""
    return "\n".join([evidence.raw_cover, *evidence.shown, *(block.text for block in evidence.blocks[-6:])])


def signature(party: Party, evidence: Evidence) -> str | None:
    """The nation whose leader in the year signs the foreword, "" for that of the whole party, None for nobody."""
    for leader in party.leaders:
        in_office = not evidence.year or leader.first <= int(evidence.year) <= leader.last
        if in_office and folded(leader.name) in evidence.signed:
            return leader.nation
    return None


def _nation(party: Party, evidence: Evidence, country: str) -> str:
    """The nation that a party stands in, or whose branch of it speaks, within its own state."""
    if country not in ("", party.state):
        return ""
    return party.nation or _branch(evidence, party)


def _branch(evidence: Evidence, party: Party) -> str:
    """The nation whose branch of the party speaks: "Welsh Conservatives", "libdem-wales", "Green Party of England".

    Further inside, where other branches may be spoken of, one nation is believed if it is the only one in the text.
    """
    pattern = _branches(party)
    for text in (evidence.name, evidence.imprint, evidence.head, evidence.cover):
        found = pattern.search(text)
        if found:
            return _NATIONS[found[1] or found[2]]
    signed = signature(party, evidence)
    if signed:
        return signed
    if not pattern.search(evidence.front):
        return ""
    spoken_of = {_NATIONS[found[1] or found[2]] for found in pattern.finditer(evidence.body)}
    return spoken_of.pop() if len(spoken_of) == 1 else ""


def _branches(party: Party) -> re.Pattern[str]:
    """Names of the party with that of a nation, also run together as addresses have them."""
    called = party.called.pattern
    bare = party.sure.pattern.replace(r"(?!\w)", "").replace(r"(?<!\w)", "")
    before = rf"\b({_NATION})(?: (?:{called})|(?:{bare})\b)"
    return re.compile(rf"{before}|(?:(?:{called})(?: party)?(?: (?:of|in|for))? |\b(?:{bare}))({_NATION})\b")
