"""Copying from Read: words, words with their citation, and pages as a picture with what is marked on them."""

from __future__ import annotations

import html
from base64 import b64encode
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from index.citations.places import Place, Quotation, pages_of
from reader.page_drawing import PictureRequest
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OpenManifesto
from ui.manifesto.stretch import quotation_of, words_of
from ui.read.marked_picture import MarkedPage, marked_picture, zoom_for
from ui.read.views import Views
from ui.read.words_on_page import by_page, rects_on
from ui.session.session import Session
from ui.shared.collecting import collect
from ui.shared.copying import cite, copy_cited, put, say_cited
from ui.shared.judging import add_to_topic
from ui.shared.menus import offer
from ui.shared.saving import png_of

if TYPE_CHECKING:
    from index.citations.copied import Copied

# More pages beside each other are no picture that anybody could read.
_MOST_PAGES = 4
_NOTHING_SELECTED = "Select words first: drag over them, or hold Shift and press an arrow key."
_NO_PAGES = "There are no pages to make a picture of. The words can be copied with their citation."


class Copying(QObject):
    """Answers the actions that copy. A picture of pages is copied as soon as the renderer has drawn them."""

    def __init__(self, session: Session, views: Views) -> None:
        super().__init__(views)
        self._session = session
        self._views = views
        self._pictures = views.pages.pictures
        self._parts: tuple[Found, ...] = ()
        self._pages: tuple[int, ...] = ()  # of which a picture is to be copied
        self._pictures.came.connect(self._go_on)
        self._pictures.unlocking.connect(self._order)
        self._slots = {
            "read.copy": self.copy,
            "read.cite": self.cite,
            "read.collect": self.collect,
            "read.add-to-topic": self.add_to_topic,
            "read.copy-picture": self.copy_picture,
        }
        for name, slot in self._slots.items():
            session.actions.connect(name, slot)
        for view in (views.text, views.pages):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(partial(self._offer_menu, view))

    @property
    def waiting(self) -> bool:
        """Whether a picture is still to be copied."""
        return bool(self._pages)

    def open(self) -> None:
        """Another manifesto is read: a picture of the one before is no longer waited for."""
        self._pages = ()

    def copy(self) -> None:
        """Copy the selected words."""
        manifesto, parts = self._views.manifesto, self._views.selected
        if manifesto is None or not parts:
            self._session.say(_NOTHING_SELECTED)
            return
        QGuiApplication.clipboard().setText(words_of(manifesto, parts))
        self._session.say("Copied.")

    def cite(self) -> None:
        """Copy the selected words, else the passage that was opened, with their citation."""
        manifesto, parts = self._views.manifesto, self._views.selected or self._views.passage
        if manifesto is None or not parts:
            self._session.say(_NOTHING_SELECTED)
            return
        copy_cited(self._session, self._views, [quotation_of(manifesto, parts)])

    def collect(self) -> None:
        """Add the selected words, else the passage that was opened, to the plan."""
        manifesto, parts = self._views.manifesto, self._views.selected or self._views.passage
        if manifesto is None or not parts:
            self._session.say(_NOTHING_SELECTED)
            return
        stretches = [(manifesto.shown[part.block].id, part.start, part.end) for part in parts]
        collect(self._session, manifesto.document.id, stretches)

    def add_to_topic(self) -> None:
        """Ask to which topic the passages of the selected words belong, else the passage that was opened."""
        manifesto, parts = self._views.manifesto, self._views.selected or self._views.passage
        if manifesto is None or not parts:
            self._session.say(_NOTHING_SELECTED)
            return
        blocks = list(dict.fromkeys(manifesto.shown[part.block].id for part in parts))
        add_to_topic(self._session, self._views, manifesto.document.id, blocks)

    def copy_picture(self) -> None:
        """Copy the pages of the selected words, else of the opened passage, else the one that is read."""
        manifesto, page = self._views.manifesto, self._views.page()
        if manifesto is None or not manifesto.has_pages:
            self._session.say(_NO_PAGES)
            return
        self._parts = self._views.selected or self._views.passage
        printed = tuple(sorted(by_page(manifesto.shown, self._parts))) or ((page,) if page else ())
        if len(printed) > _MOST_PAGES:
            self._session.say(f"Select words on {_MOST_PAGES} pages at most to copy them as a picture.")
            return
        self._pages = printed
        self._order()
        self._go_on()

    def _offer_menu(self, view: QWidget, point: QPoint) -> None:
        menu = QMenu(view)
        for name in self._slots:
            menu.addAction(self._session.actions.action(name))
        offer(menu, view.mapToGlobal(point))

    def _order(self) -> None:
        manifesto = self._views.manifesto
        if manifesto is not None and self._pages:
            self._pictures.order([self._request(manifesto, page) for page in self._pages], self._pages)

    def _request(self, manifesto: OpenManifesto, page: int) -> PictureRequest:
        return self._pictures.request(page, zoom_for(manifesto.pages[page - 1]))

    def _go_on(self) -> None:
        """Copy the picture if all that it needs has come."""
        manifesto = self._views.manifesto
        if manifesto is None or not self._pages:
            return
        failure = next((failed for page in self._pages if (failed := self._pictures.failure(page))), None)
        if failure is not None:
            self._stop()
            self._session.say_problem(failure)
            return
        drawn = [self._marked(manifesto, page) for page in self._pages if not self._pictures.words_missing(page)]
        pages = [page for page in drawn if page is not None]
        if len(pages) == len(self._pages):
            self._stop()
            self._cite(manifesto, pages)

    def _stop(self) -> None:
        self._pages = ()
        self._pictures.order((), ())

    def _marked(self, manifesto: OpenManifesto, page: int) -> MarkedPage | None:
        request = self._request(manifesto, page)
        picture = self._pictures.picture(request)
        if picture is None:
            return None
        return MarkedPage(
            request, picture, tuple(rects_on(manifesto.shown, self._parts, page, self._pictures.words(page)))
        )

    def _cite(self, manifesto: OpenManifesto, pages: Sequence[MarkedPage]) -> None:
        """Have the pages cited, with the words that are marked on them, and put them on the clipboard."""
        if self._parts:
            quotation = quotation_of(manifesto, self._parts)
        else:
            labels = [manifesto.label_of(page.request.page) for page in pages]
            quotation = Quotation(manifesto.document, Place(pages_of(labels)))
        cite(self._session, self._views, [quotation], partial(self._put_on_clipboard, pages))

    def _put_on_clipboard(self, pages: Sequence[MarkedPage], cited: Sequence[Quotation], made: Copied) -> None:
        image = marked_picture(pages, made.cited)
        shown = f'<p><img src="{_as_address(image)}" alt="{html.escape(made.text)}"></p>'
        put(made.text, shown + made.html, image)
        said = "Copied as a picture with its citation.", "Copied as a picture."
        say_cited(self._session, [one.document for one in cited], *said)


def _as_address(image: QImage) -> str:
    """The picture as an address that holds it, which web pages and word processors read."""
    return f"data:image/png;base64,{b64encode(png_of(image)).decode('ascii')}"
