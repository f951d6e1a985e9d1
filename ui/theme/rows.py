"""Rows of lists and tables drawn calmly: ink on the surface, a faint accent under what is chosen, no boxes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import fonts
from ui.theme.theme import tokens as now
from ui.theme.tokens import DOT, FOUR, HALF, STEP
from ui.theme.words import one_line

Index = QModelIndex | QPersistentModelIndex

# Roles that a model may answer to beside Qt's own.
DOT_ROLE = Qt.ItemDataRole.UserRole + 1  # #rrggbb of a small dot before the words
NOTE_ROLE = Qt.ItemDataRole.UserRole + 2  # secondary words at the right end of the row
FAINT_ROLE = Qt.ItemDataRole.UserRole + 3  # whether the words are secondary
FIGURES_ROLE = Qt.ItemDataRole.UserRole + 4  # whether the words are figures that align
SHORT_ROLE = Qt.ItemDataRole.UserRole + 5  # what stands for the words where there is no room for all of them


class Clipped(QStyledItemDelegate):
    """Rows as the style draws them, of which nothing stands in the rows above and below."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = one_line(option.text)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        super().paint(painter, option, index)
        painter.restore()


class Rows(Clipped):
    """Draws rows of one line: a tick box, a dot, words, a note. Qt's font role gives italics.

    `floating` rows stand on the raised ground of a panel; of `whole` rows, no single cell is in use; `elided` ones ask
    for no width of their own.
    """

    wraps = False  # whether words go on in further lines

    def __init__(self, parent: QObject, *, floating: bool = False, whole: bool = False, elided: bool = False) -> None:
        super().__init__(parent)
        self._elided = elided
        self._floating = floating
        self._whole = whole

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        width = 0 if self._elided else hint.width() + STEP
        return QSize(width, round((FOUR + HALF) * max(1.0, now().scale)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = QRect(option.rect)
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        if self._floating:
            painter.fillRect(rect, QColor(now().colours.raised))
        _ground(painter, option, rect, ring=not self._whole)
        words = rect.adjusted(STEP, 0, -STEP, 0)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            words.setLeft(self._tick(painter, option, index) + STEP)
        dot = index.data(DOT_ROLE)
        if dot is not None:
            _dot(painter, words, dot)
            words.setLeft(words.left() + DOT + STEP)
        note = index.data(NOTE_ROLE)
        if note:
            words.setRight(words.right() - _note(painter, words, one_line(str(note))) - STEP)
        _words(painter, words, index, wraps=self.wraps)
        painter.restore()

    def _tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> int:
        """Draw the tick box where Qt looks for clicks on it; where it ends."""
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        style = box.widget.style()
        box.rect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, box, box.widget)
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        )
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, box.widget)
        return int(box.rect.right())


def show_whole_rows(view: QAbstractItemView, beside: int = 0) -> None:
    """Leave blank what is too low for a row: half of one at the lower edge looks like a fault. For resizeEvent.

    `beside` is the room in pixels between the rows and the scrollbar.
    """
    row = view.sizeHintForRow(0)
    view.setViewportMargins(0, 0, beside, view.height() % row if row > 0 else 0)


def floating(view: QAbstractItemView) -> None:
    """Let the ground of the panel that the view stands on show through it."""
    view.viewport().setAutoFillBackground(False)


def _ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, *, ring: bool) -> None:
    colours = now().colours
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(colours.accent_tint))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(colours.hover))
    if ring and option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(colours.accent))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _dot(painter: QPainter, words: QRect, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(words.left(), words.center().y() - DOT // 2 + 1, DOT, DOT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _note(painter: QPainter, words: QRect, note: str) -> int:
    painter.setFont(fonts.interface(now().small))
    painter.setPen(QColor(now().colours.secondary))
    painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
    return painter.fontMetrics().horizontalAdvance(note)


def _words(painter: QPainter, words: QRect, index: Index, *, wraps: bool) -> None:
    wanted = index.data(Qt.ItemDataRole.FontRole)
    italic = isinstance(wanted, QFont) and wanted.italic()
    bold = isinstance(wanted, QFont) and wanted.bold()
    figures = bool(index.data(FIGURES_ROLE))
    painter.setFont(fonts.interface(now().body, italic=italic, bold=bold, figures=figures))
    colours = now().colours
    painter.setPen(QColor(colours.secondary if index.data(FAINT_ROLE) else colours.ink))
    text = one_line(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
    alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter if alignment is None else alignment
    if wraps:
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextWordWrap), text)
        return
    if painter.fontMetrics().horizontalAdvance(text) > words.width():
        text = one_line(str(index.data(SHORT_ROLE) or text))
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, int(flags), elided)
