"""The two views of one manifesto, text and pages, and the place that is kept when one turns from one to the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.manifesto.finding import Found
from ui.manifesto.grains import Grain
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.manifesto.marks import Mark, Marks
from ui.manifesto.stretching import Stretch
from ui.manifesto.text_geometry import TextGeometry
from ui.manifesto.text_view import TextView
from ui.read.page_geometry import PageGeometry
from ui.read.page_view import PageView
from ui.shared.placeholder import Placeholder, Step

TEXT, PAGE = "text", "page"


class Views(QStackedWidget):
    """Shows a manifesto in one view at a time, or says why where there is nothing to show."""

    moved = Signal()  # what is in sight has changed
    selection_changed = Signal()  # in the view in front, and the mouse has been let go
    cursor_moved = Signal()  # in the view in front
    cursor_left = Signal()  # by a key or a click: out of the words whose code is chosen
    place_clicked = Signal(object)  # the Place that was clicked
    mark_clicked = Signal(str)  # in a margin or strip: the id of an annotation
    text_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manifesto: OpenManifesto | None = None
        self._marked: int | None = None
        self._found: Sequence[Found] = ()
        self._current: Found | None = None
        self._codes_here = ""
        self._late: dict[TextView | PageView, tuple[Marks, str, str]] = {}  # what a view is shown when it comes forward
        self._is_new = True  # what is open, to both views
        self._coming = False  # to a place: the cursor is put there by the program
        self.view = TEXT
        self.text = TextView()
        self.pages = PageView()
        self.placeholder = Placeholder()
        for widget in (self.text, self.pages, self.placeholder):
            self.addWidget(widget)
        self.text.moved.connect(self.moved)
        self.pages.moved.connect(self.moved)
        self.pages.zoomed.connect(self.moved)
        self._chosen: Mark | None = None
        for view, marks in ((self.text, self.text.marks), (self.pages, self.pages.codes)):
            view.selection_settled.connect(self.selection_changed)
            view.cursor_moved.connect(self.cursor_moved)
            view.cursor_moved.connect(self._follow_cursor)
            view.clicked.connect(self.place_clicked)
            marks.clicked.connect(self.mark_clicked)
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
        """What is selected in the view in front, else the words whose code is chosen."""
        found = self.pages.selecting.parts if self.currentWidget() is self.pages else self.text.selected
        return found or (self._chosen.parts if self._chosen is not None else ())

    @property
    def is_chosen(self) -> bool:
        """Whether the words of a code are chosen, and no others selected."""
        return self._chosen is not None and self.selected == self._chosen.parts

    @property
    def stretch(self) -> Stretch:
        """From where the selection was begun to the cursor, in the view in front; what is chosen where nothing is."""
        found = self._own_stretch
        if found.is_empty and self._chosen is not None:
            return Stretch(self._chosen.first, self._chosen.last)
        return found

    @property
    def _own_stretch(self) -> Stretch:
        """From where the selection in the view in front was begun to its cursor."""
        return self.pages.selecting.stretch if self.currentWidget() is self.pages else self.text.stretch

    @property
    def passage(self) -> tuple[Found, ...]:
        """All of the passage that was opened."""
        if self._manifesto is None or self._marked is None:
            return ()
        return (Found(self._marked, 0, len(self._manifesto.shown[self._marked].text)),)

    def open(self, manifesto: OpenManifesto | None) -> None:
        """Show this manifesto from its beginning, nothing marked; None shows nothing until `say` is asked to."""
        self._manifesto, self._marked = manifesto, None
        self._found, self._current, self._chosen = (), None, None
        self._is_new = True
        self.text.open(manifesto)
        self.pages.open(manifesto)

    def keep_margin(self, kept: bool) -> None:
        """Keep room for the names of codes beside what is opened next."""
        self.text.keep_margin(kept)
        self.pages.keep_margin(kept)

    def show_marks(self, marks: Marks, chosen: Mark | None, own: str) -> None:
        """Show these codes and notes, and which is chosen; `own` is the id of the coder at work."""
        self._chosen = chosen
        shown = (marks, chosen.id if chosen is not None else "", own)
        self._late = {self.text: shown, self.pages: shown}
        if self._is_new:  # the marks of the one before stand nowhere in it
            self._is_new = False
            self._mark_up(self.text)
            self._mark_up(self.pages)
        else:
            self._mark_up(self._in_front)

    def say_codes(self, codes: str, aloud: bool) -> None:
        """Tell a screen reader which codes stand at the cursor; `aloud` at once, where they are others than before."""
        if codes != self._codes_here:
            self._codes_here = codes
            self.text.setAccessibleDescription(codes)
            self.pages.say_codes(codes)
            if aloud and codes:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.currentWidget(), codes))

    def select(self, parts: Sequence[Found]) -> None:
        """Select these words in the view in front."""
        if self.currentWidget() is self.pages:
            self.pages.selecting.take(parts)
        else:
            self.text.select(parts)

    def unselect(self, place: Place) -> None:
        """Select nothing, and put the cursor at this point, where it can be seen."""
        if self.currentWidget() is self.pages:
            self.pages.selecting.put(place)
        else:
            self.text.put(place)

    def show_place(self, place: Place) -> None:
        """Come to this point, if it is not in sight."""
        if not self._shows_point(place):
            self.go_to(place)

    def extend(self, grain: Grain, *, on: bool) -> None:
        """Move the end of the selection in the view in front by a grain."""
        selecting = self.pages.selecting if self.currentWidget() is self.pages else self.text.selecting
        selecting.extend(grain, on=on)

    def grow(self, *, more: bool) -> None:
        """Select the word, the sentence, the paragraph round what is selected; not `more`: as it was before."""
        selecting = self.pages.selecting if self.currentWidget() is self.pages else self.text.selecting
        selecting.grow(more=more)

    def covered(self, parts: Sequence[Found]) -> QRect:
        """What the lines of these words cover that is in sight, in pixels of this widget."""
        return self._where.covered(parts)

    def column(self) -> QRect:
        """Where the words around stand, in pixels of this widget."""
        return self._where.column()

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
        place, selected = self.here(), () if self.is_chosen else self.selected
        self.show_view(view)
        self.go_to(place)
        self.select(selected)
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
        self._coming = True
        self.text.go_to(place)
        self.pages.selecting.put(place)
        self._coming = False
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

    @property
    def _where(self) -> PageGeometry | TextGeometry:
        return self.pages.where if self.currentWidget() is self.pages else self.text.where

    @property
    def _in_front(self) -> TextView | PageView:
        return self.pages if self.currentWidget() is self.pages else self.text

    @Slot()
    def _follow_cursor(self) -> None:
        """Else keys that select would move the ends of words that nobody is at any more."""
        found = self._own_stretch
        if self._chosen is not None and not self._coming and found.is_empty and not self._chosen.holds(found.cursor):
            self.cursor_left.emit()

    def _mark_up(self, view: TextView | PageView) -> None:
        late = self._late.pop(view, None)
        if late is not None:
            view.show_marks(*late)

    def _tint(self) -> None:
        self._mark_up(self._in_front)
        self._in_front.show_found(self._found, self._current)

    def _shows_point(self, place: Place) -> bool:
        if self.currentWidget() is not self.pages:
            return self.text.shows_point(place)
        printed = self._manifesto.on_page(place) if self._manifesto else None
        return printed is not None and self.pages.shows(printed)

    def _shows(self, block: int) -> bool:
        if self.currentWidget() is not self.pages:
            return self.text.shows(block)
        printed = self._manifesto.on_page(Place(block)) if self._manifesto else None
        return printed is not None and self.pages.shows(printed)


def _why_no_pages(manifesto: OpenManifesto) -> str:
    if manifesto.has_pictures:
        return "The original file is not in the library’s folder any more. Its text can still be read."
    name = manifesto.document.file_name or "This file"
    if manifesto.pages:
        return f"“{name}” says where its pages begin, and has no pictures of them; citations name the pages."
    return f"“{name}” is a kind of file without pages; in citations, section and paragraph take their place."
