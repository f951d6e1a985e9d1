"""Guesses the fields of a manifesto from what its file shows, for a person to correct or confirm."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from reader.evidence import Evidence, gather, with_confirmed
from reader.facts import Facts, Party, facts, folded
from reader.guess_country import guess_country
from reader.guess_election import guess_election
from reader.guess_party import Author, guess_author
from reader.library.records import Extent
from reader.model import Kind, Manifesto
from reader.provenance import download_of
from reader.titles import is_a_title

_EXTRACT_NAME = re.compile(r"\b(?:extracts?|excerpts?|auszug|pp? ?\d+ \d+|pages? \d+)\b")
_CHAPTER_NAME = re.compile(r"\b(?:chapters?|kapitel|pennod)\b")
_GOES_ON = re.compile(r"^(?:next|next chapter|continue reading|nesaf)\s?[:›»→>]")
_CHAPTER_HEAD = re.compile(
    r"^(?:chapter|kapitel|pennod) (?:\d+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)


def guess_fields(
    path: Path, manifesto: Manifesto, known: Facts | None = None, confirmed: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Field values by name (see reader.library.records.FIELDS); a field nothing speaks for is left out, but for
    the title: that is "" then, so that nothing takes its place.

    Nothing is guessed without a sign in the file's name, its first pages, its imprint, what the file says of itself,
    or what the system noted when it was downloaded. `known` are the facts to go by, else those that ship. `confirmed`
    are the fields that a person has confirmed: they stay as they are, and others follow from them.
    """
    known, confirmed = known or facts(), confirmed or {}
    evidence = with_confirmed(gather(path, manifesto), confirmed)
    country = guess_country(evidence, known)
    author = guess_author(evidence, country, known, confirmed)
    election = guess_election(evidence, author, country, known)
    party = known.party(author.party)
    source, accessed = download_of(path)
    guesses = {
        "title": _title(path, manifesto, author, party),
        "party": author.party,
        "candidate": author.candidate,
        "office": election.office,
        "election": election.name,
        "year": election.year,
        "nation": election.nation,
        "language": manifesto.language,
        "publisher": evidence.publisher,
        "date": _date(evidence, election.year, election.day),
        "source": source or _saved_from(manifesto),
        "accessed": accessed,
        "extent": _extent(evidence, manifesto),
        "colour": party.colour if party else "",
    } | dict(confirmed)
    return {name: value for name, value in guesses.items() if value or name == "title"}


def _title(path: Path, manifesto: Manifesto, author: Author, party: Party | None) -> str:
    """What the file calls itself; else nothing where it is known whose it is, and the file's name where it is not.

    The bare name of its author is no title.
    """
    plain = folded(manifesto.title).removeprefix("the ")
    patterns = (party.sure, party.own, party.called) if party else ()
    is_name = plain == folded(author.candidate) or any(pattern.fullmatch(plain) for pattern in patterns)
    if is_a_title(manifesto.title) and not is_name:
        return manifesto.title
    return "" if author.party or author.candidate else re.sub(r"[-_]+", " ", path.stem).strip()


def _saved_from(manifesto: Manifesto) -> str:
    """The address that a web page says it was saved from."""
    said = manifesto.metadata.get("source", "")
    return said if said.startswith(("http://", "https://")) else ""


def _date(evidence: Evidence, year: str, day: date | None) -> str:
    """The day the file was made, where that was in the year of the election and not after it."""
    made = evidence.made
    return made.isoformat() if made and str(made.year) == year and (day is None or made <= day) else ""


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
