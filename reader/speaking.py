"""Counts who promises in a text: whose name stands before "will", "believes", "wants", in the languages met so far."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from reader.facts import folded

_VERBS = (
    r"(?:will|believes?|supports?|proposes?|wants?|opposes?|commits?|calls? for|pledges?|wil|willen|vindt|kiest|pleit"
    r"|zet zich|wird|werden|wollen|fordert|fordern|setzt|lehnt|steht|propone|defiende|\w+rá|\w+ra|propose|veut|bydd)\b"
)
_WORD = r"(?:[^\W\d_a-zà-öø-ÿ][\w&'’-]*(?:\.\w+)*|\d+[A-Z][\w-]*)"
_SPEAKS = re.compile(
    rf"(?P<name>(?<![\w-]){_WORD}(?: (?:(?:of|for|and|the|&|de|der|des|van|voor|e|y|und) )?{_WORD}){{0,5}}) {_VERBS}"
)
_FIRST = re.compile(r"^(?:(?:the|die|der|das|de|het|la|el|le|we|wir|wij|bydd) )+|['’]s$")
_NOBODY = re.compile(
    r"(?:(?:the |a |our |this |next |new )*(?:\w+ )?(?:government|parliament|state|council|mayor|assembly|commission"
    r"|minister|executive|president|prime minister|people|plan|manifesto|fund|act|bill|bank|eu|nhs|uk|police|republic"
    r"|regierung|staat|land|regering|overheid|gobierno|estado)"
    r"|this|that|it|they|we|you|i|he|she|there|these|those|who|what|which|how|and|but|so|all|some|no one|everyone)$"
)

# How far around a name what is said of it is looked for, in code points.
_BEFORE, _AFTER = 60, 80
_IS_A_PARTY = re.compile(
    r"(?: is| ist| es| est|,)\b[^.!?]{0,60}?\w*(?:party|partei|partij|partido|parti|movement|beweging|bewegung)\b"
)
_ASKS = re.compile(
    r"\b(?:vote(?: for)?|join|stem(?: op)?|wordt? lid van|vota(?: a)?|wahlen sie|pleidleisiwch (?:i|dros))(?: the|'r)? "
)
_ASKED = re.compile(rf"(?:{_ASKS.pattern}|\b(?:party|partij|partei|partido)[:,]? )$")
_WILL = re.compile(r" (?:will|would)\b")
_WE = re.compile(r"\b(?:we|wir|bydd|mae)\b")
_NOT_ASKED = re.compile(r"\b(?:who|people|you|they|would|not|to|a|\w+n't) $")


def speaking(raw: str) -> Counter[str]:
    """How often each name, folded and without its article, promises something; pronouns and offices are no names."""
    counts: Counter[str] = Counter()
    for found in _SPEAKS.finditer(raw):
        counts[_FIRST.sub("", folded(found["name"]))] += 1
    return Counter({name: many for name, many in counts.items() if name and not _NOBODY.match(name)})


def is_called_a_party(name: str, body: str) -> bool:
    """Whether the folded text says of a name that it is a party, or asks to vote for it."""
    for found in re.finditer(rf"(?<!\w){re.escape(folded(name))}(?!\w)", body):
        before, after = body[max(0, found.start() - _BEFORE) : found.start()], body[found.end() : found.end() + _AFTER]
        if _IS_A_PARTY.match(after) or _ASKED.search(before):
            return True
    return False


def asked_for(called: re.Pattern[str], asked: Sequence[str]) -> bool:
    """Whether one of the texts that follow "vote for" begins with a party that is called so."""
    return any(called.match(text) for text in asked)


def all_asked(body: str) -> list[str]:
    """What follows where the folded text asks its readers to vote for, or to join, somebody."""
    ends = (
        found.end()
        for found in _ASKS.finditer(body)
        if not _NOT_ASKED.search(body[max(0, found.start() - 12) : found.start()])
    )
    return [body[end : end + _AFTER] for end in ends]


def promised(body: str) -> str:
    """Of a folded text what stands before each "will" and after each "we", a line for each."""
    before = (body[max(0, found.start() - _BEFORE) : found.end()] for found in _WILL.finditer(body))
    after = (body[found.start() : found.end() + _BEFORE] for found in _WE.finditer(body))
    return "\n".join((*before, *after))


@lru_cache(maxsize=256)
def promises_of(called: str) -> re.Pattern[str]:
    """Finds, in what `promised` found, a party that is called so: "Labour will", "we the greens", "bydd Llafur"."""
    return re.compile(
        rf"(?:{called})(?: party| government)? (?:will|would)$|^(?:we|wir)(?: the| die)? (?:{called})"
        rf"|^(?:bydd|mae'?)(?: yr?|r)? (?:{called})",
        re.MULTILINE,
    )
