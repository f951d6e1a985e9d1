"""Where quoted words stand, as citations name it: printed pages, else heading and paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.records import Document
from reader.model import Piece


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a manifesto: the printed label of a page ("47", "47–48"), else section and paragraph, else nothing."""

    pages: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a manifesto, a line for each paragraph, and where they stand; no words where a place alone is cited."""

    document: Document
    place: Place
    words: str = ""


def labels_of(pieces: Sequence[Piece], spans: Sequence[tuple[int, int]]) -> list[str]:
    """The pages on which these code points are printed, by printed label where there is one."""
    return [
        piece.label or str(piece.page)
        for piece in pieces
        if piece.page is not None and any(piece.start < end and start < piece.end for start, end in spans)
    ]


def pages_of(labels: Sequence[str]) -> str:
    """ "47" or "47–48"; "" for no pages."""
    if not labels:
        return ""
    return labels[0] if labels[0] == labels[-1] else f"{labels[0]}–{labels[-1]}"


def section_of(section: Sequence[str], first: int = 0, last: int = 0) -> str:
    """ "‘The quay’, para. 3", for a format without pages; "" for neither.

    `first` and `last` are the numbers of the paragraphs under that heading, 0 for unknown.
    """
    named = [f"‘{section[-1]}’"] if section else []
    if first:
        named.append(f"paras {first}–{last}" if last > first else f"para. {first}")
    return ", ".join(named)
