"""Draws the rows of the results: heads of manifestos, and snippets with the words that were found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from index.results import Hit
from ui import theme
from ui.passages.hits import place_of
from ui.passages.snippet import snippet
from ui.passages.snippet_layout import SnippetLayout, SnippetLayouts
from ui.search.passages.groups import Group
from ui.search.passages.results_model import GROUP_ROLE, HIT_ROLE
from ui.shared.lines import paint_ground
from ui.theme.paper import line_height
from ui.theme.tokens import FOUR, SIX, STEP, TWO
from ui.theme.words import one_line

Index = QModelIndex | QPersistentModelIndex
_INSET = TWO + STEP  # from the view's edge to the words
_PAD = STEP + 2  # above and below a hit
_BAR = 4


class ResultDelegate(QStyledItemDelegate):
    """Rows are `width` pixels wide, which must be told before sizes are asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.width = 0
        self._layouts = SnippetLayouts()

    def forget(self) -> None:
        """Lay everything out anew: another theme, size or list."""
        self._layouts.forget()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        hit = index.data(HIT_ROLE)
        if hit is None:
            return QSize(self.width, round((SIX if index.row() else FOUR + STEP) * max(1.0, theme.tokens().scale)))
        return QSize(self.width, self._layout(hit).height + _small_line() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = QRect(0, option.rect.top(), self.width, option.rect.height())
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)  # piled marks reach into the rows beside
        hit = index.data(HIT_ROLE)
        if hit is None:
            _paint_group(painter, rect, index.data(GROUP_ROLE), option.state, first=index.row() == 0)
        else:
            self._paint_hit(painter, rect, hit, option.state)
        painter.restore()

    def _layout(self, hit: Hit) -> SnippetLayout:
        return self._layouts.laid_out(
            snippet(hit.text, hit.marks, hit.lead_in, hit.language), max(SIX, self.width - _INSET - TWO)
        )

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: Hit, state: QStyle.StateFlag) -> None:
        now = theme.tokens()
        paint_ground(painter, rect, state, divided=False)
        words = self._layout(hit)
        painter.setPen(QColor(now.colours.ink))
        words.layout.draw(painter, QPointF(_INSET, rect.top() + _PAD))
        painter.setFont(theme.fonts.interface(now.small))
        painter.setPen(QColor(now.colours.secondary))
        below = QRect(_INSET, rect.top() + _PAD + words.height, rect.width() - _INSET - TWO, _small_line())
        _paint_line(painter, below, place_of(hit))


def _paint_group(painter: QPainter, rect: QRect, group: Group, state: QStyle.StateFlag, *, first: bool) -> None:
    """Who, which manifesto, and how many hits."""
    now, document = theme.tokens(), group.document
    paint_ground(painter, rect, state, divided=False)
    if not first:
        painter.fillRect(QRect(TWO, rect.top(), rect.width() - 2 * TWO, 1), QColor(now.colours.line))
    words = rect.adjusted(_INSET, 0 if first else STEP, -TWO, 0)
    bold = theme.fonts.interface(now.body, bold=True)
    if document.colour:
        height = QFontMetrics(bold).height()
        bar = QRect(_INSET - STEP - _BAR // 2, words.center().y() - height // 2, _BAR, height)
        painter.fillRect(bar, QColor(theme.legible(document.colour, now.colours.surface, now.colours.ink)))
    painter.setFont(theme.fonts.interface(now.small, figures=True))
    painter.setPen(QColor(now.colours.secondary))
    count = f"{len(group.hits):,}"
    painter.drawText(words, _flags(Qt.AlignmentFlag.AlignRight), count)
    words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(count) - TWO)
    painter.setFont(bold)
    painter.setPen(QColor(now.colours.ink))
    words.setLeft(words.left() + _paint_line(painter, words, document.name) + STEP)
    painter.setFont(theme.fonts.interface(now.small))
    painter.setPen(QColor(now.colours.secondary))
    title = document.called if document.called != document.name else ""
    _paint_line(painter, words, ", ".join(part for part in (title, document.year) if part))


def _paint_line(painter: QPainter, rect: QRect, text: str) -> int:
    """Draw one line of text, elided; returns its width."""
    elided = painter.fontMetrics().elidedText(one_line(text), Qt.TextElideMode.ElideRight, max(0, rect.width()))
    painter.drawText(rect, _flags(Qt.AlignmentFlag.AlignLeft), elided)
    return painter.fontMetrics().horizontalAdvance(elided)


def _flags(alignment: Qt.AlignmentFlag) -> int:
    return int(alignment | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


def _small_line() -> int:
    return line_height(theme.tokens().small)
