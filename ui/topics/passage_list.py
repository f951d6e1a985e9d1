"""A plain list of passages with the words that were found marked, and where each stands under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from index.results import Hit
from reader.lead_ins import before_words
from reader.library.records import Document
from ui import theme
from ui.search.results_model import place_of
from ui.search.snippet import snippet
from ui.search.snippet_layout import SnippetLayouts
from ui.theme.paper import line_height
from ui.theme.tokens import SIX, STEP, TWO
from ui.theme.words import one_line

Index = QModelIndex | QPersistentModelIndex
HIT_ROLE = Qt.ItemDataRole.UserRole + 1


class PassagesModel(QAbstractListModel):
    """Hits in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()
        self._documents: Mapping[str, Document] = {}

    def show_hits(self, hits: Sequence[Hit], documents: Mapping[str, Document]) -> None:
        """Show these; those in documents that are not known are left out."""
        self.beginResetModel()
        self.hits = tuple(hit for hit in hits if hit.document in documents)
        self._documents = documents
        self.endResetModel()

    def where(self, hit: Hit) -> str:
        """Whose words they are and where they stand."""
        place = place_of(hit)
        return f"{self._documents[hit.document].name} · {place}" if place else self._documents[hit.document].name

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self.hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return before_words(hit.lead_in, hit.language) + hit.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{before_words(hit.lead_in, hit.language)}{hit.text} ({self.where(hit)})"
            case _ if role == HIT_ROLE:
                return hit
        return None


class PassageList(QListView):
    """Return opens the passage where it stands."""

    opened = Signal(str, str)  # document, block

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passages = PassagesModel(self)
        self._delegate = _Passages(self, self.passages)
        self.setModel(self.passages)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._measure_again)

    def _open(self, index: Index) -> None:
        hit = index.data(HIT_ROLE)
        if isinstance(hit, Hit):
            self.opened.emit(hit.document, hit.block)

    def _measure_again(self) -> None:
        self._delegate.layouts.forget()
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure_again()


class _Passages(QStyledItemDelegate):
    """Two lines of the passage in the reading face, and a small one that says where."""

    def __init__(self, view: PassageList, passages: PassagesModel) -> None:
        super().__init__(view)
        self._view = view
        self._passages = passages
        self.layouts = SnippetLayouts()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        words = self.layouts.laid_out(_snippet(index), self._width())
        return QSize(self._view.viewport().width(), words.height + line_height(theme.tokens().small) + TWO)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, rect = theme.tokens(), QRect(option.rect)
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)  # piled marks reach into the rows beside
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(now.colours.accent_tint))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(now.colours.window))
        words = self.layouts.laid_out(_snippet(index), self._width())
        painter.setPen(QColor(now.colours.ink))
        words.layout.draw(painter, QPointF(rect.left() + STEP, rect.top() + STEP))
        painter.setFont(theme.fonts.interface(now.small))
        painter.setPen(QColor(now.colours.secondary))
        below = QRect(rect.left() + STEP, rect.top() + STEP + words.height, self._width(), line_height(now.small))
        said = painter.fontMetrics().elidedText(
            one_line(self._passages.where(index.data(HIT_ROLE))), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), said)
        painter.restore()

    def _width(self) -> int:
        return max(SIX, self._view.viewport().width() - TWO)


def _snippet(index: Index) -> Any:
    hit = index.data(HIT_ROLE)
    return snippet(hit.text, hit.marks, hit.lead_in, hit.language)
