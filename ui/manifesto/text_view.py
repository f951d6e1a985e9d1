"""The flowing text of one manifesto, set for reading: printed pages in the margin, the opened passage marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QAbstractSlider, QFrame, QTextEdit, QWidget

from reader.wording import tr
from ui import theme
from ui.manifesto.filling import Filling
from ui.manifesto.finding import Found
from ui.manifesto.flow import FlowMap, RaisedAt
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.manifesto.marks import Marks
from ui.manifesto.page_strip import PageStrip
from ui.manifesto.reading_line import reading_line
from ui.manifesto.references import note_of
from ui.manifesto.selecting import Selecting
from ui.manifesto.stretch import between, words_of
from ui.manifesto.stretching import Stretch
from ui.manifesto.text_column import TextColumn
from ui.manifesto.text_geometry import TextGeometry
from ui.manifesto.text_marks import TextMarks
from ui.manifesto.text_paint import paint_breaks, paint_passage, paint_quotes, tinted
from ui.manifesto.typesetting import Typesetting
from ui.theme import paper
from ui.theme.tokens import FOUR, HALF
from ui.theme.words import show_tip

# Blocks after the wanted one that must be there before it can be scrolled to a third from the top.
_BELOW = 40
_RESIZED_MS = 120
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
    clicked = Signal(object)  # the Place that was clicked, without anything being selected
    selection_settled = Signal()  # other words are selected, or none, and the mouse has been let go
    cursor_moved = Signal()

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
        self.where = TextGeometry(self, self._map, None)
        self.selecting = Selecting(lambda: self.stretch, self._take)
        self._marked: int | None = None
        self._found: Sequence[Found] = ()
        self._current: Found | None = None
        self._awaited: Place | None = None
        self._aimed: tuple[int, Place] | None = None  # how far it was scrolled for that
        self.marks = TextMarks(self)
        self._column = TextColumn(self, self.marks)
        self._pressing = False
        self.selectionChanged.connect(self._on_selection)
        self.cursorPositionChanged.connect(self.cursor_moved)
        self._filling = Filling(self)
        self._filling.advanced.connect(self._reach)
        self._filling.finished.connect(self._on_filled)
        self._resized = QTimer(self, singleShot=True, interval=_RESIZED_MS)
        self._resized.timeout.connect(self._set_again)
        self.verticalScrollBar().valueChanged.connect(self._on_moved)
        theme.changed.connect(self._set_again)

    @property
    def strip(self) -> PageStrip:
        return self._column.strip

    @property
    def settled(self) -> bool:
        """Whether all of the text is there and what was to be gone to has been."""
        still = self._filling.filled and self._awaited is None and not self._resized.isActive()
        return still and self.marks.settled

    def open(self, manifesto: OpenManifesto | None) -> None:
        """Show this manifesto from its beginning; None shows nothing."""
        self._manifesto = manifesto
        self._marked = self._current = self._awaited = self._aimed = None
        self._found = ()
        self.selecting.open(manifesto)
        self.setAccessibleName(tr("Text of {title}", title=manifesto.document.called) if manifesto else tr("Text"))
        self._fill()

    def go_to(self, place: Place) -> None:
        """Bring this point to a third from the top and put the text cursor there, as soon as it has been set."""
        if self._manifesto is None or not 0 <= place.block < len(self._manifesto.shown):
            return
        self._awaited = place
        self.viewport().setUpdatesEnabled(False)
        self._reach(self.document().blockCount())

    def keep_margin(self, kept: bool) -> None:
        """Keep room beside the text for the names of codes; from the next opening on, so that no text moves."""
        self._column.margin_kept = kept

    def show_marks(self, marks: Marks, chosen: str, own: str) -> None:
        """Show these codes and notes; `chosen` is the id of the one that is chosen, `own` of the coder at work."""
        self.marks.show(marks, chosen, own)
        self._column.place_margin()

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
            first, last = parts[0], parts[-1]
            self.setTextCursor(self._cursor_over(first.block, first.start, last.block, last.end))

    @property
    def stretch(self) -> Stretch:
        """From where the selection was begun to the text cursor."""
        cursor = self.textCursor()
        begun, at = self._map.place(cursor.anchor()), self._map.place(cursor.position())
        return Stretch(begun or Place(0), at or Place(0))

    def put(self, place: Place) -> None:
        """Put the text cursor at this point, with nothing selected, and move nothing."""
        if place.block < self._filling.blocks:
            scrolled = self.verticalScrollBar().value()
            self.setTextCursor(self._cursor_over(place.block, place.offset, place.block, place.offset))
            self.verticalScrollBar().setValue(scrolled)

    def shows_point(self, place: Place) -> bool:
        """Whether the line of this point is in sight."""
        top = self.where.top_of(place)
        return top is not None and 0 <= top - self.where.scrolled < self.viewport().height() - FOUR

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
        rect = self.where.rect_of(block)
        return rect is not None and rect.bottom() > 0 and rect.top() < self.viewport().height()

    # How it comes about

    def _fill(self) -> None:
        self._filling.stop()
        self.setExtraSelections([])
        self.document().clear()
        self._column.lay_out()
        self.setLineWrapColumnOrWidth(self._column.measure)
        self.document().setDocumentMargin(paper.GUTTER)
        shown = self._manifesto.shown if self._manifesto else ()
        self._map = FlowMap(self.document(), shown)
        self.where = TextGeometry(self, self._map, self._manifesto)
        self.marks.set_on(self.where)
        self._filling.start(self.document(), shown, Typesetting(theme.tokens()))

    def _set_again(self) -> None:
        """Set the same text anew (another width, size or theme), at the same place."""
        place = self.place()
        self._fill()
        if place != Place(0):
            self.go_to(place)

    def _on_filled(self) -> None:
        self._reach(self.document().blockCount())
        self._on_moved()
        self.marks.follow(all_set=True)
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
        self._column.number_pages(self.where)
        self._tint_found()
        self.marks.follow()
        self.moved.emit()

    def _tint_found(self) -> None:
        if not self._found:
            if self.extraSelections():
                self.setExtraSelections([])
            return
        first, last = self.where.in_sight()
        low = bisect_left(self._found, first, key=lambda found: found.block)
        high = bisect_right(self._found, last, key=lambda found: found.block)
        self.setExtraSelections([self._tinted(found) for found in self._found[low:high]])

    def _tinted(self, found: Found) -> QTextEdit.ExtraSelection:
        words = self._cursor_over(found.block, found.start, found.block, found.end)
        return tinted(words, current=found == self._current)

    def _cursor_over(self, first: int, start: int, last: int, end: int) -> QTextCursor:
        """From a point of the text to another one, where the cursor is."""
        begun, at = self._map.over(Place(first, start), Place(last, end))
        cursor = QTextCursor(self.document())
        cursor.setPosition(begun)
        cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words alone: the theme's faces and colours are of no use elsewhere."""
        copied = QMimeData()
        if self._manifesto is not None:
            copied.setText(words_of(self._manifesto, self.selected))
        return copied

    def _take(self, stretch: Stretch) -> None:
        """Select this stretch, if its text is there."""
        if self._manifesto is not None and max(stretch.begun, stretch.cursor).block < self._filling.blocks:
            begun, cursor = stretch.begun, stretch.cursor
            self.setTextCursor(self._cursor_over(begun.block, begun.offset, cursor.block, cursor.offset))

    def _on_selection(self) -> None:
        if not self._pressing:
            self.selection_settled.emit()

    def _place_under(self, event: QMouseEvent) -> Place:
        return self._map.place(self.cursorForPosition(event.position().toPoint()).position()) or Place(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressing = True
        if not self.selecting.press(event, self._place_under(event)):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressing = True
        if not self.selecting.press(event, self._place_under(event)):
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.selecting.holds:
            self.selecting.drag(self._place_under(event))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = event.button() is Qt.MouseButton.LeftButton and not self.selecting.holds
        if not self.selecting.holds:  # a press that Qt has not seen is let go without it, or it drops the selection
            super().mouseReleaseEvent(event)
        self.selecting.release()
        self._pressing = False
        self.selection_settled.emit()
        if clicked and self._manifesto is not None and not self.textCursor().hasSelection():
            self.clicked.emit(self._place_under(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + (-1 if shift else 1) * (bar.pageStep() - FOUR))
        elif self.selecting.hear(event, letters=False):
            event.accept()  # Qt hears letters, which may go the other way round on screen
        elif event.key() in _SCROLLING and not shift and not self.cursorWidth():
            bar.triggerAction(_SCROLLING[event.key()])
        else:
            before = self.textCursor().position()
            super().keyPressEvent(event)
            self._pass_reference(before)

    def _pass_reference(self, before: int) -> None:
        """A text cursor that a key brought into a reference goes on to its other end: it has no letters to stop at."""
        cursor = self.textCursor()
        found = self._map.raised_at(cursor.position())
        if found is not None and found.start < cursor.position():
            kept = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(found.end if cursor.position() > before else found.start, kept)
            self.setTextCursor(cursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            show_tip(event.globalPos(), self._note_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _note_at(self, point: QPoint) -> str:
        """The note to which the reference at this point of the viewport leads; "" where there is none."""
        position = self.cursorForPosition(point).position()
        # Nearest to the right half of a character is the place behind it.
        beside = [one for at in (position, position - 1) if (one := self._map.raised_at(at)) is not None]
        found = min(beside, key=lambda one: self._beside(one, point), default=None)
        if found is None or self._manifesto is None or self._beside(found, point) > HALF:
            return ""
        note = note_of(self._manifesto.shown, found.block, found.label)
        return f"{found.label} {note}" if note else ""

    def _beside(self, found: RaisedAt, point: QPoint) -> int:
        """How many pixels left or right of the reference the point is; 0 on it."""
        cursor = QTextCursor(self.document())
        edges = []
        for position in (found.start, found.end):
            cursor.setPosition(position)
            edges.append(self.cursorRect(cursor).left())
        return max(min(edges) - point.x(), point.x() - max(edges), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._column.lay_out():
            self._resized.start()
        self._column.number_pages(self.where)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_quotes(painter, self.where, self._manifesto)
        # One tint on another is hard to tell from it, above all on dark ground: that of chosen words comes first.
        ground = not self.marks.chosen_in(self._marked)
        paint_passage(painter, self.where, self._marked, self.viewport().width(), ground=ground)
        paint_breaks(painter, self.where)
        self.marks.paint_grounds(painter)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        self.marks.paint_lines(painter)
        painter.end()
