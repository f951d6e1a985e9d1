"""Draws the entries of a column: heads of rows, cards, silences."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.compare.cards.card_foot import foot, label_at
from ui.compare.cards.card_layout import INSET, MARK_SIZE, CardLayout, Label, PlacedText, Spot, caption_font, text_width
from ui.compare.cards.card_sizes import CardSizes, head_height
from ui.compare.cards.column_model import ColumnRole
from ui.compare.cards.entries import Entry, EntryKind
from ui.compare.cards.kind_marks import draw_kind
from ui.theme.tokens import RADIUS, STEP
from ui.theme.words import one_line, show_tip

_FOCUS_LINE = 2
_MARK_RADIUS = 2


class CardDelegate(QStyledItemDelegate):
    """Draws a column that begins `offset` pixels right of the first one; all together they are `across` wide."""

    def __init__(self, sizes: CardSizes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sizes = sizes
        self.offset = 0
        self.across = 0

    def card_foot(self, rect: QRect, entry: Entry, *, pointed: bool, in_plan: bool) -> list[Label]:
        """The words at the foot of the card whose entry is drawn in `rect`."""
        card = QRect(rect.left(), rect.top(), rect.width(), self.sizes.height(entry))
        return foot(card, self.sizes.column, pointed=pointed, in_plan=in_plan)

    def _draw_card(
        self, painter: QPainter, rect: QRect, entry: Entry, state: QStyle.StateFlag, *, in_plan: bool
    ) -> None:
        layout = self.sizes.layout(entry)
        chosen = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        _draw_ground(painter, QRect(rect.left(), rect.top(), rect.width(), layout.height), state)
        painter.setFont(caption_font())
        colours = theme.tokens().colours
        for label in self.card_foot(rect, entry, pointed=chosen, in_plan=in_plan):
            painter.setPen(QColor(colours.accent if label.spot else colours.secondary))
            _draw_label(painter, label)
        painter.translate(rect.topLeft())
        for text in layout.texts:
            _draw_marks(painter, text)
            painter.setPen(QColor(colours.secondary if text.quiet else colours.ink))
            text.layout.draw(painter, text.at)
        _draw_caption(painter, layout, chosen)

    def spot_at(self, rect: QRect, entry: Entry, point: QPointF, *, in_plan: bool) -> Spot | None:
        """What of the entry's card drawn in `rect` can be clicked at `point`, both in the view's pixels."""
        word = label_at(self.card_foot(rect, entry, pointed=True, in_plan=in_plan), point)
        return word.spot if word is not None else self.sizes.layout(entry).spot(point - QPointF(rect.topLeft()))

    def _draw_sentence(self, painter: QPainter, rect: QRect, entry: Entry, state: QStyle.StateFlag) -> None:
        height = self.sizes.height(entry)
        _draw_ground(painter, QRect(rect.left(), rect.top(), rect.width(), height), state)
        painter.setFont(theme.fonts.interface(theme.tokens().body))
        colours = theme.tokens().colours
        plain = colours.ink if entry.kind is EntryKind.MARK else colours.secondary
        painter.setPen(QColor(colours.accent if entry.is_link else plain))
        top = rect.top() + (0 if entry.kind is EntryKind.FIGURES else self.sizes.sentence_top())
        room = QRect(rect.left() + INSET, top, text_width(self.sizes.column), height)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), entry.text)

    def _draw_manifesto(self, painter: QPainter, rect: QRect, entry: Entry, state: QStyle.StateFlag) -> None:
        """The name of a manifesto in the list, and how many passages follow."""
        height, now = self.sizes.height(entry), theme.tokens()
        _draw_ground(painter, QRect(rect.left(), rect.top(), rect.width(), height), state)
        room = QRect(rect.left() + INSET, rect.top(), text_width(self.sizes.column), height)
        painter.setFont(theme.fonts.reading(now.reading, bold=True))
        painter.setPen(QColor(now.colours.ink))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), one_line(entry.name))
        painter.setFont(caption_font())
        painter.setPen(QColor(now.colours.secondary))
        said = entry.text.rstrip(".")
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), said)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(ColumnRole.ENTRY)
        rect, state = option.rect, option.state
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)  # piled marks reach into the rows beside
        if entry.kind is EntryKind.HEAD:
            draw_head(painter, QRect(rect.left() - self.offset, rect.top(), self.across, head_height()), entry)
        elif entry.kind is EntryKind.HEADING:
            _draw_ground(painter, QRect(rect.left(), rect.top(), rect.width(), head_height()), state)
            draw_head(painter, QRect(rect.left(), rect.top(), rect.width(), head_height()), entry, ground=False)
        elif entry.kind is EntryKind.MANIFESTO:
            self._draw_manifesto(painter, rect, entry, state)
        elif entry.kind is EntryKind.CARD:
            self._draw_card(painter, rect, entry, state, in_plan=bool(index.data(ColumnRole.IN_PLAN)))
        else:
            self._draw_sentence(painter, rect, entry, state)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        entry = index.data(ColumnRole.ENTRY)
        if not isinstance(entry, Entry) or entry.kind is not EntryKind.CARD:
            return False
        at, in_plan = QPointF(event.pos()), bool(index.data(ColumnRole.IN_PLAN))
        word = label_at(self.card_foot(option.rect, entry, pointed=True, in_plan=in_plan), at)
        tip = word.tip if word is not None else self.sizes.layout(entry).tip(at - QPointF(option.rect.topLeft()))
        show_tip(event.globalPos(), tip, view)
        return True


def draw_head(painter: QPainter, rect: QRect, head: Entry, *, ground: bool = True) -> None:
    """Draw the head of a row: the sub-topic over a line across all columns, and whether the row is folded up."""
    now = theme.tokens()
    if ground:
        painter.fillRect(rect, QColor(now.colours.surface))
    if head.row:
        draw_chevron(painter, rect, folded=head.folded)
    painter.setFont(theme.fonts.interface(now.body, bold=True))
    painter.setPen(QColor(now.colours.ink))
    words = rect.adjusted(INSET, STEP, -INSET, -STEP // 2)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), one_line(head.subtopic))
    painter.setPen(QColor(now.colours.line))
    painter.drawLine(rect.left() + INSET, rect.bottom(), rect.right() - INSET, rect.bottom())


def draw_chevron(painter: QPainter, rect: QRect, *, folded: bool) -> None:
    """Draw the sign in the margin: it points down to what follows, or to the right where that is folded up."""
    middle = QPointF(rect.left() + INSET / 2, rect.center().y() + STEP / 4)
    arm = STEP / 2 - 0.5
    points = (
        [(-arm / 2, -arm), (arm / 2, 0.0), (-arm / 2, arm)]
        if folded
        else [(-arm, -arm / 2), (0.0, arm / 2), (arm, -arm / 2)]
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.tokens().colours.secondary), 1.5))
    painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in points]))
    painter.restore()


def _draw_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """The ground of the card that the keys act on, and a ring while they do."""
    if not state & QStyle.StateFlag.State_Selected:
        return
    colours = theme.tokens().colours
    box = QRectF(rect).adjusted(STEP, 1, -STEP, -1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(colours.accent), _FOCUS_LINE))
        box = box.adjusted(1, 1, -1, -1)
    painter.setBrush(QColor(colours.window))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.restore()


def _draw_marks(painter: QPainter, text: PlacedText) -> None:
    """Draw the faint ground of marked words."""
    if not text.marks:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens().colours.mark))
    for rect in text.marks:
        painter.drawRoundedRect(rect.translated(text.at).adjusted(-1, 0, 1, 0), _MARK_RADIUS, _MARK_RADIUS)
    painter.restore()


def _draw_caption(painter: QPainter, layout: CardLayout, chosen: bool) -> None:
    """Marks and labels under the words; what can be clicked stands out once the card is pointed at or chosen."""
    colours = theme.tokens().colours
    painter.setFont(caption_font())
    for kind, at in layout.marks:
        draw_kind(painter, kind, at, MARK_SIZE)
    for label in layout.labels:
        painter.setPen(QColor(colours.accent if label.spot and chosen else colours.secondary))
        _draw_label(painter, label)


def _draw_label(painter: QPainter, label: Label) -> None:
    painter.drawText(label.rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), label.text)
