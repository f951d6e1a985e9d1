"""Draws a line of the concordance: the context runs up to the hit and on from it, and is cut at its far ends."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui import theme
from ui.annotating.annotating import Annotating
from ui.search.concordance.model import CATEGORY, CODE_ROLE, HIT, LEFT, RIGHT, SOURCE
from ui.shared.lines import paint_ground
from ui.theme.code_marks import colour_in
from ui.theme.paper import snippet_size
from ui.theme.tokens import DOT, HALF, STEP

Index = QModelIndex | QPersistentModelIndex
_CUT = "…"


class LineDelegate(QStyledItemDelegate):
    """Words of manifestos in the reading face, all else in that of the interface."""

    def __init__(self, annotating: Annotating, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annotating = annotating

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect, column, now = QRect(option.rect), index.column(), theme.tokens()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        _paint_ground(painter, option, rect)
        painter.setFont(font_of(column))
        painter.setPen(QColor(now.colours.secondary if column in (CATEGORY, SOURCE) else now.colours.ink))
        # The context touches the hit's column, so that the line reads as one.
        words = rect.adjusted(STEP if column != RIGHT else HALF, 0, -STEP if column != LEFT else -HALF, 0)
        code = index.data(CODE_ROLE) if column == CATEGORY else None
        if code is not None:
            _paint_dot(painter, words, colour_in(self._annotating.codebook, code))
            words.setLeft(words.left() + DOT + STEP)
        _paint_words(painter, words, index)
        painter.restore()


def font_of(column: int) -> QFont:
    """The font of what stands in a column."""
    now = theme.tokens()
    if column in (CATEGORY, SOURCE):
        return theme.fonts.interface(now.small)
    return theme.fonts.reading(snippet_size(now), bold=column == HIT)


def row_height() -> int:
    """How high a line is, in pixels."""
    return QFontMetrics(font_of(HIT)).height() + STEP


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
    """The ground of a cell as part of its whole row, with one bar at its left end."""
    table, whole = option.widget, QRect(rect)
    if isinstance(table, QTableView):
        whole.setLeft(0)
        whole.setRight(table.viewport().width())
        focus = QStyle.StateFlag.State_HasFocus
        option.state = option.state | focus if table.hasFocus() else option.state & ~focus
    paint_ground(painter, whole, option.state, divided=False)


def _paint_words(painter: QPainter, words: QRect, index: Index) -> None:
    text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
    column = index.column()
    cut = Qt.TextElideMode.ElideLeft if column == LEFT else Qt.TextElideMode.ElideRight
    elided = painter.fontMetrics().elidedText(text, cut, words.width())
    if column in (LEFT, RIGHT):
        elided = between_words(text, elided)
    if column == HIT and elided:
        width = min(words.width(), painter.fontMetrics().horizontalAdvance(elided)) + STEP
        ground = QRect(words.center().x() - width // 2, words.top() + HALF, width, words.height() - 2 * HALF)
        painter.fillRect(ground, QColor(theme.tokens().colours.mark))
    flags = int(index.data(Qt.ItemDataRole.TextAlignmentRole)) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(words, flags, elided)


def between_words(text: str, elided: str) -> str:
    """A text that was cut at its beginning or its end, cut between words where it has any."""
    if elided.startswith(_CUT) and not text.startswith(_CUT):
        kept = elided.removeprefix(_CUT)
        before, _, after = kept.partition(" ")
        whole = not before or text[: len(text) - len(kept)].endswith(" ")
        return _CUT + (kept.lstrip() if whole or not after else after)
    if elided.endswith(_CUT) and not text.endswith(_CUT):
        kept = elided.removesuffix(_CUT)
        before, _, after = kept.rpartition(" ")
        whole = not after or text[len(kept) :].startswith(" ")
        return (kept.rstrip() if whole or not before else before) + _CUT
    return elided


def _paint_dot(painter: QPainter, words: QRect, colour: str) -> None:
    colours = theme.tokens().colours
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.legible(colour, colours.surface, colours.ink)))
    painter.drawEllipse(words.left(), words.center().y() - DOT // 2 + 1, DOT, DOT)
    painter.restore()
