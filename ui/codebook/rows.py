"""Draws a code of the tree: its line as it stands under words, its name, its key and how many passages it has."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.wording import tr
from ui import theme
from ui.codebook.lines import CodeLine
from ui.codebook.model import LINE_ROLE
from ui.theme import code_marks, fonts
from ui.theme.mark_paint import paint_line
from ui.theme.tokens import FOUR, HALF, STEP, TWO
from ui.theme.words import one_line

Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_SAMPLE = 28  # pixels of a line: its pattern shows


class CodeRows(QStyledItemDelegate):
    """A line's colour is told by its pattern too; a code that only groups others has none."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, round(FOUR * max(1.0, theme.tokens().scale)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, CodeLine):
            return
        now, rect = theme.tokens(), QRect(option.rect)
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(now.colours.accent_tint))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(now.colours.hover))
        left, right = rect.left() + HALF, rect.right() - TWO
        if line.codable:
            colour, thick = code_marks.line_on_text(line.look, now), code_marks.thickness(now)
            top = rect.center().y() - thick // 2
            paint_line(painter, left, left + _sample(), top, thick, colour=colour, pattern=line.look.pattern)
        painter.setFont(fonts.interface(now.small, figures=True))
        painter.setPen(QColor(now.colours.secondary))
        right = _put(painter, rect, right, f"{line.all:,}" if line.all else "") - STEP
        right = _put(painter, rect, right, one_line(line.key)) - STEP if line.key else right
        painter.setFont(fonts.interface(now.body))
        painter.setPen(QColor(now.colours.ink if line.codable else now.colours.secondary))
        words = QRect(left + _sample() + STEP, rect.top(), right - left - _sample() - STEP, rect.height())
        name = painter.fontMetrics().elidedText(one_line(line.name), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _MIDDLE | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()

    # Naming

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName(tr("Name of the code"))
        field.setPlaceholderText(tr("Name of the code"))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(_sample() + STEP, 0, -HALF, 0))


def _sample() -> int:
    return round(_SAMPLE * max(1.0, theme.tokens().scale))


def _put(painter: QPainter, rect: QRect, right: int, words: str) -> int:
    """Write these words up to `right`; where they begin, a few figures wide at least, so that columns align."""
    metrics = painter.fontMetrics()
    width = max(metrics.horizontalAdvance(words), metrics.horizontalAdvance("00"))
    painter.drawText(
        QRect(right - width, rect.top(), width, rect.height()), _MIDDLE | Qt.AlignmentFlag.AlignRight, words
    )
    return right - width
