"""The table of a draft's words: typing edits a line or begins a new one, choices open in place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMenu,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.compare.topics.draft import Draft
from ui.compare.topics.typing_keys import begins_writing
from ui.compare.topics.wording import weight_choices, where_choices, where_name
from ui.compare.topics.words_model import FOUND, HEADS, ROWS, WEIGHT, WHERE, WORDS, WordsModel
from ui.shared import calm_table
from ui.shared.editing import edit_current
from ui.shared.named import name_box
from ui.theme.rows import Rows
from ui.theme.tokens import STEP
from ui.theme.words import caption

Index = QModelIndex | QPersistentModelIndex

# Pixels at 100 %; the words take what is left.
_WIDTHS = {WEIGHT: 13 * STEP, WHERE: 11 * STEP, ROWS: 12 * STEP, FOUND: 9 * STEP}
_NARROWEST = 15 * STEP
_CHOICE = 20 * STEP  # a field or a choice while it is open
# How much of the room that is left over sub-topics take; the words take the rest.
_ROWS_SHARE = 0.25


class WordsTable(QTableView):
    """Return or typing edits, Del takes a line out; Return on a sub-topic opens the choice of rows."""

    line_chosen = Signal(int)
    typed = Signal(int, str)  # the row, and what stands in its field now

    def __init__(self, draft: Draft, words: WordsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._words = words
        self._row = 0
        self._added = False
        calm_table.set_up(self, "Words of the topic")
        self.setModel(words)
        self.setItemDelegate(_Fields(self, draft))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsClickable(False)
        words.modelReset.connect(self._stay)
        draft.changed.connect(self._fit)
        self.doubleClicked.connect(self._choose_rows)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def row(self) -> int:
        """The row in use."""
        return self._row

    def show_fields(self, on: bool) -> None:
        """Whether weights, places and sub-topics stand beside the words."""
        for column in (WEIGHT, WHERE, ROWS):
            self.setColumnHidden(column, not on)
        self._fit()

    def go_to(self, row: int) -> None:
        """Make this line the one in use."""
        self.setCurrentIndex(self._words.index(min(row, self._words.rowCount() - 1), WORDS))

    def write_new(self) -> None:
        """Write in the empty line."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_to(self._words.rowCount() - 1)
        edit_current(self)

    def remove_line(self) -> None:
        """Take the line in use out of the topic."""
        if self._words.query(self._row) is not None:
            self._words.remove(self._row)

    def _stay(self) -> None:
        self.go_to(self._row)

    def _choose_rows(self, index: Index) -> None:
        """Offer the sub-topics that the line may speak for."""
        query = self._words.query(index.row())
        if index.column() != ROWS or query is None:
            return
        at = index.row()
        menu = QMenu("Sub-topics", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in self._draft.topic.subtopics:
            action = menu.addAction(caption(row.name))
            action.setCheckable(True)
            action.setChecked(row.id in query.subtopics)
            action.triggered.connect(lambda on, row=row.id: self.speak_for(at, row, on))
        if not self._draft.topic.subtopics:
            menu.addAction("This topic has no sub-topics yet").setEnabled(False)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(self._words.index(at, ROWS)).bottomLeft()))

    def speak_for(self, at: int, row: str, on: bool) -> None:
        """Whether the line speaks for the sub-topic with the id `row`."""
        query = self._words.query(at)
        if query is not None:
            wanted = {*query.subtopics, row} if on else {*query.subtopics} - {row}
            ordered = tuple(one.id for one in self._draft.topic.subtopics if one.id in wanted)
            self._words.write(at, replace(query, subtopics=ordered))

    def _fit(self) -> None:
        scale = max(1.0, theme.tokens().scale)
        calm_table.size_rows(self)
        shown = [column for column in _WIDTHS if not self.isColumnHidden(column)]
        widths = {column: round(_WIDTHS[column] * scale) for column in shown}
        if WHERE in widths:  # which language a line is for is never cut
            places = {where_name(query.scope, query.language) for query in self._draft.topic.queries}
            advances = map(self.fontMetrics().horizontalAdvance, places)
            widths[WHERE] = max(widths[WHERE], *(advance + 3 * STEP for advance in advances), 0)
        left = self.viewport().width() - sum(widths.values()) - round(_NARROWEST * scale)
        if ROWS in widths:
            widths[ROWS] += max(0, round(left * _ROWS_SHARE))
        widths[WORDS] = max(_NARROWEST, self.viewport().width() - sum(widths.values()) - STEP)  # for the scroll bar
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def commitData(self, editor: QWidget) -> None:
        lines = self._words.rowCount()
        super().commitData(editor)
        self._added = self._words.rowCount() > lines

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        # Words are written one after another: after Return the next is typed into the empty line, not over the last.
        if self._added and hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.go_to(self._words.rowCount() - 1)
        self._added = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._row = current.row()
            self.line_chosen.emit(current.row())

    def event(self, event: QEvent) -> bool:
        # Letters begin to write here; they are not the keys of the comparison.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and begins_writing(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        editing = self.state() is QAbstractItemView.State.EditingState
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if index.column() == ROWS:
                self._choose_rows(index)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not editing and index.isValid():
                edit_current(self)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return  # it ended the writing in a field, which passes it on
            case Qt.Key.Key_Delete:
                self.remove_line()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class _Fields(Rows):
    """Words are written in a field; weight and place are chosen."""

    def __init__(self, table: WordsTable, draft: Draft) -> None:
        super().__init__(table, elided=True)
        self._table = table
        self._draft = draft

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == WORDS:
            field = QLineEdit(parent)
            row = index.row()
            field.textEdited.connect(lambda text: self._table.typed.emit(row, text))
            field.setAccessibleName(HEADS[WORDS])
            return field
        box = QComboBox(parent)
        name_box(box, HEADS[index.column()])
        if index.column() == WEIGHT:
            for weight, name in weight_choices(index.data(Qt.ItemDataRole.EditRole)):
                box.addItem(name, weight)
        else:
            for where, name in where_choices(self._draft.topic):
                box.addItem(name, where)
        box.activated.connect(lambda _: self._choose(box))
        return box

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        editor.resize(max(editor.width(), round(_CHOICE * theme.tokens().scale)), editor.height())

    def _choose(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QLineEdit):
            editor.setText(str(value or ""))
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(next((at for at in range(editor.count()) if editor.itemData(at) == value), 0))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
        elif isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
