"""The kind of a sentence that its own words show."""

from __future__ import annotations

import re

from index.topics import phrases
from index.topics.model import StatementKind
from index.topics.orders import HEADING_BEFORE, is_order
from index.topics.parties import Voices
from index.topics.speaking import Patterns, patterns

PLEDGE, RECORD, CRITICISM, CONTEXT = StatementKind


def plain(text: str) -> str:
    """The text in lower case, with straight quotes and single spaces, without the marks it begins with.

    Contractions with "not" are written out: "didn't" says what "did not" says.
    """
    straight = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').casefold()
    if "n't" in straight:
        straight = _NOT.sub(lambda short: f"{_FULL.get(short[1], short[1])} not", straight)
    return " ".join(straight.split()).lstrip("•–—-*▪◦·'\"()[] ")


def own_kind(said: str, voices: Voices, before: StatementKind | None = None, written: str = "") -> StatementKind:
    """The kind that the words of the sentence show by themselves.

    `said` is the sentence made `plain`, `written` the sentence as it is, where its capitals are to speak as well;
    `before` is the kind of the sentence before it.
    """
    heard = patterns(voices)
    if heard.commits.search(said) and not _muses(said) and not ("would have" in said and heard.would_have.search(said)):
        return PLEDGE
    if is_order(said) or ((label := _LABEL.match(said)) and is_order(said[label.end() :])):
        return PLEDGE
    if (glued := HEADING_BEFORE.match(written)) and is_order(plain(written[glued.end() :])):
        return PLEDGE
    if heard.worse_than.search(said) and not _IMPROVED.search(said):
        return CRITICISM
    record = heard.record.search(said) or _BETTER_THAN.search(said) or _WON.search(said)
    rival = heard.opponent_acts.search(said)
    if (boast := _boast(said, heard)) >= 0 and not (record and record.start() < boast):
        return CRITICISM
    if not record and not rival and _is_deed_of_one(written):
        return RECORD
    if record and record[0].startswith("this ") and _BLAME.search(said):
        return CRITICISM
    if record and not (rival and rival.start() < record.start() and not _CONCEDES.match(said)):
        return RECORD
    if rival or _blames(said, heard):
        return CRITICISM
    if (_REPROACHES.search(said) or _asks_of(said, heard)) and not _muses(said):
        return CRITICISM
    if _VALUES.search(said):
        return CONTEXT
    if (_MODAL.search(said) or _CALLS.search(said) or _AIMS.search(said)) and not _muses(said):
        return PLEDGE
    if before is PLEDGE and _WOULD.search(said):
        return PLEDGE
    if before not in (None, CONTEXT) and _GOES_ON.search(said) and _TELLS.search(said):
        return before
    if _ACHIEVED.search(said) or (_IMPROVED.search(said) and not _BLAME.search(said)):
        return RECORD
    if (_SUFFERED.search(said) or _CONDEMNED.search(said) or _CUTS.search(said)) and not _MORE_TO_DO.search(said):
        return CRITICISM
    return CONTEXT


def _blames(said: str, heard: Patterns) -> bool:
    """Whether the sentence faults an opponent, a government or an institution; of what opponents do it asks nothing."""
    if heard.under_opponent.search(said):
        return True
    if not _BLAME.search(said) or _MORE_TO_DO.search(said):
        return False
    return bool(heard.opponent.search(said) or _SUFFERED.search(said) or _FAULT.search(said))


def _asks_of(said: str, heard: Patterns) -> bool:
    """Whether the sentence asks in anger what an opponent has done ("Why has the Mayor forgotten us?")."""
    return said.endswith("?") and _ASKS.match(said) is not None and heard.opponent.search(said) is not None


def _boast(said: str, heard: Patterns) -> int:
    """Where the sentence says with a verb of distance what others claim ("The Mayor boasts of ..."); -1 for nowhere."""
    for found in _CLAIMS.finditer(said):
        before = said[: found.start()].rstrip()
        # The clause of the verb, or all before it where the subject stands further off ("The Mayor, who ..., boasts").
        subject = _CLAUSE.split(before)[-1].strip() or before
        if not subject.strip(" ,") or heard.own_side.search(subject) or _DENIES.search(subject):
            continue
        if found["plain"] or heard.opponent.search(subject) or _PERSON.search(subject):
            return found.start()
    return -1


def _is_deed_of_one(written: str) -> bool:
    """Whether somebody called by name has brought something about: a manifesto says so of its own people.

    Opponents are known by their names, and institutions by what they are called.
    """
    named = _NAMED_ONE.match(written)
    return named is not None and not _INSTITUTION.search(named["name"])


def _muses(said: str) -> bool:
    """Whether the sentence tells what is known or expected, so that a modal in it promises nothing."""
    return bool(_MUSES.match(said) or _FORETELLS.search(said))


_MUSES = re.compile(phrases.MUSES)
_FORETELLS = re.compile(phrases.FORETELLS)
_BLAME = re.compile(phrases.BLAME)
_SUFFERED = re.compile(phrases.SUFFERED)
_CONDEMNED = re.compile(phrases.CONDEMNED)
_REPROACHES = re.compile(phrases.REPROACHES)
_CLAIMS = re.compile(phrases.CLAIMS)
_DENIES = re.compile(r"\b(?:not|never|cannot|no ?one|no-one|nobody|none|few|to|let|let's|lets|you)(?: \w+ly)?$")
_PERSON = re.compile(
    r"^(?:he|she|they)\b|\b(?:(?:he|she|they)|(?:the|this|our) (?:\w+ )?council|city hall)(?: \w+ly| still| also)?$"
)
_CLAUSE = re.compile(r"[,;:–—]|\b(?:and|but|while|whilst|yet|so|as|that|when|though|although|because)\b")
_VALUES = re.compile(phrases.VALUES)
_WON = re.compile(phrases.WON)
_ASKS = re.compile(r"(?:(?:and|but|so|why|how|when|where|what) )*(?:has|have|did|does|do|is|are|can|could|will)\b")
_NOT = re.compile(r"\b(\w+)n't\b")
_FULL = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_NAMED_ONE = re.compile(phrases.NAMED_ONE)
_INSTITUTION = re.compile(phrases.INSTITUTION)
_ACHIEVED = re.compile(phrases.ACHIEVED)
_IMPROVED = re.compile(phrases.IMPROVED)
_GOES_ON = re.compile(phrases.GOES_ON)
_TELLS = re.compile(phrases.TELLS)
_MODAL = re.compile(
    r"(?=[wsmoia'])(?:(?:\b|(?='))(?<!\bthat )(?<!\bwhich )(?<!\bwho )(?<!\bwhat )"
    r"(?:\b(?:will|shall|must|should|ought to)\b|'ll\b)"
    r"|\bwould (?:also |then )?be (?:\w+ly )?(?:\w+(?:ed|en)|done|made|paid|set|run|put|built|kept|brought)\b"
    r"|\b(?:is|are) to be (?:\w+ly )?(?:\w+ed|made|built|set)\b|\b(?:it is|it's) time (?:to|for|that)\b)"
    r"|(?<!\bthat )(?<!\bwhat )(?<!\bwhich )(?<!\bwho )(?<!\bif )(?<!\bwhere )\b(?:is|are)"
    r"(?: (?:\w+ly|now|also|still|long))* (?:needed|required|overdue)\b(?! (?:by|because)\b)"
    r"|\b(?:needs?|ha(?:s|ve)|ought) to be (?:\w+ly )?(?:\w+ed|made|built|set|given|done|put|taken|brought|held|kept"
    r"|paid)\b"
    r"|\bit is (?:vital|essential|imperative|crucial) (?:that|to)\b|^let(?:'s| us)\b"
)
_LABEL = re.compile(r"^[^:.!?]{2,40}: (?=\w)")
_CALLS = re.compile(
    r"(?:^|[,;:–—-] |\b(?:and|but|so|that|now|again|instead|also|first|finally|secondly|therefore) )"
    r"we(?: \w+ly| also| now| all| still)? need (?!not\b|only\b|look\b|never\b|more\b|better\b)"
)
_AIMS = re.compile(
    r"(?:'s?|\bour|\bmy) (?:\w+ ){0,3}(?:mission|aim|goal|ambition|target|pledge|plan|priority|objective)"
    r" (?:is|will be|remains) to\b|^(?:no more|an end to|a ban on)\b"
)
_BETTER_THAN = re.compile(
    r"\b(?:safer|better|lower|higher|stronger|more|fewer)\b[^.;]{0,60}"
    r"\bthan (?:when|under|(?:it|they|there) (?:was|were) (?:in|under))\b"
)
_CONCEDES = re.compile(r"(?:while|whilst|despite|although|though|since|after|when|where|unlike|as|even|following)\b")
_MORE_TO_DO = re.compile(r"\bmore to do\b|\bmore needs to be done\b|\bmore must be done\b")
_WOULD = re.compile(r"\bwould\b(?! have)|^(?:a )?bydd(?:ai)? hyn\b")
_FAULT = re.compile(
    r"\b(?:cuts?|failures?|failing|failed|austerity|scandal|shameful|disgrace\w*|disaster\w*|neglect\w*|decimat\w+"
    r"|betray\w*"
    r"|underfund\w*)\b"
)
_CUTS = re.compile(
    r"\b(?:constant|budget|funding|police|spending|service|staff|deep|further|more) cuts\b|^(?:the \w+ )?cuts\b"
    r"|\bcan ?not go on\b"
)
