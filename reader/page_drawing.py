"""The renderer process's own half: draws pages and finds their words with PyMuPDF, one request at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from reader.errors import Damaged, Encrypted, NotFound, NotSupported, TookTooMuchMemory, UserError
from reader.lifeline import leave_with_parent
from reader.limits import wall_in
from reader.model import Rect
from reader.passwords import unlock

# Four bytes a pixel: 128 MiB for one picture is the most the process is asked to hold.
MOST_PIXELS = 32 * 1024 * 1024
# What the process may hold before allocations fail; the wall itself stands somewhat above.
_MEMORY = 512 * 1024 * 1024
_OPEN_FILES = 3
_KEPT_PAGES = 12


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """A picture of a 1-based page at `zoom` pixels per point, or of its `height` pixel rows from row `top`."""

    path: str
    page: int
    zoom: float
    top: int = 0
    height: int | None = None
    passwords: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class WordsRequest:
    """The words of a 1-based page and where they stand."""

    path: str
    page: int
    passwords: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """`height` rows of `width` RGB pixels, three bytes each, rows `stride` bytes apart; the file has `pages`."""

    request: PictureRequest
    width: int
    height: int
    stride: int
    pixels: bytes
    pages: int = 0


class Word(NamedTuple):
    """A word of a page and its rectangle in points from the top left of the page as shown.

    `edges` are the left and the right of each of its letters in turn, none where they do not stand upright.
    """

    text: str
    rect: Rect
    edges: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page in the order in which the file holds them."""

    request: WordsRequest
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class PageFailure:
    """A request that could not be answered, and why, in words for the reader."""

    request: PictureRequest | WordsRequest
    error: UserError


Request = PictureRequest | WordsRequest
Answer = PagePicture | PageWords | PageFailure


class PageSource:
    """Open PDFs and their parsed pages, the latest few of each: a band of a page parsed before costs no parsing."""

    def __init__(self) -> None:
        import pymupdf  # 0.2 s that only this process should pay

        self._pymupdf = pymupdf
        pymupdf.TOOLS.mupdf_display_errors(False)
        pymupdf.TOOLS.mupdf_display_warnings(False)
        self._files: OrderedDict[tuple[str, tuple[str, ...]], Any] = OrderedDict()
        self._pages: OrderedDict[tuple[str, int], Any] = OrderedDict()

    def answer(self, request: Request) -> Answer:
        """The picture or the words asked for; a PageFailure when the file or the page is at fault."""
        try:
            match request:
                case PictureRequest():
                    return self._picture(request)
                case WordsRequest():
                    return self._words(request)
        except UserError as error:
            return PageFailure(request, error)
        except MemoryError:
            return PageFailure(request, _too_large(request.page))
        except (RuntimeError, ValueError, self._pymupdf.mupdf.FzErrorBase):
            # MuPDF reports every fault of a file through these three.
            return PageFailure(request, _broken(request.page))

    def _picture(self, request: PictureRequest) -> PagePicture:
        drawing = self._drawing(request)
        width = drawing.rect.width * request.zoom
        height = request.height if request.height is not None else drawing.rect.height * request.zoom
        if width * height > MOST_PIXELS:
            raise _too_large(request.page)
        clip = self._pymupdf.Rect(drawing.rect)
        if request.height is not None:
            clip.y0 = drawing.rect.y0 + request.top / request.zoom
            clip.y1 = min(clip.y1, clip.y0 + request.height / request.zoom)
        pixmap = drawing.get_pixmap(
            matrix=self._pymupdf.Matrix(request.zoom, request.zoom),
            colorspace=self._pymupdf.csRGB,
            alpha=0,
            clip=clip,
        )
        pages = self._file(request.path, request.passwords).page_count
        return PagePicture(request, pixmap.width, pixmap.height, pixmap.stride, bytes(pixmap.samples_mv), pages)

    def _words(self, request: WordsRequest) -> PageWords:
        page = self._page(request)
        read = page.get_text("rawdict", flags=self._pymupdf.TEXTFLAGS_WORDS)
        lines = [line for block in read["blocks"] for line in block.get("lines", ())]
        turned = page.rotation_matrix  # text comes as if the page were not turned
        return PageWords(request, tuple(word for line in lines for word in self._words_of(line, turned)))

    def _words_of(self, line: dict[str, Any], turned: Any) -> Iterator[Word]:
        letters: list[tuple[str, Any]] = []
        upright = not turned.b and line["dir"] == (1.0, 0.0)
        for span in (*line["spans"], _A_SPACE):
            for each in span["chars"]:
                if not each["c"].isspace():
                    letters.append((each["c"], self._pymupdf.Rect(each["bbox"]) * turned))
                elif letters:
                    yield _word(letters, upright)
                    letters = []

    def _drawing(self, request: PictureRequest) -> Any:
        key = (request.path, request.page)
        if key not in self._pages:
            self._pages[key] = self._page(request).get_displaylist()
            if len(self._pages) > _KEPT_PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(key)
        return self._pages[key]

    def _page(self, request: Request) -> Any:
        file = self._file(request.path, request.passwords)
        if not 1 <= request.page <= file.page_count:
            raise Damaged(
                f"The file has no page {request.page} that can be drawn.",
                "Read the passage as text, or get a fresh copy of the file.",
            )
        return file.load_page(request.page - 1)

    def _file(self, path: str, passwords: tuple[str, ...]) -> Any:
        key = (path, passwords)
        if key not in self._files:
            self._files[key] = self._opened(path, passwords)
            if len(self._files) > _OPEN_FILES:
                self._files.popitem(last=False)[1].close()
        self._files.move_to_end(key)
        return self._files[key]

    def _opened(self, path: str, passwords: tuple[str, ...]) -> Any:
        try:
            file = self._pymupdf.open(path)
        except self._pymupdf.FileNotFoundError:
            raise NotFound(
                "The original file is no longer in the library.", "Add the file again to see its pages."
            ) from None
        if not file.is_pdf:
            raise NotSupported("This file has no pages to show.", "Read it as text.")
        if not unlock(file, passwords):
            file.close()
            raise Encrypted("The original needs a password to be shown.", "Read it as text.")
        return file


# What ends the last word of a line.
_A_SPACE: dict[str, Any] = {"chars": ({"c": " "},)}


def _word(letters: list[tuple[str, Any]], upright: bool) -> Word:
    boxes = [box for _, box in letters]
    rect = Rect(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )
    edges = tuple(edge for box in boxes for edge in (box.x0, box.x1)) if upright else ()
    return Word("".join(letter for letter, _ in letters), rect, edges)


def serve(connection: Connection) -> None:
    """Answer requests from the connection until its other end is closed or the parent process has gone."""
    leave_with_parent(with_starting_thread=True)
    wall_in(_MEMORY)
    source = PageSource()
    while True:
        try:
            connection.send(source.answer(connection.recv()))
        except (EOFError, ConnectionError):
            return


def _too_large(page: int) -> TookTooMuchMemory:
    return TookTooMuchMemory(f"The picture of page {page} would be too large.", "Zoom out, or read it as text.")


def _broken(page: int) -> Damaged:
    return Damaged(f"Page {page} could not be drawn.", "Read it as text, or get a fresh copy of the file.")
