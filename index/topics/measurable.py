"""What of a pledge can be measured: the sums of money, numbers, dates and places of a kind that it names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from index.topics.model import Measurable, Measure, Statement, StatementKind

_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|mil|miliwn|biliwn)"
_ONES = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen"
    r"|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven"
    r"|eight|nine))?"
    r"|a dozen)"
)
_SPELT = (
    rf"(?:{_ONES}|an?|one)(?: {_SCALE})+s?|{_ONES}|hundreds of (?:thousands|millions)"
    r"|(?:hundreds|thousands|millions|dozens) of"
)
_AMOUNT = rf"(?:{_DIGITS}|{_SPELT})"
_SHORT_SCALE = r"(?:m|bn|k|tn)\b"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_YEAR = r"(?:19|20)\d\d(?:[-–/](?:\d{4}|\d\d))?"
_SPAN = (
    r"(?:days?|weeks?|months?|years?|decades?|hours?|minutes?|parliaments?|terms?|parliamentary terms?|mayoral terms?)"
)

_MONEY = (
    rf"[£€$]\s?(?:{_DIGITS})(?:\s?{_SHORT_SCALE}|[ -]{_SCALE}\b)?"
    r"(?: (?:a|per|y) (?:year|week|month|hour|head|flwyddyn)\b)?"
    rf"|{_AMOUNT}(?: {_SCALE})? (?:pounds?|pence|euros?)\b|\b\d+p\b(?! \d)"
)
_DATE = (
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)? )?\b{_MONTH} {_YEAR}\b"
    rf"|\b(?:by|before|from|until|in|within|during|over|at|erbyn|o fewn|cyn) "
    rf"(?:the )?(?:end of (?:the |this |my |our )?(?:next |first )?)?"
    rf"(?:{_YEAR}|(?:my |our |the |this |a |next |first |coming )*(?:{_AMOUNT}[ -])?{_SPAN})\b"
    rf"|\b(?:my |our |the )first (?:{_AMOUNT} )?{_SPAN}\b"
    rf"|\b(?:every|each|a|per) (?:year|month|week|day)\b|\b(?:annually|overnight)\b"
    rf"|(?<!\bact )(?<!\bbill )(?<!\bagreement )\b{_YEAR}\b"
)
_NUMBER = (
    rf"(?<![\w.,/])(?:{_DIGITS})(?:\s?%|\s?{_SHORT_SCALE}|(?: {_SCALE})+\b)?(?: per ?cent\b| y cant\b)?(?: times\b)?"
    r"(?![\w/]|[.,]\d)"
    rf"|\b(?:{_SPELT})\b(?: per ?cent\b)?(?: times\b)?"
    r"|\b(?:doubl|trebl|tripl|quadrupl|halv)(?:e|es|ing)\b|\btwice as (?:many|much)\b|\bhalf (?:of|the|a)\b"
    r"|\b(?:every|each) (?:single )?(?!time\b|effort\b|way\b|opportunity\b|step\b|possible\b|aspect\b|right\b|reason\b"
    r"|chance\b|level\b|stage\b|turn\b|one\b|bit\b|kind\b|other\b|of\b|and\b|single\b|is\b|has\b|will\b)[a-z][\w-]+"
    r"|\b(?:an?|one|two|three) (?:third|quarter|fifth|tenth|half)s?\b|\bhaneru\b|\bdyblu\b"
)
_EACH = (
    r"(?:borough|ward|town|village|city|neighbourhood|community|street|estate|county|region|constituency|school|college"
    r"|university|hospital|force|force area|police force|health board|council"
    r"|local authority|area|district|station|postcode)"
)
# A place is measured by only where something is for every one of its kind: "in London" alone says nothing by which a
# pledge could be held to account.
_PLACE = rf"\b(?:in |across |throughout )?(?:every|each) (?:\w+ ){{0,2}}{_EACH}\b"
# Nothing measurable begins within a word: said once in front, it spares most of the trying.
_FOUND = (
    r"(?:(?=[£$€])|(?<!\w)(?=\w))"
    rf"(?:(?P<money>(?i:{_MONEY}))|(?P<date>(?i:{_DATE}))|(?P<place>(?i:{_PLACE}))|(?P<number>(?i:{_NUMBER})))"
)
# What has numbers and measures nothing: services called by them, names of laws and policies, parts of texts.
_NO_MEASURE = (
    r"\b(?:999|101|111|24/7|24-hour|24 hours a day|COVID-19|G7|G20|5G|4G"
    r"|two-(?:child|tier|speed|way|party)|Article \d+|Section \d+|Chapter \d+|Schedule \d+"
    r"|Part \d+|Clause \d+|pages? \d+(?:(?:[-–]| and | to )\d+)?|pp?\. ?\d+(?:[-–]\d+)?|phase \d+"
    # what things are measured against
    rf"|(?:since|than in|as in|back to|back in) (?:[\w’']+ ){{0,2}}{_YEAR}|between {_YEAR} and {_YEAR}|of {_YEAR}"
    rf"|(?:(?:over|in|of|for|during|from) )?(?:the |these )?(?:last|past|previous) (?:{_AMOUNT} )?{_SPAN}"
    rf"|(?<!be )\b(?:said|was|were|cut|lost|made|left|began|\w+ed) (?:back )?in {_YEAR}|the {_YEAR} (?!budget|target"
    rf"|deadline)[a-z]\w+"
    rf"|{_YEAR} levels?"
    # of what age people are
    r"|(?:under|over)[- ]\d{1,2}(?:['’]?s\b|-year)|(?:the )?ages? (?:of )?\d{1,2}(?:(?: to | and |[-–])\d{1,2})?"
    r"|aged (?:over |under |between )?\d{1,2}(?:(?: to | and |[-–])\d{1,2})?(?: (?:or|and) (?:over|under|above))?"
    r"|(?:\d{1,2}(?: to | and | or |[-–]))?\d{1,2}[- ]year[- ]olds?"
    r"|(?:anyone|those|people|everyone|women|men|children|adults|pensioners) (?:over|under) \d{1,2}(?! ?(?:%|per"
    r"|minutes|hours))"
    r"|\d{4} (?:[\w’'-]+ ){0,4}(?:Act|Bill|Agreement|Order|Manifesto|Election)s?"
    r"|Act \d{4}|Bill \d{4}|Agenda \d+|Rule \d+|World War \w+)\b"
)


def measurables(statement: Statement) -> tuple[Measurable, ...]:
    """The sums, numbers, dates and places of a kind ("in every ward") of a pledge, in order; nothing else has any.

    They stand by code points in the passage. Looked for when asked, since a view has hundreds of pledges and few are
    asked for theirs.
    """
    if statement.kind is not StatementKind.PLEDGE:
        return ()
    return tuple([Measurable(statement.start + a, statement.start + b, kind) for a, b, kind in found(statement.text)])


def has_figures(statement: Statement) -> bool:
    """Whether a statement pledges a sum of money, a number, a date or something for every one of a kind."""
    return statement.kind is StatementKind.PLEDGE and bool(found(statement.text))


@lru_cache(maxsize=4096)
def found(sentence: str) -> tuple[tuple[int, int, Measure], ...]:
    """What can be measured in a sentence, in order: where it begins and ends (code points), and what it is."""
    measure, no_measure = _patterns()
    void = [match.span() for match in no_measure.finditer(sentence)]
    return tuple(
        [
            (match.start(), match.end(), Measure(str(match.lastgroup)))
            for match in measure.finditer(sentence)
            if not any(a < match.end() and match.start() < b for a, b in void)
        ]
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What can be measured, and what cannot though it looks like it; compiled when first asked for, not at a start."""
    return re.compile(_FOUND), re.compile(_NO_MEASURE, re.IGNORECASE)
