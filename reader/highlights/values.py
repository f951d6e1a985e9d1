"""Highlights and comments in PDF files as plain values, which travel to and from the workers that open these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model import Block, Rect

if TYPE_CHECKING:
    from reader.page_drawing import Word  # loads what only workers need


class Mark(StrEnum):
    """What a highlight looks like in the file."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKE_OUT = "strike-out"
    COMMENT = "comment"  # a note, or a text, at a place of the page; on no words


@dataclass(frozen=True, slots=True)
class PdfHighlight:
    """What somebody marked on a page (1-based) with another program.

    `rects` are what it covers, in points from the top left of the page as shown; for a comment, where it stands.
    `colour` is "#rrggbb", `made` UTC as the library writes it; both, like author and comment, are "" where the file
    does not say.
    """

    page: int
    mark: Mark
    rects: tuple[Rect, ...]
    author: str = ""
    comment: str = ""
    colour: str = ""
    made: str = ""


@dataclass(frozen=True, slots=True)
class HighlightsRead:
    """All highlights of a file in the order of its pages, and the words of the pages that have some."""

    highlights: tuple[PdfHighlight, ...]
    words: Mapping[int, tuple[Word, ...]]


@dataclass(frozen=True, slots=True)
class ReadHighlights:
    """Asks a worker for the highlights of a PDF."""

    path: Path


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to be marked in a copy of a PDF: parts of blocks, from code point to code point (end exclusive).

    Without parts it speaks of the whole file. `made` is UTC as the library writes it.
    """

    parts: tuple[tuple[Block, int, int], ...]
    author: str
    comment: str
    colour: str
    made: str


@dataclass(frozen=True, slots=True)
class WriteHighlights:
    """Asks a worker for a copy of a PDF in which these passages are marked."""

    path: Path
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class HighlightsWritten:
    """The copy, and for each of the passages how many annotations it has in it, as they were read back."""

    content: bytes
    counts: tuple[int, ...]
