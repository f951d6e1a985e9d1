"""Guesses the fields of a manifesto from what its file shows, for a person to correct or confirm."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from reader.evidence import Evidence, gather, is_a_title
from reader.facts import ElectionKind, Party, Race, facts, folded
from reader.library.records import Extent
from reader.model import Kind, Manifesto
from reader.provenance import download_of

# What each sign of a party is worth, and what one must be worth in all to be believed.
_IN_IMPRINT, _IN_FILE_NAME, _IN_HEAD, _BEFORE_MANIFESTO, _ON_COVER, _IN_FRONT = 8, 6, 4, 4, 3, 1
_PARTY_ENOUGH = 4
# The same for a kind of election, by where its words stand.
_SHOWN, _READ = 3, 1
_KIND_ENOUGH = 2

_YEAR = r"(?<!\d)((?:19|20)\d\d)"
_YEAR_IN_NAME = re.compile(_YEAR + r"(?:[01]\d[0-3]\d)?(?!\d)")
_PROGRAMME = (
    r"(?:manifesto|maniffesto|election|etholiad|programme|action plan|wahlprogramm|bundestagswahl|programa|elecciones)"
)
_YEAR_NEAR = re.compile(rf"{_PROGRAMME}\D{{0,60}}?{_YEAR}(?!\d)|{_YEAR}\D{{0,40}}?{_PROGRAMME}")
_YEAR_ALONE = re.compile(_YEAR + r"(?!\d)")

_EXTRACT_NAME = re.compile(r"\b(?:extracts?|excerpts?|auszug|pp? ?\d+ \d+|pages? \d+)\b")
_CHAPTER_NAME = re.compile(r"\b(?:chapters?|kapitel|pennod)\b")
_GOES_ON = re.compile(r"^(?:next|next chapter|continue reading|nesaf)\s?[:›»→>]")
_CHAPTER_HEAD = re.compile(
    r"^(?:chapter|kapitel|pennod) (?:\d+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)

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
    "scotland": "Scotland",
    "scottish": "Scotland",
    "northern ireland": "Northern Ireland",
    "ni": "Northern Ireland",
    "england and wales": "England and Wales",
}
_NATION = "|".join(sorted(_NATIONS, key=len, reverse=True))


def guess_fields(path: Path, manifesto: Manifesto) -> dict[str, str]:
    """Field values by name (see reader.library.records.FIELDS); a field nothing speaks for is left out.

    Nothing is guessed without a sign in the file's name, its first pages, its imprint, what the file says of itself,
    or what the system noted when it was downloaded.
    """
    evidence = gather(path, manifesto)
    year = _year(evidence)
    race, candidate, party_name = _candidate(evidence, year)
    party = facts().party(party_name) if party_name else _party(evidence)
    if race:
        year = race.year
    election, office, nation = _election(evidence, year, party, race)
    source, accessed = download_of(path)
    source = source or _saved_from(manifesto)
    guesses = {
        "title": _title(path, manifesto, party, year),
        "party": party_name or (party.name if party else _unknown_party(evidence)),
        "candidate": candidate,
        "office": office,
        "election": election,
        "year": year,
        "nation": nation,
        "language": manifesto.language,
        "publisher": evidence.publisher,
        "date": _date(manifesto, year),
        "source": source,
        "accessed": accessed,
        "extent": _extent(evidence, manifesto),
        "colour": party.colour if party else "",
    }
    return {name: value for name, value in guesses.items() if value}


def _title(path: Path, manifesto: Manifesto, party: Party | None, year: str) -> str:
    if is_a_title(manifesto.title):
        return manifesto.title
    if party:
        return " ".join(part for part in (party.name, "manifesto", year) if part)
    return re.sub(r"[-_]+", " ", path.stem).strip()


def _saved_from(manifesto: Manifesto) -> str:
    """The address that a web page says it was saved from."""
    said = manifesto.metadata.get("source", "")
    return said if said.startswith(("http://", "https://")) else ""


def _year(evidence: Evidence) -> str:
    """The year in the file's name, else the one beside "manifesto" or "election", else the only one on the cover."""
    named = _YEAR_IN_NAME.search(evidence.name)
    if named:
        return named[1]
    for text in (evidence.head, evidence.cover, evidence.front):
        near = _YEAR_NEAR.search(text)
        if near:
            return near[1] or near[2]
    alone = set(_YEAR_ALONE.findall(evidence.cover))
    return alone.pop() if len(alone) == 1 else ""


def _candidate(evidence: Evidence, year: str) -> tuple[Race | None, str, str]:
    """(race, candidate, party): a known candidate named in the head, or whose surname the file bears."""
    found = []
    for race in facts().races:
        for name, party in race.candidates:
            plain = folded(name)
            in_full = re.search(rf"\b{re.escape(plain)}\b", f"{evidence.name} \n {evidence.head}")
            by_surname = plain.split()[-1] in evidence.name.split()
            if not (in_full or by_surname) or year not in ("", race.year):
                continue
            if in_full or folded(race.place) in evidence.body():
                found.append((race, name, party))
    if not found:
        return None, _unknown_candidate(evidence), ""
    race, name, party = found[0]
    same_race = all(other[0] == race for other in found)
    return (race if year or same_race else None), name, (party if {other[2] for other in found} == {party} else "")


def _unknown_candidate(evidence: Evidence) -> str:
    for found in _FOR_OFFICE.finditer(evidence.raw_cover):
        name = found["name"]
        if not _NO_NAME & set(folded(name).split()):
            return name.title() if name.isupper() or name.islower() else name
    return ""


def _party(evidence: Evidence) -> Party | None:
    worth = {party.name: _worth(party, evidence) for party in facts().parties}
    most = max(worth.values())
    best = [party for party in facts().parties if worth[party.name] == most >= _PARTY_ENOUGH]
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


def _unknown_party(evidence: Evidence) -> str:
    """A party that is not in the table but on the cover or in the imprint."""
    written = _PARTY_WRITTEN_OUT.search(evidence.raw_cover)
    if written:
        return (written["of"] or written["before"]).removeprefix("The ")
    return evidence.publisher if folded(evidence.publisher).endswith((" party", " alliance", " movement")) else ""


def _election(evidence: Evidence, year: str, party: Party | None, race: Race | None) -> tuple[str, str, str]:
    """(election, office, nation)."""
    if race:
        return race.election, race.office, race.nation
    branch = _branch(evidence, party)
    kind, place = _kind(evidence)
    if kind:
        election = _filled(kind.election, place, year)
        nation = branch or kind.nation or (party.nation if party else "") or kind.state
        return election, kind.office, "England" if folded(place) == "london" else nation
    if party is None:
        return "", "", branch
    general = facts().general.get((party.state, year), "")
    return general.format(year=year), "parliament" if general else "", branch or party.nation or party.state


def _kind(evidence: Evidence) -> tuple[ElectionKind | None, str]:
    """The kind of election that is spoken of most, and the place it names."""
    best: tuple[int, ElectionKind | None, str] = (_KIND_ENOUGH - 1, None, "")
    for kind in facts().kinds:
        shown = list(kind.said.finditer(evidence.shown))
        read = list(kind.said.finditer(evidence.front))
        worth = _SHOWN * len(shown) + _READ * len(read)
        if worth > best[0]:
            best = (worth, kind, _place([*shown, *read]))
    return best[1], best[2]


def _place(found: Iterable[re.Match[str]]) -> str:
    named = (place for match in found for group, place in match.groupdict().items() if group.startswith("place"))
    return next((place.title() for place in named if place), "")


def _filled(election: str, place: str, year: str) -> str:
    filled = " ".join(election.format(place=place, year=year).split())
    return filled[:1].upper() + filled[1:]


def _branch(evidence: Evidence, party: Party | None) -> str:
    """The nation whose branch of the party speaks: "Welsh Conservatives", "libdem-wales", "Green Party of England"."""
    if party is None or party.nation:
        return party.nation if party else ""
    called = party.called.pattern
    pattern = re.compile(rf"({_NATION}) (?:{called})|(?:{called})(?: party)?(?: (?:of|in|for))? ({_NATION})\b")
    for text in (evidence.name, evidence.imprint, evidence.head, evidence.cover):
        found = pattern.search(text)
        if found:
            return _NATIONS[found[1] or found[2]]
    return ""


def _date(manifesto: Manifesto, year: str) -> str:
    """The day the file was made, where that was in the year of the election."""
    made = re.search(r"(\d{4})-?([01]\d)-?([0-3]\d)", manifesto.metadata.get("creationDate", ""))
    return f"{made[1]}-{made[2]}-{made[3]}" if made and made[1] == year else ""


def _extent(evidence: Evidence, manifesto: Manifesto) -> str:
    if _EXTRACT_NAME.search(evidence.name):
        return Extent.EXTRACT
    headings = (folded(block.text) for block in manifesto.blocks if block.kind is Kind.HEADING)
    one_chapter = (
        bool(_CHAPTER_HEAD.match(evidence.head)) and sum(1 for one in headings if _CHAPTER_HEAD.match(one)) == 1
    )
    if _CHAPTER_NAME.search(evidence.name) or _GOES_ON.match(evidence.ending) or one_chapter:
        return Extent.CHAPTER
    return Extent.WHOLE
