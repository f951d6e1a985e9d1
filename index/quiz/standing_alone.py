"""Which sentences of a passage say what they say without what stood around them, and are neither short nor long."""

from __future__ import annotations

import re

from index.quiz.reasons import Reason
from index.topics.model import Match, Statement
from index.verdicts import was_added
from reader.lead_ins import before_words, limits
from reader.model import Kind

# Code points of what is shown, so that no party is told by how much it says; a wall holds as many in large type.
SHORTEST, LONGEST = 70, 300
# Of several ways to cut a passage the one that comes nearest to this is taken.
_USUAL = 150

# Captions and quotations of other people are not what a manifesto says itself.
_OWN_WORDS = (Kind.PARAGRAPH, Kind.LIST_ITEM)
# A sentence that begins so goes on from the one before it.
_GOES_ON = re.compile(
    r"\W*(?:this|these|those|that|it|its|it[’']s|they|their|them|he|she|his|her|such|both|either|neither|instead|"
    r"therefore|thus|hence|so|also|then|but|however|yet|and|or|nor|as well as|in addition|additionally|furthermore|"
    r"moreover|similarly|likewise|meanwhile|as a result|consequently|accordingly|for (?:example|instance)|"
    r"(?:by|in) doing|to (?:do|achieve|help|support|ensure|deliver) (?:this|that|it|so)|to this end|which|unless|"
    r"except|provided|subject to|although|though|otherwise|in that case|on that condition|in return|if so|even so|"
    r"even then|that said|at the same time|finally|lastly|first(?:ly)?,|second(?:ly)?,|third(?:ly)?,|next,|others?|"
    r"another|together|alongside|beyond|hyn|hynny|felly|ond|hefyd|dies\w*|das|es|sie|dann|deshalb|daher|aber|jedoch)\b",
    re.IGNORECASE,
)
# Words within a sentence that speak of another one. "This country" and "those who" do not.
_POINTS = re.compile(
    r"\b(?:this|these|such)\b(?!\s+(?:country|nation|island|islands|parliament|year|decade|century|generation|"
    r"election|manifesto|world|planet|as|a)\b)|"
    r"\bthose\b(?!\s+(?:who|whose|whom|with|without|in|on|of|at|from|that|which|we|where|when|most|least|"
    r"\w+(?:ed|ing))\b)|\b(?:above|aforementioned|as follows|below|the former|the latter|the following|"
    r"see (?:page|section|chapter|box)s?|on page \d+|in chapter \d+|in section \d+)\b",
    re.IGNORECASE,
)
# Early in a sentence these have nothing before them there to speak of.
_OF_WHOM = re.compile(r"\W*(?:[\w’'-]+\W+){0,5}(?:them|him|theirs)\b", re.IGNORECASE)
# A lead-in often gives the reason first ("For these reasons we will:"): its items promise the same without it.
_REASON = re.compile(
    r"\s*(?:for (?:this|these|those) reasons?|that(?: is|[’']s) why|because of (?:this|that)|"
    r"(?:in order )?to \w+ (?:this|that|these|it|so))\b,?\s*",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:also|further|too|hefyd)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_OPEN = re.compile(r"[:;,–—-]\s*$")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def leans(sentence: str) -> bool:
    """Whether a sentence speaks of what stands before or after it."""
    return bool(_GOES_ON.match(sentence) or _OF_WHOM.match(sentence) or _POINTS.search(sentence))


def adds(text: str) -> bool:
    """Whether a text adds to something, as one after others does ("We will also ..."): better are those that do not."""
    return bool(_ALSO.search(text))


def alone(match: Match) -> tuple[str, int, int] | Reason:
    """The words to show and the code points of the passage that they are, or why none can be shown.

    The words begin with the sentence that introduces the list of the passage, where that must be said with it.
    Sentences are whole, with those that limit them, and at least one of them speaks of the topic by its own words or
    because a person said so.
    """
    before = _before(match.lead_in, match.language)
    if not match.statements or match.kind not in _OWN_WORDS or (before and leans(before)):
        return Reason.LEANS
    cut = [_checked(match, before, *stretch) for stretch in _stretches(match)]
    usable = [one for one in cut if not isinstance(one, Reason)]
    if usable:
        return min(usable, key=lambda one: abs(len(one[0]) - _USUAL))
    return max((one for one in cut if isinstance(one, Reason)), key=list(Reason).index)


def _before(lead_in: str, language: str) -> str:
    """What must be said before an item of a list, without a reason that it begins with and that limits nothing."""
    before = before_words(lead_in, language)
    reason = _REASON.match(lead_in) if before else None
    return before if reason is None or limits(lead_in, language) else before_words(lead_in[reason.end() :], language)


def _stretches(match: Match) -> list[tuple[int, int]]:
    """The first and last sentence of each stretch that may be shown: all, and those around each on the topic."""
    found = [(0, len(match.statements) - 1)]
    found += [_around(match, at) for at, one in enumerate(match.statements) if one.carries]
    return list(dict.fromkeys(found))


def _around(match: Match, at: int) -> tuple[int, int]:
    """The sentence with those that it leans on, those that limit it, and more of them until it is long enough."""
    statements = match.statements
    first, last = at, _limited(match, at)
    while first > 0 and leans(statements[first].text):
        first -= 1
    while _length(statements, first, last) < SHORTEST and last + 1 < len(statements):
        last = _limited(match, last + 1)
    while _length(statements, first, last) < SHORTEST and first > 0:
        first -= 1
        while first > 0 and leans(statements[first].text):
            first -= 1
    return first, last


def _limited(match: Match, at: int) -> int:
    """The last of the sentences after this one that limit it or take it back."""
    statements = match.statements
    while at + 1 < len(statements) and limits(statements[at + 1].text, match.language):
        at += 1
    return at


def _length(statements: tuple[Statement, ...], first: int, last: int) -> int:
    return statements[last].end - statements[first].start


def _checked(match: Match, before: str, first: int, last: int) -> tuple[str, int, int] | Reason:
    start, end = match.statements[first].start, match.statements[last].end
    words = match.text[start:end].strip()
    shown = before + words
    if not _speaks_of_it(match, start, end):
        return Reason.UNSURE
    if leans(match.statements[first].text) or not _whole(match, words, before):
        return Reason.LEANS
    if not SHORTEST <= len(shown) <= LONGEST:
        return Reason.LENGTH
    return shown, start, end


def _speaks_of_it(match: Match, start: int, end: int) -> bool:
    return was_added(match) or any(one.field == "text" and start <= one.start and one.end <= end for one in match.why)


def _whole(match: Match, words: str, before: str) -> bool:
    """Whether it begins and ends as a sentence does. Items of lists often have no full stop."""
    if _CONTROL.search(words) or _OPEN.search(words) or (not before and words[:1].islower()):
        return False
    return match.kind == Kind.LIST_ITEM or bool(_ENDS.search(words))
