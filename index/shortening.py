"""Which sentences of a long passage a card shows: those that carry the topic, and those that they lean on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.topics.model import Match, Statement, StatementKind
from reader.lead_ins import limits

CUT = " […] "
# Up to this many code points a passage is shown whole; an omission shorter than WORTH_CUTTING saves nothing.
WHOLE = 340
WORTH_CUTTING = 60
# After this many code points of kept sentences the rest waits behind […].
ENOUGH = 560

# A sentence that begins so speaks of the one before it.
_LEANS = re.compile(
    r"(this|these|that|those|it|they|such|he|she|its|their|both|instead|therefore|so|also|then|but|however|yet|"
    r"unless|except|provided|subject to|until|although|though|otherwise|in that case|on that condition|in return|"
    r"even so|even then|that said|if so|nor|hyn|hynny|felly|ond|dies\w*|das|es|sie|dann|deshalb|daher|aber|jedoch)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card shows of a passage.

    `spans` are code points of the passage, end exclusive, in order; between two of them, and where the first or the
    last does not reach the end of the passage, `text` holds […].
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    cut: bool

    def placed(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where code points `start` to `end` of the passage stand in `text`; nothing for what is left out."""
        found = []
        at = len(CUT.lstrip()) if self.spans and self.spans[0][0] > 0 else 0
        for first, last in self.spans:
            inside = max(start, first), min(end, last)
            if inside[0] < inside[1]:
                found.append((at + inside[0] - first, at + inside[1] - first))
            at += last - first + len(CUT)
        return found


# What "this" means without a sentence before it: where and when one is.
_HERE = (
    r"(?:year|parliament|country|government|election|manifesto|week|month|decade|time|summer|winter|spring|autumn"
    r"|century"
    r"|chapter|town|city|borough|county|nation|region|island|world|land|place|generation|capital)\b"
)
# One with such a word anywhere speaks of what was named before it. "That" joins clauses more often than it points.
_MEANS = re.compile(
    rf"\b(?:this|these|those|such)\b(?! (?:{_HERE}|(?:who|whose|with|of|in|on|at|as|from|to|for|a|an|the|will|would|can"
    r"|could|may|must|has|have|had|are|was|were|we|you|they|it|he|she|i|our|their|all|no|every|people|there)\b))"
    r"|\ball of them\b|\bthe (?:former|latter)\b",
    re.IGNORECASE,
)
_NOW = re.compile(rf"(?:this|these) {_HERE}", re.IGNORECASE)
# What keeps a power within bounds, said in the sentence after it.
_GUARDS = re.compile(
    r"\b(?:safeguards?|overs(?:ee|een|ight)|scrutin\w+|independent\w*|warrants?|consent|permission|approv(?:al|e|ed)"
    r"|appeals?"
    r"|lapse|sunset|expires?|audit\w*|conditions?|strict\w*|limited to|capped|transparen\w+|accountab\w+|judges?"
    r"|judicial"
    r"|protections?|exempt\w*|opt out|voluntary|guarantees?)\b",
    re.IGNORECASE,
)


def whole(text: str) -> Shown:
    """The passage as it is."""
    return Shown(text, ((0, len(text)),), cut=False)


def shortened(match: Match, *, up_to: int = WHOLE, enough: int = ENOUGH) -> Shown:
    """The passage with […] for the sentences that neither carry the topic nor qualify one that does.

    One of `up_to` code points is shown whole; after `enough` of them the rest waits. Sentences are never cut. One with
    a negation or a condition ("Not where ...", "It applies only if ...") stays with the one before it.
    """
    statements = match.statements
    if len(match.text) <= up_to or len(statements) < 2:
        return whole(match.text)
    kept = _kept(match, enough)
    spans = _spans(statements, kept, len(match.text))
    if spans == ((0, len(match.text)),):
        return whole(match.text)
    return Shown(_joined(match.text, spans), spans, cut=True)


def carrying(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The sentences that carry the topic; all of them where a heading or lead-in alone caused the match."""
    return tuple(statement for statement in statements if statement.carries) or tuple(statements)


def with_limits(match: Match) -> tuple[Statement, ...]:
    """The sentences that carry the topic, each with those after it that may limit it or take it back."""
    statements = match.statements
    if not any(statement.carries for statement in statements):
        return statements
    shown, found = False, []
    for statement in statements:
        shown = statement.carries or (shown and _takes_back(statement.text, match.language))
        if shown:
            found.append(statement)
    return tuple(found)


def _kept(match: Match, enough: int) -> set[int]:
    """The positions of the sentences to show."""
    statements = match.statements
    chosen = [at for at, statement in enumerate(statements) if statement.carries] or list(range(len(statements)))
    kept: set[int] = set()
    length = 0
    for at in chosen:
        if length > enough:
            break
        together = _together(match, at) - kept
        kept |= together
        length += sum(statements[each].end - statements[each].start for each in together)
    return kept


def _together(match: Match, at: int) -> set[int]:
    """The sentence and its neighbours without which it would say something else."""
    statements = match.statements
    first = last = at
    while first > 0 and (_leans(statements[first].text) or _blame_together(statements, first - 1)):
        first -= 1
    while last + 1 < len(statements) and (
        _takes_back(statements[last + 1].text, match.language) or _blame_together(statements, last)
    ):
        last += 1
    return set(range(first, last + 1))


def _leans(text: str) -> bool:
    """Whether the sentence says something of what was named in the one before it."""
    begins = _LEANS.match(text) is not None and _NOW.match(text) is None
    return begins or _MEANS.search(text) is not None


def _takes_back(text: str, language: str) -> bool:
    """Whether the sentence limits or guards what the one before it says."""
    return limits(text, language) or _GUARDS.search(text) is not None


def _blame_together(statements: Sequence[Statement], at: int) -> bool:
    """Whether a sentence and the one after it both find fault: one of them says with whom."""
    return all(one.kind is StatementKind.CRITICISM for one in statements[at : at + 2])


def _spans(statements: Sequence[Statement], kept: set[int], length: int) -> tuple[tuple[int, int], ...]:
    """The kept sentences as spans, joined where what lies between is not worth a cut."""
    spans: list[tuple[int, int]] = []
    for at in sorted(kept):
        start, end = statements[at].start, statements[at].end
        if spans and (at - 1 in kept or start - spans[-1][1] < WORTH_CUTTING):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    if spans[0][0] < WORTH_CUTTING:
        spans[0] = (0, spans[0][1])
    if length - spans[-1][1] < WORTH_CUTTING:
        spans[-1] = (spans[-1][0], length)
    return tuple(spans)


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> str:
    before = CUT.lstrip() if spans[0][0] > 0 else ""
    after = CUT.rstrip() if spans[-1][1] < len(text) else ""
    return before + CUT.join(text[start:end] for start, end in spans) + after
