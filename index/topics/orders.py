"""Whether a sentence or item says what is to be done without saying who does it: orders, and what a list names."""

from __future__ import annotations

import re
from itertools import islice

from index.topics import phrases


def is_order(said: str) -> bool:
    """Whether the sentence begins as an order does ("Introduce a ...", "To end ..."): a pledge without its subject."""
    words = [word[0] for word in islice(_WORDS.finditer(said), 3)]
    if words[:1] == ["to"] and len(words) > 1 and not re.search(r",| [–—-] ", said):
        words = words[1:]
    if not words or not _is_verb(words[0]):
        return False
    if words[0] not in phrases.ALSO_NOUNS:
        return True
    if len(words) == 1 or _NOUN_GOES_ON.fullmatch(words[1]) or (f"{words[0]}, " in said and not _is_verb(words[1])):
        return False
    # "Further cuts have left ..." says something of cuts.
    return not SAYS_OF_IT.search(" ".join(said.split()[:_SUBJECT]))


def _is_verb(word: str) -> bool:
    return word.removeprefix("re-") in phrases.BASE_VERBS


def names_doing(said: str, *, item: bool) -> bool:
    """Whether the sentence names what is to be done and says nothing of it ("Building trust in our parks.").

    Without a stop and outside of a list it is rather a heading that was taken for a paragraph.
    """
    found = _DOING.match(said)
    if found is None or not phrases.is_doing(found[1]) or SAYS_OF_IT.search(said):
        return False
    return item or said[-1] in ".;!"


def is_without_verb(said: str) -> bool:
    """Whether a list item only names what there is to be ("More police on our streets", "Tougher sentences")."""
    return not _FINITE.search(said)


_WORDS = re.compile(r"[\w'-]+")
_SUBJECT = 6
_DOING = re.compile(r"(?:and )?(?:\w+ly )?((?:re-)?\w+ing)\b")
SAYS_OF_IT = re.compile(
    r"\b(?<!\bwho )(?<!\bwhich )(?<!\bthat )(?<!\bwhat )(?<!\bthey )(?<!\bwe )(?<!\bit )(?<!\bhow )"
    r"(?<!\bthere )(?<!\bpeople )(?:is|are|was|were|isn't|aren't|has|have|had|does|means|requires|remains|makes"
    r"|helps|matters|depends|can|could|may|might"
    r"|offers|gives|increase[sd]|reduces|raises|costs|leads|saves|improves|provides|ensures|creates|needs|takes|brings)\b"
)
_NOUN_GOES_ON = re.compile(
    r"for|of|is|are|was|were|from|has|have|in|on|by|and|officers?|forces?|service|numbers|stations?|to"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|cannot|isn't|aren't|don't|doesn't|i|we|they|he|she|it)\b"
)
