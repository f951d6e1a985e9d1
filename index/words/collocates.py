"""Collocates: what stands near a word more often than chance would have it.

All places for words but the node's own are in a window of some node or outside of all of them; a word stands so often
in the windows and so often outside. That is the contingency table of surface co-occurrence in S. Evert, "Corpora and
collocations" (2008), in which a place that is near two nodes counts once. What
is printed in one piece with a node (the 151 of "£151m" beside million) is part of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from index.analysis import Word, analyser
from index.folding import fold
from index.marking import Span
from index.words.asked import Asked
from index.words.corpus import Corpus, Passage, Text
from index.words.statistics import contingency_log_likelihood, log_dice, mutual_information
from index.words.terms import Terms, Unit
from reader.library.library import Library
from reader.sentences import sentences

_NONE: Set[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Window:
    """How many words to the left and right of a node are near it, and whether its sentence ends the window."""

    left: int = 5
    right: int = 5
    in_sentence: bool = False


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word with how often it is near the node, of how often it stands at all (but in the node itself).

    `passages` are those in which it is near; `log_likelihood` is Dunning's G² over all four cells.
    """

    shown: str
    together: int
    count: int
    passages: int
    expected: float
    log_likelihood: float
    mutual_information: float
    log_dice: float


@dataclass(frozen=True, slots=True)
class Collocates:
    """The collocates of a node in the manifestos of one language, the surest first.

    `nodes` is how often the node stands, `near` how many places for words are in its windows, of `places` in all
    without the node's own. Places are words as a search parts them.
    """

    corpus: Corpus
    node: Asked
    window: Window
    language: str
    unit: Unit
    nodes: int
    near: int
    places: int
    rows: tuple[Collocate, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """A passage in which a collocate is near the node: where both stand, in code points of its text."""

    text: Text
    passage: Passage
    nodes: tuple[Span, ...]
    collocates: tuple[Span, ...]


def collocates(
    corpus: Corpus,
    node: Asked,
    language: str,
    window: Window,
    unit: Unit = Unit.WORDS,
    *,
    least: int = 3,
    stopped: Set[str] = _NONE,
) -> Collocates:
    """The words that are near the node `least` times and more often than by chance; `stopped` are left out, folded."""
    terms, mine, near = Terms(language, unit), corpus.only(language), _Near()
    for text in mine:
        for passage in text.passages:
            near.counts.update(terms.standing(passage.text))
            if spans := node.spans(passage.text, language):
                near.add(_around(passage.text, spans, language, window), terms)
    places, forms = terms.places() - near.own_places, terms.forms()
    rows = [
        _row(forms.shown(term), together, near, term, places)
        for term, together in near.together.items()
        if together >= least and forms.is_known(term)
    ]
    kept = [row for row in rows if row.together > row.expected and fold(row.shown) not in stopped]
    kept.sort(key=lambda row: (-row.log_likelihood, row.shown))
    return Collocates(mine, node, window, language, unit, near.nodes, near.places, places, tuple(kept))


def together(found: Collocates, row: Collocate, library: Library | None = None) -> Iterator[Together]:
    """The passages of a row: as many collocates in them as it counts. A `library` is read in place of the corpus's own,
    which may be closed.
    """
    terms = Terms(found.language, found.unit)
    wanted = {terms.of(word) for word in analyser(found.language).sequence(row.shown)}
    for text in found.corpus if library is None else replace(found.corpus, library=library):
        for passage in text.passages:
            spans = found.node.spans(passage.text, found.language)
            if not spans:
                continue
            around = _around(passage.text, spans, found.language, found.window)
            near = {(word.start, word.end) for word in around.near() if terms.of(word) in wanted}
            if near:
                yield Together(text, passage, tuple(spans), tuple(sorted(near)))


@dataclass(frozen=True, slots=True)
class _Around:
    """The words of a passage, the positions of its nodes, and those near them."""

    words: Sequence[Word]
    nodes: int
    own: frozenset[int]
    window: frozenset[int]

    def near(self) -> Iterator[Word]:
        """The words in the windows; one of two parts comes once for each."""
        return (word for word in self.words if word.position in self.window)


@dataclass(slots=True)
class _Near:
    """What has been counted so far."""

    nodes: int = 0
    places: int = 0
    own_places: int = 0
    together: Counter[str] = field(default_factory=Counter)
    passages: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, around: _Around, terms: Terms) -> None:
        self.nodes += around.nodes
        self.places += len(around.window)
        self.own_places += len(around.own)
        here = Counter(term for term, _ in {(terms.of(word), (word.start, word.end)) for word in around.near()})
        self.together.update(here)
        self.passages.update(here.keys())
        own = {(terms.of(word), (word.start, word.end)) for word in around.words if word.position in around.own}
        outside = {(terms.of(word), (word.start, word.end)) for word in around.words if word.position not in around.own}
        self.counts.subtract(term for term, _ in own - outside)


def _around(text: str, spans: Sequence[Span], language: str, window: Window) -> _Around:
    words = analyser(language).words(text)
    bounds = sentences(text, language) if window.in_sentence else [(0, len(text))]
    ordered = sorted(words, key=lambda word: word.start)
    starts, begins = [word.start for word in ordered], [one[0] for one in bounds]
    standing: dict[int, list[int]] = {}
    for word in ordered:
        standing.setdefault(word.position, []).append(word.start)
    own, near = set[int](), set[int]()
    for start, end in spans:
        inside = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        mine = [word.position for word in inside if word.end <= end]
        own.update(mine)
        sentence = bisect_right(begins, start) - 1
        inside_one = sentence >= 0 and start < bounds[sentence][1]
        first, last = bounds[sentence] if inside_one else (0, len(text))
        here = range(max(0, min(mine) - window.left), min(max(mine) + window.right, words[-1].position) + 1)
        near.update(at for at in here if any(first <= begin < last for begin in standing.get(at, ())))
    return _Around(words, len(spans), frozenset(own), frozenset(near - own))


def _row(shown: str, together: int, near: _Near, term: str, places: int) -> Collocate:
    count = near.counts[term]
    expected = near.places * count / places
    sure = contingency_log_likelihood(together, near.places, count - together, places - near.places)
    known = mutual_information(together, expected) or 0.0
    dice = log_dice(together, near.nodes, count) or 0.0
    return Collocate(shown, together, count, near.passages[term], expected, max(0.0, sure), known, dice)
