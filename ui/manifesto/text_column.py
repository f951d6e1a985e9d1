"""The column of flowing text in its view: how wide it is set, and what stands beside it: page numbers, codes."""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit

from ui import theme
from ui.manifesto.page_strip import PageNumber, PageStrip
from ui.manifesto.text_geometry import TextGeometry
from ui.manifesto.text_marks import TextMarks
from ui.theme import paper
from ui.theme.code_marks import MARGIN, NARROW_MARGIN, STRIP
from ui.theme.tokens import MEASURE

_LEAST_MEASURE = 240
_LEAST_ANNOTATED = 440 + 2 * paper.GUTTER  # the column gives way to the margin for codes down to this


class TextColumn:
    """Places the column of one view. `margin_kept` keeps room for the names of codes, from the next layout on."""

    def __init__(self, view: QTextEdit, marks: TextMarks) -> None:
        self._view = view
        self._marks = marks
        self.strip = PageStrip(view)
        self.measure = 0  # in pixels
        self.margin_kept = False

    def lay_out(self) -> bool:
        """Centre the column; True when its measure has changed, so that the text must be set again."""
        view, beside = self._view, self._beside
        room = view.width() - beside - paper.PAGE_NUMBERS_WIDTH
        scale = theme.tokens().scale
        wanted = round(MEASURE * scale) + 2 * paper.GUTTER
        kept = 0
        if self.margin_kept:
            spare = room - round(_LEAST_ANNOTATED * scale) - STRIP
            kept = STRIP + max(NARROW_MARGIN, min(round(MARGIN * scale), spare))
        measure = max(_LEAST_MEASURE, min(wanted, room - kept))
        side = max(paper.PAGE_NUMBERS_WIDTH, min((view.width() - beside - measure) // 2, room - kept - measure))
        view.setViewportMargins(side, 0, max(0, view.width() - measure - side - beside), 0)
        self.strip.setGeometry(side - paper.PAGE_NUMBERS_WIDTH, 0, paper.PAGE_NUMBERS_WIDTH, view.height())
        self.place_margin()
        changed = measure != self.measure
        self.measure = measure
        return changed

    def place_margin(self) -> None:
        """The margin for codes takes what is right of the column, and the strip its outer edge."""
        view, marks = self._view, self._marks
        left, right = view.viewport().geometry().right() + 1, view.width() - self._beside
        room = min(right - left - STRIP, round(2 * MARGIN * theme.tokens().scale))
        wanted = self.margin_kept or bool(marks.marks.all)
        marks.strip.setGeometry(right - STRIP, 0, STRIP, view.height())
        marks.strip.setVisible(wanted and right - left >= STRIP)
        marks.margin.setGeometry(left, 0, max(0, room), view.height())
        marks.margin.setVisible(wanted and room >= NARROW_MARGIN)

    def number_pages(self, where: TextGeometry) -> None:
        """Put the printed number beside the beginning of each page in sight."""
        half = paper.line_height(theme.tokens().reading) // 2
        self.strip.show_numbers(
            [
                PageNumber(start.label or str(start.page), rect.center().y() - half)
                for start, rect in where.starts_in_sight()
            ]
        )

    @property
    def _beside(self) -> int:
        """What the scroll bar takes."""
        return self._view.verticalScrollBar().sizeHint().width()
