"""Phrases that give away who is in office, for people to see before a hidden text is shown; nothing is replaced."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Tale(StrEnum):
    """What a phrase gives away."""

    OFFICE = "office"  # the author governs, or has governed
    OPPOSITION = "opposition"  # the author does not govern
    PREDECESSOR = "predecessor"  # who governed before, and so who governs now


@dataclass(frozen=True, slots=True)
class Telltale:
    """A phrase from `start` to `end`, in code points of the text."""

    start: int
    end: int
    tale: Tale


_HEAD = (
    r"(?:government|govt|administration|coalition|prime minister|pm|first minister|chancellor|mayor|mayoralty"
    r"|executive|home secretary)"
)
# A name, a bracket that stands for one, or a describing word or two between "the previous" and "government".
_NAME = r"(?:\[[^\]\n]{1,40}\]\s+|[\w’'-]+\s+){0,3}?"
_GOVERNS = r"(?:in|into|to|of|from)\s+(?:government|office|power|city hall|downing street|number 10)"
_NUMBER = (
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|few|several|many)"
)
_DONE = (
    r"(?:we|i)(?:\s+have|['’]ve)(?!\s+(?:to|no|a|an|the|many|seen|heard|learned|lost|become|witnessed)\b)"
    r"(?:\s+(?:also|already|now|therefore|never))?"
)
_SINCE = (
    rf"since\s+(?:19|20)\d\d|since\s+(?:coming|we\s+came|i\s+came|taking|we\s+took)\s+{_GOVERNS}"
    r"|since\s+taking\s+office"
)

# What it gives away, words of which one is in every such phrase (most texts hold none), the phrase.
_RULES: tuple[tuple[Tale, frozenset[str], re.Pattern[str]], ...] = tuple(
    (tale, frozenset(one_of.split()), re.compile(rf"\b(?:{phrase})", re.IGNORECASE))
    for tale, one_of, phrase in (
        (
            Tale.PREDECESSOR,
            "previous last outgoing former past",
            rf"(?:the|under|by|from|of|this)\s+(?:the\s+)?(?:previous|last|outgoing|former|past)\s+{_NAME}{_HEAD}s?",
        ),
        (
            Tale.PREDECESSOR,
            "current present failing failed",
            rf"(?:the|under|this|our|a|any)\s+(?:the\s+)?(?:current|present|failing|failed)\s+{_NAME}{_HEAD}",
        ),
        (Tale.PREDECESSOR, "under", rf"under\s+(?:this|the)\s+{_NAME}{_HEAD}"),
        (
            Tale.PREDECESSOR,
            "years",
            rf"(?:after|over|for)\s+(?:the\s+(?:past|last)\s+)?{_NUMBER}\s+years\s+of\s+(?:a\s+)?(?:\[[^\]\n]{{1,40}}\]|\w+)",
        ),
        (
            Tale.PREDECESSOR,
            "inherited mess",
            r"(?:we|i)\s+inherited|(?:the\s+)?(?:mess|deficit|economy|legacy)\s+(?:that\s+)?(?:we|i)\s+inherited|cleared?\s+up\s+the\s+mess",
        ),
        (
            Tale.OFFICE,
            "government office power hall street 10",
            rf"(?:while|when|during our time|during my time|whilst|now|as we are)?\s*{_GOVERNS},?\s+{_DONE}",
        ),
        (Tale.OFFICE, "since", rf"(?:{_SINCE}),?\s+{_DONE}"),
        (
            Tale.OFFICE,
            "since",
            rf"{_DONE}\s+[^.!?\n]{{0,60}}?\bsince\s+(?:(?:19|20)\d\d|(?:i|we)\s+(?:became|took|came|was|were)\b)",
        ),
        (Tale.OFFICE, "years", rf"(?:over|in|during)\s+the\s+(?:last|past)\s+{_NUMBER}\s+years,?\s+{_DONE}"),
        (
            Tale.OFFICE,
            "record",
            r"(?:our|my|this\s+government['’]s|a\s+proud)\s+record\s+(?:in|of|on|as|since)\b|(?:on|by)\s+(?:our|my)\s+record",
        ),
        (
            Tale.OFFICE,
            "progress record success work achievements",
            r"(?:build(?:ing)?|built)\s+on\s+(?:the\s+progress|our\s+(?:record|progress|success|work|achievements))",
        ),
        (
            Tale.OFFICE,
            "continue keep carry finish",
            r"(?:continue|keep|carry\s+on|finish)\s+(?:the|our|my)\s+(?:work|job|plan|progress)\b|(?:we|i)\s+will\s+continue\s+to\b",
        ),
        (
            Tale.OFFICE,
            "term",
            r"(?:another|a\s+second|a\s+third|a\s+fourth|my\s+(?:first|second|next|third)|our\s+(?:first|second|next|third))\s+term\b",
        ),
        (
            Tale.OFFICE,
            "re elect elected reelect reelected",
            r"re-?elect(?:ed|ing|ion\s+of)?\s+(?:me|us|as|this|a|the|\[)|if\s+(?:i\s+am|i['’]m|we\s+are|we['’]re)\s+re-?elected",
        ),
        (
            Tale.OFFICE,
            "mayor minister secretary chancellor",
            r"as\s+(?:your\s+)?(?:mayor|prime\s+minister|home\s+secretary|chancellor|first\s+minister),?\s+(?:i|we)(?:\s+have|['’]ve)\b",
        ),
        (
            Tale.OFFICE,
            "since became elected",
            r"since\s+(?:i|we)\s+(?:became|was|were|took|won|came)\b|since\s+my\s+election|(?:i|we)\s+(?:became|was\s+elected)\s+(?:mayor|prime\s+minister)",
        ),
        (
            Tale.OFFICE,
            "government office introduced created established",
            r"in\s+(?:government|office),?\s+(?:we|i)\s+(?!will|would|shall|want)\w+|(?:we|i)\s+(?:introduced|created|established)\s+(?:the|a)\b",
        ),
        (Tale.OFFICE, "llywodraeth", r"(?:yn|mewn)\s+llywodraeth,?\s+(?:rydym|rydyn|fe|gwnaethom)\b"),
        (
            Tale.OPPOSITION,
            "opposition",
            r"(?:in|from|his\s+majesty['’]s|her\s+majesty['’]s|the\s+official|strong|real|effective)\s+opposition\b(?!\s+(?:to|from))",
        ),
        (
            Tale.OPPOSITION,
            "win into to elected form",
            r"(?:if|when|once)\s+(?:we|i)\s+(?:win|get\s+into|come\s+into|return\s+to|are\s+elected|am\s+elected|form)\b",
        ),
        (
            Tale.OPPOSITION,
            "change out next",
            r"(?:time\s+for\s+(?:a\s+)?change|kick\s+(?:them|out)|vote\s+(?:them|him|her)\s+out|the\s+next\s+government\s+will)\b",
        ),
        (
            Tale.PREDECESSOR,
            "lywodraeth llywodraeth",
            r"yr?\s+(?:lywodraeth|llywodraeth)\s+(?:flaenorol|bresennol|hon)\b",
        ),
    )
)
_WORD = re.compile(r"[a-z0-9]+")


def telltales(text: str) -> list[Telltale]:
    """The phrases of a text, hidden or not, that give incumbency away, in order and apart."""
    said = set(_WORD.findall(text.lower()))
    found = sorted(
        (
            Telltale(one.start(), one.end(), tale)
            for tale, one_of, phrase in _RULES
            if not one_of.isdisjoint(said)
            for one in phrase.finditer(text)
        ),
        key=lambda one: (one.start, -one.end),
    )
    apart: list[Telltale] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart
