"""Makes fictional manifestos without files by the thousand, with words as unevenly spread as in real ones.

The words are those of the shipped samples, the commonest first, and behind them made-up names, so that new words keep
coming however much there is to read (Zipf's and Heaps' laws). The same seed gives the same text.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

from benchmarks.phrases import AREAS
from reader.library.library import Library
from reader.model import Block, Kind, Manifesto, Page, Piece
from reader.sections import with_sections

SAMPLES = Path(__file__).resolve().parents[1] / "assets" / "samples"
PARTIES = ("Harbour", "Meadow", "Beacon", "Lantern", "Anchor", "Orchard", "Summit", "Bridge", "Foundry", "Skylark")
_NAMES = 100_000
_SYLLABLES = ("al", "ber", "carn", "dun", "el", "fen", "gar", "hol", "in", "kel", "lan", "mor", "nor", "pen", "ros")
_ENDINGS = ("ton", "by", "wick", "ham", "ley", "ford", "mouth", "stead")
# Zipf-Mandelbrot: the frequency of the word of rank r is 1 / (r + shift); past the knee, where names begin, it falls
# faster (Montemurro, Beyond the Zipf-Mandelbrot law, 2001), so that 100,000 words hold 10,000 that differ.
_SHIFT, _KNEE, _FASTER = 2.7, 2000, 0.8


@cache
def vocabulary() -> tuple[Sequence[str], Sequence[float]]:
    """The words and their cumulative weights."""
    texts = " ".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt")))
    texts = f"{texts} {' '.join(measure for area in AREAS.values() for measure in area)}"
    counted = Counter(re.findall(r"[a-z]+(?:['’-][a-z]+)*|£[\d,.]+\w*|\d+", texts))
    known = [word for word, _ in counted.most_common()]
    chance = random.Random(0)  # noqa: S311  # the same names each time
    names: dict[str, None] = {}
    while len(names) < _NAMES:
        middle = "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(1, 4)))
        names[f"{middle}{chance.choice(_ENDINGS)}".capitalize()] = None
    words = [*known, *names]
    return words, list(accumulate(map(_frequency, range(len(words)))))


def _frequency(rank: int) -> float:
    return 1 / (rank + _SHIFT) / math.pow(max(1.0, rank / _KNEE), _FASTER)


def sentence(chance: random.Random, least: int, most: int) -> str:
    words, weights = vocabulary()
    chosen = chance.choices(words, cum_weights=weights, k=chance.randint(least, most))
    chosen[0] = chosen[0][0].upper() + chosen[0][1:]
    if len(chosen) > 12:
        chosen[len(chosen) // 2] += ","
    return f"{' '.join(chosen)}."


def lines(chance: random.Random) -> Iterator[str]:
    """Endless lines: "# " begins a chapter, "## " a part of it, "- " an item of a list; the others are paragraphs."""
    while True:
        area = chance.choice(list(AREAS))
        yield f"# {area}"
        for _ in range(chance.randint(2, 4)):
            yield f"## {sentence(chance, 2, 5)[:-1]}"
            for _ in range(chance.randint(2, 4)):
                yield " ".join(sentence(chance, 8, 26) for _ in range(chance.randint(1, 4)))
            if chance.random() < 0.5:
                yield f"{sentence(chance, 3, 8)[:-1]}:"
                yield from (f"- {sentence(chance, 6, 22)}" for _ in range(chance.randint(3, 6)))
            yield chance.choice(AREAS[area]).capitalize() + "."


def manifesto(seed: int, size: int = 98_000) -> Manifesto:
    """One manifesto of about `size` letters, as if it had been read."""
    chance = random.Random(seed)  # noqa: S311  # for measuring
    blocks: list[Block] = []
    length = 0
    for line in lines(chance):
        marks = len(line) - len(line.lstrip("#"))
        words = line.lstrip("#- ")
        kind = Kind.HEADING if marks else Kind.LIST_ITEM if line.startswith("-") else Kind.PARAGRAPH
        level = marks or (1 if kind is Kind.LIST_ITEM else None)
        blocks.append(Block(kind, words, level, pieces=(Piece(0, len(words), 1, "1"),)))
        length += len(words)
        if length >= size:
            break
    return Manifesto(f"Programme {seed}", "en", with_sections(blocks), (Page(1, "1", 595, 842),))


def fill(library: Library, count: int, folder: Path) -> int:
    """Store so many manifestos, with files that say no more than which; the bytes of their text."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for seed in range(count):
        made = manifesto(seed)
        path = folder / f"programme-{seed}.txt"
        path.write_text(f"Programme {seed}", encoding="utf-8")
        fields = {"party": PARTIES[seed % len(PARTIES)], "language": "en", "year": str(2000 + seed % 25)}
        library.store(path, made, fields)
        size += sum(len(block.text.encode()) for block in made.blocks)
    return size
