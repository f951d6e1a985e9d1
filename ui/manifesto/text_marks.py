"""Marks on flowing text: lines under the words, the ground of the chosen ones, names in the margin, the strip."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTextEdit

from ui import theme
from ui.manifesto.mark_margin import Label, MarkMargin
from ui.manifesto.mark_strip import MarkStrip, Tick
from ui.manifesto.marks import Mark, Marks
from ui.manifesto.text_geometry import TextGeometry
from ui.theme import code_marks
from ui.theme.mark_paint import paint_line
from ui.theme.tokens import HALF


class TextMarks(QObject):
    """What one view of flowing text shows of codes and notes. It paints what is in sight and lays nothing out."""

    clicked = Signal(str)  # the id of an annotation, in the margin or the strip

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._geometry: TextGeometry | None = None
        self._marks = Marks()
        self._chosen = self._own = ""
        self._ticks: dict[str, tuple[Mark, Tick]] = {}  # placed once, as long as the text stands as it does
        self._ticked = (0.0, 0)  # how high all of it was then, and a line
        self.margin = MarkMargin(view)
        self.strip = MarkStrip(view)
        self.margin.clicked.connect(self.clicked)
        self.strip.clicked.connect(self.clicked)
        self.strip.went.connect(self._go)
        self._counting = QTimer(self, singleShot=True, interval=0)  # once for all that changes in one turn
        self._counting.timeout.connect(self._show_ticks)

    @property
    def marks(self) -> Marks:
        return self._marks

    @property
    def settled(self) -> bool:
        return not self._counting.isActive()

    def show(self, marks: Marks, chosen: str, own: str) -> None:
        """Show these marks; `chosen` is the id of the one that is chosen, `own` of the coder at work."""
        others = marks is not self._marks
        self._marks, self._chosen, self._own = marks, chosen, own
        self._view.viewport().update()
        self.follow()
        if others:
            self._counting.start()
        else:
            self.strip.show_ticks(self.strip.ticks, chosen)

    def set_on(self, geometry: TextGeometry) -> None:
        """The text is being set anew: this tells where it stands."""
        self._geometry, self._ticks = geometry, {}
        self.strip.show_ticks((), "")

    def follow(self, *, all_set: bool = False) -> None:
        """What is in sight has changed; `all_set`: all of the text has just been laid out."""
        if self._geometry is None:
            return
        first, last = self._geometry.in_sight()
        found = sorted(self._marks.between(first, last), key=lambda mark: (mark.first, mark.lane))
        begun = [self._label(mark) for mark in found]
        self.margin.show_labels([label for label in begun if label is not None], self._chosen, self._own)
        height = self._height()
        top = self._geometry.scrolled
        self.strip.show_sight(top / height, min(1.0, (top + self._view.viewport().height()) / height))
        if all_set:
            self._ticks = {}
            self._counting.start()

    def chosen_in(self, block: int | None) -> bool:
        """Whether chosen words stand in the block of this number."""
        chosen = self._marks.get(self._chosen)
        return chosen is not None and any(part.block == block for part in chosen.parts)

    def paint_grounds(self, painter: QPainter) -> None:
        """The ground of the chosen words; before the text is painted."""
        chosen = self._marks.get(self._chosen)
        if chosen is None or self._geometry is None:
            return
        now = theme.tokens()
        ground = QColor(code_marks.chosen_ground(chosen.look, now))
        first, last = self._geometry.in_sight()
        for part in chosen.parts:
            if first <= part.block <= last:
                for stroke in self._geometry.strokes(part):
                    top = stroke.top - self._geometry.scrolled
                    painter.fillRect(
                        QRectF(stroke.left - 1, top, stroke.right - stroke.left + 2, stroke.bottom - stroke.top), ground
                    )

    def paint_lines(self, painter: QPainter) -> None:
        """The lines of all marks in sight; after the text, so that no selection hides them.

        Letters stay as they are: a line darkens light ground and lightens dark ground, and letters are further on.
        """
        if self._geometry is None or not self._marks.all:
            return
        now = theme.tokens()
        modes = QPainter.CompositionMode
        painter.setCompositionMode(modes.CompositionMode_Lighten if now.dark else modes.CompositionMode_Multiply)
        first, last = self._geometry.in_sight()
        for mark in self._marks.between(first, last):
            self._paint_line(painter, mark, (first, last))

    def _paint_line(self, painter: QPainter, mark: Mark, sight: tuple[int, int]) -> None:
        now, geometry = theme.tokens(), self._geometry
        if geometry is None:
            return
        colour, thick = code_marks.line_on_text(mark.look, now), code_marks.thickness(now)
        below = code_marks.lane_top(mark.lane, now)
        port = self._view.viewport().height()
        for part in mark.parts:
            if not sight[0] <= part.block <= sight[1]:
                continue
            for stroke in geometry.strokes(part):
                top = round(stroke.baseline) + below - geometry.scrolled
                if -thick <= top <= port:
                    # A hair's breadth between two passages of one code that follow each other.
                    right = max(stroke.left + 1, stroke.right - 1)
                    paint_line(painter, stroke.left, right, top, thick, colour=colour, pattern=mark.look.pattern)

    def _label(self, mark: Mark) -> Label | None:
        """Beside its first line in sight; None where none is."""
        if self._geometry is None:
            return None
        top, end = self._geometry.top_of(mark.first), self._geometry.top_of(mark.last)
        above, port = self._geometry.scrolled, self._view.viewport().height()
        if top is None or top - above > port or (end is not None and end - above < 0):
            return None
        return Label(mark, max(0, round(top) - above + HALF))

    def _height(self) -> float:
        """Of all that has been laid out, in pixels."""
        return float(max(1, self._view.verticalScrollBar().maximum() + self._view.viewport().height()))

    def _show_ticks(self) -> None:
        """Place all marks in the strip, once the text has been laid out."""
        if self._geometry is None:
            return
        height, line = self._height(), theme.tokens().reading
        known, self._ticks = (self._ticks, {}) if self._ticked == (height, line) else ({}, {})
        self._ticked = height, line
        for mark in self._marks.all:
            there = known.get(mark.id)
            if there is not None and there[0] is mark:
                self._ticks[mark.id] = there
                continue
            top, end = self._geometry.top_of(mark.first), self._geometry.top_of(mark.last)
            if top is not None and end is not None:
                self._ticks[mark.id] = mark, Tick(mark.id, top / height, (end + line) / height, mark.look, mark.lane)
        self.strip.show_ticks([tick for _, tick in self._ticks.values()], self._chosen)

    def _go(self, share: float) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(round(share * self._height() - self._view.viewport().height() / 2))
