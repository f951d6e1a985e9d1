"""Who speaks in a manifesto and whom it speaks against: the names by which parties are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reader.library.records import Document

# One line a party: all that it, its members and its leaders are called, in lower case. A name that is a common word
# ("green", "reform", "alliance") stands only in forms that cannot be mistaken.
_LINES = (
    "labour|labour party|labour's|new labour|co-operative party|llafur|tony blair|gordon brown|ed miliband"
    "|jeremy corbyn|keir starmer|sadiq khan|carwyn jones"
    "|mark drakeford|kezia dugdale|anas sarwar|vaughan gething|ken livingstone",
    "conservative|conservatives|conservative party|conservative and unionist party|tory|tories|tory party"
    "|welsh conservatives|scottish conservatives|ceidwadwyr|y ceidwadwyr|geidwadwyr|theresa may|david cameron"
    "|george osborne|boris johnson|liz truss|rishi sunak|ruth davidson|susan hall|kemi badenoch|zac goldsmith"
    "|shaun bailey|suella braverman|priti patel|margaret thatcher|thatcherite|coalition government|the coalition",
    "liberal democrat|liberal democrats|lib dem|lib dems|libdem|libdems|democratiaid rhyddfrydol"
    "|y democratiaid rhyddfrydol|ddemocratiaid rhyddfrydol|nick clegg|tim farron|vince cable|jo swinson|ed davey"
    "|kirsty williams|willie rennie|rob blackie|alex cole-hamilton",
    "the greens|green party|the green party|scottish greens|scottish green party|wales green party|green mps|green mp"
    "|green government|green mayor|greens|caroline lucas|natalie bennett|jonathan bartley|carla denyer|adrian ramsay"
    "|sian berry|patrick harvie|zoë garbett|zoe garbett|zack polanski",
    "snp|scottish national party|the snp|alex salmond|nicola sturgeon|humza yousaf|john swinney",
    "plaid cymru|plaid|plaid cymru's|leanne wood|adam price|rhun ap iorwerth|party of wales",
    "ukip|uk independence party|nigel farage|paul nuttall|reform uk|brexit party|howard cox",
    "dup|democratic unionist|democratic unionists|democratic unionist party|arlene foster|jeffrey donaldson",
    "uup|ulster unionist|ulster unionists|ulster unionist party",
    "sinn féin|sinn fein|gerry adams|mary lou mcdonald|michelle o'neill",
    "sdlp|social democratic and labour party",
    "alliance party|alliance party of northern ireland|naomi long",
    "tuv|traditional unionist voice|jim allister",
    "bnp|british national party|national front|britain first",
    "alba party|change uk|the independent group|women's equality party|workers party|respect party|count binface",
)
_FAMILIES = tuple(tuple(line.split("|")) for line in _LINES)
# What a party is called in its own manifesto that would be no name elsewhere.
_AT_HOME = {"alliance party": ("alliance",), "green party": ("green", "greens"), "reform uk": ("reform",)}
OFFICE = r"(?:\s+(?:party|government|mayor|council|administration|mps?|councillors|manifesto|msps?|ams?|peers))*"


@dataclass(frozen=True, slots=True)
class Voices:
    """The author of a manifesto and the opponents, as regular expressions over lower-case text."""

    author: str
    opponent: str


@lru_cache(maxsize=256)
def voices(*names: str) -> Voices:
    """The voices where the author is called `names`; without any, only "we" and "I" are the author."""
    said = {re.sub(r"\s+", " ", name.casefold().replace("’", "'")).strip() for name in names} - {""}
    own = {family for name in said if (family := _family(name)) is not None}
    mine = {called for number in own for called in _FAMILIES[number]}
    mine |= {home for key, homes in _AT_HOME.items() if key in mine for home in homes}
    mine |= said | {name.split()[-1] for name in said if 1 < len(name.split()) < 4 and "party" not in name}
    others = {called for number, family in enumerate(_FAMILIES) if number not in own for called in family}
    return Voices(_any_of(mine), _any_of(others - mine if said else set()))


def authors(document: Document, texts: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of a document's author: its party and candidate, else the party that most often "will" in the texts."""
    named = tuple(name for name in (document.party, document.candidate) if name)
    return named or _guessed(texts)


def _guessed(texts: Iterable[str]) -> tuple[str, ...]:
    """The first name of the family that promises most often, where one does so clearly."""
    whole = "\n".join(texts).casefold().replace("’", "'")
    counts: Counter[str] = Counter()
    for family in _FAMILIES:
        promises = rf"\b(?:{_any_of(family)}){OFFICE}\s+(?:will|would)\b"
        counts[family[0]] = len(re.findall(promises, whole))
    (first, most), (_, second) = counts.most_common(2)
    return (first,) if most >= 5 and most > 2 * second else ()


def _family(name: str) -> int | None:
    """The family that a name as people enter it ("Scottish Labour Party") belongs to: the one of the longest match."""
    name = next((key for key, homes in _AT_HOME.items() if name in homes), name)
    matches = [
        (len(called), number)
        for number, family in enumerate(_FAMILIES)
        for called in family
        if re.search(rf"\b{re.escape(called)}\b", name)
    ]
    return max(matches)[1] if matches else None


def _any_of(names: Iterable[str]) -> str:
    """The names as alternatives, longest first; one that never matches where there are none."""
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) or r"(?!)"
