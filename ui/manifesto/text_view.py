"""The flowing text of one manifesto, set for reading: printed pages in the margin, the opened passage marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QAbstractSlider, QFrame, QTextEdit, QWidget

from reader.model import Kind
from reader.wording import tr
from ui import theme
from ui.manifesto.filling import Filling
from ui.manifesto.finding import Found
from ui.manifesto.flow import FlowMap
from ui.manifesto.manifesto import OpenManifesto, PageStart, Place
from ui.manifesto.page_strip import PageNumber, PageStrip
from ui.manifesto.reading_line import reading_line
from ui.manifesto.stretch import between, words_of
from ui.manifesto.typesetting import Typesetting
from ui.theme import paper
from ui.theme.tokens import FOUR, HALF, MEASURE, STEP

# Blocks after the wanted one that must be there before it can be scrolled to a third from the top.
_BELOW = 40
_RESIZED_MS = 120
_LEAST_MEASURE = 240
# Keys that move the text while there is no text cursor to move.
_SCROLLING = {
    Qt.Key.Key_Up.value: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down.value: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp.value: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown.value: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home.value: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End.value: QAbstractSlider.SliderAction.SliderToMaximum,
}


class TextView(QTextEdit):
    """Shows one manifesto as flowing text. Text can be selected and copied, not changed."""

    moved = Signal()  # what is in sight has changed
    filled = Signal()  # all of the text is there

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # files dropped here are for the window
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.show_cursor(QAccessible.isActive())  # screen readers follow it
        self._manifesto: OpenManifesto | None = None
        self._map = FlowMap(self.document(), ())
        self._marked: int | None = None
        self._found: Sequence[Found] = ()
        self._current: Found | None = None
        self._awaited: Place | None = None
        self._aimed: tuple[int, Place] | None = None  # how far it was scrolled for that
        self._measure = 0
        self._strip = PageStrip(self)
        self._filling = Filling(self)
        self._filling.advanced.connect(self._on_advanced)
        self._filling.finished.connect(self._on_filled)
        self._resized = QTimer(self, singleShot=True, interval=_RESIZED_MS)
        self._resized.timeout.connect(self._set_again)
        self.verticalScrollBar().valueChanged.connect(self._on_moved)
        theme.changed.connect(self._set_again)

    @property
    def strip(self) -> PageStrip:
        return self._strip

    @property
    def settled(self) -> bool:
        """Whether all of the text is there and what was to be gone to has been."""
        return self._filling.filled and self._awaited is None and not self._resized.isActive()

    def open(self, manifesto: OpenManifesto | None) -> None:
        """Show this manifesto from its beginning; None shows nothing."""
        self._manifesto = manifesto
        self._marked = self._current = self._awaited = self._aimed = None
        self._found = ()
        self.setAccessibleName(tr("Text of {title}", title=manifesto.document.called) if manifesto else tr("Text"))
        self._fill()

    def go_to(self, place: Place) -> None:
        """Bring this point to a third from the top and put the text cursor there, as soon as it has been set."""
        if self._manifesto is None or not 0 <= place.block < len(self._manifesto.shown):
            return
        self._awaited = place
        self.viewport().setUpdatesEnabled(False)
        self._reach(self.document().blockCount())

    def show_cursor(self, shown: bool) -> None:
        """Show a text cursor that the arrow keys move; without it they scroll."""
        self.setCursorWidth(1 if shown else 0)
        if shown and not self.viewport().rect().contains(self.cursorRect()):
            self.setTextCursor(self.cursorForPosition(QPoint(0, self.viewport().height() // 3)))

    @property
    def selected(self) -> tuple[Found, ...]:
        """What is selected, block by block."""
        cursor = self.textCursor()
        start, end = self._map.place(cursor.selectionStart()), self._map.place(cursor.selectionEnd())
        if self._manifesto is None or start is None or end is None:
            return ()
        return between(self._manifesto.shown, start, end)

    def select(self, parts: Sequence[Found]) -> None:
        """Select from the first of these parts to the last, if all of the text is there."""
        if parts and self._filling.filled:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._map.position(Place(parts[0].block, parts[0].start)))
            end = self._map.position(Place(parts[-1].block, parts[-1].end))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def mark(self, block: int | None) -> None:
        """Mark this passage as the one that was opened; None marks none."""
        self._marked = block
        self.viewport().update()

    def show_found(self, found: Sequence[Found], current: Found | None) -> None:
        """Tint these occurrences (in reading order) and one of them more strongly."""
        self._found, self._current = found, current
        self._tint_found()

    @property
    def aim(self) -> Place | None:
        """What was gone to, as long as nobody has scrolled since."""
        if self._awaited is not None:
            return self._awaited
        if self._aimed is not None and self._aimed[0] == self.verticalScrollBar().value():
            return self._aimed[1]
        return None

    def place(self) -> Place:
        """What is read now: what was gone to, and once that was scrolled away, the point at the reading line."""
        aim = self.aim
        if aim is not None:
            return aim
        bar, view = self.verticalScrollBar(), self.viewport()
        line = QPoint(view.width() // 2, reading_line(bar.value(), bar.maximum(), view.height()))
        return self._map.place(self.cursorForPosition(line).position()) or Place(0)

    def shows(self, block: int) -> bool:
        """Whether some of this block is in sight."""
        if self._awaited is not None:
            return self._awaited.block == block
        rect = self._rect_of(block)
        return rect is not None and rect.bottom() > 0 and rect.top() < self.viewport().height()

    # How it comes about

    def _fill(self) -> None:
        self._filling.stop()
        self.setExtraSelections([])
        self.document().clear()
        self._lay_out_column()
        self.setLineWrapColumnOrWidth(self._measure)
        self.document().setDocumentMargin(paper.GUTTER)
        shown = self._manifesto.shown if self._manifesto else ()
        self._map = FlowMap(self.document(), shown)
        self._filling.start(self.document(), shown, Typesetting(theme.tokens()))

    def _set_again(self) -> None:
        """Set the same text anew (another width, size or theme), at the same place."""
        place = self.place()
        self._fill()
        if place != Place(0):
            self.go_to(place)

    def _lay_out_column(self) -> bool:
        """Centre the column; True when its measure has changed, so that the text must be set again."""
        beside = self.verticalScrollBar().sizeHint().width()
        room = self.width() - beside - paper.PAGE_NUMBERS_WIDTH
        wanted = round(MEASURE * theme.tokens().scale) + 2 * paper.GUTTER
        measure = max(_LEAST_MEASURE, min(wanted, room))
        side = max(paper.PAGE_NUMBERS_WIDTH, (self.width() - beside - measure) // 2)
        self.setViewportMargins(side, 0, max(0, self.width() - measure - side - beside), 0)
        self._strip.setGeometry(side - paper.PAGE_NUMBERS_WIDTH, 0, paper.PAGE_NUMBERS_WIDTH, self.height())
        changed = measure != self._measure
        if changed:
            self._measure = measure
        return changed

    def _on_advanced(self, blocks: int) -> None:
        self._reach(blocks)

    def _on_filled(self) -> None:
        self._reach(self.document().blockCount())
        self._on_moved()
        self.filled.emit()

    def _reach(self, blocks: int) -> None:
        """Scroll to the awaited place once enough of the text is there."""
        place = self._awaited
        if place is None or (blocks < place.block + _BELOW and not self._filling.filled):
            return
        self._awaited = None
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._map.position(place))
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 3)
        self._aimed = (bar.value(), place)
        self.viewport().setUpdatesEnabled(True)
        self._on_moved()

    def _on_moved(self) -> None:
        self._number_pages()
        self._tint_found()
        self.moved.emit()

    def _in_sight(self) -> tuple[int, int]:
        """The first and the last text block in sight; the last is before the first when there is no text yet."""
        if not self._filling.blocks:
            return 0, -1
        top = self.cursorForPosition(QPoint(0, 0)).blockNumber()
        return top, self.cursorForPosition(QPoint(self.viewport().width(), self.viewport().height())).blockNumber()

    def _rect_of(self, block: int) -> QRectF | None:
        """The rectangle of a text block on the viewport; None while it has not been set."""
        found = self._map.text_block(block)
        if not found.isValid():
            return None
        rect = self.document().documentLayout().blockBoundingRect(found)
        return rect.translated(0, -self.verticalScrollBar().value())

    def _starts_in_sight(self) -> list[tuple[PageStart, QRect]]:
        """The pages that begin in sight, and where a text cursor would stand there."""
        if self._manifesto is None:
            return []
        first, last = self._in_sight()
        starts = self._manifesto.page_starts
        low = bisect_left(starts, first, key=lambda start: start.place.block)
        high = bisect_right(starts, last, key=lambda start: start.place.block)
        found = []
        for start in starts[low:high]:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._map.position(start.place))
            found.append((start, self.cursorRect(cursor)))
        return found

    def _number_pages(self) -> None:
        half = paper.line_height(theme.tokens().reading) // 2
        starts = self._starts_in_sight()
        self._strip.show_numbers(
            [PageNumber(start.label or str(start.page), rect.center().y() - half) for start, rect in starts]
        )

    def _tint_found(self) -> None:
        if not self._found:
            if self.extraSelections():
                self.setExtraSelections([])
            return
        first, last = self._in_sight()
        low = bisect_left(self._found, first, key=lambda found: found.block)
        high = bisect_right(self._found, last, key=lambda found: found.block)
        self.setExtraSelections([self._tinted(found) for found in self._found[low:high]])

    def _tinted(self, found: Found) -> QTextEdit.ExtraSelection:
        colours = theme.tokens().colours
        characters = QTextCharFormat()
        strong = found == self._current
        characters.setBackground(QColor(colours.accent if strong else colours.mark))
        if strong:
            characters.setForeground(QColor(colours.on_accent))
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._map.position(Place(found.block, found.start)))
        cursor.setPosition(self._map.position(Place(found.block, found.end)), QTextCursor.MoveMode.KeepAnchor)
        tinted = QTextEdit.ExtraSelection()
        tinted.cursor, tinted.format = cursor, characters
        return tinted

    def _paint_passage(self, painter: QPainter) -> None:
        rect = self._rect_of(self._marked) if self._marked is not None else None
        if rect is not None:
            now = theme.tokens()
            # A line's spare height stands above its letters, so that the ground must reach further down.
            ground = QRectF(STEP, rect.top() - 1, self.viewport().width() - 2 * STEP, rect.height() + STEP - 1)
            painter.fillRect(ground, QColor(paper.passage(now)))
            painter.fillRect(QRectF(STEP, ground.top(), paper.PASSAGE_BAR, ground.height()), QColor(now.colours.accent))

    def _paint_quotes(self, painter: QPainter) -> None:
        if self._manifesto is None:
            return
        first, last = self._in_sight()
        for number in range(first, min(last + 1, len(self._manifesto.shown))):
            if self._manifesto.shown[number].kind is Kind.QUOTE:
                rect = self._rect_of(number)
                if rect is not None:
                    bar = QRectF(paper.GUTTER + HALF, rect.top(), 2, rect.height())
                    painter.fillRect(bar, QColor(theme.tokens().colours.line))

    def _paint_breaks(self, painter: QPainter) -> None:
        """A fine line where a page begins within a paragraph."""
        for start, rect in self._starts_in_sight():
            if start.place.offset:
                line = QRect(rect.left() - 2, rect.top() + HALF // 2, 1, rect.height())
                painter.fillRect(line, QColor(theme.tokens().colours.control))

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words alone: the theme's faces and colours are of no use elsewhere."""
        copied = QMimeData()
        if self._manifesto is not None:
            copied.setText(words_of(self._manifesto, self.selected))
        return copied

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + (-1 if shift else 1) * (bar.pageStep() - FOUR))
        elif event.key() in _SCROLLING and not shift and not self.cursorWidth():
            bar.triggerAction(_SCROLLING[event.key()])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._lay_out_column():
            self._resized.start()
        self._number_pages()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint_quotes(painter)
        self._paint_passage(painter)
        self._paint_breaks(painter)
        painter.end()
        super().paintEvent(event)
