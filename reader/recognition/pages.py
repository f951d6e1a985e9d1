"""What OCR saw on one page, as values that travel between processes and are kept in the library."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reader.language import certain_language_of

# Of fewer words nobody can tell the language.
_ENOUGH_WORDS = 40


class Word(NamedTuple):
    """A word and its rectangle in points from the top left of the page as shown."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The lines of words that OCR saw on a page (1-based), in reading order.

    `data` names the language data it used ("eng"); "" where the page could not be recognised.
    """

    number: int
    data: str
    lines: tuple[tuple[Word, ...], ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(" ".join(word.text for word in line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class RecognisePage:
    """Asks a worker to recognise one page (1-based) of a file with this language data."""

    path: Path
    page: int
    data: str


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Asks a worker to read a file with what OCR saw on some of its pages."""

    path: Path
    pages: tuple[RecognisedPage, ...]


def packed_lines(page: RecognisedPage) -> str:
    """The lines as JSON, rectangles to a tenth of a point."""
    lines = [[(*(round(edge, 1) for edge in word[:4]), word.text) for word in line] for line in page.lines]
    return json.dumps(lines, ensure_ascii=False, separators=(",", ":"))


def unpacked_lines(packed: str) -> tuple[tuple[Word, ...], ...]:
    return tuple(tuple(Word(*word) for word in line) for line in json.loads(packed))


def language_seen(pages: Iterable[RecognisedPage]) -> str | None:
    """The ISO 639-1 code of the language of these pages; None where they hold too few words, or too garbled ones."""
    text = " ".join(page.text for page in pages)
    return certain_language_of(text) if len(text.split()) >= _ENOUGH_WORDS else None
