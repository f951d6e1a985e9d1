"""The passage on its original page, marked, as large as can be read from the back of the room."""

from __future__ import annotations

from statistics import median

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from index.lessons.slides import Extract
from reader.model import Rect
from reader.page_drawing import PictureRequest
from reader.wording import tr
from ui import theme
from ui.manifesto.manifesto import OnPage, OpenManifesto, load
from ui.pages.page_paint import PagePaint
from ui.pages.page_pictures import PagePictures
from ui.present.look import Look
from ui.present.words import Face, Words
from ui.session.background import Task
from ui.session.session import Session
from ui.theme.parts import Surface

_BESIDE = 28  # points of the page that are seen beside the passage
# Print is drawn no larger than this, as a multiple of the type of the slides.
_LARGEST = 1.2


class PageView(Surface):
    """Shows one passage at a time. What it needs is read and drawn elsewhere; until then it says so."""

    came = Signal()  # the page stands where the slide did
    refused = Signal(str)  # there is no page: why

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = PagePictures(self)
        self._pictures.came.connect(self._hear)
        self._pictures.unlocking.connect(self._want)
        self._loading: Task | None = None
        self._look = Look(1, 1, 1)
        self._called = ""
        self._manifesto: OpenManifesto | None = None
        self._marks: list[OnPage] = []
        self._at = 0  # which of the pages that the passage stands on
        self._words: Words | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def settled(self) -> bool:
        """Whether the page is shown, or why it cannot be."""
        request = self._request()
        drawn = request is None or not self._pictures.missing(request)
        return self._loading is None and (self.isHidden() or drawn)

    @property
    def goes_on(self) -> bool:
        """Whether the passage goes on on another page."""
        return self._at + 1 < len(self._pages)

    def show_passage(self, extract: Extract, called: str, look: Look) -> None:
        """Show the page of this passage; `called` says whose it is and where it stands."""
        self._look, self._called, self._at = look, called, 0
        self._manifesto, self._marks = None, []
        if self._loading is not None:
            self._loading.forget()
        home, document, block = self._session.home, extract.document, extract.block
        self._loading = self._session.run(lambda: load(home, document), lambda found: self._take(found, block))

    def turn(self, by: int) -> None:
        """Go to the next page of the passage (1) or to the one before (-1)."""
        self._at = min(max(self._at + by, 0), max(0, len(self._pages) - 1))
        self._want()

    def leave(self) -> None:
        """Show nothing any more."""
        if self._loading is not None:
            self._loading.forget()
            self._loading = None
        self.hide()

    def close_pictures(self) -> None:
        """End the process that draws."""
        self.leave()
        self._pictures.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and self._manifesto is not None:
            self._want()

    def _take(self, found: OpenManifesto | None, block: str) -> None:
        self._loading = None
        number = found.numbers.get(block) if found is not None else None
        if found is None or number is None or not found.has_pages or not found.rects(number):
            self.hide()
            self.refused.emit(tr("There is no original page of this passage: its file has none, or is not there."))
            return
        self._manifesto, self._marks = found, found.rects(number)
        original = found.original
        self._pictures.offer(self._session.passwords.known())
        self._pictures.open(str(original))
        self._want()
        self.show()
        self.raise_()
        self.came.emit()

    @property
    def _pages(self) -> list[int]:
        return list(dict.fromkeys(mark.page for mark in self._marks))

    @property
    def _here(self) -> list[Rect]:
        return [mark.rect for mark in self._marks if mark.page == self._pages[self._at]]

    def _request(self) -> PictureRequest | None:
        """The rows of the page that are in sight."""
        if self._manifesto is None:
            return None
        ratio = self.devicePixelRatioF()
        sheet, sight = self._sheet(), self._sight()
        top = max(0, sight.top() - sheet.top())
        bottom = min(sheet.height(), sight.bottom() + 1 - sheet.top())
        rows = max(1, round((bottom - top) * ratio))
        return self._pictures.request(self._pages[self._at], self._zoom() * ratio, round(top * ratio), rows)

    def _want(self) -> None:
        request = self._request()
        if request is not None and self._manifesto is not None:
            where = self._manifesto.page_sentence(self._pages[self._at])
            self._say(tr("{called} · {where}", called=self._called, where=where))
            self._pictures.want([request])
            self.setAccessibleName(tr("{called}, original page, {where}", called=self._called, where=where))
        self.update()

    def _hear(self) -> None:
        request = self._request()
        failure = self._pictures.failure(request.page) if request is not None else None
        if failure is not None:
            self._say(f"{failure.problem} {failure.advice}")
        self.update()

    def _say(self, sentence: str) -> None:
        """Say this above the page."""
        if self._words is not None:
            self._words.deleteLater()
        look = self._look
        self._words = Words(
            sentence, Face.QUIET, look.small, max(1, self.width() - 2 * look.margin), lines=1, parent=self
        )
        self._words.move(look.margin, look.small // 2)
        self._words.show()

    def _sight(self) -> QRect:
        """Where the page may be drawn."""
        return self.rect().adjusted(0, 2 * self._look.small, 0, 0)

    def _zoom(self) -> float:
        """Pixels of the screen for a point of the page: the passage as large as fits, within reason."""
        if self._manifesto is None:
            return 1.0
        page, sight, box = self._manifesto.pages[self._pages[self._at] - 1], self._sight(), _box(self._here)
        whole = sight.height() / max(1.0, page.height)
        width = sight.width() / max(1.0, min(page.width, box.x1 - box.x0 + 2 * _BESIDE))
        height = sight.height() / max(1.0, box.y1 - box.y0 + 2 * _BESIDE)
        line = median(rect.y1 - rect.y0 for rect in self._here)
        largest = _LARGEST * self._look.type / max(1.0, line)
        return max(whole, min(width, height, largest))

    def _sheet(self) -> QRect:
        """Where the whole page lies, so that the passage is in the middle, and paper fills the room there is."""
        if self._manifesto is None:
            return QRect()
        page, sight, zoom, box = (
            self._manifesto.pages[self._pages[self._at] - 1],
            self._sight(),
            self._zoom(),
            _box(self._here),
        )
        size = QSize(round(page.width * zoom), round(page.height * zoom))
        left = _edge(sight.left(), sight.width(), size.width(), (box.x0 + box.x1) / 2 * zoom)
        top = _edge(sight.top(), sight.height(), size.height(), (box.y0 + box.y1) / 2 * zoom)
        return QRect(left, top, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        request = self._request()
        picture = self._pictures.picture(request) if request is not None else None
        if request is None or picture is None:
            return
        paint = PagePaint(self, dimmed=theme.tokens().dark)
        sheet, zoom = self._sheet(), self._zoom()
        paint.begin_page(sheet & self._sight())
        paint.bands(sheet, {request: picture})
        paint.marks(
            QRect(
                sheet.left() + round(rect.x0 * zoom),
                sheet.top() + round(rect.y0 * zoom),
                round((rect.x1 - rect.x0) * zoom),
                round((rect.y1 - rect.y0) * zoom),
            )
            for rect in self._here
        )
        paint.end()


def _box(rects: list[Rect]) -> Rect:
    """What holds all of these."""
    return Rect(
        min(rect.x0 for rect in rects),
        min(rect.y0 for rect in rects),
        max(rect.x1 for rect in rects),
        max(rect.y1 for rect in rects),
    )


def _edge(start: int, room: int, size: int, middle: float) -> int:
    """Where what is `size` long begins, so that its `middle` is in the middle of the room and no room is left empty."""
    if size <= room:
        return start + (room - size) // 2
    return start - round(min(max(middle - room / 2, 0), size - room))
