"""What a list's items, or the text of a section, are because of the sentence or the heading that introduces them."""

from __future__ import annotations

import re
from functools import lru_cache

from index.topics.model import StatementKind
from index.topics.orders import SAYS_OF_IT
from index.topics.parties import UNKNOWN, Voices
from index.topics.sentence_kinds import own_kind, plain
from index.topics.speaking import patterns
from reader.lead_ins import reports

PLEDGE, RECORD, CRITICISM, CONTEXT = StatementKind


def led(lead_in: str, section: tuple[str, ...], voices: Voices) -> StatementKind | None:
    """What an item is because of its lead-in, else of the headings above it; None where they leave that open."""
    kind = kind_of_lead_in(lead_in, voices)
    if kind is None and section and not tells(lead_in, voices):
        kind = kind_of_lead_in(section[-1] + ":", voices)
    outer = (_kind_of_report(heading, voices) for heading in reversed(section[:-1]))
    return kind or next((kind for kind in outer if kind is not None), None)


def tells(lead_in: str, voices: Voices) -> bool:
    """Whether the lead-in is a statement of what is, so that what it lists is no pledge ("There are two causes:")."""
    said = plain(lead_in)
    if len(said.split()) < _STATEMENT or _PLANS.search(said):
        return False
    states = said.endswith(":") and (SAYS_OF_IT.search(said) or _SHOWS.search(said))
    if not states and not _NAMES_WHAT_IS.search(said):
        return False
    return own_kind(said, voices) is not PLEDGE


@lru_cache(maxsize=1024)
def kind_of_lead_in(lead_in: str, voices: Voices = UNKNOWN) -> StatementKind | None:
    """What the items of a list are because of the sentence before it ("We will:"); None where it leaves that open."""
    said = plain(lead_in).rstrip(" .…")
    if not said:
        return None
    open_end = said.endswith((":", "will", "would", "to", "by", "yn"))
    said = said.rstrip(": ")
    last = re.split(r"(?<=[.!?])\s+", said)[-1]
    heard = patterns(voices)
    if heard.commits.search(last) or _REFUSES.search(last):
        return PLEDGE
    if _COMES_NEXT.fullmatch(last):
        return PLEDGE
    if _OPPOSED.search(last):
        return RECORD
    if _BROKE.search(last):
        return CRITICISM
    if (report := _kind_of_report(last, voices)) is not None:
        return report
    rival, promising = heard.opponent_acts.search(last), _PROMISING.search(last)
    if promising and not (rival and promising.start() < rival.end()) and not heard.of_opponent.search(last):
        return PLEDGE
    if not open_end:
        return None
    if rival or heard.of_opponent.search(last) or heard.under_opponent.search(last) or _CONDEMNS.search(last):
        return CRITICISM
    if heard.record.search(last) or re.search(r"(?:\bhave|\bhas|'ve)(?: already| also| now| since)*(?: been)?$", last):
        return RECORD
    return CRITICISM if own_kind(last, voices) is CRITICISM else None


def _kind_of_report(heading: str, voices: Voices) -> StatementKind | None:
    """What stands under a heading that announces what was done or went wrong; None under another."""
    if not reports(heading, "en"):
        return None
    said, heard = plain(heading), patterns(voices)
    if heard.of_opponent.search(said) or heard.opponent_acts.search(said) or _GONE_WRONG.search(said):
        return CRITICISM
    return RECORD


_PROMISING = re.compile(
    r"\b(?:pledges?|priorities|plan|plans|programme|manifesto|commitments?|promises?|proposals?|demands?|will|would"
    r"|want|aims?|policies|action|actions|steps|measures|byddwn|bydd|galw)\b[^.]{0,40}$"
)
_REFUSES = re.compile(
    r"\b(?:we|i)(?: \w+ly)? (?:do not|don't|cannot|can't|could not|never) (?:\w+ly )?"
    r"(?:support|accept|back|agree|tolerate|want)\b"
    r"|\b(?:we|i)(?: are| am|'re|'m) (?:\w+ly )?against\b|\b(?:we|i)(?: \w+ly)? (?:say no|disagree)\b"
)
_OPPOSED = re.compile(
    r"\b(?:we|i)(?:'ve| have)?(?: \w+ly| also)* (?:opposed|rejected|resisted|blocked|stopped|fought|voted against"
    r"|scrapped|abolished|repealed|prevented)\b"
)
_CONDEMNS = re.compile(r"\b(?:we|i)(?: \w+ly| also)* (?:condemn|deplore|regret|denounce|criticise)\b")
_BROKE = re.compile(
    r"\b(?:broke|broken|abandoned|dropped|ditched) (?:its|their|his|her|every|the|that) (?:\w+ )?"
    r"(?:promises?|pledges?|plans?|commitments?)\b"
)
_GONE_WRONG = re.compile(
    r"\b(?:wrong|fail\w*|mistakes|broken promises|status quo|they|he|she|governments?|ministers|their|his|her)\b"
)
_STATEMENT = 4
_SHOWS = re.compile(r"\b(?:shows?|presents?|demonstrates?|suggests?|reveals?|found|told us|said|saw|sought)\b")
_NAMES_WHAT_IS = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?"
    r"(?:challenges|reasons|problems|causes|threats|failures)\b"
)
_PLANS = re.compile(
    r"\b(?:pledges?|priorities|plans?|commitments?|promises|proposals?|policies|measures|reforms?|steps)\b"
)
# A heading or the head of a column that names what is still to be done.
_COMES_NEXT = re.compile(
    r"(?:and |but )?(?:(?:what|where)(?: (?:comes|happens|we go)|'s| is) next|(?:our |my |the )?next (?:steps?|term"
    r"|parliament)"
    r"|next|still to (?:do|come)|(?:yet )?to (?:do|come|be done)|the (?:road|way|task|work|job) ahead|looking ahead"
    r"|coming next"
    r"|what (?:we|i|\w+)(?:'ll|'d| will| want to| would| are going to| plan to| must| need to) (?:still "
    r"|also )?(?:do|change|fix"
    r"|deliver)(?: next| now| about it)?|(?:we |our |my )?(?:promise[ds]?|offers?|asks?)(?: to you)?|how we(?:'ll"
    r"| will) .{1,40})"
)
