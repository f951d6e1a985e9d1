"""The original pages of one manifesto, one below the other, with the passage marked where it is printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPaintEvent, QPalette, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reader.errors import Encrypted
from reader.model import Rect
from ui import theme
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OnPage, OpenManifesto, Place
from ui.manifesto.marks import Marks
from ui.manifesto.reading_line import reading_line
from ui.manifesto.stretch import said_of
from ui.pages.page_pictures import PagePictures
from ui.read.page_geometry import PageGeometry
from ui.read.page_ink import PageInk
from ui.read.page_lock import PageLock
from ui.read.page_marks import PageMarks, margin_for
from ui.read.page_selecting import PageSelecting
from ui.read.page_stack import PageStack, fitting
from ui.theme import paper
from ui.theme.tokens import FOUR

# How far one turn of the wheel or one arrow key goes, in pixels.
_LINE = 40


class PageView(QAbstractScrollArea):
    """Continuous pages. Pictures come when the renderer has drawn them; until then there is blank paper."""

    moved = Signal()  # what is in sight has changed
    zoomed = Signal()
    password_given = Signal(str)  # for the original, which no password offered so far opens
    text_wanted = Signal()
    clicked = Signal(object)  # the Place that was clicked, without anything being selected
    selection_settled = Signal()  # other words are selected, or none, and the mouse has been let go
    cursor_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._manifesto: OpenManifesto | None = None
        self._stack = PageStack((), 1.0)
        self._zoom: float | None = None
        self._most: float | None = paper.USUAL_ZOOM
        self._aimed: tuple[int, OnPage] | None = None  # how far it was scrolled for that
        self._cursor_shown = QAccessible.isActive()  # screen readers follow it
        self._pictures = PagePictures(self)
        self.where = PageGeometry(self, self._stack, None, self._pictures)
        self._pictures.came.connect(self._on_came)
        self._pictures.unlocking.connect(self._ask)
        self._margin_kept = False
        self._codes_here = ""
        self.codes = PageMarks(self)
        self.codes.went.connect(self._go_to_share)
        self._ink = PageInk(self._pictures, self.codes)
        self.lock = PageLock(self)
        self._pictures.locked.connect(self.lock.cover)
        self.lock.given.connect(self.password_given)
        self.lock.text_wanted.connect(self.text_wanted)
        self.selecting = PageSelecting(self.viewport(), self._word_at, self._scroll_by)
        self.selecting.changed.connect(self._on_selected)
        self.selecting.stepped.connect(self._show_word)
        self.selecting.settled.connect(self.selection_settled)
        self.selecting.clicked.connect(self._on_clicked)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self.viewport().update)

    @property
    def pictures(self) -> PagePictures:
        return self._pictures

    @property
    def zoom(self) -> float:
        """Logical pixels per point."""
        return self._stack.zoom

    @property
    def fits_width(self) -> bool:
        """Whether the widest page is as wide as the window, also after the window has changed."""
        return self._zoom is None and self._most is None

    @property
    def complete(self) -> bool:
        """Whether everything in sight has been drawn (or cannot be)."""
        if any(self._pictures.missing(request) for request in self.where.needed(self.devicePixelRatioF())):
            return False
        return not any(self._pictures.words_missing(page) for page in self.where.pages())

    def open(self, manifesto: OpenManifesto | None) -> None:
        """Show the pages of this manifesto from the first; None shows nothing."""
        self._manifesto = manifesto if manifesto and manifesto.has_pages else None
        self._ink.open(self._manifesto.shown if self._manifesto else ())
        self.selecting.open(self._manifesto)
        self._pictures.open(str(self._manifesto.original) if self._manifesto else "")
        self._stack, self._aimed = PageStack((), 1.0), None
        self.where = PageGeometry(self, self._stack, self._manifesto, self._pictures)
        self.lock.uncover()
        self.verticalScrollBar().setValue(0)
        self._lay_out()

    def set_zoom(self, zoom: float | None) -> None:
        """Show pages at so many logical pixels per point; None fits the widest to the window."""
        self._zoom, self._most = zoom, None
        self._lay_out()
        self.zoomed.emit()

    def step_zoom(self, up: bool) -> None:
        """The next larger or smaller of the usual zooms."""
        percent = self.zoom / paper.NATURAL_ZOOM
        steps = [zoom for zoom in paper.ZOOMS if (zoom > percent * 1.01 if up else zoom < percent * 0.99)]
        if steps:
            self.set_zoom(steps[0 if up else -1] * paper.NATURAL_ZOOM)

    def mark(self, marks: Sequence[OnPage], words: str = "") -> None:
        """Mark these rectangles as the passage that was opened, and say its words to a screen reader."""
        self._ink.mark(marks, words)
        self._say_page()
        self.viewport().update()

    def show_found(self, found: Sequence[Found], current: Found | None) -> None:
        """Tint these occurrences and one of them more strongly."""
        self._ink.find(found, current)
        self.viewport().update()

    def keep_margin(self, kept: bool) -> None:
        """Keep room beside the pages for the names of codes."""
        self._margin_kept = kept
        self._make_room()

    def show_marks(self, marks: Marks, chosen: str, own: str) -> None:
        """Show these codes and notes; `chosen` is the id of the one that is chosen, `own` of the coder at work."""
        self.codes.show(self._manifesto, marks, chosen, own)
        if self.isVisible():  # else when it comes into sight
            self._place_margin()
            self.codes.follow(self._stack, self.where.sight())
            self.viewport().update()

    def say_codes(self, codes: str) -> None:
        """Say which codes stand at the cursor, to a screen reader."""
        self._codes_here = codes
        self._say_page()

    def show_cursor(self, shown: bool) -> None:
        """Show a text cursor that the arrow keys move; without it they scroll."""
        self._cursor_shown = shown
        self.viewport().update()

    def go_to(self, place: OnPage) -> None:
        """Bring this rectangle to a third from the top, and into sight sideways."""
        if not 1 <= place.page <= len(self._stack):
            return
        box = self._stack.rect(place.page, place.rect)
        self.verticalScrollBar().setValue(self.where.height_for(place, self._ink.marks))
        across = self.horizontalScrollBar()
        if not across.value() <= box.x <= across.value() + self.viewport().width() - box.width:
            across.setValue(box.x - FOUR)
        self._aim_at(place)

    def go_to_page(self, page: int) -> None:
        """Bring the top of this 1-based page to the top."""
        if 1 <= page <= len(self._stack):
            self.verticalScrollBar().setValue(self._stack.box(page).y - paper.PAGE_GAP)
            self._aim_at(OnPage(page, Rect(0.0, 0.0, 0.0, 0.0)))

    def page(self) -> int | None:
        """The 1-based page that is read now: the one at the reading line."""
        point = self.point()
        return point.page if point else None

    @property
    def aim(self) -> OnPage | None:
        """What was gone to, as long as nobody has scrolled since."""
        if self._aimed is not None and self._aimed[0] == self.verticalScrollBar().value():
            return self._aimed[1]
        return None

    def point(self) -> OnPage | None:
        """What is read now: what was gone to, else a point at the reading line, as an empty rectangle."""
        if not len(self._stack):
            return None
        if self.aim is not None:
            return self.aim
        bar = self.verticalScrollBar()
        y = bar.value() + reading_line(bar.value(), bar.maximum(), self.viewport().height())
        page = self._stack.page_at(y)
        down = (y - self._stack.box(page).y) / self._stack.zoom
        return OnPage(page, Rect(0.0, down, 0.0, down))

    def shows(self, place: OnPage) -> bool:
        """Whether some of this rectangle is in sight."""
        return self.where.shows(place)

    # Layout

    def _aim_at(self, place: OnPage) -> None:
        self._aimed = (self.verticalScrollBar().value(), place)
        self._in_sight_changed()

    def _lay_out(self) -> None:
        point = self.point()
        pages = self._manifesto.pages if self._manifesto else ()
        fits = fitting(pages, self.viewport().width() - 2 * paper.PAGE_GAP)
        zoom = self._zoom or (min(fits, self._most) if self._most else fits)
        self._stack = PageStack(pages, zoom)
        self.where = PageGeometry(self, self._stack, self._manifesto, self._pictures)
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, self._stack.height - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setRange(0, max(0, self._stack.width + 2 * paper.PAGE_GAP - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setSingleStep(_LINE)
        if point is not None:
            self.go_to(point)
        self._in_sight_changed()

    def _make_room(self) -> None:
        self.setViewportMargins(0, 0, margin_for(self) if self._margin_kept else 0, 0)

    def _place_margin(self) -> None:
        kept = self._margin_kept and self._manifesto is not None
        self.codes.lay_out(kept=kept, column_ends=self.where.column().right() + 1)

    def _go_to_share(self, share: float) -> None:
        self.verticalScrollBar().setValue(round(share * self._stack.height - self.viewport().height() / 2))

    # Pictures

    def _ask(self) -> None:
        """Want what is in sight, then what lies one screen below and above; nothing else any more."""
        if self.isVisible() and self._manifesto is not None:
            self._pictures.want(self.where.wanted(self.devicePixelRatioF()), self.where.pages())

    def _on_came(self, page: int) -> None:
        self.viewport().update()
        failure = self._pictures.failure(page)
        if not self.lock.isHidden() and not isinstance(failure, Encrypted):
            self.lock.uncover()
            self._say_page()
        if failure is not None:
            self._say_page()

    # Painting and moving

    def _in_sight_changed(self) -> None:
        self._ask()
        self._say_page()
        self._place_margin()
        self.codes.follow(self._stack, self.where.sight())
        self.viewport().update()
        self.moved.emit()

    def _say_page(self) -> None:
        """What is painted, for a screen reader: which page, or why there is none."""
        page = self.page()
        if self._manifesto is None or page is None:
            self.setAccessibleDescription("")
            return
        failure = self._pictures.failure(page)
        said = f". {failure.problem} {failure.advice}" if failure else ""
        marked = f". Marked: {self._ink.marked_words}" if any(map(self.shows, self._ink.marks)) else ""
        self.setAccessibleName(f"Original pages of {self._manifesto.document.called}")
        selected = said_of(self._manifesto, self.selecting.parts)
        said += f". Selected: {selected}" if selected else ""
        codes = f". {self._codes_here}" if self._codes_here else ""
        self.setAccessibleDescription(f"{self._manifesto.page_sentence(page)}{said}{codes}{marked}")

    # Selecting

    def _word_at(self, point: QPoint) -> Place | None:
        """Where the word begins that is printed nearest to this point of the viewport."""
        return self.where.word_at(point) if self.lock.isHidden() else None

    def _scroll_by(self, pixels: int) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + pixels)

    def _on_selected(self) -> None:
        self._ink.select(self.selecting.parts)
        self._say_page()
        self.viewport().update()
        self.cursor_moved.emit()

    def _on_clicked(self, point: QPoint) -> None:
        place = self.where.letter_at(point)
        if place is not None:
            self.clicked.emit(place)

    def _bring_cursor(self) -> None:
        """A cursor that was scrolled away comes to what is read, unless something is selected."""
        word, point = self.selecting.cursor, self.point()
        if self._manifesto is None or point is None or self.selecting.parts:
            return
        printed = self._manifesto.on_page(word) if word else None
        if printed is None or not self.shows(printed):
            self.selecting.put(self._manifesto.place_at(point) or Place(0))

    def _show_word(self) -> None:
        """Bring the word into sight on which the keyboard's cursor stands."""
        word = self.selecting.cursor
        printed = self._manifesto.on_page(word) if self._manifesto and word else None
        if printed is not None:
            rect = self.where.placed(printed.page, printed.rect)
            below = rect.bottom() - self.viewport().height()
            self._scroll_by(max(0, below + FOUR) if rect.top() >= 0 else rect.top() - FOUR)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._in_sight_changed()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._ask()  # the window has moved to a screen of another density
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._bring_cursor()
        if self.selecting.hear(event, moving=self._cursor_shown):
            return
        bar = self.verticalScrollBar()
        up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + (-1 if up else 1) * (bar.pageStep() - _LINE))
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.step_zoom(event.angleDelta().y() > 0)
            event.accept()
            return
        super().wheelEvent(event)

    def showEvent(self, _event: QShowEvent) -> None:
        self._in_sight_changed()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._make_room()
        self.lock.setGeometry(self.viewport().rect())
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._ink.paint(self.viewport(), self.where, self.selecting.cursor if self._cursor_shown else None)
