"""The unit in the middle of its manifesto: what stands before and after it is dimmed, codes are lines under words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.wording import tr
from ui import theme
from ui.coding.context import Context
from ui.manifesto.flow import FlowMap, append
from ui.manifesto.manifesto import Place
from ui.manifesto.marks import Mark, Marks
from ui.manifesto.stretch import between, words_of
from ui.manifesto.text_geometry import TextGeometry
from ui.manifesto.typesetting import Typesetting
from ui.shared.own_keys import OwnKeys
from ui.theme import code_marks, paper
from ui.theme.mark_paint import paint_line
from ui.theme.tokens import MEASURE, TWO

Keys = Mapping[str, Callable[[], object]]
# Where the middle of the unit stands, of the height of the view; its first line is never above the least.
_MIDDLE, _LEAST_TOP = 0.45, 0.08
# Keys without a letter, by the name that `Keys` has them under.
_NAMED = {
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_PageDown: "PgDown",
    Qt.Key.Key_PageUp: "PgUp",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Escape: "Escape",
}
_HELD = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
    (Qt.KeyboardModifier.AltModifier, "Alt+"),
)


class UnitView(OwnKeys, QTextEdit):
    """Read only; the caret goes by the usual keys, all others are what `keys` gives, or begin finding a code."""

    typed = Signal(str)  # a letter or digit that no key is

    def __init__(self, keys: Callable[[], Keys], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._context: Context | None = None
        self._map: FlowMap | None = None
        self._where: TextGeometry | None = None
        self._marks = Marks()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("The unit"))
        theme.changed.connect(self._set_again)

    def show_unit(self, context: Context, spoken: str) -> None:
        """Show a unit, its caret before its first word; `spoken` is what a screen reader says of it."""
        self._context = context
        self._marks = Marks()
        self._fill()
        self.setAccessibleName(spoken)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def show_marks(self, marks: Marks) -> None:
        """Show these codes and notes, which are of the manifesto of the context."""
        self._marks = marks
        self.viewport().update()

    @property
    def caret(self) -> tuple[str, int] | None:
        """The block (id) in which the caret stands, and the code points before it; None where nothing is shown."""
        place = self._map.place(self.textCursor().position()) if self._map is not None else None
        if place is None or self._context is None:
            return None
        return self._context.manifesto.shown[place.block].id, place.offset

    @property
    def dimmed(self) -> str:
        """What is shown beside the unit, for tests: the text with the unit's words taken out."""
        if self._context is None:
            return ""
        parts = {part.block: part for part in self._context.parts}
        texts = []
        for number, block in enumerate(self._context.manifesto.shown):
            part = parts.get(number)
            texts.append(block.text if part is None else block.text[: part.start] + block.text[part.end :])
        return "\n".join(texts)

    def _set_again(self) -> None:
        at = self.textCursor().position()
        self._fill()
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _fill(self) -> None:
        context = self._context
        self.clear()
        if context is None:
            return
        shown = context.manifesto.shown
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        append(cursor, shown, Typesetting(theme.tokens()))
        self._map = FlowMap(self.document(), shown)
        self._where = TextGeometry(self, self._map, context.manifesto)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(_ink(theme.tokens().colours.secondary))
        for part in context.parts:
            begun, end = self._map.over(Place(part.block, part.start), Place(part.block, part.end))
            cursor.setPosition(begun)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_ink(theme.tokens().colours.ink, paper.passage(theme.tokens())))
        if context.parts:
            cursor.setPosition(self._map.position(Place(context.parts[0].block, context.parts[0].start)))
            self.setTextCursor(cursor)
        self._lay_out()

    def _lay_out(self) -> None:
        """Centre the column, and the unit in the height: there is room above the first and below the last words."""
        side = max(TWO, (self.width() - round(MEASURE * theme.tokens().scale)) // 2)
        self.setViewportMargins(side, 0, side, 0)
        self.document().setTextWidth(self.viewport().width())
        if self._context is None or self._where is None or not self._context.parts:
            return
        height = self.viewport().height()
        frame = self.document().rootFrame()
        room = frame.frameFormat()
        room.setTopMargin(height / 2)
        room.setBottomMargin(height)
        frame.setFrameFormat(room)
        strokes = [stroke for part in self._context.parts for stroke in self._where.strokes(part)]
        if strokes:
            top, bottom = strokes[0].top, strokes[-1].bottom
            above = max(_LEAST_TOP * height, _MIDDLE * height - (bottom - top) / 2)
            self.verticalScrollBar().setValue(round(top - above))

    def _paint_lines(self, painter: QPainter, mark: Mark) -> None:
        """The lines of a code that are in sight."""
        if self._where is None:
            return
        now, scrolled, height = theme.tokens(), self.verticalScrollBar().value(), self.viewport().height()
        thick, below = code_marks.thickness(now), code_marks.lane_top(mark.lane, now)
        colour = code_marks.line_on_text(mark.look, now)
        for part in mark.parts:
            for stroke in self._where.strokes(part):
                top = round(stroke.baseline) + below - scrolled
                if -thick <= top <= height:
                    right = max(stroke.left + 1, stroke.right - 1)
                    paint_line(painter, stroke.left, right, top, thick, colour=colour, pattern=mark.look.pattern)

    def answer(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What this key does, None where it is the caret's or means nothing."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        before = "".join(name for flag, name in _HELD if held & flag)
        shift = "Shift+" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else ""
        key = Qt.Key(event.key())
        if key in _NAMED:
            return self._keys().get(f"{before}{shift}{_NAMED[key]}")
        if before and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            return self._keys().get(f"{before}{key - Qt.Key.Key_0}")
        return self._keys().get(event.text().casefold()) if not before and event.text() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and event.text()[:1].isalnum() and self.answer(event) is None:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words alone, as they are copied in Read."""
        copied = QMimeData()
        cursor = self.textCursor()
        if self._context is not None and self._map is not None:
            first, last = self._map.place(cursor.selectionStart()), self._map.place(cursor.selectionEnd())
            if first is not None and last is not None:
                shown = self._context.manifesto
                copied.setText(words_of(shown, between(shown.shown, first, last)))
        return copied

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for mark in self._marks.all:
            self._paint_lines(painter, mark)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()


def _ink(colour: str, ground: str = "") -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if ground:
        made.setBackground(QColor(ground))
    return made
