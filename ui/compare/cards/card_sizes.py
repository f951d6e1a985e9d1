"""How high each entry is at a column width: measured once, estimated until then; and the layouts last drawn."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from ui import theme
from ui.compare.cards.card_layout import (
    GAP,
    PAD,
    CardLayout,
    estimated_height,
    lay_out,
    line_height,
    text_width,
)
from ui.compare.cards.entries import Entry, EntryKind, PassageShown
from ui.theme.tokens import STEP, TWO

_KEPT_LAYOUTS = 240


def head_height() -> int:
    """How high the head of a row is."""
    return round(theme.tokens().body * 1.5) + TWO + STEP // 2


class CardSizes:
    """Heights and layouts at one column width and in one theme; thrown away when either changes."""

    def __init__(self, column: int) -> None:
        self.column = column
        self._heights: dict[Entry, int] = {}
        self._estimates: dict[Entry, int] = {}
        self._layouts: OrderedDict[Entry, CardLayout] = OrderedDict()
        self._sentences: dict[str, int] = {}

    def known(self, entry: Entry) -> bool:
        """Whether the entry's height is measured rather than estimated."""
        return entry.kind is not EntryKind.CARD or entry in self._heights

    def height(self, entry: Entry) -> int:
        """How high the entry is, measured or estimated, in pixels."""
        if entry.passage is not None:
            return self._heights.get(entry) or self._estimate(entry, entry.passage)
        if entry.kind in (EntryKind.HEAD, EntryKind.HEADING):
            return head_height()
        if entry.kind is EntryKind.MANIFESTO:
            return line_height() + STEP
        if entry.kind is EntryKind.FIGURES:
            return self._sentence_height(entry.text) - self.sentence_top()
        return self._sentence_height(entry.text)

    def measure(self, entry: Entry) -> None:
        """Find the height of the entry's card."""
        if not self.known(entry):
            self.layout(entry)

    def layout(self, entry: Entry) -> CardLayout:
        """The entry's card laid out, from memory where it was drawn lately. Raises ValueError for what is no card."""
        laid_out = self._layouts.get(entry)
        if laid_out is not None:
            self._layouts.move_to_end(entry)
            return laid_out
        card = entry.card
        if card is None:
            raise ValueError(entry.kind)
        laid_out = self._layouts[entry] = lay_out(card, self.column)
        self._heights[entry] = laid_out.height
        if len(self._layouts) > _KEPT_LAYOUTS:
            self._layouts.popitem(last=False)
        return laid_out

    def _estimate(self, entry: Entry, passage: PassageShown) -> int:
        """About how high the card will be: good enough until it is about to be seen."""
        estimate = self._estimates.get(entry)
        if estimate is None:
            estimate = self._estimates[entry] = estimated_height(
                passage.match, entry.row, passage.density, self.column, expanded=passage.expanded
            )
        return estimate

    @staticmethod
    def sentence_top() -> int:
        """Where a silence begins below the top of its cell: its first line stands beside those of passages."""
        line = QFontMetrics(theme.fonts.interface(theme.tokens().body)).height()
        return PAD + max(0, line_height() - line) // 2

    def _sentence_height(self, sentence: str) -> int:
        """How high a silent cell is."""
        if sentence not in self._sentences:
            metrics = QFontMetrics(theme.fonts.interface(theme.tokens().body))
            room = QRect(0, 0, text_width(self.column), 10_000)
            used = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), sentence)
            self._sentences[sentence] = used.height() + self.sentence_top() + GAP
        return self._sentences[sentence]
