"""Sets small PDFs for tests: text at a place, and paragraphs wrapped into columns."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pymupdf

from reader.formats import registry
from reader.model import Block, Kind, Manifesto

Colour = tuple[float, float, float]
BLACK: Colour = (0, 0, 0)


class Press:
    """A PDF in the making; y is the baseline of a line, in points from the top."""

    def __init__(self, width: float = 420, height: float = 595) -> None:
        self.width, self.height = width, height
        self.document = pymupdf.open()
        self.sheet: Any = None
        self.new_page()

    def new_page(self) -> None:
        self.sheet = self.document.new_page(width=self.width, height=self.height)

    def line(self, x: float, y: float, text: str, size: float = 10, font: str = "helv", colour: Colour = BLACK) -> None:
        self.sheet.insert_text((x, y), text, fontsize=size, fontname=font, color=colour)

    def column(
        self, x: float, y: float, width: float, text: str, size: float = 10, font: str = "helv", colour: Colour = BLACK
    ) -> float:
        """Set a paragraph ragged right, lines 1.25 sizes apart; the baseline of its last line."""
        for at, line in enumerate(wrapped(text, width, size, font)):
            self.line(x, y + at * 1.25 * size, line, size, font, colour)
            last = y + at * 1.25 * size
        return last

    def image(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Paste a grey picture."""
        picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 20, 20), False)
        picture.set_rect(picture.irect, (120, 120, 120))
        self.sheet.insert_image(pymupdf.Rect(x0, y0, x1, y1), pixmap=picture, keep_proportion=False)

    def save(self, path: Path, **options: Any) -> Path:
        self.document.save(path, **options)
        return path


def wrapped(text: str, width: float, size: float = 10, font: str = "helv") -> list[str]:
    """The text broken into lines no wider than `width` points."""
    lines: list[list[str]] = []
    room = 0.0
    for word in text.split():
        needed = _width(word, font) * size
        if lines and needed <= room:
            lines[-1].append(word)
        else:
            lines.append([word])
            room = width
        room -= needed + _width(" ", font) * size
    return [" ".join(line) for line in lines]


@cache
def _width(word: str, font: str) -> float:
    """How wide the word is at a size of 1."""
    return float(pymupdf.get_text_length(word, font, 1))


def read(press: Press, folder: Path, name: str = "leaflet.pdf") -> Manifesto:
    """Save the PDF in the folder and read it as the program does."""
    return registry.read(press.save(folder / name))


def of_kind(manifesto: Manifesto, *kinds: Kind) -> list[Block]:
    return [block for block in manifesto.blocks if block.kind in kinds]


def texts(manifesto: Manifesto, *kinds: Kind) -> list[str]:
    """The texts of the blocks of these kinds, of all but furniture where none is named."""
    wanted = kinds or tuple(kind for kind in Kind if kind is not Kind.FURNITURE)
    return [block.text for block in of_kind(manifesto, *wanted)]


def sentence(number: int) -> str:
    """One of many sentences that differ, each ending in a full stop."""
    things = ("quay", "ferry", "lamp", "orchard", "library", "bridge", "well", "market")
    deeds = ("mend", "paint", "extend", "light", "open", "widen", "clean", "reopen")
    thing, deed = things[number % 8], deeds[(number // 8 + number) % 8]
    return f"In year {number} the harbour council will {deed} the old {thing} and pay for it out of its own purse."


def paragraph(start: int, sentences: int = 3) -> str:
    return " ".join(sentence(start + step) for step in range(sentences))


def leaflet(folder: Path) -> Path:
    """Two columns set tightly, a heading over both, items with bullets, hyphens at line ends, a box, a second page."""
    press = Press()
    press.line(40, 50, "A harbour for everyone who lives here", 18, "hebo")
    below = press.column(40, 80, 160, paragraph(1, 2), 10)
    for number in range(3, 6):
        press.line(40, below + 20, "•")
        below = press.column(52, below + 20, 148, sentence(number), 10)
    press.line(220, 80, "The evidence is clear: self-", 10)
    press.line(220, 92, "governing harbours are better com-", 10)
    press.line(220, 104, "panions of those who sail from them.", 10)
    press.column(220, 140, 160, paragraph(20, 2), 8)
    press.new_page()
    press.column(40, 80, 340, paragraph(30, 6), 12, "tiro")
    return press.save(folder / "leaflet.pdf")
