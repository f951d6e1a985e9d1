"""The words of a sentence that show who speaks and who acts, for the author and the opponents of one manifesto."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.topics import phrases
from index.topics.parties import OFFICE, Voices


@dataclass(frozen=True, slots=True)
class Patterns:
    """The regular expressions that depend on who speaks."""

    commits: re.Pattern[str]
    would_have: re.Pattern[str]
    record: re.Pattern[str]
    opponent: re.Pattern[str]
    opponent_acts: re.Pattern[str]
    of_opponent: re.Pattern[str]
    under_opponent: re.Pattern[str]
    own_side: re.Pattern[str]
    worse_than: re.Pattern[str]


@lru_cache(maxsize=64)
def patterns(voice: Voices) -> Patterns:
    """What to look for in the sentences of a manifesto with this author and these opponents."""
    party = (
        rf"(?:{voice.author}){OFFICE}(?:'s?)?(?:\s+(?:plans?|policy|policies|approach|proposals?|manifesto|pledge))?"
    )
    subject = rf"\b(?:i\b|we\b|ours\b|{party}(?![\w'])|{_OURS}\b)"
    adverbs, commits = phrases.ADVERBS, phrases.COMMITS
    rival = rf"\b(?:{voice.opponent})(?![\w])"
    if voice.named:
        rival = rf"(?:{rival}|\bthe (?!(?:{voice.author})\b)(?:(?:\w+ ){{1,2}}(?:party|alliance)|alliance)(?!\w))"
    return Patterns(
        commits=re.compile(rf"{subject}(?:'ll\b|'d\b(?! have)|{adverbs}(?:\s+|(?='))(?:{commits}))|{_CYMRAEG_COMMITS}"),
        would_have=re.compile(rf"{subject}{adverbs}\s+would have\b"),
        record=re.compile(_record(subject, party, voice.author)),
        opponent=re.compile(rf"\b(?:{voice.opponent}|{_RULERS})(?!\w)"),
        opponent_acts=re.compile(
            rf"{rival}{OFFICE}(?:'s?(?:\s+\w+)?)?(?:\s+\w+)?{adverbs}\s+(?:has|have|had|is|are|was|were|will|would|want|wants|plan"
            rf"|plans|cut|cuts|who|whose|say|says|claims?|(?!need)\w+ed|{phrases.IRREGULAR_PAST})\b"
        ),
        of_opponent=re.compile(
            rf"(?:{rival}{OFFICE}(?:'s?)?|\b(?:the|this|last|previous) government's|\btheir) (?:\w+ ){{0,2}}"
            r"(?:plans?|proposals?|polic(?:y|ies)|programme|manifesto|promises|pledges|record|cuts|approach|legacy"
            r"|failures?|failings|achievements|mistakes|agenda|choices)\b"
        ),
        under_opponent=re.compile(
            rf"\b(?:under|since|on|because of|thanks to)\s+(?:the\s+|this\s+)?(?:\w+\s+)?{rival}"
        ),
        own_side=re.compile(rf"{subject}"),
        worse_than=re.compile(
            rf"\b(?:more|fewer|less|longer|worse|poorer|weaker|dirtier|slower|higher|lower)\b[^.;]{{0,60}}\bthan when"
            rf" (?:he|she|they|(?:the |this )?(?:{voice.opponent})|{_RULERS}){OFFICE}"
            r" (?:first )?(?:took|came|got|entered|were elected|was elected|moved in)\b"
        ),
    )


def _record(subject: str, party: str, author: str) -> str:
    """What the author, or somebody for the author, has done."""
    adverbs = phrases.ADVERBS
    told = rf"[^.;]*?\b(?:{_PAST}|has|have|was|were)\b"
    in_office = (
        r"(?:with us|when we were|while we were|during our (?:time|years)) in (?:office|government|power|charge)"
    )
    return (
        rf"{subject}(?:{adverbs}{_PERFECT}|{_PROGRESS}|{adverbs}\s+{_PAST})"
        rf"|\bthanks to (?:[^.;]{{0,30}}\b)?(?:our|my|{author})\b"
        rf"|\bunder (?:{author}|us\b|my (?:watch|leadership)\b){told}|\b(?:{in_office}|on (?:our|my) watch)\b{told}"
        rf"|\bit (?:was|is) (?:we|us|{party}|(?:an?|the) (?:last )?{party})(?: \w+)? (?:that|who|which)"
        rf"\s+(?:{_PAST}|have|has)"
        rf"|{_DEEDS}{adverbs}(?:{_PERFECT}|\s+{_PAST})|\b(?:my|our) record\b|{_CYMRAEG_RECORD}"
    )


_OURS = (
    r"(?:our|my|this)(?:\s+\w+){0,2}\s+(?:government|party|administration|plans?|policy|policies|approach|proposals?"
    r"|manifesto|team|mps?|councillors|strategy|pledge|aim|goal|ambition|mayoralty|priority)"
)
# What the author's own people brought about or asked for.
_DEEDS = (
    r"\b(?:our|my)(?:\s+\w+){0,2}\s+(?:bills?|amendments?|motions?|campaigns?|campaigning|petitions?|reforms|efforts"
    r"|lobbying|msps?|assembly members?|meps|members of parliament|peers)\b"
)
_PAST = rf"(?!{phrases.NO_PAST})(?:\w{{3,}}ed|{phrases.IRREGULAR_PAST})\b(?!'| to be)"
_PERFECT = rf"(?:'ve|\s+have|\s+has|\s+had){phrases.ADVERBS}\s+(?!{phrases.NO_RECORD}){phrases.PARTICIPLE}\b"
_PROGRESS = rf"(?:'m|'re|\s+am|\s+are|\s+is)(?:\s+(?:already|now|currently))*\s+(?!{phrases.NO_PROGRESS})\w+ing\b"
# Those who rule, whoever they are.
_RULERS = (
    r"the (?:\w+ )?government|(?:successive|previous) (?:\w+ )?governments?|ministers|westminster|the home secretary"
    r"|the prime minister|whitehall|(?:the |our )political class|the establishment|(?:the|this|our) (?:\w+ )?mayor"
)
_CYMRAEG_COMMITS = (
    r"\b(?:byddwn|byddaf|fyddwn|fyddaf|byddem|ymrwymwn|addawn|galwn|cefnogwn|gwnawn|mynnwn|anelwn|bwriadwn|dylid"
    r"|ddylid|rhaid)\b"
    r"|\bbydd(?:ai)? (?:plaid|y blaid|llafur|ein|y democrat|democrat|y ceidwadwyr|llywodraeth)"
    r"|\b(?:rydym|rydyn|ry'n|rwy|rwyf|dw)(?: \w+){0,2} (?:addo|ymrwymo|bwriadu|cefnogi|galw|am (?:\w+))\b"
)
_CYMRAEG_RECORD = r"\b(?:rydym|rydyn|ry'n|rwyf|dw i|mae ein)(?: ni)?(?: \w+)? wedi\b|\bgwnaethom\b"
