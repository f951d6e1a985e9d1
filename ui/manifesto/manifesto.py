"""One manifesto as the Read place holds it: what flows, where its printed pages begin, what stands at a point."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reader.errors import NotFound
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Block, Kind, OutlineEntry, Page, Piece, Rect
from reader.page_labels import is_meant
from reader.wording import tr

# What a reader of the flowing text does not miss: running heads, page numbers, lists of contents.
LEFT_OUT = frozenset({Kind.FURNITURE, Kind.CONTENTS})


class Place(NamedTuple):
    """A point of the flowing text: the number of a shown block, from 0, and code points into its text."""

    block: int
    offset: int = 0


class PageStart(NamedTuple):
    """Where a 1-based page begins in the flowing text, and what is printed on it ("" where nothing is)."""

    place: Place
    page: int
    label: str


class OnPage(NamedTuple):
    """A rectangle (points from the top left) on a 1-based page."""

    page: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class OpenManifesto:
    """A manifesto and what is looked up in it while it is read. Made by `opened`."""

    document: Document
    shown: tuple[Block, ...]
    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...]
    original: Path | None
    page_starts: tuple[PageStart, ...]
    numbers: dict[str, int]  # of the shown blocks, by id

    @property
    def has_pages(self) -> bool:
        """Whether there are pages to be shown, and the original is there to be drawn."""
        return self.has_pictures and self.original is not None

    @property
    def has_pictures(self) -> bool:
        """Whether its pages can be drawn, as long as the original is there; of some only numbers are known."""
        return any(page.has_picture for page in self.pages)

    def page_at(self, place: Place) -> int | None:
        """The 1-based page on which this point of the text is printed."""
        index = bisect_right(self.page_starts, place, key=lambda start: start.place) - 1
        return self.page_starts[index].page if index >= 0 else None

    def label_of(self, page: int) -> str:
        """What is printed on the page, else its number."""
        label = self.pages[page - 1].label if 1 <= page <= len(self.pages) else None
        return label or str(page)

    def page_sentence(self, page: int | None) -> str:
        """A page as people cite it and where it is in the file: "p. 47 (49 of 124)"; "" where there are no pages."""
        if page is None or not self.pages:
            return ""
        return tr("p. {label} ({page} of {count})", label=self.label_of(page), page=page, count=len(self.pages))

    def page_of_label(self, label: str) -> int | None:
        """The page of this label, else the page of this number; None for neither."""
        wanted = label.strip()
        for page in self.pages:
            if page.label is not None and is_meant(page.label, wanted):
                return page.number
        if wanted.isdecimal() and 1 <= int(wanted) <= len(self.pages):
            return int(wanted)
        return None

    def rects(self, block: int, start: int = 0, end: int | None = None) -> list[OnPage]:
        """Where the lines that hold code points `start` to `end` of a shown block are printed."""
        last = len(self.shown[block].text) if end is None else end
        return [
            OnPage(piece.page, piece.rect)
            for piece in self.shown[block].pieces
            if piece.page is not None and piece.rect is not None and piece.start < last and piece.end > start
        ]

    def on_page(self, place: Place) -> OnPage | None:
        """Where this point of the text is printed; None where the format has no pages."""
        found = self.rects(place.block, place.offset, place.offset + 1) or self.rects(place.block)
        return found[0] if found else None

    def line_at(self, printed: OnPage) -> tuple[int, Piece] | None:
        """The line of print nearest to this rectangle (at any width, where it has none), and its block's number."""
        lines = (
            (_distance(piece.rect, printed.rect), number, piece)
            for number, block in self._blocks_of(printed.page)
            for piece in block.pieces
            if piece.page == printed.page and piece.rect is not None
        )
        nearest = min(lines, default=None, key=lambda line: line[0])
        return nearest[1:] if nearest else None

    def place_at(self, printed: OnPage) -> Place | None:
        """The point of the text at which the line of print nearest to this rectangle begins."""
        line = self.line_at(printed)
        return Place(line[0], line[1].start) if line else self.start_of(printed.page)

    def start_of(self, page: int) -> Place | None:
        """Where the text of this page begins, or of the next page that has any."""
        later = [start for start in self.page_starts if start.page >= page]
        return min(later, key=lambda start: start.page).place if later else None

    def _blocks_of(self, page: int) -> list[tuple[int, Block]]:
        first = self.start_of(page)
        if first is None:
            return []
        found = []
        for number in range(first.block, len(self.shown)):
            block = self.shown[number]
            if block.page is not None and block.page > page:
                break
            found.append((number, block))
        return found


def opened(
    document: Document,
    blocks: Sequence[Block],
    pages: Sequence[Page] = (),
    outline: Sequence[OutlineEntry] = (),
    original: Path | None = None,
) -> OpenManifesto:
    """The manifesto made ready for reading."""
    shown = tuple(block for block in blocks if block.kind not in LEFT_OUT and block.text)
    return OpenManifesto(
        document,
        shown,
        tuple(pages),
        tuple(outline),
        original,
        tuple(_page_starts(shown)),
        {block.id: number for number, block in enumerate(shown)},
    )


def load(home: Home, document: str) -> OpenManifesto | None:
    """Read it from the library; None when it is not there or was removed. For a background thread."""
    with Library.open(home) as library:
        record = library.document(document)
        if record is None or record.removed:
            return None
        try:
            original = library.original(document)
        except NotFound:
            original = None  # its words can still be read
        blocks, pages, outline = library.blocks(document), library.pages(document), library.outline(document)
    return opened(record, blocks, pages, outline, original)


def _distance(line: Rect, wanted: Rect) -> float:
    """How far the middle of what is wanted lies outside the line; sideways only where what is wanted has a width."""
    x, y = (wanted.x0 + wanted.x1) / 2, (wanted.y0 + wanted.y1) / 2
    down = 0.0 if line.y0 <= y <= line.y1 else abs((line.y0 + line.y1) / 2 - y)
    return down if wanted.x1 <= wanted.x0 else down + max(0.0, line.x0 - x, x - line.x1)


def _page_starts(shown: Sequence[Block]) -> list[PageStart]:
    starts: list[PageStart] = []
    page: int | None = None
    for number, block in enumerate(shown):
        for piece in block.pieces:
            if piece.page is not None and piece.page != page:
                page = piece.page
                starts.append(PageStart(Place(number, piece.start), page, piece.label or ""))
    return starts
