"""Which passages of a topic's views may be asked about, and why the others may not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from index.analysis import language_code
from index.hiding.hiding import Hiding
from index.hiding.neutral import Wording
from index.hiding.speakers import Speaker
from index.hiding.telltales import Tale, Telltale, telltales
from index.quiz.drawing import Candidate
from index.quiz.reasons import Reason
from index.quiz.standing_alone import adds, alone
from index.reuse import Wordings
from index.topics.model import Match, StatementKind
from index.verdicts import Applied, verdict_on
from reader.facts import Facts
from reader.language import language_of
from reader.library.records import Document
from reader.library.verdicts import About, Verdict

# Of a passage with this score or more the program is sure: 0.5 is the threshold of the view.
SURE = 0.55
# The same words for every party: a letter would tell the rest of a quiz as soon as one answer is known.
_NAMELESS = Wording(
    party="[party]",
    another_party="[party]",
    other_party="[party]",
    member="[party member]",
    member_of_another="[party member]",
    leader="[a politician]",
    candidate="[a politician]",
    politician="[a politician]",
    politician_of="[a politician]",
)
_ADDRESS = re.compile(r"(?<!\w)[@#]\w|https?://|www\.|\w\.(?:com|org|net|info|party|wales|cymru|scot|co\.uk|org\.uk)\b")
_THIS_GOVERNMENT = re.compile(
    r"\b(?:(?:this|our|your)\s+(?:\[party\]\s+)?(?:government|administration|mayor)\b|the\s+government\s+will\b"
    r"|will\s+(?:\w+\s+)?continue\b)",
    re.IGNORECASE,
)
# A person whom the facts need not know: those whom a party praises or asks for a report tell much.
_TITLED = re.compile(
    r"\b(?:Baroness|Lord|Lady|Sir|Dame|Mr|Mrs|Ms|Dr|Prof|Professor|President|Senator|Cllr|Councillor)\.?\s+[A-Z][a-z]"
)
# So many words of a title in a row are the title.
_OF_TITLE = 4
# What a manifesto for one nation is told by, where others of the quiz are for another.
_NATIONS = {
    "england": ("england", "english"),
    "scotland": ("scotland", "scottish", "scots", "holyrood"),
    "wales": ("wales", "welsh", "cymru", "senedd", "cardiff bay"),
    "northern ireland": ("northern ireland", "northern irish", "ulster", "stormont", "psni"),
}
_OF_ELECTIONS = frozenset(
    ("Assembly", "By", "Election", "European", "General", "Mayor", "Mayoral", "Parliament", "The", "UK")
)
_WORD = re.compile(r"[^\W_]+")
_TELLS = frozenset((StatementKind.RECORD, StatementKind.CRITICISM))


@dataclass(frozen=True, slots=True)
class Usable:
    """What one manifesto gives: its passages that may be asked about, in order, and how many others by reason."""

    document: Document
    candidates: tuple[Candidate, ...]
    left_out: Mapping[Reason, int] = field(default_factory=dict)


def language_asked(documents: Sequence[Document]) -> str:
    """The code of the language that most of these are in: a passage in another would tell whose it is."""
    counted = Counter(language_code(document.language) for document in documents)
    return min(counted, key=lambda code: (-counted[code], code), default="")


class Sieve:
    """Looks at the passages of some manifestos, whose order does not matter.

    `violent` are passages (document and block) that speak of violence and may not be asked about; `wordings` hold the
    passages of all of the manifestos.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        known: Facts,
        wordings: Wordings,
        violent: Set[tuple[str, str]] = frozenset(),
    ) -> None:
        ordered = sorted(documents, key=lambda one: one.id)
        speakers = [Speaker.of(one) for one in ordered]
        self._hiding = Hiding(known, speakers, 0, _NAMELESS)
        self._titles = frozenset(run for one in ordered for run in _runs(one.title))
        self._language = language_asked(ordered)
        self._nations = _nations_that_tell(ordered)
        self._wordings, self._violent = wordings, violent

    def usable(self, document: Document, view: Applied) -> Usable:
        """What may be asked of this manifesto, whose view has been corrected by what people said."""
        left_out: Counter[Reason] = Counter({Reason.REJECTED: len(view.left_out), Reason.UNSURE: len(view.uncertain)})
        found: dict[str, Candidate] = {}
        for match in view.matches:
            one = self._looked_at(match)
            if isinstance(one, Reason):
                left_out[one] += 1
            elif (said := _plain(one.words)) in found:
                left_out[Reason.REPEATED] += 1
            else:
                found[said] = one
        return Usable(document, tuple(found.values()), {reason: count for reason, count in left_out.items() if count})

    def _looked_at(self, match: Match) -> Candidate | Reason:
        if any(one.about is About.TOPIC and one.value == Verdict.DOES_NOT_BELONG for one in match.said):
            return Reason.REJECTED
        if not _is_sure(match):
            return Reason.UNSURE
        if (match.document, match.block) in self._violent:
            return Reason.VIOLENCE
        if language_code(match.language) != self._language:
            return Reason.LANGUAGE
        found = alone(match)
        if isinstance(found, Reason):
            return found
        words, start, end = found
        if language_of(words) != self._language:
            return Reason.LANGUAGE
        hidden = self._hiding.hide(words)
        if self._names_left(words, hidden.text):
            return Reason.NAMES
        if self._wordings.of(match.document, match.block):
            return Reason.SHARED
        telling = _telling(hidden.text)
        kinds = {one.kind for one in match.statements if start <= one.start < end}
        places = tuple(found[0] for found in self._nations.finditer(words)) if self._nations else ()
        faults = 2 * bool(telling) + 2 * bool(kinds & _TELLS) + 2 * bool(places) + bool(hidden.words) + adds(words)
        phrases = [hidden.text[one.start : one.end].strip() for one in telling]
        return Candidate(match, hidden.text, (start, end), tuple(dict.fromkeys((*phrases, *places))), faults)

    def _names_left(self, words: str, hidden: str) -> bool:
        """Whether something in the words may be a name still, or is a title or an address."""
        return bool(
            self._hiding.doubtful(words)
            or self._hiding.hide(hidden).spans
            or _ADDRESS.search(words)
            or _TITLED.search(words)
            or not self._titles.isdisjoint(_runs(words, whole=False))
        )


def _nations_that_tell(documents: Sequence[Document]) -> re.Pattern[str] | None:
    """The names of nations and places, where these manifestos were written for several; None where they were not."""
    nations = {one.nation.casefold() for one in documents}
    names = {name for nation in nations for name in _NATIONS.get(nation, ())} if len(nations) > 1 else set()
    # "London" of "London mayoral election 2024", where another manifesto is for another town.
    elections = [{word for word in _WORD.findall(one.election) if word[0].isupper()} for one in documents]
    names |= set().union(*elections) - set.intersection(*elections) - _OF_ELECTIONS if elections else set()
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b", re.IGNORECASE) if names else None


def _is_sure(match: Match) -> bool:
    said = verdict_on(match)
    return match.score >= SURE or (said is not None and said.value == Verdict.BELONGS)


def _telling(words: str) -> tuple[Telltale, ...]:
    """The phrases that give incumbency away, "this government" among them."""
    found = telltales(words)
    for one in _THIS_GOVERNMENT.finditer(words):
        if all(one.end() <= other.start or other.end <= one.start() for other in found):
            found.append(Telltale(one.start(), one.end(), Tale.PREDECESSOR))
    return tuple(sorted(found, key=lambda one: one.start))


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _runs(words: str, *, whole: bool = True) -> frozenset[tuple[str, ...]]:
    """Each run of so many words; of a shorter title that has two at least, the whole."""
    said = _WORD.findall(words.casefold())
    lengths = {_OF_TITLE} if whole else {2, 3, _OF_TITLE}
    runs = {tuple(said[at : at + length]) for length in lengths for at in range(len(said) - length + 1)}
    if whole and 1 < len(said) < _OF_TITLE:
        runs.add(tuple(said))
    return frozenset(runs)
