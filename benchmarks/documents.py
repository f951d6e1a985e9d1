"""Makes fictional manifestos as PDFs of any length, for measuring where no collection of real ones is at hand.

The same seed gives the same text. Pages are A4 in two columns with headings, bullets, a running head and a number.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pymupdf

from benchmarks.phrases import AREAS, ITEMS, OPENINGS, TOPICS

WIDTH, HEIGHT = 595, 842
COLUMNS = (56.0, 312.0)
COLUMN_WIDTH = 228.0
REGULAR, BOLD = "helv", "hebo"  # two of the faces that every PDF program has
TOP, BOTTOM = 90.0, 780.0
PARTIES = ("Harbour", "Meadow", "Beacon", "Lantern", "Anchor", "Orchard", "Summit", "Bridge", "Foundry", "Skylark")


def sentence(rng: random.Random, frames: tuple[str, ...], measures: tuple[str, ...]) -> str:
    frame = rng.choice(frames).replace("{n}", str(rng.randint(3, 90))).replace("{year}", str(rng.randint(2026, 2034)))
    return frame.format(rng.choice(measures))


def blocks(rng: random.Random) -> Iterator[tuple[str, str]]:
    """Endless (kind, text): chapters of headings, paragraphs and bullets, kinds "heading", "text" and "item"."""
    topics = [area for area in AREAS if area in TOPICS]
    others = [area for area in AREAS if area not in TOPICS]
    while True:
        # One chapter in seven is on a topic of the program, about as in real manifestos.
        areas = [*others, topics[0]]
        topics.append(topics.pop(0))
        rng.shuffle(areas)
        for name in areas:
            measures = AREAS[name]
            yield "heading", name
            for _ in range(rng.randint(2, 4)):
                yield "text", " ".join(sentence(rng, OPENINGS, measures) for _ in range(rng.randint(2, 5)))
            for _ in range(rng.randint(3, 6)):
                yield "item", sentence(rng, ITEMS, measures)


@cache
def advance(face: str, character: str) -> float:
    """The width of one character at 1 point."""
    return float(pymupdf.Font(face).glyph_advance(ord(character)))


def width(text: str, face: str, size: float) -> float:
    return size * sum(advance(face, character) for character in text)


def lines(text: str, face: str, size: float, limit: float) -> list[str]:
    wrapped = [""]
    for word in text.split():
        longer = f"{wrapped[-1]} {word}".strip()
        if width(longer, face, size) > limit:
            wrapped.append(word)
        else:
            wrapped[-1] = longer
    return wrapped


class Press:
    """Prints blocks into the columns of a growing PDF."""

    def __init__(self, head: str) -> None:
        self.head = head
        self.document = pymupdf.open()
        self.column, self.y = len(COLUMNS), BOTTOM
        self.shape: pymupdf.Shape | None = None

    def room(self, height: float) -> bool:
        """Go to where `height` points are free; false where that needs a new page."""
        if self.y + height <= BOTTOM:
            return True
        self.column, self.y = self.column + 1, TOP
        return self.column < len(COLUMNS)

    def turn(self) -> None:
        self.finish()
        page = self.document.new_page(width=WIDTH, height=HEIGHT)
        self.column, self.y = 0, TOP
        self.shape = page.new_shape()
        self.shape.insert_text((56, 50), self.head, fontname=REGULAR, fontsize=8)
        self.shape.insert_text((290, 815), str(self.document.page_count), fontname=REGULAR, fontsize=8)

    def finish(self) -> None:
        if self.shape is not None:
            self.shape.commit()

    def put(self, kind: str, text: str, pages: int) -> bool:
        """Print one block; false when it would need a page more than `pages`."""
        face, size, leading = (BOLD, 14.0, 20.0) if kind == "heading" else (REGULAR, 9.5, 13.0)
        indent = 12.0 if kind == "item" else 0.0
        self.y += 8.0
        for at, line in enumerate(lines(text, face, size, COLUMN_WIDTH - indent)):
            if not self.room(leading * (3 if kind == "heading" else 1)):
                if self.document.page_count == pages:
                    return False
                self.turn()
            self.y += leading
            x = COLUMNS[self.column]
            assert self.shape is not None
            if kind == "item" and at == 0:
                self.shape.insert_text((x, self.y), "·", fontname=face, fontsize=size)
            self.shape.insert_text((x + indent, self.y), line, fontname=face, fontsize=size)
        return True


def make_manifesto(path: Path, seed: int, pages: int) -> Path:
    """Write one manifesto of that many pages."""
    rng = random.Random(seed)  # noqa: S311  # not for secrets: the same seed must give the same manifesto
    party = f"{PARTIES[seed % len(PARTIES)]} Party"
    press = Press(f"{party} manifesto 2024, number {seed}")
    for kind, text in blocks(rng):
        if not press.put(kind, text, pages):
            break
    press.finish()
    press.document.set_metadata({"title": f"{party}: programme {seed} for the county election 2024"})
    press.document.save(path, garbage=1, deflate=True)
    return path


def make_manifestos(folder: Path, count: int, pages: tuple[int, int]) -> list[Path]:
    """Write `count` manifestos whose lengths go evenly from the lesser to the greater number of pages."""
    folder.mkdir(parents=True, exist_ok=True)
    low, high = pages
    lengths = [low + (high - low) * at // max(1, count - 1) for at in range(count)]
    return [make_manifesto(folder / f"manifesto-{at:03}.pdf", at, length) for at, length in enumerate(lengths)]
