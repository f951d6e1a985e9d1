"""Pictures and words of one file's pages: asked of the renderer process, kept, their coming told as a signal."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from reader.errors import Encrypted, UserError
from reader.page_drawing import PageFailure, PagePicture, PageWords, PictureRequest, Request, Word, WordsRequest
from reader.rendering import Renderer
from ui.pages.picture_cache import PictureCache

# Of how many pages the words are kept.
_MOST_WORDS = 100


class PagePictures(QObject):
    """What has been drawn of one file. Lives on the GUI thread and never waits for the renderer."""

    came = Signal(int)  # the page of which there is now more than before
    locked = Signal()  # no password that was offered opens the file
    unlocking = Signal()  # another password is there to be tried: what is wanted must be wanted again

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._passwords: tuple[str, ...] = ()  # those that are tried on this file
        self._offered: tuple[str, ...] = ()
        self._cache = PictureCache()
        self._words: dict[int, tuple[Word, ...]] = {}
        self._failures: dict[int, UserError] = {}
        self._ordered: tuple[Request, ...] = ()
        self._in_sight: tuple[Request, ...] = ()
        self._renderer = Renderer()
        self._courier = _Courier(self._renderer)
        self._courier.answered.connect(self._on_answered)
        self.destroyed.connect(self._renderer.close)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._renderer.close)

    @property
    def process_id(self) -> int | None:
        """The renderer process, None while there is none."""
        return self._renderer.process_id

    def open(self, path: str) -> None:
        """Turn to another file ("" for none) and forget the one before."""
        self._path, self._passwords = path, self._offered
        self._cache.clear()
        self._words, self._failures = {}, {}
        self._ordered = self._in_sight = ()
        self._renderer.want(())

    def offer(self, passwords: Sequence[str]) -> None:
        """Try these from now on: on this file if none before has opened it, and on those to come."""
        self._offered = tuple(passwords)
        if any(isinstance(failure, Encrypted) for failure in self._failures.values()):
            self._try_offered()

    def request(self, page: int, zoom: float, top: int = 0, height: int | None = None) -> PictureRequest:
        """What a picture of these pixel rows of a page is asked for and kept by."""
        return PictureRequest(self._path, page, zoom, top, height, self._passwords)

    def picture(self, request: PictureRequest) -> QImage | None:
        return self._cache.get(request)

    def of_page(self, page: int) -> list[tuple[PictureRequest, QImage]]:
        """What there is of a page at any zoom."""
        return self._cache.of_page(page)

    def words(self, page: int) -> tuple[Word, ...]:
        """The words of a page; none before they have come."""
        return self._words.get(page, ())

    def failure(self, page: int) -> UserError | None:
        """Why there will be no picture of a page."""
        return self._failures.get(page)

    def missing(self, request: PictureRequest) -> bool:
        """Whether this picture is still to come."""
        return request not in self._cache and request.page not in self._failures

    def words_missing(self, page: int) -> bool:
        """Whether the words of this page are still to come."""
        return page not in self._words and page not in self._failures

    def want(self, pictures: Iterable[PictureRequest], words: Iterable[int] = ()) -> None:
        """Want these pictures, most wanted first, then the words of these pages, and nothing that was wanted before."""
        self._in_sight = (*pictures, *self._of_words(words))
        self._want_missing()

    def order(self, pictures: Iterable[PictureRequest], words: Iterable[int]) -> None:
        """Want these before all that is in sight, and until they have come or another order is given."""
        self._ordered = (*pictures, *self._of_words(words))
        self._want_missing()

    def close(self) -> None:
        """End the renderer process and the thread that waits for it."""
        self._renderer.close()
        self._courier.join()

    def _of_words(self, pages: Iterable[int]) -> list[WordsRequest]:
        return [WordsRequest(self._path, page, self._passwords) for page in pages]

    def _want_missing(self) -> None:
        requests = [
            request
            for request in dict.fromkeys((*self._ordered, *self._in_sight))
            if (self.missing(request) if isinstance(request, PictureRequest) else self.words_missing(request.page))
        ]
        self._renderer.want(requests)
        if requests:
            self._courier.start()

    def _on_answered(self, request: Request, answer: object) -> None:
        if (request.path, request.passwords) != (self._path, self._passwords):
            return
        if isinstance(request, PictureRequest) and isinstance(answer, QImage):
            self._cache.keep(request, answer)
        elif isinstance(answer, PageWords):
            self._words[request.page] = answer.words
            if len(self._words) > _MOST_WORDS:
                self._words.pop(next(iter(self._words)))
        elif isinstance(answer, PageFailure) and isinstance(answer.error, Encrypted):
            self._hear_locked(request.page, answer.error)
        elif isinstance(answer, PageFailure):
            self._failures[request.page] = answer.error
        self.came.emit(request.page)

    def _hear_locked(self, page: int, error: Encrypted) -> None:
        if self._passwords != self._offered:
            self._try_offered()
            return
        self._failures[page] = error
        self.locked.emit()

    def _try_offered(self) -> None:
        self._passwords, self._failures = self._offered, {}
        self._ordered = self._in_sight = ()
        self.unlocking.emit()


class _Courier(QObject):
    """Waits for answers in a thread of its own. It has no parent, so that it outlives whoever listens."""

    answered = Signal(object, object)

    def __init__(self, renderer: Renderer) -> None:
        super().__init__()
        self._renderer = renderer
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._carry, name="page-pictures", daemon=True)
            self._thread.start()

    def join(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def _carry(self) -> None:
        while (answer := self._renderer.take()) is not None:
            self.answered.emit(answer.request, _as_image(answer) if isinstance(answer, PagePicture) else answer)


def _as_image(answer: PagePicture) -> QImage:
    """The picture as Qt paints it fastest; it owns its pixels."""
    lent = QImage(answer.pixels, answer.width, answer.height, answer.stride, QImage.Format.Format_RGB888)
    return lent.convertToFormat(QImage.Format.Format_RGB32)
