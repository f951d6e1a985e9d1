"""The tree of codes: named where they stand, nested and ordered by dragging and by keys, several chosen at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from reader.wording import tr
from ui import theme
from ui.codebook.lines import CodeLine
from ui.codebook.model import LINE_ROLE, CodesModel
from ui.codebook.rows import CodeRows
from ui.session.settings import Settings
from ui.shared.editing import edit_current
from ui.shared.keyed_list import KeyedView, Offers
from ui.theme.tokens import TWO


class CodesTree(KeyedView, QTreeView):
    """Tells what people wish; makes no edit itself. `offers` gives the menu of what is chosen."""

    chosen_changed = Signal()
    naming_ended = Signal()
    left_upwards = Signal()  # Up from the first row

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.begin_keys(settings, tr("Codes"))
        self._folded: set[str] = set()
        self.offers: Callable[[], Offers] = list
        self.codes = CodesModel(self)
        self.setModel(self.codes)
        drawing = CodeRows(self)
        self.setItemDelegate(drawing)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(TWO)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setExpandsOnDoubleClick(False)
        self.doubleClicked.connect(lambda _: self.rename())
        self.collapsed.connect(lambda index: self._fold(index, folded=True))
        self.expanded.connect(lambda index: self._fold(index, folded=False))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        drawing.closeEditor.connect(self._end)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def line(self) -> CodeLine | None:
        """The code in use."""
        found = self.currentIndex().data(LINE_ROLE)
        return found if isinstance(found, CodeLine) and found.id else None

    @property
    def chosen(self) -> tuple[CodeLine, ...]:
        """The codes that are chosen, as the tree is read."""
        ids = {index.data(LINE_ROLE).id for index in self.selectedIndexes()}
        return tuple(line for line in self.codes.lines if line.id in ids)

    def show_lines(self, lines: tuple[CodeLine, ...], use: str = "", *, unfold: bool = False) -> None:
        """Show these with what was chosen, or the code with the id `use`; folded as it was, unless all is unfolded."""
        before, current = [line.id for line in self.chosen], self.line
        self.codes.show_lines(lines)
        folded = set(self._folded)
        for line in lines:
            if line.parents:
                self.setExpanded(self.codes.index_of(line.id), unfold or line.id not in folded)
        self._folded = folded
        wanted = use or (current.id if current is not None else "")
        if use or [line.id for line in self.chosen] != before:
            self.use(wanted)
            again = QItemSelection()  # at once: what is chosen is told of once, not for each row
            for code in () if use else before:
                if (index := self.codes.index_of(code)).isValid():
                    again.select(index, index)
            self.selectionModel().select(again, self.selectionModel().SelectionFlag.Select)
        self.chosen_changed.emit()

    def use(self, code: str) -> None:
        """Make the code with this id the one in use; the first where it is not there."""
        index = self.codes.index_of(code)
        if not index.isValid():
            index = self.codes.index(0, 0)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def rename(self) -> None:
        """Let the name of the code in use be written."""
        if self.line is not None:
            self.scrollTo(self.currentIndex())
            edit_current(self)

    def begin(self, parent: str) -> None:
        """Let a new code be named, last under the one with this id, "" for the top."""
        if self.writing:
            return
        index = self.codes.begin(parent)
        if index.parent().isValid():
            self.expand(index.parent())
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        edit_current(self)

    def _end(self) -> None:
        self.codes.end()
        self.naming_ended.emit()

    def _fold(self, index: QModelIndex, *, folded: bool) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, CodeLine):
            (self._folded.add if folded else self._folded.discard)(line.id)

    def offered(self) -> Offers:
        """What can be done with what is chosen."""
        return self.offers()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        first = self.currentIndex() == self.codes.index(0, 0) or not self.currentIndex().isValid()
        if event.key() == Qt.Key.Key_Up and not event.modifiers() and first and not self.writing:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """The sign that unfolds a row; the style would fill the ground of a chosen one with the accent."""
        if not self.selectionModel().isSelected(index):
            super().drawBranches(painter, rect, index)
            return
        painter.fillRect(rect, QColor(theme.tokens().colours.accent_tint))
        if self.codes.rowCount(index):
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = rect.adjusted(max(0, rect.width() - self.indentation()), 0, 0, 0)
            option.state = (
                QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Item | QStyle.StateFlag.State_Children
            )
            if self.isExpanded(index):
                option.state |= QStyle.StateFlag.State_Open
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorBranch, option, painter, self)
