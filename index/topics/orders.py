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
    if not words or _HAPPENED.match(said):
        return False
    if not _is_verb(words[0]):
        return _ORDERS.match(said) is not None and not SAYS_OF_IT.search(main_part(said))
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
    if found is None or not phrases.is_doing(found[1]) or SAYS_OF_IT.search(main_part(said)):
        return False
    return item or said[-1] in ".;!"


def is_without_verb(said: str) -> bool:
    """Whether a list item only names what there is to be ("More police on our streets", "Tougher sentences")."""
    return not _FINITE.search(main_part(said))


def main_part(said: str) -> str:
    """What a sentence says before it goes on about part of it ("Training for officers | who are called to fires")."""
    joined = _GOES_INTO.search(said)
    # With two verbs behind it, the second may be the sentence's own ("Where a border is drawn | matters").
    return said[: joined.start()] if joined and len(_FINITE.findall(said, joined.end())) < _TWO_VERBS else said


# A heading that was printed into the line of what follows: in capitals, or before a word that begins a sentence anew.
HEADING_BEFORE = re.compile(
    r"(?:[A-Z][A-Z'’&-]+,? ){1,8}(?=[A-Z][a-z])|[A-Z][\w'’-]*(?: (?!(?:Ltd|Act|Bill|and|or|of|to"
    r"|the)\b)[\w'’-]+){0,5} (?=[A-Z][a-z]+ )"
)
# An order by a verb that is in no list: one word, and what it is to be done to ("Sack any chair who ...").
_ORDERS = re.compile(
    r"(?!(?:with|without|under|over|after|before|since|during|despite|given|unlike|like|for|from|about|across|among"
    r"|amongst"
    r"|above|against|around|at|behind|below|beside|besides|between|beyond|but|by|in|into|on|onto|of|off|per|than"
    r"|through"
    r"|throughout|till|to|toward|towards|until|upon|via|within|and|or|nor|so|yet|if|as|when|while|where|whether|because"
    r"|although|though|unless|once|not|only|even|also|both|all|almost|nearly|just|still|again|then|thus|what|who|which"
    r"|that|this|these|those|it|its|we|they|he|she|you|there|here|how|why|is|are|was|were|has|have|had|be|been|do|does"
    r"|did|can|could|may|might|will|would|shall|should|must|made|built|held|left|lost|gave|took|got|saw|won|paid|sent"
    r"|spent|kept|knew|led|met|ran|told|brought|bought|taught|broke|wrote|half|twice|such|quite|rather|too|whatever"
    r"|wherever|whenever|whichever|including|regarding|concerning|police|crime|violence|tax|freedom|more|fewer|less"
    r"|most)\b"
    r"|\w+(?:ed|ing|ly|ness|ment|tion|ism|[^s]s)\b)"
    r"[a-z-]{3,} (?:any|every|all|each|anyone|everyone|those|the|a|an|our|their|them)\b"
)
_GOES_INTO = re.compile(
    r",? (?:who|whom|whose|which|that|where|when|how|so|because|as|while|whilst|if|until|unless|before|after|than"
    r"|since)\b"
)
_WORDS = re.compile(r"[\w'-]+")
_SUBJECT = 6
_DOING = re.compile(r"(?:and )?(?:\w+ly )?((?:re-)?\w+ing)\b")
SAYS_OF_IT = re.compile(
    r"\b(?<!\bwho )(?<!\bwhich )(?<!\bthat )(?<!\bwhat )(?<!\bthey )(?<!\bwe )(?<!\bit )(?<!\bhow )"
    r"(?<!\bthere )(?<!\bpeople )(?:is|are|was|were|isn't|aren't|has|have|had|does|means|requires|remains|makes"
    r"|helps|matters|depends|can|could|may|might"
    r"|offers|gives|increase[sd]|reduces|raises|costs|leads|saves|improves|provides|ensures|creates|needs|takes"
    r"|brings)\b"
)
# A noun or the end of a name that is spelt like a verb, and what it did ("Marsh End | waited nineteen minutes").
_HAPPENED = re.compile(
    rf"[\w'-]+ (?:was|were|had|has|(?!(?:cut|put|set|found)\b)"
    rf"(?:{phrases.IRREGULAR_PAST}|(?!need|feed|speed)\w{{2,}}ed)"
    r" (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|the|an?|its|their|our|his|her|this|that|no"
    r"|every|each|for|in|on|at|to|by|until|from|up|down|out|over|more|less|about)\b))"
)
_NOUN_GOES_ON = re.compile(
    r"for|of|is|are|was|were|from|has|have|in|on|by|and|officers?|forces?|service|numbers|stations?|to"
)
_TWO_VERBS = 2
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|cannot|isn't|aren't|don't|doesn't|i|we|they"
    r"|he|she|it)\b"
)
