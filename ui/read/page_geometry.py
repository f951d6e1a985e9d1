"""Where pages and their words stand on the viewport, at one zoom, and which place of the text a point of it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea

from reader.model import Block, Piece, Rect
from reader.page_drawing import PictureRequest, Word
from reader.printed import edge_of, letter_near, word_near
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OnPage, OpenManifesto, Place
from ui.pages.page_pictures import PagePictures
from ui.read.page_stack import Band, PageStack
from ui.read.words_on_page import by_page, rects_on
from ui.theme import paper
from ui.theme.tokens import FOUR


class PageGeometry:
    """Answers for one view as it is scrolled now."""

    def __init__(
        self, view: QAbstractScrollArea, stack: PageStack, manifesto: OpenManifesto | None, pictures: PagePictures
    ) -> None:
        self._view = view
        self._stack = stack
        self._manifesto = manifesto
        self._pictures = pictures

    def sight(self) -> tuple[int, int]:
        """What of the column of pages is in sight, in pixels from its top."""
        top = self._view.verticalScrollBar().value()
        return top, top + self._view.viewport().height()

    @property
    def zoom(self) -> float:
        """Logical pixels per point."""
        return self._stack.zoom

    def shows(self, place: OnPage) -> bool:
        """Whether some of this rectangle is in sight."""
        box = self._stack.rect(place.page, place.rect)
        top, bottom = self.sight()
        return box.y + box.height > top and box.y < bottom

    def height_for(self, place: OnPage, marks: Sequence[OnPage]) -> int:
        """How far to scroll for a rectangle: a third from the top.

        A marked passage that begins there is shown in all of its columns, where there is room.
        """
        height = self._view.viewport().height()
        wanted = self._stack.rect(place.page, place.rect).y - height // 3
        if marks and place == marks[0]:
            lines = [self._stack.rect(mark.page, mark.rect) for mark in marks if mark.page == place.page]
            top, bottom = min(line.y for line in lines), max(line.y + line.height for line in lines)
            if bottom - top + 2 * FOUR <= height:
                wanted = max(bottom + FOUR - height, min(wanted, top - FOUR))
        return wanted

    def pages(self) -> range:
        """The 1-based pages in sight."""
        return self._stack.between(*self.sight())

    def left(self) -> int:
        """Where the column begins on the viewport."""
        spare = self._view.viewport().width() - self._stack.width
        if spare > 2 * paper.PAGE_GAP:
            return spare // 2
        return paper.PAGE_GAP - self._view.horizontalScrollBar().value()

    def sheet(self, page: int) -> QRect:
        """Where a 1-based page stands."""
        box = self._stack.box(page)
        return QRect(box.x + self.left(), box.y - self.sight()[0], box.width, box.height)

    def placed(self, page: int, rect: Rect) -> QRect:
        """Where a rectangle of a page (points) stands."""
        box = self._stack.rect(page, rect)
        return QRect(box.x + self.left(), box.y - self.sight()[0], box.width, box.height)

    def placed_on(self, page: int, parts: Sequence[Found]) -> list[QRect]:
        """Where these words stand that are printed on a page."""
        shown = self._manifesto.shown if self._manifesto else ()
        return [self.placed(page, rect) for rect in rects_on(shown, parts, page, self._pictures.words(page))]

    def edge(self, page: int, place: Place) -> QRect | None:
        """Where a text cursor stands on a page; None where the place is not on it."""
        if self._manifesto is None:
            return None
        block = self._manifesto.shown[place.block]
        edge = edge_of(block, place.offset, page, self._pictures.words(page))
        return self.placed(page, edge) if edge is not None else None

    def word_at(self, point: QPoint) -> Place | None:
        """Where the word begins that is printed nearest to this point."""
        return self._near(point, word_near)

    def letter_at(self, point: QPoint) -> Place | None:
        """The letter that is printed nearest to this point."""
        return self._near(point, letter_near)

    def _near(self, point: QPoint, near: Callable[[Block, Piece, float, Sequence[Word]], int]) -> Place | None:
        if self._manifesto is None or not len(self._stack):
            return None
        x, y = point.x() - self.left(), point.y() + self.sight()[0]
        page = self._stack.page_at(y)
        box = self._stack.box(page)
        across, down = (x - box.x) / self._stack.zoom, (y - box.y) / self._stack.zoom
        found = self._manifesto.line_at(OnPage(page, Rect(across - 0.5, down, across + 0.5, down)))
        if found is None:
            return None
        number, line = found
        return Place(number, near(self._manifesto.shown[number], line, across, self._pictures.words(page)))

    def covered(self, parts: Iterable[Found]) -> QRect:
        """What the lines of these words cover of the view that is in sight."""
        shown = self._manifesto.shown if self._manifesto else ()
        found, box = by_page(shown, parts), QRect()
        for page in self.pages():
            for rect in self.placed_on(page, found.get(page, ())):
                box |= rect
        port = self._view.viewport()
        return box.translated(port.pos()) & port.geometry()

    def column(self) -> QRect:
        """Where the pages stand on the view."""
        port = self._view.viewport().geometry()
        return QRect(port.left() + self.left(), port.top(), self._stack.width, port.height()) & port

    def needed(self, ratio: float) -> list[PictureRequest]:
        """The pictures of what is in sight; `ratio`: device pixels per logical pixel."""
        return self._between(*self.sight(), ratio)

    def wanted(self, ratio: float) -> list[PictureRequest]:
        """The same, then those of what lies one screen below and one above."""
        top, bottom = self.sight()
        height = bottom - top
        screens = ((top, bottom), (bottom, bottom + height), (top - height, top))
        return [request for low, high in screens for request in self._between(low, high, ratio)]

    def requests(self, page: int, ratio: float) -> list[PictureRequest]:
        """The pictures of all of a page."""
        return [self._request(band, ratio) for band in self._stack.bands(page, ratio)]

    def _between(self, top: int, bottom: int, ratio: float) -> list[PictureRequest]:
        found = []
        for page in self._stack.between(top, bottom):
            y = self._stack.box(page).y
            for band in self._stack.bands(page, ratio):
                begins = y + band.top / ratio
                if begins < bottom and (band.height is None or begins + band.height / ratio > top):
                    found.append(self._request(band, ratio))
        return found

    def _request(self, band: Band, ratio: float) -> PictureRequest:
        return self._pictures.request(band.page, self._stack.zoom * ratio, band.top, band.height)
