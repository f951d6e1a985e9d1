"""The two views of one manifesto, text and pages, and the place that is kept when one turns from one to the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.manifesto.text_view import TextView
from ui.read.page_view import PageView
from ui.shared.placeholder import Placeholder, Step

TEXT, PAGE = "text", "page"


class Views(QStackedWidget):
    """Shows a manifesto in one view at a time, or says why where there is nothing to show."""

    moved = Signal()  # what is in sight has changed
    text_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manifesto: OpenManifesto | None = None
        self._marked: int | None = None
        self._found: Sequence[Found] = ()
        self._current: Found | None = None
        self.view = TEXT
        self.text = TextView()
        self.pages = PageView()
        self.placeholder = Placeholder()
        for widget in (self.text, self.pages, self.placeholder):
            self.addWidget(widget)
        self.text.moved.connect(self.moved)
        self.pages.moved.connect(self.moved)
        self.pages.zoomed.connect(self.moved)
        self.pages.text_wanted.connect(self.text_wanted)

    @property
    def settled(self) -> bool:
        """Whether everything in sight is there."""
        return self.pages.complete if self.currentWidget() is self.pages else self.text.settled

    @property
    def marked(self) -> int | None:
        """The passage that was opened."""
        return self._marked

    @property
    def manifesto(self) -> OpenManifesto | None:
        """What is open."""
        return self._manifesto

    @property
    def selected(self) -> tuple[Found, ...]:
        """What is selected in the view in front."""
        return self.pages.selecting.parts if self.currentWidget() is self.pages else self.text.selected

    @property
    def passage(self) -> tuple[Found, ...]:
        """All of the passage that was opened."""
        if self._manifesto is None or self._marked is None:
            return ()
        return (Found(self._marked, 0, len(self._manifesto.shown[self._marked].text)),)

    def open(self, manifesto: OpenManifesto | None) -> None:
        """Show this manifesto from its beginning, nothing marked; None shows nothing until `say` is asked to."""
        self._manifesto, self._marked = manifesto, None
        self._found, self._current = (), None
        self.text.open(manifesto)
        self.pages.open(manifesto)

    def mark(self, block: int | None) -> None:
        """Mark this block as the passage that was opened."""
        self._marked = block
        self.text.mark(block)
        if self._manifesto is not None and block is not None:
            self.pages.mark(self._manifesto.rects(block), self._manifesto.shown[block].text)
        else:
            self.pages.mark(())

    def show_found(self, found: Sequence[Found], current: Found | None) -> None:
        """Tint what was found, in the view in use; in the other one when it comes forward."""
        self._found, self._current = found, current
        self._tint()

    def show_view(self, view: str) -> None:
        """Bring a view forward. Where there are no pages, say so."""
        self.view = view
        if self._manifesto is None:
            return
        if view == TEXT:
            self.setCurrentWidget(self.text)
        elif self._manifesto.has_pages:
            self.setCurrentWidget(self.pages)
        else:
            self.say("No pages to show", _why_no_pages(self._manifesto), Step("Read the text", self.text_wanted.emit))
        self._tint()

    def turn_to(self, view: str) -> None:
        """Bring a view forward at the place that is being read, with the same words selected."""
        place, selected = self.here(), self.selected
        self.show_view(view)
        self.go_to(place)
        if self.currentWidget() is self.pages:
            self.pages.selecting.take(selected)
        else:
            self.text.select(selected)
        self.currentWidget().setFocus()

    def say(self, heading: str, sentence: str, step: Step) -> None:
        """Say why there is nothing, and what to do."""
        self.placeholder.say(heading, sentence, step)
        self.setCurrentWidget(self.placeholder)

    def here(self) -> Place:
        """What to keep in sight: what was gone to, else the opened passage while it is in sight, else what is read."""
        shown = self.currentWidget()
        aimed = (shown is self.pages and self.pages.aim) or (shown is not self.pages and self.text.aim)
        if not aimed and self._marked is not None and self._shows(self._marked):
            return Place(self._marked)
        return self.place()

    def place(self) -> Place:
        """What is being read. A page has columns: the opened passage while it is in sight, else the nearest line."""
        if self.currentWidget() is not self.pages:
            return self.text.place()
        if self.pages.aim is None and self._marked is not None and self._shows(self._marked):
            return Place(self._marked)
        point = self.pages.point()
        found = self._manifesto.place_at(point) if self._manifesto and point else None
        return found or Place(0)

    def page(self) -> int | None:
        """The 1-based page that is being read."""
        if self.currentWidget() is self.pages:
            return self.pages.page()
        return self._manifesto.page_at(self.text.place()) if self._manifesto else None

    def go_to(self, place: Place) -> None:
        """Bring this point to a third from the top, in both views."""
        self.text.go_to(place)
        self.pages.selecting.put(place)
        printed = self._manifesto.on_page(place) if self._manifesto else None
        if printed is not None:
            self.pages.go_to(printed)

    def go_to_page(self, page: int) -> None:
        """Bring the top of this 1-based page into sight."""
        place = self._manifesto.start_of(page) if self._manifesto else None
        if self.currentWidget() is self.pages:
            self.pages.go_to_page(page)
        elif place is not None:
            self.text.go_to(place)
        self.currentWidget().setFocus()

    def show_cursor(self, shown: bool) -> None:
        """Show a text cursor that the arrow keys move, in both views."""
        self.text.show_cursor(shown)
        self.pages.show_cursor(shown)

    def _tint(self) -> None:
        view = self.pages if self.currentWidget() is self.pages else self.text
        view.show_found(self._found, self._current)

    def _shows(self, block: int) -> bool:
        if self.currentWidget() is not self.pages:
            return self.text.shows(block)
        printed = self._manifesto.on_page(Place(block)) if self._manifesto else None
        return printed is not None and self.pages.shows(printed)


def _why_no_pages(manifesto: OpenManifesto) -> str:
    if manifesto.pages:
        return "The original file is not in the library’s folder any more. Its text can still be read."
    name = manifesto.document.file_name or "This file"
    return f"“{name}” is a kind of file without pages; in citations, section and paragraph take their place."
