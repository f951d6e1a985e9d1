"""Finds a quotation in one manifesto: letter for letter, or by most of its words in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from index.quoting.manifestos import Text
from index.quoting.marks import Span
from index.quoting.wanted import Joint, Run, Wanted
from reader.library.folding import Running

# So many letters may stand where a quotation has dots (about 600 words), words in brackets, or letters in brackets.
_REACH = {Joint.GAP: 3_000, Joint.PUT_IN: 160, Joint.IN_WORD: 12}
# What stands in more places than this is no quotation that anybody would trace.
_MOST_PLACES = 20
# A word in more places than this says little of where the others are.
_COMMON = 300
# Words are counted together whose places differ by no more than this.
_NEAR = 8
# How many likely places of one manifesto are compared word by word.
_LIKELY = 3
# A stretch of so few words is looked for near the others alone.
_FEW = 3
_ENDS = ".!?;:\n"
# Words beyond which an edge that agrees in small words only is chance.
_STRAY = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation in one manifesto. `places` are those of its stretches, None for one that is nowhere near.

    `share` is how much of both agrees, from 0 to 1 (Dice's coefficient over words, small ones counting less); 1 for the
    very letters. `apart`: its stretches stand in another order, or far from each other.
    """

    text: Text
    places: tuple[Span | None, ...]
    share: float
    apart: bool = False


# The very letters


def same_letters(text: Text, wanted: Wanted) -> list[Found]:
    """Where a manifesto has the letters of a quotation, in at most so many places as anybody would look up."""
    found = []
    for running in text.running.readings:
        for starts in _occurrences(running, wanted.runs):
            found.append(Found(text, tuple(_places(text, running, wanted, starts)), 1.0))
            if len(found) == _MOST_PLACES:
                return found
        if found:
            break
    return found


def _places(text: Text, running: Running, wanted: Wanted, starts: Sequence[int]) -> Iterator[Span]:
    for number in range(len(wanted.stretches)):
        mine = [(start, run) for start, run in zip(starts, wanted.runs, strict=True) if run.stretch == number]
        yield text.of_letters(running, mine[0][0], mine[-1][0] + len(mine[-1][1].letters))


def _occurrences(running: Running, runs: Sequence[Run]) -> Iterator[list[int]]:
    """Where the runs begin, each time that all of them follow one another as their joints allow."""
    if not runs:
        return
    anchor = max(range(len(runs)), key=lambda number: len(runs[number].letters))
    for start in _starts(running, runs[anchor], 0, len(running.letters)):
        starts = [start]
        for number in range(anchor + 1, len(runs)):
            after = starts[-1] + len(runs[number - 1].letters)
            reach = _reach(runs[number]) + len(runs[number].letters)
            following = next(_starts(running, runs[number], after, after + reach), None)
            if following is None:
                break
            starts.append(following)
        if len(starts) < len(runs) - anchor:
            continue
        for number in range(anchor - 1, -1, -1):
            reach = _reach(runs[number + 1]) + len(runs[number].letters)
            before = _last_start(running, runs[number], max(0, starts[0] - reach), starts[0])
            if before is None:
                break
            starts.insert(0, before)
        if len(starts) == len(runs):
            yield starts


def _reach(run: Run) -> int:
    return _REACH[run.joint or Joint.GAP]


def _starts(running: Running, run: Run, first: int, end: int) -> Iterator[int]:
    place = running.letters.find(run.letters, first, end)
    while place >= 0:
        if _fits(running, run, place):
            yield place
        place = running.letters.find(run.letters, place + 1, end)


def _last_start(running: Running, run: Run, first: int, end: int) -> int | None:
    place = running.letters.rfind(run.letters, first, end)
    while place >= 0:
        if _fits(running, run, place):
            return place
        place = running.letters.rfind(run.letters, first, place + len(run.letters) - 1)
    return None


def _fits(running: Running, run: Run, start: int) -> bool:
    """Whether these letters are whole words."""
    end = start + len(run.letters)
    begun = run.open_start or running.begins_word(start)
    return begun and (run.open_end or end == len(running.letters) or running.begins_word(end))


# Most of the words


@dataclass(frozen=True, slots=True)
class _Fit:
    """Words of the manifesto, by number, that fit words of a stretch: `agreed` is what those weigh that agree."""

    first: int
    end: int
    agreed: float
    share: float


def most_words(text: Text, wanted: Wanted, least: float) -> Found | None:
    """Where a manifesto has most words of a quotation, in their order, of each stretch by itself.

    None where less than `least` of them agree.
    """
    main = max(wanted.stretches, key=lambda one: len(one.letters))
    fit = _best_fit(text, main.letters, least)
    if fit is None:
        return None
    fits: dict[int, _Fit | None] = {wanted.stretches.index(main): fit}
    at = wanted.stretches.index(main)
    edge = fit.end
    for number in range(at + 1, len(wanted.stretches)):
        fits[number] = near = _fit_between(text, wanted.stretches[number].letters, edge, edge + _REACH[Joint.GAP] // 5)
        edge = near.end if near else edge
    edge = fit.first
    for number in range(at - 1, -1, -1):
        fits[number] = near = _fit_between(text, wanted.stretches[number].letters, edge - _REACH[Joint.GAP] // 5, edge)
        edge = near.first if near else edge
    apart = False
    for number, stretch in enumerate(wanted.stretches):
        if fits[number] is None and len(stretch.letters) > _FEW:
            fits[number] = _best_fit(text, stretch.letters, least)
            apart = apart or fits[number] is not None
    return _together(text, wanted, [fits[number] for number in range(len(wanted.stretches))], apart=apart)


def _together(text: Text, wanted: Wanted, fits: Sequence[_Fit | None], *, apart: bool) -> Found:
    agreed = sum(fit.agreed for fit in fits if fit)
    mine = sum(_weight(text, stretch.letters) for stretch in wanted.stretches)
    theirs = sum(_weight_there(text, fit) for fit in fits if fit)
    places = tuple(text.of_words(fit.first, fit.end) if fit else None for fit in fits)
    return Found(text, places, _dice(agreed, mine, theirs), apart)


def _weight(text: Text, letters: Sequence[str]) -> float:
    return sum(map(text.weight, letters))


def _weight_there(text: Text, fit: _Fit) -> float:
    return _weight(text, [word.letters for word in text.words[fit.first : fit.end]])


def _dice(agreed: float, one: float, other: float) -> float:
    return 2 * agreed / (one + other) if one + other else 0.0


def _best_fit(text: Text, letters: Sequence[str], least: float) -> _Fit | None:
    """The words of all the manifesto that fit best, where at least this share of them agrees."""
    likely = _likely(text, letters, least)
    slack = _NEAR + len(letters) // 2
    fits = (_fitted(text, letters, place - slack, place + len(letters) + slack) for place in likely)
    best = max((fit for fit in fits if fit), key=lambda fit: (fit.share, -fit.first), default=None)
    return best if best and best.share >= least else None


def _fit_between(text: Text, letters: Sequence[str], first: int, end: int) -> _Fit | None:
    """The words between two places that fit, where most do; of few words all must."""
    best: _Fit | None = None
    width = len(letters) + _NEAR
    starts = {place for one in letters for place in text.positions.get(one, ()) if first <= place < end}
    votes = Counter(place // _NEAR for place in starts)
    for bucket, _ in sorted(votes.most_common(_LIKELY)):
        begin = max(first, (bucket - 1) * _NEAR - len(letters))
        fit = _fitted(text, letters, begin, min(end, begin + 2 * width + _NEAR))
        if fit and (best is None or fit.share > best.share):
            best = fit
    needed = 1.0 if len(letters) <= _FEW else 0.6
    return best if best and best.share >= needed else None


def _likely(text: Text, letters: Sequence[str], least: float) -> list[int]:
    """Where the words may begin: places that many of them agree on, those of rare words counting most."""
    votes: Counter[int] = Counter()
    every = 0
    for number, one in enumerate(letters):
        places = text.positions.get(one, ())
        weight = int(10 * text.weight(one))
        every += weight
        if len(places) <= _COMMON:
            for bucket in {(place - number) // _NEAR for place in places}:
                votes[bucket] += weight
    joined = {bucket: votes[bucket] + votes.get(bucket + 1, 0) for bucket in votes}
    best = sorted(joined, key=lambda bucket: (-joined[bucket], bucket))[:_LIKELY]
    # Two parts of it may each have moved by another number of words: half of what is needed may lie elsewhere.
    return [bucket * _NEAR for bucket in best if joined[bucket] >= least * every / 2]


def _fitted(text: Text, letters: Sequence[str], first: int, end: int) -> _Fit | None:
    """The words between two places that fit the letters, without what agrees by chance at either edge."""
    first = max(0, first)
    there = [word.letters for word in text.words[first : max(first, end)]]
    matched = [one for one in SequenceMatcher(None, letters, there, autojunk=False).get_matching_blocks() if one.size]
    while len(matched) > 1 and _is_stray(text, letters, matched[0], matched[1]):
        matched.pop(0)
    while len(matched) > 1 and _is_stray(text, letters, matched[-1], matched[-2]):
        matched.pop()
    if not matched:
        return None
    agreed = sum(text.weight(one) for match in matched for one in letters[match.a : match.a + match.size])
    begin = _reached_back(text, first + matched[0].b, matched[0].a)
    stop = _reached_on(text, first + matched[-1].b + matched[-1].size, len(letters) - matched[-1].a - matched[-1].size)
    fit = _Fit(begin, stop, agreed, 0.0)
    share = _dice(agreed, _weight(text, letters), _weight_there(text, fit))
    return _Fit(begin, stop, agreed, share)


def _is_stray(text: Text, letters: Sequence[str], edge: Match, inner: Match) -> bool:
    """Whether the outermost words that agree are small ones, far from the others."""
    weight = _weight(text, letters[edge.a : edge.a + edge.size])
    one, other = (edge, inner) if edge.a < inner.a else (inner, edge)
    gap, there = other.a - one.a - one.size, other.b - one.b - one.size
    return weight < 1 and there > gap + _STRAY


def _reached_back(text: Text, first: int, words: int) -> int:
    """The place so many words further to the front, within the sentence: what stands there is what was changed."""
    while words and first and _within_sentence(text, first - 1):
        first, words = first - 1, words - 1
    return first


def _reached_on(text: Text, end: int, words: int) -> int:
    while words and end < len(text.words) and _within_sentence(text, end - 1):
        end, words = end + 1, words - 1
    return end


def _within_sentence(text: Text, number: int) -> bool:
    """Whether the sentence goes on between this word and the next."""
    between = text.running.text[text.words[number].end : text.words[number + 1].start]
    return not any(sign in _ENDS for sign in between)
