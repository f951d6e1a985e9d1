"""The geometry of continuous pages: where each stands in one long column at a zoom, and in which bands it is drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.model import Page, Rect
from ui.theme.paper import PAGE_GAP

# Device pixels of one band: 6 MiB over the pipe, drawn in a few milliseconds.
_BAND_PIXELS = 2 * 1024 * 1024
_LEAST_ROWS = 64


class Box(NamedTuple):
    """A rectangle in logical pixels from the top left of the column."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a page that is drawn in one go: device pixel rows from `top`, `height` of them (None: all)."""

    page: int
    top: int
    height: int | None


class PageStack:
    """Pages one below the other at `zoom` logical pixels per point, centred on the widest."""

    def __init__(self, pages: Sequence[Page], zoom: float) -> None:
        self.zoom = zoom
        sizes = [(max(1, round(page.width * zoom)), max(1, round(page.height * zoom))) for page in pages]
        self.width = max((width for width, _ in sizes), default=0)
        self._boxes: list[Box] = []
        y = PAGE_GAP
        for width, height in sizes:
            self._boxes.append(Box((self.width - width) // 2, y, width, height))
            y += height + PAGE_GAP
        self.height = y
        self._tops = [box.y for box in self._boxes]

    def __len__(self) -> int:
        return len(self._boxes)

    def box(self, page: int) -> Box:
        """Where a 1-based page stands."""
        return self._boxes[page - 1]

    def page_at(self, y: int) -> int:
        """The 1-based page at or next above this height; the first above all pages. There must be pages."""
        return max(1, bisect_right(self._tops, y))

    def between(self, top: int, bottom: int) -> range:
        """The 1-based pages that show between these heights."""
        if not self._boxes:
            return range(0)
        first = self.page_at(top)
        box = self.box(first)
        if box.y + box.height <= top:
            first += 1
        return range(first, self.page_at(bottom) + 1)

    def rect(self, page: int, rect: Rect) -> Box:
        """A rectangle of a page (points) in the column, rounded outwards."""
        box = self.box(page)
        x0, y0 = int(rect.x0 * self.zoom), int(rect.y0 * self.zoom)
        x1, y1 = -int(-rect.x1 * self.zoom // 1), -int(-rect.y1 * self.zoom // 1)
        return Box(box.x + x0, box.y + y0, x1 - x0, y1 - y0)

    def bands(self, page: int, ratio: float) -> list[Band]:
        """The bands of a page on a screen with `ratio` device pixels per logical pixel."""
        box = self.box(page)
        width, height = round(box.width * ratio), round(box.height * ratio)
        if width * height <= _BAND_PIXELS:
            return [Band(page, 0, None)]
        rows = max(_LEAST_ROWS, _BAND_PIXELS // width)
        return [Band(page, top, min(rows, height - top)) for top in range(0, height, rows)]


def fitting(pages: Sequence[Page], width: int) -> float:
    """The zoom at which the widest page takes this many logical pixels."""
    widest = max((page.width for page in pages), default=0.0)
    return max(0.05, width / widest) if widest > 0 else 1.0
