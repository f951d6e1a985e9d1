"""Marks on original pages: lines under the words, the tint of the chosen ones, names in the margin, the strip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OnPage, OpenManifesto, Place
from ui.manifesto.mark_margin import Label, MarkMargin
from ui.manifesto.mark_strip import MarkStrip, Tick
from ui.manifesto.marks import Mark, Marks
from ui.pages.page_paint import PagePaint
from ui.read.page_stack import PageStack
from ui.theme.code_marks import MARGIN, NARROW_MARGIN, STRIP
from ui.theme.tokens import STEP


class PageMarks(QObject):
    """What one view of pages shows of codes and notes. It paints the pages in sight alone."""

    clicked = Signal(str)  # the id of an annotation, in the margin or the strip
    went = Signal(float)  # to a share of all pages

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._manifesto: OpenManifesto | None = None
        self._marks = Marks()
        self._by_page: dict[int, list[tuple[Mark, Found]]] = {}
        self._pages: dict[str, tuple[Mark, list[tuple[int, Found]]]] = {}  # of each mark, so that it is asked for once
        self._placed_in: OpenManifesto | None = None
        self._depths: dict[str, int] = {}
        self._ticked: tuple[Marks, PageStack] | None = None  # of what the ticks were placed last
        self._ticks: dict[str, tuple[Mark, Tick]] = {}
        self._chosen = self._own = ""
        self._ground = QWidget(view, autoFillBackground=True)  # of the margin: the same as that of the pages
        self._ground.setBackgroundRole(QPalette.ColorRole.Window)
        self._ground.lower()
        self.margin = MarkMargin(view)
        self.strip = MarkStrip(view)
        self.margin.clicked.connect(self.clicked)
        self.strip.clicked.connect(self.clicked)
        self.strip.went.connect(self.went)

    @property
    def marks(self) -> Marks:
        return self._marks

    def show(self, manifesto: OpenManifesto | None, marks: Marks, chosen: str, own: str) -> None:
        """Show these marks; `chosen` is the id of the one that is chosen, `own` of the coder at work."""
        self._manifesto, self._chosen, self._own = manifesto, chosen, own
        if marks is self._marks:
            return
        known, self._pages = (self._pages, {}) if manifesto is self._placed_in else ({}, {})
        self._marks, self._by_page, self._depths, self._placed_in = marks, {}, {}, manifesto
        for mark in marks.all if manifesto is not None else ():
            there = known.get(mark.id)
            if there is None or there[0] is not mark:
                there = mark, [(page, part) for part in mark.parts for page in self._pages_of(part)]
            self._pages[mark.id] = there
            for page, part in there[1]:
                self._by_page.setdefault(page, []).append((mark, part))

    def lay_out(self, *, kept: bool, column_ends: int) -> None:
        """Put margin and strip beside the pages, whose column ends at this pixel of the view."""
        port = self._view.viewport().geometry()
        right = self._view.width() - _scroll_bar(self._view)
        left = max(column_ends, 0) + STEP
        self._ground.setGeometry(port.right() + 1, 0, self._view.width() - port.right() - 1, port.height())
        wanted = kept or bool(self._by_page)
        room = min(right - STRIP - left, 2 * MARGIN)
        self.strip.setGeometry(right - STRIP, 0, STRIP, port.height())
        self.strip.setVisible(wanted)
        self.margin.setGeometry(left, 0, max(0, room), port.height())
        self.margin.setVisible(wanted and room >= NARROW_MARGIN)

    def follow(self, stack: PageStack, sight: tuple[int, int]) -> None:
        """Other pages are in sight, or the same at another zoom: label what begins there, place all in the strip."""
        if not len(stack):
            self.margin.show_labels((), "", "")
            self.strip.show_ticks((), "")
            return
        in_sight = stack.between(*sight)
        found = {mark.id: mark for page in in_sight for mark, _ in self._by_page.get(page, ())}
        labels = []
        for mark in found.values():
            boxes = [stack.rect(*line) for line in self._lines(mark) if line.page in in_sight]
            seen = [box.y for box in boxes if box.y + box.height > sight[0] and box.y < sight[1]]
            if seen:
                labels.append(Label(mark, max(0, seen[0] - sight[0])))
        labels.sort(key=lambda label: (label.y, label.mark.first, label.mark.lane))
        self.margin.show_labels(labels, self._chosen, self._own)
        self.strip.show_sight(sight[0] / stack.height, min(1.0, sight[1] / stack.height))
        if self._ticked != (self._marks, stack):
            known = self._ticks if self._ticked is not None and self._ticked[1] == stack else {}
            self._ticked, self._ticks = (self._marks, stack), {}
            for mark in self._marks.all:
                there = known.get(mark.id)
                tick = there[1] if there is not None and there[0] is mark else self._tick(mark, stack)
                if tick is not None:
                    self._ticks[mark.id] = mark, tick
        self.strip.show_ticks([tick for _, tick in self._ticks.values()], self._chosen)

    def paint(self, paint: PagePaint, page: int, placed: Callable[[int, Sequence[Found]], Iterable[QRect]]) -> None:
        """Paint those on this page; `placed` tells where words stand on the viewport."""
        for mark, part in self._by_page.get(page, ()):
            if mark.id == self._chosen:
                paint.chosen(placed(page, [part]), mark.look)
        for mark, part in self._by_page.get(page, ()):
            paint.code(placed(page, [part]), mark.look, mark.lane, self._depth(mark))

    def _depth(self, mark: Mark) -> int:
        """How many lanes there are where the mark stands."""
        if mark.id not in self._depths:
            self._depths[mark.id] = 1 + max(other.lane for other in self._marks.at(mark.first, mark.last))
        return self._depths[mark.id]

    def _pages_of(self, part: Found) -> list[int]:
        pieces = self._manifesto.shown[part.block].pieces if self._manifesto else ()
        pages = (piece.page for piece in pieces if piece.start < part.end and piece.end > part.start)
        return [page for page in dict.fromkeys(pages) if page is not None]

    def _lines(self, mark: Mark) -> list[OnPage]:
        """The lines of print that hold its words."""
        if self._manifesto is None:
            return []
        return [line for part in mark.parts for line in self._manifesto.rects(*part)]

    def _printed(self, place: Place) -> OnPage | None:
        return self._manifesto.on_page(place) if self._manifesto is not None else None

    def _tick(self, mark: Mark, stack: PageStack) -> Tick | None:
        first = self._printed(mark.first)
        last = self._printed(Place(mark.last.block, max(0, mark.last.offset - 1)))
        if first is None or last is None:
            return None
        top, end = stack.rect(*first).y, stack.rect(*last)
        bottom = max(top, end.y) + end.height
        return Tick(mark.id, top / stack.height, bottom / stack.height, mark.look, mark.lane)


def margin_for(view: QAbstractScrollArea) -> int:
    """The room that is kept beside the pages in this view, in pixels: for names, strip and scroll bar."""
    return STRIP + max(NARROW_MARGIN, min(MARGIN, view.width() // 7)) + _scroll_bar(view)


def _scroll_bar(view: QAbstractScrollArea) -> int:
    """How wide the scroll bar is, which lies over the right edge of the view."""
    return view.verticalScrollBar().sizeHint().width()
