"""Pages of a PDF as pictures, for the preview and for printers: drawn by a process of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from index.exports.registry import Paper
from reader.errors import UserError
from reader.page_drawing import PageFailure, PagePicture, PictureRequest
from reader.rendering import Renderer
from reader.wording import tr

_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
# Dots per inch: type stays sharp, and a page of A4 takes 26 MB while it is drawn.
_DPI = 300
_POINTS = 72


class NotPrinted(UserError):
    """The printer did not take the pages."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page of a file that has so many."""

    picture: QImage
    pages: int


class Pages:
    """Draws pages of files, one at a time. May be asked from any thread; `close` ends its process."""

    def __init__(self) -> None:
        self._renderer = Renderer()
        self._one = threading.Lock()
        self._closed = False

    def draw(self, path: Path, page: int, zoom: float) -> Drawn:
        """The 1-based page at `zoom` pixels a point. Raises UserError for one that cannot be drawn."""
        with self._one:
            if self._closed:
                raise NotPrinted(tr("The window was closed."), tr("Open it again."))
            self._renderer.want([PictureRequest(str(path), page, zoom)])
            answer = self._renderer.take()
        if isinstance(answer, PageFailure):
            raise answer.error
        if not isinstance(answer, PagePicture):
            raise NotPrinted(tr("The window was closed."), tr("Open it again."))
        lines = QImage(answer.pixels, answer.width, answer.height, answer.stride, QImage.Format.Format_RGB888)
        return Drawn(lines.copy(), answer.pages)

    def close(self) -> None:
        self._closed = True
        self._renderer.close()


def printers() -> list[str]:
    """The names of the printers that are set up here, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name.casefold()))


def printer_called(name: str, paper: Paper) -> QPrinter:
    """This printer, ready for pages on this paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    return printer


def print_file(pages: Pages, path: Path, printer: QPrinter, on_page: Callable[[int, int], bool]) -> int:
    """Print all pages of the PDF, and give their number; `on_page` hears which of how many comes now.

    Where it answers False, or a page fails, nothing more is printed, and of a file that was printed to nothing is left.
    For a thread of its own. Raises NotPrinted, and UserError for a page that cannot be drawn.
    """
    printer.setResolution(_DPI)
    printer.setFullPage(True)
    drawn = pages.draw(path, 1, _DPI / _POINTS)
    wide = drawn.picture.width() > drawn.picture.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted(
            tr("The printer did not take the pages."), tr("Check that it is switched on, or save a PDF instead.")
        )
    whole = False
    try:
        for page in range(1, drawn.pages + 1):
            if not on_page(page, drawn.pages):
                raise NotPrinted(tr("Printing was stopped."), tr("Print it again."))
            if page > 1:
                printer.newPage()
                drawn = pages.draw(path, page, _DPI / _POINTS)
            painter.drawImage(printer.pageLayout().fullRectPixels(printer.resolution()), drawn.picture)
        whole = True
    finally:
        if not whole:
            printer.abort()
        painter.end()
        if not whole and printer.outputFileName():
            Path(printer.outputFileName()).unlink(missing_ok=True)
    return drawn.pages
