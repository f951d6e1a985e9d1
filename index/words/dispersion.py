"""Where chosen words stand: how evenly over manifestos (Gries' DP), and in each from its beginning to its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.words.asked import Asked, found
from index.words.corpus import Corpus
from index.words.statistics import deviation_of_proportions, normalised, per_thousand
from reader.library.records import Document
from reader.wording import tr

# Whoever asks where "the" stands needs no more to see it.
MOST_PLACES = 20_000
# Code points to the left and right of a place that are shown with it.
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence: its block, its code points there, and how far into the manifesto it stands, from 0 to 1.

    `words` are what stands there with a little around it. How far is measured in code points of all blocks, as on the
    strips of a topic (`index.charts`).
    """

    block: str
    start: int
    end: int
    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """One manifesto: how often the word stands in it, in how many passages, and where."""

    document: Document
    count: int
    passages: int
    places: tuple[Place, ...]

    @property
    def per_thousand(self) -> float | None:
        return per_thousand(self.count, self.document.words)


@dataclass(frozen=True, slots=True)
class Spread:
    """A choice over the manifestos, in their order; of all places the first MOST_PLACES are kept, counts are whole."""

    asked: Asked
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        return sum(part.count for part in self.parts)

    @property
    def manifestos(self) -> int:
        return sum(part.count > 0 for part in self.parts)

    @property
    def is_cut(self) -> bool:
        """Whether there are more places than are kept."""
        return sum(len(part.places) for part in self.parts) < self.count

    @property
    def deviation(self) -> float | None:
        """Gries' DP: 0 as evenly over the manifestos as their lengths are, near 1 all in one short one."""
        return deviation_of_proportions([part.count for part in self.parts], self._sizes)

    @property
    def deviation_normalised(self) -> float | None:
        return normalised(self.deviation, self._sizes)

    @property
    def _sizes(self) -> list[int]:
        return [part.document.words for part in self.parts]


def dispersion(corpus: Corpus, choices: Sequence[Asked]) -> tuple[Spread, ...]:
    """The spread of each choice."""
    places: dict[tuple[int, str], list[Place]] = {}
    counts: dict[tuple[int, str], list[int]] = {}
    left = MOST_PLACES
    for one in found(corpus, choices):
        key = one.asked, one.text.document.id
        count = counts.setdefault(key, [0, 0])
        count[0] += len(one.spans)
        count[1] += 1
        for start, end in one.spans[: max(0, left)]:
            at = (one.passage.begins + start) / one.text.length
            words = around(one.passage.text, start, end)
            places.setdefault(key, []).append(Place(one.passage.block, start, end, at, words))
        left -= len(one.spans)

    def part(document: Document, number: int) -> Part:
        count, passages = counts.get((number, document.id), (0, 0))
        return Part(document, count, passages, tuple(places.get((number, document.id), ())))

    return tuple(
        Spread(choice, tuple(part(document, number) for document in corpus.documents))
        for number, choice in enumerate(choices)
    )


def note_on_cut(found: Sequence[Spread]) -> str:
    """A sentence where not all places are kept, "" where they are."""
    if not any(one.is_cut for one in found):
        return ""
    return tr("Only the first {most:,} places are here; counts and DP are of all.", most=MOST_PLACES)


def around(text: str, start: int, end: int) -> str:
    """A stretch of a text with whole words to both sides: "…the words around it…"."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    left = text[first:start] if not first else text[first:start].partition(" ")[2]
    right = text[end:last] if last == len(text) else text[end:last].rpartition(" ")[0]
    shown = " ".join(f"{left}{text[start:end]}{right}".split())
    return ("…" if first else "") + shown + ("…" if last < len(text) else "")
