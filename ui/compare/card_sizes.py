"""How high each entry is at a column width: measured once, estimated until then; and the layouts last drawn."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from ui import theme
from ui.compare.card import Card
from ui.compare.card_layout import PAD, CardLayout, estimated_height, lay_out, line_height, text_width
from ui.compare.entries import Entry, EntryKind
from ui.theme.tokens import STEP, TWO

_KEPT_LAYOUTS = 240


def head_height() -> int:
    """How high the head of a row is."""
    return round(theme.tokens().body * 1.5) + TWO + STEP // 2


class CardSizes:
    """Heights and layouts at one column width and in one theme; thrown away when either changes."""

    def __init__(self, column: int) -> None:
        self.column = column
        self._heights: dict[Card, int] = {}
        self._layouts: OrderedDict[Card, CardLayout] = OrderedDict()
        self._sentences: dict[str, int] = {}

    def known(self, entry: Entry) -> bool:
        """Whether the entry's height is measured rather than estimated."""
        return entry.card is None or entry.card in self._heights

    def height(self, entry: Entry) -> int:
        """How high the entry is, measured or estimated, in pixels."""
        if entry.card is not None:
            measured = self._heights.get(entry.card)
            return estimated_height(entry.card, self.column) if measured is None else measured
        if entry.kind is EntryKind.HEAD:
            return head_height()
        return self._sentence_height(entry.text)

    def measure(self, entry: Entry) -> None:
        """Find the height of the entry's card."""
        if entry.card is not None and entry.card not in self._heights:
            self.layout(entry.card)

    def layout(self, card: Card) -> CardLayout:
        """The card laid out, from memory where it was drawn lately."""
        laid_out = self._layouts.get(card)
        if laid_out is None:
            laid_out = self._layouts[card] = lay_out(card, self.column)
            self._heights[card] = laid_out.height
            if len(self._layouts) > _KEPT_LAYOUTS:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(card)
        return laid_out

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
            self._sentences[sentence] = used.height() + self.sentence_top() + PAD
        return self._sentences[sentence]
