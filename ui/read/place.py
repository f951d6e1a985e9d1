"""The Read place: one manifesto as flowing text or as its original pages, with its outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.errors import UserError
from ui.background import Task
from ui.read.find_bar import FindBar
from ui.read.finder import Finder
from ui.read.finding import Found
from ui.read.header import PAGE, TEXT, Header
from ui.read.manifesto import OpenManifesto, Place, load
from ui.read.note import Note
from ui.read.outline import OutlineView, outline_of
from ui.read.page_view import PageView
from ui.read.text_view import TextView
from ui.session import LibraryChange, Session
from ui.theme.paper import NATURAL_ZOOM
from ui.theme.parts import Splitter, Surface
from ui.theme.tokens import COLUMN_WIDTH


class ReadPlace(Surface):
    """Shows what it is told to open and keeps the place when text and page are switched."""

    status = Signal(str)  # what has just been opened, in words

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._manifesto: OpenManifesto | None = None
        self._opened: int | None = None
        self._view = TEXT
        self._loading: Task | None = None
        self._header = Header(session.actions)
        self._bar = FindBar(session.actions)
        self._finder = Finder(self._bar, self._here)
        self._outline = OutlineView()
        self._text = TextView()
        self._pages = PageView()
        self._note = Note()
        self._stack = QStackedWidget()
        self._splitter = Splitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._show_documents()
        self._show()

    # What the window asks for

    @property
    def settled(self) -> bool:
        """Whether everything that was opened can be seen."""
        if self._loading is not None:
            return False
        return self._pages.complete if self._stack.currentWidget() is self._pages else self._text.settled

    def open_passage(self, document: str, block: str | None = None, view: str | None = None) -> None:
        """Open a manifesto, at a passage when one is named, as "text" or "page"; None keeps the view in use."""
        if self._manifesto is not None and self._manifesto.document.id == document:
            self._arrive(self._manifesto, block, view)
            return
        self._load(document, partial(self._on_loaded, block=block, view=view))

    def arrived(self) -> None:
        """The place has come into sight."""
        self._show_documents()
        self._stack.currentWidget().setFocus()

    def state(self) -> dict[str, Any]:
        """What is open, and where."""
        place = self._here()
        shown = self._manifesto.shown if self._manifesto else ()
        return {
            "document": self._manifesto.document.id if self._manifesto else "",
            "block": shown[place.block].id if place.block < len(shown) else "",
            "view": self._view,
            "outline": not self._outline.isHidden(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Open what state() told of, at the same place, with nothing marked."""
        if isinstance(state.get("outline"), bool):
            self._outline.setVisible(state["outline"])
        document, block = state.get("document"), state.get("block")
        self._view = PAGE if state.get("view") == PAGE else TEXT
        if isinstance(document, str) and document:
            self._load(document, partial(self._on_restored, block=block if isinstance(block, str) else ""))

    # Opening

    def _load(self, document: str, done: Callable[[OpenManifesto | None], None]) -> None:
        if self._loading is not None:
            self._loading.forget()
        home = self._session.home
        self._loading = self._session.run(lambda: load(home, document), done, self._on_failed)

    def _on_loaded(self, manifesto: OpenManifesto | None, *, block: str | None, view: str | None) -> None:
        self._take(manifesto)
        if manifesto is not None:
            self._arrive(manifesto, block, view)

    def _on_restored(self, manifesto: OpenManifesto | None, *, block: str) -> None:
        self._take(manifesto)
        if manifesto is not None:
            self._set_view(self._view)
            self._go_to(Place(manifesto.numbers.get(block, 0)))

    def _on_failed(self, error: UserError) -> None:
        self._loading = None
        self._session.say_problem(error)

    def _take(self, manifesto: OpenManifesto | None) -> None:
        """Show this manifesto from its beginning."""
        self._loading = None
        self._manifesto = manifesto
        self._opened = None
        self._text.open(manifesto)
        self._pages.open(manifesto)
        self._outline.show_outline(outline_of(manifesto) if manifesto else ())
        self._finder.open(manifesto)
        self._header.show_manifesto(manifesto)
        self._show_documents()
        self._show()

    def _arrive(self, manifesto: OpenManifesto, block: str | None, view: str | None) -> None:
        if view == PAGE and not manifesto.has_pages:
            self._session.say("This manifesto has no pages to show; here is its text.")
            view = TEXT
        number = manifesto.numbers.get(block) if block else None
        self._mark(number)
        self._set_view(view or (self._view if manifesto.has_pages else TEXT))
        self._go_to(Place(number or 0))
        self._stack.currentWidget().setFocus()
        page = manifesto.page_sentence(manifesto.page_at(Place(number or 0)))
        self.status.emit(", ".join(part for part in (manifesto.document.title, page) if part))

    def _mark(self, number: int | None) -> None:
        self._opened = number
        self._text.mark(number)
        self._pages.mark(self._manifesto.rects(number) if self._manifesto and number is not None else ())

    # Text and page

    def _here(self) -> Place:
        """What is being read: the opened passage while it is in sight, else the line a third from the top."""
        if self._manifesto is None:
            return Place(0)
        if self._stack.currentWidget() is not self._pages:
            return (
                Place(self._opened)
                if self._opened is not None and self._text.shows(self._opened)
                else self._text.place()
            )
        if self._opened is not None:
            printed = self._manifesto.on_page(Place(self._opened))
            if printed and self._pages.shows(printed):
                return Place(self._opened)
        point = self._pages.point()
        return (point and self._manifesto.place_on_page(point.page, point.rect.y0)) or Place(0)

    def _go_to(self, place: Place) -> None:
        self._text.go_to(place)
        printed = self._manifesto.on_page(place) if self._manifesto else None
        if printed is not None:
            self._pages.go_to(printed)
        self._on_moved()

    def _switch(self, view: str) -> None:
        """Turn to the other view of the same place."""
        if self._manifesto is None or view == self._view:
            return
        place = self._here()
        self._set_view(view)
        self._go_to(place)
        self._stack.currentWidget().setFocus()

    def _set_view(self, view: str) -> None:
        self._view = view
        self._show()

    def _show(self) -> None:
        """Bring forward what there is to see: text, pages, or why there is neither."""
        manifesto = self._manifesto
        self._header.show_view(self._view)
        if manifesto is None:
            if self._session.library.documents():
                self._note.say(
                    "Nothing is open",
                    "Choose a manifesto above, or press Enter on a passage in Compare or Search to read it in place.",
                    "Choose a manifesto",
                )
            else:
                self._note.say("Nothing to read yet", "Manifestos that you add are read here.", "Add files…")
            self._stack.setCurrentWidget(self._note)
        elif self._view == TEXT:
            self._stack.setCurrentWidget(self._text)
        elif manifesto.has_pages:
            self._stack.setCurrentWidget(self._pages)
        else:
            self._note.say("No pages to show", _why_no_pages(manifesto), "Read the text")
            self._stack.setCurrentWidget(self._note)
        self._on_moved()

    def _take_step(self) -> None:
        if self._manifesto is not None:
            self._switch(TEXT)
        elif self._session.library.documents():
            self._header.picker.showPopup()
        else:
            self._session.actions.action("add-files").trigger()

    # Following

    def _on_moved(self) -> None:
        if self._manifesto is None:
            return
        if self._stack.currentWidget() is self._pages:
            page = self._pages.page()
            point = self._pages.point()
            place = self._manifesto.place_on_page(point.page, point.rect.y0) if point else None
        else:
            place = self._text.place()
            page = self._manifesto.page_at(place)
        self._header.show_page(self._manifesto, page)
        self._header.show_zoom(self._pages.zoom / NATURAL_ZOOM)
        self._outline.follow(place or Place(0))

    def _on_found(self) -> None:
        self._text.show_found(self._finder.found, self._finder.current)
        self._pages.show_found(self._finder.found, self._finder.current)

    def _on_went_to(self, found: Found) -> None:
        self._go_to(Place(found.block, found.start))

    def _go_to_page(self, label: str) -> None:
        page = self._manifesto.page_of_label(label) if self._manifesto else None
        if self._manifesto is None or page is None:
            self._session.say(f"There is no page {label.strip()}." if label.strip() else "Type the number of a page.")
            return
        self._stack.currentWidget().setFocus()
        if self._stack.currentWidget() is self._pages:
            self._pages.go_to_page(page)
        else:
            place = self._manifesto.start_of(page)
            if place is not None:
                self._text.go_to(place)

    def _on_library_changed(self, change: LibraryChange) -> None:
        self._show_documents()
        if self._manifesto is None:
            self._show()
            return
        document = self._manifesto.document
        if change.documents and document.id not in change.documents:
            return
        now = self._session.library.document(document.id)
        if now is None or now.removed:
            self._take(None)
        elif now != document:
            shown, place = self._manifesto.shown, self._here()
            self._load(document.id, partial(self._on_restored, block=shown[place.block].id if shown else ""))

    def _show_documents(self) -> None:
        chosen = self._manifesto.document.id if self._manifesto else ""
        self._header.show_documents(self._session.library.documents(), chosen)

    # Making

    def _lay_out(self) -> None:
        for view in (self._text, self._pages, self._note):
            self._stack.addWidget(view)
        self._bar.hide()
        self._splitter.addWidget(self._outline)
        self._splitter.addWidget(self._stack)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([COLUMN_WIDTH, 4 * COLUMN_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._bar)
        layout.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self._header.document_chosen.connect(self.open_passage)
        self._header.view_chosen.connect(self._switch)
        self._header.page_chosen.connect(self._go_to_page)
        self._outline.heading_chosen.connect(self._go_to)
        self._text.moved.connect(self._on_moved)
        self._pages.moved.connect(self._on_moved)
        self._pages.zoomed.connect(self._on_moved)
        self._finder.found_changed.connect(self._on_found)
        self._finder.went_to.connect(self._on_went_to)
        self._note.step_taken.connect(self._take_step)
        self._session.library_changed.connect(self._on_library_changed)
        answers: dict[str, Callable[..., object]] = {
            "read.switch": lambda: self._switch(PAGE if self._view == TEXT else TEXT),
            "read.find": self._finder.start,
            "read.find-next": lambda: self._finder.step(back=False),
            "read.find-previous": lambda: self._finder.step(back=True),
            "read.find-close": self._finder.close,
            "read.go-to-page": self._ask_for_page,
            "read.passage": self._back_to_passage,
            "read.choose": self._header.picker.showPopup,
            "read.cursor": self._text.show_cursor,
            "read.outline": lambda: self._outline.setVisible(self._outline.isHidden()),
            "read.zoom-in": lambda: self._pages.step_zoom(True),
            "read.zoom-out": lambda: self._pages.step_zoom(False),
            "read.fit-width": lambda: self._pages.set_zoom(None),
        }
        for name, slot in answers.items():
            self._session.actions.connect(name, slot)

    def _ask_for_page(self) -> None:
        self._header.page_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._header.page_field.selectAll()

    def _back_to_passage(self) -> None:
        if self._opened is not None:
            self._go_to(Place(self._opened))


def _why_no_pages(manifesto: OpenManifesto) -> str:
    if manifesto.pages:
        return "The original file is not in the library's folder any more. Its text can still be read."
    name = manifesto.document.file_name or "This file"
    return f"“{name}” is a kind of file without pages; in citations, section and paragraph take their place."
