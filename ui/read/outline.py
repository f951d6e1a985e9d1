"""The headings of a manifesto as a tree; the heading that is being read is the current one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from reader.model import Kind
from ui import theme
from ui.read.manifesto import OpenManifesto, Place
from ui.theme.rows import Clipped
from ui.theme.tokens import TWO
from ui.theme.words import give_tip, one_line

# An outline of so many headings is shown whole, a longer one folded to its upper two levels.
_ALL_SHOWN = 40
_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the outline: its depth from 1, its words, and where in the text it stands."""

    level: int
    title: str
    place: Place


def outline_of(manifesto: OpenManifesto) -> list[Heading]:
    """The headings in the text; where there are none, the file's own outline by page."""
    headings = [
        Heading(block.level or 1, block.text, Place(number))
        for number, block in enumerate(manifesto.shown)
        if block.kind is Kind.HEADING
    ]
    if headings:
        return headings
    entries = [(entry, manifesto.start_of(entry.page)) for entry in manifesto.outline]
    return [Heading(entry.level, entry.title, place) for entry, place in entries if place is not None]


class OutlineView(QTreeView):
    """The outline of the manifesto that is open."""

    heading_chosen = Signal(object)  # Place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings: list[Heading] = []
        self._items: list[QStandardItem] = []
        self._outline = QStandardItemModel(self)
        self.setModel(self._outline)
        self.setItemDelegate(Clipped(self))
        self.setAccessibleName("Outline")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(TWO)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def headings(self) -> Sequence[Heading]:
        return self._headings

    def show_outline(self, headings: Sequence[Heading]) -> None:
        """Show these headings; a level that is skipped is closed up."""
        self._headings = list(headings)
        self._items = []
        self._outline.clear()
        above: list[tuple[int, QStandardItem]] = []
        for heading in headings:
            while above and above[-1][0] >= heading.level:
                above.pop()
            item = QStandardItem(one_line(heading.title))
            give_tip(item, heading.title)
            item.setData(heading.place, _PLACE)
            (above[-1][1] if above else self._outline.invisibleRootItem()).appendRow(item)
            above.append((heading.level, item))
            self._items.append(item)
        if len(headings) <= _ALL_SHOWN:
            self.expandAll()
        else:
            self.expandToDepth(0)

    def follow(self, place: Place) -> None:
        """Make the heading that this point stands under the current one."""
        number = bisect_right(self._headings, place, key=lambda heading: heading.place) - 1
        if number < 0:
            self.setCurrentIndex(QModelIndex())
            return
        index = self._in_sight(self._items[number].index())
        if index != self.currentIndex():
            with QSignalBlocker(self):
                self.setCurrentIndex(index)
            self.scrollTo(index)

    def _in_sight(self, index: QModelIndex) -> QModelIndex:
        """The heading itself, or the folded one that hides it."""
        shown = index
        parent = index.parent()
        while parent.isValid():
            if not self.isExpanded(parent):
                shown = parent
            parent = parent.parent()
        return shown

    def _choose(self, index: QModelIndex) -> None:
        place = index.data(_PLACE)
        if isinstance(place, Place):
            self.heading_chosen.emit(place)

    def _dress(self) -> None:
        self.setFont(theme.fonts.interface(theme.tokens().body))
