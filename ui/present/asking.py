"""What is asked or listed over the wall: a list to choose from, a field for minutes, a field for notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from reader.wording import tr
from ui import theme
from ui.shared.overlay import Overlay
from ui.theme.rows import NOTE_ROLE, Rows, floating
from ui.theme.text import Role, Text
from ui.theme.tokens import FOUR, HALF, STEP
from ui.theme.words import one_line

_ROWS_HIGH = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to choose: its words, what stands at the end of its row, and what choosing it does."""

    words: str
    note: str
    choose: Callable[[], object]


class Listed(QWidget):
    """A title, a field to find by letters or a number, and the list; Up, Down and Return work from the field."""

    def __init__(self, title: str, empty: str, entries: Sequence[Entry], at: int = 0, *, find: str = "") -> None:
        """`find` is what the field is for, "" for no field; `empty` is said where there is nothing to list."""
        super().__init__()
        self.left: Callable[[], object] = lambda: None
        self._entries = tuple(entries)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setItemDelegate(Rows(self.list, floating=True, whole=True, elided=True))
        floating(self.list)
        self.list.itemClicked.connect(lambda item: self._choose(self.list.row(item)))
        self.list.installEventFilter(self)
        self.field = QLineEdit()
        self.field.setAccessibleName(find or title)
        self.field.setPlaceholderText(find)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.field.setVisible(bool(find))
        note = Text(empty, Role.SECONDARY).wrapped()
        note.setVisible(not entries)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        for widget in (Text(title, Role.TITLE), self.field, note, self.list):
            column.addWidget(widget)
        self.list.setVisible(bool(entries))
        for entry in entries:
            item = QListWidgetItem(one_line(entry.words))
            item.setData(NOTE_ROLE, one_line(entry.note))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one_line(f"{entry.words}, {entry.note}"))
            self.list.addItem(item)
        self.list.setCurrentRow(at)
        if find or entries:
            self.setFocusProxy(self.field if find else self.list)

    def sizeHint(self) -> QSize:
        rows = min(_ROWS_HIGH, max(1, len(self._entries)))
        scale = max(1.0, theme.tokens().scale)
        others = 2 if self.field.isVisibleTo(self) else 1
        return QSize(FOUR, round((FOUR + HALF) * scale * rows) + others * FOUR + 5 * STEP)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = self.list.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= row < self.list.count():
                self.list.setCurrentRow(row)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentRow())
            return True
        return False

    def _find(self, typed: str) -> None:
        """Go to the row of this number, else to the first that has these letters."""
        wanted = typed.strip().casefold()
        if wanted.isdecimal():
            found = int(wanted) - 1 if 0 < int(wanted) <= len(self._entries) else None
        else:
            places = (at for at, entry in enumerate(self._entries) if wanted in entry.words.casefold())
            found = next(places, None)
        if found is not None:
            self.list.setCurrentRow(found)

    def _choose(self, row: int) -> None:
        self.left()
        if 0 <= row < len(self._entries):
            self._entries[row].choose()


def ask_list(over: QWidget, listed: Listed, name: str) -> Overlay:
    """Show the list over the wall until something is chosen."""
    overlay = Overlay(over, listed, name)
    listed.left = overlay.dismiss
    return _opened(overlay)


def ask_minutes(over: QWidget, given: Callable[[str], bool]) -> Overlay:
    """Ask for minutes; `given` says whether what was typed makes sense."""
    field = QLineEdit()
    field.setAccessibleName(tr("Minutes"))
    field.setPlaceholderText(tr("Minutes, as 5 or 2:30"))
    page = _page(tr("Countdown"), field)
    overlay = Overlay(over, page, tr("Countdown"), width=10 * FOUR)

    def take() -> None:
        if given(field.text()):
            overlay.dismiss()
        else:
            field.selectAll()

    field.returnPressed.connect(take)
    return _opened(overlay)


def ask_notes(over: QWidget, title: str, text: str, keep: Callable[[str], None]) -> Overlay:
    """Let notes be written; they are kept as they stand when the field is left."""
    field = QPlainTextEdit(text)
    field.setAccessibleName(tr("Notes"))
    field.setPlaceholderText(tr("Notes on this slide; Esc keeps them."))
    field.setTabChangesFocus(True)
    field.setFixedHeight(6 * FOUR)
    overlay = Overlay(over, _page(title, field), tr("Notes"))
    overlay.closed.connect(lambda: keep(field.toPlainText().strip()))
    return _opened(overlay)


def _page(title: str, field: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(STEP, STEP, STEP, STEP)
    column.setSpacing(STEP)
    column.addWidget(Text(title, Role.TITLE).wrapped())
    column.addWidget(field)
    page.setFocusProxy(field)
    return page


def _opened(overlay: Overlay) -> Overlay:
    overlay.closed.connect(overlay.deleteLater)
    overlay.open()
    return overlay
