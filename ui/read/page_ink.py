"""What lies on the original pages: the passage that was opened, what was found, codes, the selection, the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPaintDevice

from reader.model import Block
from ui import theme
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OnPage, Place
from ui.pages.page_paint import PagePaint
from ui.pages.page_pictures import PagePictures
from ui.read.page_geometry import PageGeometry
from ui.read.page_marks import PageMarks
from ui.read.words_on_page import by_page


class PageInk:
    """Of one manifesto. It knows what is to be painted, and paints the pages in sight with it."""

    def __init__(self, pictures: PagePictures, codes: PageMarks) -> None:
        self._pictures = pictures
        self._codes = codes
        self.open(())

    def open(self, shown: Sequence[Block]) -> None:
        """Another manifesto is shown, of these blocks: nothing lies on it yet."""
        self._shown = shown
        self.marks: Sequence[OnPage] = ()
        self.marked_words = ""
        self._found: dict[int, list[Found]] = {}
        self._current: Found | None = None
        self._selected: dict[int, list[Found]] = {}

    def mark(self, marks: Sequence[OnPage], words: str) -> None:
        """The passage that was opened: where it is printed, and its words."""
        self.marks, self.marked_words = marks, words

    def find(self, found: Sequence[Found], current: Found | None) -> None:
        """What was found, one of it more strongly."""
        self._current, self._found = current, by_page(self._shown, found)

    def select(self, parts: Sequence[Found]) -> None:
        """What is selected."""
        self._selected = by_page(self._shown, parts)

    def paint(self, port: QPaintDevice, where: PageGeometry, cursor: Place | None) -> None:
        """Paint the pages in sight, as far as there are pictures of them, with all that lies on them."""
        paint, ratio = PagePaint(port, dimmed=theme.tokens().dark), port.devicePixelRatioF()
        for page in where.pages():
            self._paint_pictures(paint, where, page, ratio)
            paint.marks(where.placed(mark.page, mark.rect) for mark in self.marks if mark.page == page)
            for found in self._found.get(page, ()):
                paint.found(where.placed_on(page, [found]), current=found == self._current)
            self._codes.paint(paint, page, where.placed_on)
            paint.selected(where.placed_on(page, self._selected.get(page, ())))
            edge = where.edge(page, cursor) if cursor is not None else None
            if edge is not None:
                paint.cursor(edge)
        paint.end()

    def _paint_pictures(self, paint: PagePaint, where: PageGeometry, page: int, ratio: float) -> None:
        sheet = where.sheet(page)
        paint.begin_page(sheet)
        bands = where.requests(page, ratio)
        drawn = {request: picture for request in bands if (picture := self._pictures.picture(request)) is not None}
        if len(drawn) < len(bands):
            paint.stretched(sheet, self._pictures.of_page(page), where.zoom)
        paint.bands(sheet, drawn)
        failure = self._pictures.failure(page)
        if failure is not None:
            paint.sentence(sheet, failure)
