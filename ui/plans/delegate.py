"""Draws the parts of a plan, and lets what is the person's own be written where it stands."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QPlainTextEdit, QStyleOptionViewItem, QWidget

from reader.library.plans import PartKind
from reader.wording import tr
from ui import theme
from ui.passages.layout import PAD
from ui.plans.layout import INDENT, LaidOut, Tone, laid_out
from ui.plans.lines import PartLine
from ui.plans.model import PlanModel
from ui.shared.lines import INSET, LINE_ROLE, Index, LineDelegate
from ui.theme.paper import PASSAGE_BAR, line_height
from ui.theme.tokens import HALF, STEP

_LINES_WRITTEN = 3  # as high as a field is at least


class OwnWords(QPlainTextEdit):
    """The field for a person's own words: Return keeps them, Shift+Return begins a line, Esc discards."""

    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class PlanDelegate(LineDelegate[PartLine, LaidOut]):
    """Draws parts, and opens a field in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(laid_out, parent)
        self.noting = False  # whether the field that is opened next is that of the note
        self._field: OwnWords | None = None
        self._written = QPersistentModelIndex()  # where the field is open

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        if line is None:
            return QSize(self.width, 0)
        made = self.laid_out(line)
        room = made.height if index != self._written else self._top(line) + self._needed(line.kind) + PAD
        return QSize(self.width, max(made.height, room))

    def paint_line(self, painter: QPainter, rect: QRect, line: PartLine) -> None:
        colours, made = theme.tokens().colours, self.laid_out(line)
        pens = {Tone.INK: colours.ink, Tone.SECONDARY: colours.secondary, Tone.WARNING: colours.warning}
        if line.kind is PartKind.QUOTATION:
            colour = theme.legible(line.colour, colours.surface, colours.ink) if line.colour else colours.control
            top, bottom = made.bar
            painter.fillRect(QRect(INSET, rect.top() + top, PASSAGE_BAR, bottom - top), QColor(colour))
        for piece in made.pieces:
            painter.setPen(QColor(pens[piece.tone]))
            piece.layout.draw(painter, QPointF(INSET + piece.left, rect.top() + piece.top))

    # Writing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        called = tr("Note for the lesson") if self.noting else _called(index.data(LINE_ROLE).kind)
        field = OwnWords(parent)
        field.setAccessibleName(called)
        field.setPlaceholderText(called)
        field.setTabChangesFocus(True)
        field.finished.connect(lambda: self._finish(field))
        self._field, self._written = field, QPersistentModelIndex(index)
        field.textChanged.connect(self._make_room)
        return field

    def _needed(self, kind: PartKind) -> int:
        """How high the open field is, in pixels."""
        lines = round(self._field.document().size().height()) if self._field is not None else 0
        least = 1 if kind is PartKind.HEADING and not self.noting else _LINES_WRITTEN
        return max(lines + 1, least) * line_height(theme.tokens().body) + STEP

    def _top(self, line: PartLine) -> int:
        """Where the open field begins, in pixels below the upper edge of the part."""
        made = self.laid_out(line)
        return made.note_top if self.noting else made.write_top

    def _make_room(self) -> None:
        self._measure(self._written)

    def _close(self) -> None:
        """The field is closed: the part is as high as its words are again."""
        written, self._field, self._written = self._written, None, QPersistentModelIndex()
        self._measure(written)

    def _measure(self, index: QPersistentModelIndex) -> None:
        if index.isValid():
            self.sizeHintChanged.emit(index.model().index(index.row(), 0))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, OwnWords) and not editor.document().isModified():
            line: PartLine = index.data(LINE_ROLE)
            editor.setPlainText(line.note if self.noting else line.written)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, OwnWords) and self.noting and isinstance(model, PlanModel):
            model.note(index, editor.toPlainText())
        elif isinstance(editor, OwnWords):
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if line is None:
            return
        top = self._top(line) - HALF
        left = INSET - STEP + (INDENT if line.kind is PartKind.QUOTATION else 0)
        editor.setGeometry(left, option.rect.top() + top, self.width - left - STEP, self._needed(line.kind))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._close()
        super().destroyEditor(editor, index)

    def _finish(self, field: OwnWords) -> None:
        self.commitData.emit(field)
        self.closeEditor.emit(field)


def _called(kind: PartKind) -> str:
    """What the field is called."""
    return {
        PartKind.HEADING: tr("Heading"),
        PartKind.OWN: tr("Your own sentence"),
        PartKind.QUOTATION: tr("The quotation in your own words"),
        PartKind.SLIDE: tr("Slide: its title, and below it its text"),
    }[kind]
