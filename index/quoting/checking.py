"""What becomes of each quotation of an essay: found word for word, nearly so, altered, or in none of the manifestos."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum

from index.quoting.differences import Departure, Kind, Part, compared
from index.quoting.finding import Found, most_words, same_letters
from index.quoting.manifestos import Text
from index.quoting.marks import Span
from index.quoting.quotations import Quotation, Quoted
from index.quoting.wanted import Wanted, wanted
from reader.library import verdicts

# Fewer words are often no quotation: “so-called”.
SHORTEST = 3
# So much must agree for words to be called an altered quotation (Dice's coefficient over words); of few words more.
_ALTERED, _ALTERED_FEW, _FEW = 0.6, 0.74, 5
# Or so many of the quoted words, where the manifesto says more between them.
_COVERED, _COVERED_WORDS = 0.85, 8
# Below this, words that agree are no trace at all.
_TRACE = 0.4
# Other manifestos that fit an altered quotation as well as this are named too.
_AS_WELL = 0.02
# Of the places where a manifesto has the same letters, so many are compared sign by sign.
_COMPARED = 5
_BETWEEN = " … "


class Verdict(Enum):
    """What a check says of a quotation; values are stable names for files."""

    EXACT = "exact"
    NEARLY = "nearly"  # but for brackets, the first letter, the style of marks, dashes and spaces
    SHORTENED = "shortened"  # and perhaps nearly, but nothing is altered
    ALTERED = "altered"
    ABSENT = "absent"
    SHORT = "short"  # too short to be checked, and nowhere word for word


FOUND = frozenset({Verdict.EXACT, Verdict.NEARLY, Verdict.SHORTENED, Verdict.ALTERED})


@dataclass(frozen=True, slots=True)
class Source:
    """Where a manifesto has the words of a quotation, or nearly.

    `words` are the manifesto's, a line for each block; `parts` go through the quotation's words and these. `spans` are
    their places; `others` is in how many more places of this manifesto they stand. `apart`: they stand there in another
    order, or far from each other.
    """

    document: str
    spans: tuple[verdicts.Span, ...]
    words: str
    parts: tuple[Part, ...]
    departures: frozenset[Departure] = frozenset()
    share: float = 1.0
    others: int = 0
    apart: bool = False

    @property
    def verdict(self) -> Verdict:
        if self.apart or any(part.kind is Kind.CHANGED for part in self.parts):
            return Verdict.ALTERED
        if Departure.SHORTENED in self.departures:
            return Verdict.SHORTENED
        return Verdict.NEARLY if self.departures else Verdict.EXACT


@dataclass(frozen=True, slots=True)
class Finding:
    """A quotation with its verdict, and the manifestos that have it, in the order in which they were given.

    `nearest` is the passage that is most like one that none of them has, where there is such a one.
    """

    quotation: Quotation
    verdict: Verdict
    sources: tuple[Source, ...] = ()
    nearest: Source | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in the order of the essay, and where it has marks that nothing closes."""

    findings: tuple[Finding, ...]
    unclosed: tuple[int, ...] = ()

    def count(self, verdict: Verdict) -> int:
        return sum(one.verdict is verdict for one in self.findings)


def check(quoted: Quoted, texts: Iterable[Text], where: Sequence[Set[str]] | None = None) -> Checked:
    """Look for each quotation in each manifesto; these are taken one by one, so that memory holds one at a time.

    `where` are, for each quotation, the ids of the only manifestos that may have it.
    """
    checking = [_Checking(one, wanted(one.words)) for one in quoted.quotations]
    for text in texts:
        for number, one in enumerate(checking):
            if where is None or text.document in where[number]:
                one.look_in(text)
    return Checked(tuple(_without_parts([one.finding() for one in checking])), quoted.unclosed)


def _without_parts(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without quotations within one that was found: they are part of its words."""
    ends = 0
    for one in findings:
        if one.quotation.inside and one.quotation.end <= ends:
            continue
        if one.verdict in FOUND:
            ends = max(ends, one.quotation.end)
        yield one


class _Checking:
    """One quotation, while manifestos are looked through."""

    def __init__(self, quotation: Quotation, sought: Wanted) -> None:
        self._quotation = quotation
        self._wanted = sought
        self._same: list[Source] = []
        self._alike: list[Source] = []
        self._trace: Source | None = None

    def look_in(self, text: Text) -> None:
        """Look for the quotation in one manifesto; for words that are only alike as long as none had the very ones."""
        same = same_letters(text, self._wanted)
        if same:
            self._same.append(self._best(same))
        elif self._wanted.count >= SHORTEST and not self._same:
            found = most_words(text, self._wanted, _TRACE)
            if found is not None:
                self._keep(_source(self._wanted, found))

    def finding(self) -> Finding:
        """What became of it, all manifestos having been looked through."""
        sources = self._same or self._alike_enough()
        if not sources:
            verdict = Verdict.ABSENT if self._wanted.count >= SHORTEST else Verdict.SHORT
            return Finding(self._quotation, verdict, nearest=self._trace)
        best = min((one.verdict for one in sources), key=_ORDER.index)
        kept = tuple(one for one in sources if one.verdict is best)
        return Finding(self._quotation, best, kept)

    def _best(self, found: Sequence[Found]) -> Source:
        """The place of a manifesto that fits best, a passage rather than a heading."""
        sources = [_source(self._wanted, one) for one in found[:_COMPARED]]
        passage = [one.text.running.block_at(_first(one)).is_passage for one in found[:_COMPARED]]
        best = min(range(len(sources)), key=lambda at: (_ORDER.index(sources[at].verdict), not passage[at], at))
        return replace(sources[best], others=len(found) - 1)

    def _keep(self, source: Source) -> None:
        if source.verdict is not Verdict.ALTERED:  # the same words, though letters stand between: a note's number
            self._same.append(source)
        elif self._is_altered(source):
            self._alike.append(source)
        elif self._trace is None or source.share > self._trace.share:
            self._trace = source

    def _is_altered(self, source: Source) -> bool:
        needed = _ALTERED_FEW if self._wanted.count <= _FEW else _ALTERED
        if source.share >= needed:
            return True
        quoted = sum(part.quoted[1] - part.quoted[0] for part in source.parts)
        same = sum(part.quoted[1] - part.quoted[0] for part in source.parts if part.kind is Kind.SAME)
        return self._wanted.count >= _COVERED_WORDS and same >= _COVERED * quoted

    def _alike_enough(self) -> list[Source]:
        best = max((one.share for one in self._alike), default=0.0)
        return [one for one in self._alike if one.share >= best - _AS_WELL]


_ORDER = tuple(Verdict)


def _first(found: Found) -> int:
    return next(place[0] for place in found.places if place is not None)


def _source(sought: Wanted, found: Found) -> Source:
    """What a manifesto has, compared with what is quoted, stretch by stretch."""
    words, parts, departures, spans = "", list[Part](), set[Departure](), list[verdicts.Span]()
    running = found.text.running
    last: Span | None = None
    for stretch, place in zip(sought.stretches, found.places, strict=True):
        quoted = sought.words[slice(*stretch.span)]
        if place is None:
            parts.append(Part(Kind.CHANGED, stretch.span, (len(words), len(words))))
            continue
        if last is not None:
            between = running.text[last[1] : place[0]] if last[1] <= place[0] and not found.apart else _BETWEEN
            if any(map(str.isalnum, between)):
                departures.add(Departure.SHORTENED)
            parts.append(Part(Kind.LEFT_OUT, (stretch.span[0],) * 2, (len(words), len(words) + len(between))))
            words += between
        one = compared(quoted, running.text[slice(*place)])
        parts += [_moved(part, stretch.span[0], len(words)) for part in one.parts]
        departures |= one.departures
        words += running.text[slice(*place)]
        spans += running.spans(running.selection(*place))
        last = place
    return Source(
        found.text.document, tuple(spans), words, tuple(parts), frozenset(departures), found.share, 0, found.apart
    )


def _moved(part: Part, quoted: int, source: int) -> Part:
    (a, b), (c, d) = part.quoted, part.source
    return Part(part.kind, (a + quoted, b + quoted), (c + source, d + source))


def counted(checked: Checked) -> Counter[Verdict]:
    """How many quotations have each verdict."""
    return Counter(one.verdict for one in checked.findings)
