"""Guesses whose manifesto it is: the party and its branch, and the candidate."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reader.evidence import Evidence
from reader.facts import Facts, Party, Race, folded

# What each sign of a party is worth, and what one must be worth in all to be believed.
_IN_IMPRINT, _IN_FILE_NAME, _IN_HEAD, _BEFORE_MANIFESTO, _SIGNED, _ON_COVER, _IN_FRONT = 8, 6, 4, 4, 4, 3, 1
_PARTY_ENOUGH = 4
_PROMISES_ENOUGH = 5

_FOR_OFFICE = re.compile(r"(?P<name>[^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]+){1,2}) for (?:mayor|police and crime)", re.I)
_NO_NAME = frozenset(
    ("our", "my", "the", "a", "plan", "manifesto", "vision", "vote", "elect", "candidate", "programme", "party", "for")
)
_PARTY_WRITTEN_OUT = re.compile(
    r"\b(?:(?:[Mm]anifesto|[Pp]rogramme|[Pp]lan) of (?:[Tt]he )?"
    r"(?P<of>(?:[A-Z][\w'’-]+ ){1,4}(?:Party|Alliance|Movement))"
    r"|(?P<before>(?:[A-Z][\w'’-]+ ){1,4}Party)(?: [Gg]eneral [Ee]lection)? [Mm]anifesto)\b"
)
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


def guess_author(evidence: Evidence, known: Facts, confirmed: Mapping[str, str]) -> Author:
    """The author that the evidence shows, of the party and with the name that a person has `confirmed`, if any."""
    certain = known.party(confirmed.get("party", ""))
    found = _standing(evidence, known, confirmed.get("candidate", ""), certain)
    if found:
        name = found[0][1]
        stood = [(race, party) for race, candidate, party in found if candidate == name]
        parties = {party for _, party in stood}
        party = confirmed.get("party", parties.pop() if len(parties) == 1 else "")
        return Author(party, name, races=tuple(race for race, _ in stood))
    if "party" in confirmed:
        branch = (certain.nation or _branch(evidence, certain)) if certain else ""
        return Author(confirmed["party"], _unknown_candidate(evidence), branch)
    shown = _party(evidence, known)
    unknown = "" if shown else _unknown_party(evidence)
    if unknown:
        return Author(unknown, _unknown_candidate(evidence))
    speaks = shown or _promising(evidence, known)
    if speaks is None:
        return Author(candidate=_unknown_candidate(evidence))
    return Author(speaks.name, _unknown_candidate(evidence), speaks.nation or _branch(evidence, speaks))


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
            if in_full or folded(race.place) in evidence.body():
                found.append((race, name, party))
    return found


def _unknown_candidate(evidence: Evidence) -> str:
    for found in _FOR_OFFICE.finditer(evidence.raw_cover):
        name = found["name"]
        if not _NO_NAME & set(folded(name).split()):
            return name.title() if name.isupper() or name.islower() else name
    return ""


def _party(evidence: Evidence, known: Facts) -> Party | None:
    signing = [party.name for party in known.parties if _signature(party, evidence) is not None]
    worth = {party.name: _worth(party, evidence) for party in known.parties}
    if len(signing) == 1:
        worth[signing[0]] += _SIGNED
    most = max(worth.values())
    best = [party for party in known.parties if worth[party.name] == most >= _PARTY_ENOUGH]
    if len(best) < 2:
        return next(iter(best), None)
    body = evidence.body()
    return max(best, key=lambda party: len(party.sure.findall(body)))


def _worth(party: Party, evidence: Evidence) -> int:
    manifesto_of = re.search(rf"(?:{party.called.pattern})(?: party)?(?: general election)? manifesto", evidence.front)
    return (
        _IN_IMPRINT * bool(party.called.search(evidence.imprint))
        + _IN_FILE_NAME * bool(party.called.search(evidence.name))
        + _IN_HEAD * bool(party.sure.search(evidence.head))
        + _BEFORE_MANIFESTO * bool(manifesto_of)
        + _ON_COVER * bool(party.sure.search(evidence.cover))
        + _IN_FRONT * min(3, len(party.sure.findall(evidence.front)))
    )


def _promising(evidence: Evidence, known: Facts) -> Party | None:
    """The party that says most often in the whole text what it "will" do, or "we", where it clearly is one."""
    body = evidence.body()
    counts = Counter({party.name: len(_speaking(party.own.pattern).findall(body)) for party in known.parties})
    (first, most), (_, second) = (*counts.most_common(2), ("", 0))[:2]
    return known.party(first) if most >= _PROMISES_ENOUGH and most > 2 * second else None


@lru_cache(maxsize=256)
def _speaking(called: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{called})(?: party| government)? (?:will|would)\b|\b(?:we|wir)(?: the| die)? (?:{called})")


def _signature(party: Party, evidence: Evidence) -> str | None:
    """The nation whose leader in the year signs the foreword, "" for that of the whole party, None for nobody."""
    for leader in party.leaders:
        in_office = not evidence.year or leader.first <= int(evidence.year) <= leader.last
        if in_office and folded(leader.name) in evidence.signed:
            return leader.nation
    return None


def _unknown_party(evidence: Evidence) -> str:
    """A party that is not in the facts but on the cover or in the imprint."""
    written = _PARTY_WRITTEN_OUT.search(evidence.raw_cover)
    if written:
        return (written["of"] or written["before"]).removeprefix("The ")
    return evidence.publisher if folded(evidence.publisher).endswith((" party", " alliance", " movement")) else ""


def _branch(evidence: Evidence, party: Party) -> str:
    """The nation whose branch of the party speaks: "Welsh Conservatives", "libdem-wales", "Green Party of England".

    Further inside, where other branches may be spoken of, one nation is believed if it is the only one in the text.
    """
    pattern = _branches(party)
    for text in (evidence.name, evidence.imprint, evidence.head, evidence.cover):
        found = pattern.search(text)
        if found:
            return _NATIONS[found[1] or found[2]]
    signed = _signature(party, evidence)
    if signed:
        return signed
    if not pattern.search(evidence.front):
        return ""
    spoken_of = {_NATIONS[found[1] or found[2]] for found in pattern.finditer(evidence.body())}
    return spoken_of.pop() if len(spoken_of) == 1 else ""


def _branches(party: Party) -> re.Pattern[str]:
    """Names of the party with that of a nation, also run together as addresses have them."""
    called = party.called.pattern
    bare = party.sure.pattern.replace(r"(?!\w)", "").replace(r"(?<!\w)", "")
    before = rf"\b({_NATION})(?: (?:{called})|(?:{bare})\b)"
    return re.compile(rf"{before}|(?:(?:{called})(?: party)?(?: (?:of|in|for))? |\b(?:{bare}))({_NATION})\b")
