"""Pages as they will be printed, one at a time."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from index.exports.lessons.as_formats import format_called, on_pages
from index.exports.registry import Exportable, Layout
from reader.errors import UserError
from reader.wording import tr
from ui import theme
from ui.frame.pages import Drawn, Pages
from ui.session.session import Session
from ui.shared.file_writing import write_file
from ui.shared.icon_button import IconButton
from ui.theme.text import Role, Text
from ui.theme.tokens import TWO
from ui.theme.words import caption

# Pixels a point, before the screen's own scale: a page at the size of the preview is sharp.
_ZOOM = 1.25
_SMALLEST = QSize(360, 440)


@dataclass(frozen=True, slots=True)
class _Made:
    """A PDF and one page of it as a picture."""

    path: Path
    drawn: Drawn


class PagePreview(QWidget):
    """Makes the PDF in the background, shows a page of it, and pages through it. What is asked for last wins."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = _Folder()
        self._made = 0
        self._wanted: tuple[Exportable, Layout] | None = None
        self._working = False
        self._closed = False
        self._none = False  # something is shown that has no pages
        self.pages = Pages()
        self.path: Path | None = None  # of the PDF that is shown
        self.page, self.count = 1, 0
        self.sheet = _Sheet()
        self._where = Text("", Role.SECONDARY)
        self._back, self._on = self._turning("left", tr("Page before"), -1), self._turning("right", tr("Next page"), 1)
        row = QHBoxLayout()
        row.addStretch()
        for part in (self._back, self._where, self._on):
            row.addWidget(part)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TWO)
        column.addWidget(self.sheet, 1)
        column.addLayout(row)
        self._tell()

    def show_thing(self, thing: Exportable, layout: Layout) -> None:
        """Show this as pages from the first on, as soon as they are made."""
        self._wanted, self._none = (thing, layout), False
        if not self._working:
            self._make()

    def show_none(self, why: str) -> None:
        """There are no pages, and this says why."""
        self._wanted, self._none = None, True
        self.path, self.page, self.count = None, 1, 0
        self.sheet.say(why)
        self._tell()

    def turn(self, by: int) -> None:
        """Show the page `by` pages on."""
        path, to = self.path, self.page + by
        if path is None or self._working or not 1 <= to <= self.count:
            return
        self._working = True
        zoom = self._zoom
        self._session.run(
            lambda: _Made(path, self.pages.draw(path, to, zoom)), lambda made: self._show(made, to), self._fail
        )

    def close_pages(self) -> None:
        """Nothing is shown any more: end the process and take the files away."""
        if not self._closed:
            self._closed = True
            self.pages.close()
            self._folder.close()

    def _turning(self, icon: str, words: str, by: int) -> IconButton:
        action = QAction(caption(words), self)
        action.triggered.connect(lambda: self.turn(by))
        return IconButton(icon, action)

    @property
    def _zoom(self) -> float:
        return _ZOOM * self.devicePixelRatioF()

    def _make(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or self._closed:
            return
        self._working = True
        self._made += 1
        (thing, layout), name, zoom = wanted, f"{self._made}.pdf", self._zoom
        form = on_pages(thing) or format_called("pdf")
        if self.path is None:
            self.sheet.say(tr("Making the pages…"))

        def make() -> _Made:
            with self._folder.in_use() as folder:
                path = folder / name
                write_file(path, form.made(thing, layout))
                return _Made(path, self.pages.draw(path, 1, zoom))

        self._session.run(make, lambda made: self._show(made, 1), self._fail)

    def _show(self, made: _Made, page: int) -> None:
        self._working = False
        if self._wanted is not None:
            self._make()
            return
        if self._none or self._closed:
            return
        self.path, self.page, self.count = made.path, page, made.drawn.pages
        self.sheet.show_page(made.drawn.picture, tr("Page {page} of {count}", page=page, count=self.count))
        self._tell()

    def _fail(self, error: UserError) -> None:
        self._working = False
        if not self._closed:
            self.show_none(f"{error.problem} {error.advice}")

    def _tell(self) -> None:
        self._where.setText(tr("Page {page} of {count}", page=self.page, count=self.count) if self.count else "")
        for button, there in ((self._back, self.page > 1), (self._on, self.page < self.count)):
            button.setEnabled(there)
            button.setVisible(self.count > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        if by:
            self.turn(by)
        else:
            super().keyPressEvent(event)


class _Folder:
    """A folder that goes when it is closed, or once the last worker that is still busy there has left it."""

    def __init__(self) -> None:
        self._made = tempfile.TemporaryDirectory(prefix="hustings-pages-")
        self._deciding = threading.Lock()
        self._users = 0
        self._closed = False

    @contextmanager
    def in_use(self) -> Iterator[Path]:
        """The folder, for a worker on any thread. Raises CancelledError where it is closed."""
        with self._deciding:
            if self._closed:
                raise CancelledError
            self._users += 1
        try:
            yield Path(self._made.name)
        finally:
            self._leave()

    def close(self) -> None:
        """Nobody may begin anything there any more. Waits for nobody."""
        with self._deciding:
            self._closed = True
            self._go()

    def _leave(self) -> None:
        with self._deciding:
            self._users -= 1
            self._go()

    def _go(self) -> None:
        if self._closed and not self._users:
            self._made.cleanup()


class _Sheet(QWidget):
    """One page on its paper, as large as there is room, or a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self._text = Text("", Role.SECONDARY).wrapped()
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(_SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.addWidget(self._text)

    @property
    def sentence(self) -> str:
        return self._text.text()

    def say(self, sentence: str) -> None:
        self._picture = None
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.update()

    def show_page(self, picture: QImage, name: str) -> None:
        self._picture = picture
        self._text.setText("")
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = QSize(self._picture.size()).scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        page = QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())
        painter.drawImage(page, self._picture)
        painter.setPen(QColor(theme.tokens().colours.line))
        painter.drawRect(page)
        painter.end()
