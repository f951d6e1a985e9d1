"""Ctrl+K: any action, manifesto or topic by a few letters of its name, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from index.fuzzy import score
from reader.library.records import Document
from ui import theme
from ui.session.session import Session
from ui.shared.overlay import Overlay
from ui.theme.rows import DOT_ROLE, NOTE_ROLE, Rows, floating
from ui.theme.tokens import STEP
from ui.theme.words import words_on

SHOWN = 60
_ROWS_HIGH = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find: its name, what it is, what choosing it does; `colour` is #rrggbb for a dot, "" for none."""

    name: str
    note: str
    choose: Callable[[], object]
    colour: str = ""


class Entries(QAbstractListModel):
    """The entries that fit what is typed, best first; in their own order while nothing is typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Entry, ...] = ()
        self.shown: list[Entry] = []

    def offer(self, entries: Iterable[Entry]) -> None:
        self._all = tuple(entries)
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show what fits `typed`."""
        scored = [(found, entry) for entry in self._all if (found := score(typed, entry.name)) is not None]
        if typed.strip():
            scored.sort(key=lambda pair: -pair[0])
        self.beginResetModel()
        self.shown = [entry for _, entry in scored[:SHOWN]]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.name}, {entry.note}" if entry.note else entry.name
            case _ if role == NOTE_ROLE:
                return entry.note
            case _ if role == DOT_ROLE and entry.colour:
                colours = theme.tokens().colours
                return theme.legible(entry.colour, colours.raised, colours.ink)
        return None


class Finder(QWidget):
    """The field and the list below it; Up, Down and Return work while the focus stays in the field."""

    resized = Signal()

    def __init__(self, chosen: Callable[[Entry], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self.entries = Entries(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find an action, a manifesto or a topic")
        self.field.setAccessibleName("Find anything")
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self.entries)
        self.list.setItemDelegate(Rows(self.list, floating=True, whole=True, elided=True))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setAccessibleName("Found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        floating(self.list)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.setFocusProxy(self.field)

    def offer(self, entries: Iterable[Entry]) -> None:
        """Start afresh with these entries."""
        self.field.clear()
        self.entries.offer(entries)
        self._mark(0)

    def _narrow(self, typed: str) -> None:
        self.entries.narrow(typed)
        self._mark(0)
        self.resized.emit()

    def _mark(self, row: int) -> None:
        if self.entries.shown:
            self.list.setCurrentIndex(self.entries.index(row % len(self.entries.shown)))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.entries.shown):
            self._chosen(self.entries.shown[row])

    def sizeHint(self) -> QSize:
        rows = self.list.sizeHintForRow(0) * min(len(self.entries.shown), _ROWS_HIGH) if self.entries.shown else 0
        return QSize(super().sizeHint().width(), self.field.sizeHint().height() + STEP + rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            row = self.list.currentIndex().row()
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 9, Qt.Key.Key_PageUp: -9}
            if event.key() in steps:
                self._mark(row + steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(row)
                return True
        return False


class Palette:
    """The palette of one window. What can be found is asked for each time it opens."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        open_document: Callable[[str], object],
        show_topic: Callable[[str], object],
    ) -> None:
        self._session = session
        self._open_document = open_document
        self._show_topic = show_topic
        self._finder = Finder(self._choose)
        self._overlay = Overlay(window, self._finder, "Find anything")
        self._finder.resized.connect(self._overlay.fit)

    @property
    def finder(self) -> Finder:
        return self._finder

    def open(self) -> None:
        self._finder.offer(self._everything())
        self._overlay.open()

    def _choose(self, entry: Entry) -> None:
        self._overlay.dismiss()
        entry.choose()

    def _everything(self) -> Iterable[Entry]:
        for topic in self._session.topics:
            yield Entry(topic.name, "Topic", partial(self._show_topic, topic.id), topic.colour)
        for document in self._session.library.documents():
            chosen = partial(self._open_document, document.id)
            yield Entry(title_of(document), "Manifesto", chosen, document.colour)
        for spec in self._session.actions.offered():
            if spec.id != "palette":
                action = self._session.actions.action(spec.id)
                key = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                yield Entry(words_on(action).rstrip("…"), key, action.trigger)


def title_of(document: Document) -> str:
    """A manifesto in one line: "Sadiq Khan, Labour, 2024: Making London Safer"."""
    by = ", ".join(dict.fromkeys(part for part in (document.candidate, document.party, document.year) if part))
    return f"{by}: {document.called}" if by else document.called
