"""Draws the lines of a list of passages, and lets one's own words be written where they stand."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.passages.layout import PAD, LaidOut, laid_out
from ui.passages.line import PassageLine
from ui.passages.model import LINE_ROLE
from ui.theme.paper import line_height
from ui.theme.tokens import HALF, SIX, STEP, TWO

Index = QModelIndex | QPersistentModelIndex
_INSET = TWO  # from the view's edge to the words
_BAR = 4
_CHOSEN_BAR = 3
_MOST_KEPT = 500  # lines laid out, each a few kilobytes
_LINES_WRITTEN = 3  # as high the field for one's own words is at least


class OwnWords(QPlainTextEdit):
    """The field for one's own words: Return keeps them, Esc leaves them as they were."""

    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class PassageDelegate(QStyledItemDelegate):
    """Lines are `width` pixels wide, which must be told before sizes are asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.width = 0
        self._written = QPersistentModelIndex()  # where one's own words are being written
        self._kept: dict[tuple[PassageLine, int], LaidOut] = {}

    def forget(self) -> None:
        """Lay everything out anew: another theme, size or list."""
        self._kept.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        if line is None:
            return QSize(self.width, 0)
        height = self._laid_out(line).height
        if index == self._written:
            height = max(height, self._laid_out(line).tops[3] - HALF + _least_written() + PAD)
        return QSize(self.width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if line is None:
            return
        painter.save()
        rect = QRect(0, option.rect.top(), self.width, option.rect.height())
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)  # piled marks reach into the rows beside
        _paint_ground(painter, rect, option.state, divided=index.row() > 0)
        self._paint_line(painter, rect, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: PassageLine) -> None:
        colours, made = theme.tokens().colours, self._laid_out(line)
        if line.colour:
            bar = QRect(_INSET - STEP - _BAR // 2, rect.top() + made.tops[0], _BAR, line_height(theme.tokens().body))
            painter.fillRect(bar, QColor(theme.legible(line.colour, colours.surface, colours.ink)))
        layouts = (made.head, made.where, made.words, made.own)
        quiet = (not line.words, True, False, not line.own)
        for layout, top, secondary in zip(layouts, made.tops, quiet, strict=True):
            painter.setPen(QColor(colours.secondary if secondary else colours.ink))
            layout.draw(painter, QPointF(_INSET, rect.top() + top))

    def _laid_out(self, line: PassageLine) -> LaidOut:
        key = (line, self.width)
        if key not in self._kept:
            if len(self._kept) > _MOST_KEPT:  # lines are also replaced, one by one
                self._kept.clear()
            self._kept[key] = laid_out(line, max(SIX, self.width - _INSET - TWO))
        return self._kept[key]

    # Writing one's own words

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        self._make_room(index)
        field = OwnWords(parent)
        field.document().setDocumentMargin(STEP)  # its words stand where those they replace do
        field.setAccessibleName("Your note")
        field.setTabChangesFocus(True)
        field.finished.connect(lambda: self._finish(field))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, OwnWords) and not editor.document().isModified():
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, OwnWords):
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if line is None:
            return
        top = self._laid_out(line).tops[3] - HALF
        height = max(option.rect.height() - top - PAD, _least_written())
        editor.setGeometry(_INSET - STEP, option.rect.top() + top, self.width - _INSET - STEP, height)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._make_room(QModelIndex())
        super().destroyEditor(editor, index)

    def _make_room(self, written: Index) -> None:
        """Let the line in which somebody writes be so high that the field lies over no other."""
        self._written = QPersistentModelIndex(written)
        self.sizeHintChanged.emit(QModelIndex())  # a list lays itself out whole, whichever line it is told of

    def _finish(self, field: OwnWords) -> None:
        self.commitData.emit(field)
        self.closeEditor.emit(field)


def _least_written() -> int:
    return _LINES_WRITTEN * line_height(theme.tokens().body) + TWO


def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, divided: bool) -> None:
    colours = theme.tokens().colours
    if state & QStyle.StateFlag.State_Selected:
        focused = state & QStyle.StateFlag.State_HasFocus
        painter.fillRect(rect, QColor(colours.accent_tint if focused else colours.hover))
        painter.fillRect(QRect(rect.left(), rect.top(), _CHOSEN_BAR, rect.height()), QColor(colours.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(colours.window))
    if divided:
        painter.fillRect(QRect(_INSET, rect.top(), rect.width() - _INSET - TWO, 1), QColor(colours.line))
