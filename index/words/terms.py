"""What a list of words counts: words as they stand or by their stems, alone or in runs, exactly as a search finds them.

A word stands where a search for it would mark it: "women’s" counts for women, "co-ordinate" for co, for ordinate and
for coordinate. So every count leads to its passages by a query (`query_of`), and the query finds as many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, chain, groupby, pairwise, product

from index.analysis import Word, analyser
from index.folding import STRAIGHT, fold
from index.inflection import stem_of
from index.marking import Span, merged, patterns
from index.query import NotUnderstood, Phrase, parse
from index.query import Word as Typed

# Headings are found by a search and are no part of a manifesto's words.
NO_HEADINGS = "-kind:heading"
# A form in lower case that stands so much less often than the same with a capital letter is a slip or an address.
_OFTEN = 10


class Unit(StrEnum):
    """What is one word: each form, or all inflections of one."""

    WORDS = "words"
    STEMS = "stems"


class Forms:
    """The forms in which terms are printed, and which of them are words by themselves.

    A term that is only ever part of another (the "coordinate" in "co-ordinate") has no form and is in no list.
    """

    def __init__(self) -> None:
        self.printed: dict[str, Counter[str]] = {}
        self._terms: dict[str, set[str]] = {}  # by the folded form

    def add(self, term: str, form: str, times: int) -> None:
        """A term was printed in this form so many times."""
        self.printed.setdefault(term, Counter())[form] += times
        self._terms.setdefault(fold(form), set()).add(term)

    def shown(self, term: str) -> str:
        """The most common form of each word of the term; in lower case where it is printed so now and then.

        Forms that differ from those of another stem in more than accents are taken first: a query overlooks accents.
        """
        return " ".join(map(self._shown, term.split()))

    def is_known(self, term: str) -> bool:
        """Whether each word of the term stands somewhere by itself."""
        return all(word in self.printed for word in term.split())

    def _shown(self, word: str) -> str:
        forms = self.printed.get(word, Counter({word: 1}))
        own = {form: times for form, times in forms.items() if len(self._terms.get(fold(form), ())) < 2} or forms
        form = min(own, key=lambda form: (-own[form], form))
        return form.lower() if _OFTEN * own.get(form.lower(), 0) >= own[form] else form


class Terms:
    """Takes texts of one language into terms of one unit, `length` words long, and keeps in what forms it saw them."""

    def __init__(self, language: str, unit: Unit, length: int = 1) -> None:
        self.language, self.unit, self.length = language, unit, length
        self._analyser = analyser(language)
        self._single = _Kept(lambda chunk: _marked(self, chunk))
        self._plain = _Kept(lambda chunk: _plain(self, chunk))
        self._seen: Counter[str] = Counter()

    def of(self, word: Word) -> str:
        """The term of one word."""
        return word.exact if self.unit is Unit.WORDS else word.stem

    def standing(self, text: str) -> list[str]:
        """The terms of a text, each as often as `index.marking` would mark it: overlapping runs of one count once."""
        chunks = self._analyser.chunk.findall(text)
        self._seen.update(chunks)
        if self.length == 1:
            return list(chain.from_iterable(map(self._single.__getitem__, chunks)))
        plain = list(map(self._plain.__getitem__, chunks))
        return self._runs(text) if () in plain else self._plain_runs(text, list(chain.from_iterable(plain)))

    def words(self, chunk: str) -> list[Word]:
        """The words of a chunk, which are not those of a text that is only it: "%" is one only after a figure."""
        parts = self._analyser.parts(chunk)
        positions = accumulate(part.step for part in parts)
        return [
            Word(at, part.start, part.end, part.stem, part.exact) for at, part in zip(positions, parts, strict=True)
        ]

    def forms(self) -> Forms:
        """The forms in which the terms of all texts so far were printed."""
        made = Forms()
        for chunk, times in self._seen.items():
            for word in sequence(self.words(chunk)):
                made.add(self.of(word), _form(chunk, word), times)
        return made

    def places(self) -> int:
        """How many places for words all texts so far had."""
        return sum(times * len(sequence(self.words(chunk))) for chunk, times in self._seen.items())

    def _plain_runs(self, text: str, terms: Sequence[str]) -> list[str]:
        """The runs of a text whose words are one at each place, and none printed in one piece with the next."""
        runs = list(map(" ".join, zip(*(terms[at:] for at in range(self.length)), strict=False)))
        if len(found := Counter(runs)) < len(runs) and any(
            times > 1 and _may_overlap(run) for run, times in found.items()
        ):
            return self._runs(text)
        return runs

    def _runs(self, text: str) -> list[str]:
        found: list[str] = []
        ends: dict[str, int] = {}
        places = [self._place(words) for words in at_positions(self._analyser.words(text))]
        for first in range(len(places) - self.length + 1):
            for run in product(*places[first : first + self.length]):
                term = " ".join([one[0] for one in run])
                last = ends.get(term, 0)
                if not last or min([one[1] for one in run]) >= last:
                    found.append(term)
                ends[term] = max(*[one[2] for one in run], last)
        return found

    def _place(self, words: Sequence[Word]) -> list[tuple[str, int, int]]:
        if len(words) == 1:
            return [(self.of(words[0]), words[0].start, words[0].end)]
        return list({self.of(word): (self.of(word), word.start, word.end) for word in words}.values())


class _Kept(dict[str, tuple[str, ...]]):
    """What was worked out of the chunks met so far; one not yet met is worked out on look-up."""

    def __init__(self, work_out: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        made = self[chunk] = self._work_out(chunk)
        return made


def _marked(owner: Terms, chunk: str) -> tuple[str, ...]:
    """The terms of a chunk, each as often as it is marked there."""
    spans: dict[str, set[Span]] = {}
    for word in owner.words(chunk):
        spans.setdefault(owner.of(word), set()).add((word.start, word.end))
    return tuple(term for term, places in spans.items() for _ in merged(places))


def _plain(owner: Terms, chunk: str) -> tuple[str, ...]:
    """The terms of a chunk in order where each has a place and a stretch of its own; none for another chunk."""
    words = owner.words(chunk)
    parted = all(one.end <= other.start and one.position < other.position for one, other in pairwise(words))
    return tuple(map(owner.of, words)) if parted else ()


def _may_overlap(run: str) -> bool:
    """Whether a run can begin again before it ends: "no more no" can, "fire safety" cannot."""
    words = run.split()
    return any(words[by:] == words[:-by] for by in range(1, len(words)))


def at_positions(words: Iterable[Word]) -> Iterator[list[Word]]:
    """The words that stand at each position, one position after the other."""
    for _, here in groupby(words, key=lambda word: word.position):
        yield list(here)


def sequence(words: Iterable[Word]) -> list[Word]:
    """One word for each position: a word of two parts is there as its parts."""
    return [min(here, key=lambda word: word.end - word.start) for here in at_positions(words)]


def _form(chunk: str, word: Word) -> str:
    """How the word is printed; its term where that is no more than a part of what is printed ("£151m", "U.K.")."""
    printed = chunk[word.start : word.end].translate(STRAIGHT)
    bare = printed[:-2] if printed.endswith(("'s", "'S")) else printed
    return bare if fold(bare) == word.exact else word.exact


def query_of(shown: str, language: str, unit: Unit, *, among_others: bool = False) -> str:
    """What finds a term in the language of the search box, and nothing else; "" for one that cannot be typed.

    `among_others` says that there are manifestos in other languages, in which it is not to be looked for.

    `shown` is the term as `Forms.shown` gives it. It finds passages alone, in which it marks the term as often as it
    was counted. What it means is looked up: "non stop" typed in a phrase is one word, with two spaces it is two.
    """
    words = shown.split()
    exact = unit is Unit.WORDS or stem_of(language) is None
    for space in (" ", "  "):
        typed = words[0] if len(words) == 1 else f'"{space.join(words)}"'
        query = f"={typed}" if exact else typed
        if _means(query, words, language, exact=exact):
            return f"{query} {NO_HEADINGS}" + (f" language:{language}" if among_others else "")
    return ""


def _means(query: str, words: Sequence[str], language: str, *, exact: bool) -> bool:
    try:
        leaf = parse(query)
    except NotUnderstood:
        return False
    if not isinstance(leaf, Typed | Phrase):
        return False
    read = patterns(leaf, language)
    if len(read) != 1 or len(read[0].steps) != len(words):
        return False
    if exact:
        return all(step.exacts == {fold(word)} for step, word in zip(read[0].steps, words, strict=True))
    return all(len(step.stems) == 1 and not step.beginnings for step in read[0].steps)
