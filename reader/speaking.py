"""Counts who promises in a text: whose name stands before "will", "believes", "wants" in the languages that have been met."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from reader.facts import folded

_VERBS = (
    r"(?:will|believes?|supports?|proposes?|wants?|opposes?|commits?|calls? for|pledges?|wil|willen|vindt|kiest|pleit|zet zich"
    r"|wird|werden|wollen|fordert|fordern|setzt|lehnt|steht|propone|defiende|\w+rá|\w+ra|propose|veut|bydd|yn bwriadu)\b"
)
_WORD = r"(?:[^\W\d_a-zà-öø-ÿ][\w&'’.-]*|\d+[A-Z][\w-]*)"
_SPEAKS = re.compile(
    rf"(?P<name>(?<![\w-]){_WORD}(?:[ ](?:(?:of|for|and|the|&|de|der|des|van|voor|e|y|und)[ ])?{_WORD}){{0,5}}) {_VERBS}"
)
_FIRST = re.compile(r"^(?:(?:the|die|der|das|de|het|la|el|le|we|wir|wij|bydd) )+|['’]s$")
_NOBODY = re.compile(
    r"(?:(?:the |a |our |this |next |new )*(?:\w+ )?(?:government|parliament|state|council|mayor|assembly|commission|minister|executive"
    r"|president|prime minister|people|plan|manifesto|fund|act|bill|bank|eu|nhs|uk|police|republic|regierung|staat|land|regering"
    r"|overheid|gobierno|estado)"
    r"|this|that|it|they|we|you|i|he|she|there|these|those|who|what|which|how|and|but|so|all|some|no one|everyone)$"
)


def speaking(raw: str) -> Counter[str]:
    """How often each name, folded and without its article, promises something in a text; pronouns and offices are no names.

    A word that the text also writes small is none either, nor is one that only begins sentences.
    """
    counts: Counter[str] = Counter()
    for found in _SPEAKS.finditer(raw):
        counts[_FIRST.sub("", folded(found["name"]))] += 1
    return Counter({name: many for name, many in counts.items() if name and not _NOBODY.match(name)})


def is_called_a_party(name: str, body: str) -> bool:
    """Whether the folded text says of a name that it is a party, or that one should vote for it."""
    plain = re.escape(folded(name))
    return re.search(
        rf"(?<!\w){plain}(?: is| ist| es| est|,)(?: \w+){{0,8}}? \w*(?:party|partei|partij|partido|parti|movement|beweging|bewegung)\b"
        rf"|\bvote (?:for )?(?:the )?{plain}(?!\w)|\bstem (?:op )?{plain}(?!\w)|\b(?:party|partij|partei|partido)[:,]? {plain}(?!\w)",
        body,
    ) is not None


@lru_cache(maxsize=256)
def asks_for(called: str) -> re.Pattern[str]:
    """Finds, in folded text, where voters are asked to vote for, or join, a party that is called so."""
    asked = r"vote(?: for)?|join|stem(?: op)?|(?:word|wordt) lid van|vota(?: a)?|wahlen sie|pleidleisiwch (?:i|dros)"
    return re.compile(
        rf"(?<!who )(?<!people )(?<!you )(?<!they )(?<!would )(?<!not )(?<!n't )(?<!to )(?<!a )\b(?:{asked})(?: the)? (?:{called})"
    )


@lru_cache(maxsize=256)
def promises_of(called: str) -> re.Pattern[str]:
    """Finds, in folded text, what a party promises that is called so: "Labour will", "we the greens", "bydd Llafur"."""
    return re.compile(
        rf"(?:{called})(?: party| government)? (?:will|would)\b|\b(?:we|wir)(?: the| die)? (?:{called})"
        rf"|\b(?:bydd|mae'?)(?: yr?|r)? (?:{called})"
    )
