"""The files that could not be read: each with the reason and what to do next, to be tried again or put away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.errors import Encrypted
from reader.library.records import QueuedFile
from ui import theme
from ui.library.password_line import PasswordLine
from ui.theme import fonts
from ui.theme.parts import Line
from ui.theme.rows import show_whole_rows
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP, THREE, TWO
from ui.theme.words import caption, one_line, tip

Index = QModelIndex | QPersistentModelIndex
FILE_ROLE = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS_HIGH = 4


class Failures(QAbstractListModel):
    """The failed files, in the order in which they were added."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files: list[QueuedFile] = []

    def show_files(self, files: Sequence[QueuedFile]) -> None:
        if list(files) != self.files:
            self.beginResetModel()
            self.files = list(files)
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        file = self.files[index.row()]
        if role == FILE_ROLE:
            return file
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{problem_of(file)} {file.advice}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(file.path)
        return None


class FailureList(QWidget):
    """The list with its heading and two buttons: for the chosen files, or for all while none is chosen.

    Where some are protected by a password, there is a line under them to type it in.
    """

    retried = Signal(list)  # paths
    password_given = Signal(list, str, bool)  # paths, the password, and whether it is for all protected files
    dismissed = Signal(list)  # paths

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = Failures(self)
        self._heading = Text("", Role.STRONG)
        self.list = _FailureView(self.model)
        self._retry = QPushButton()
        self._dismiss = QPushButton()
        self._retry.clicked.connect(lambda: self.retried.emit(self.chosen()))
        self._dismiss.clicked.connect(lambda: self.dismissed.emit(self.chosen()))
        self.password = PasswordLine()
        self.password.given.connect(self.password_given)
        self.password.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.retried.connect(self._open_or_retry)
        self.list.dismissed.connect(lambda: self.dismissed.emit(self.chosen()))
        self.list.selectionModel().selectionChanged.connect(self._follow)
        head = QHBoxLayout()
        head.setContentsMargins(THREE, STEP, THREE, 0)
        head.setSpacing(STEP)
        head.addWidget(self._heading, 1)
        head.addWidget(self._dismiss)
        head.addWidget(self._retry)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, STEP)
        layout.setSpacing(STEP)
        layout.addWidget(Line())
        layout.addLayout(head)
        layout.addWidget(self.list)
        layout.addWidget(self.password)

    def show_files(self, files: Sequence[QueuedFile]) -> None:
        """Show these; nothing at all where there are none, and none is being opened with a password."""
        self.model.show_files(files)
        self._follow()
        self._appear()

    def settle(self, path: str | None = None) -> None:
        """This file has been read, or could not be; None: nothing is being read any more."""
        self.password.settle(path)
        self._appear()

    def chosen(self) -> list[Path]:
        """The files that the buttons speak of."""
        rows = [index.row() for index in self.list.selectionModel().selectedIndexes()]
        return [Path(self.model.files[row].path) for row in sorted(rows) or range(len(self.model.files))]

    def _appear(self) -> None:
        self.list.setVisible(bool(self.model.files))
        self.setVisible(bool(self.model.files) or self.password.opening)
        self.list.updateGeometry()

    def _follow(self) -> None:
        """Speak of what is chosen."""
        self._label()
        protected = [file for file in self.model.files if is_protected(file)]
        chosen = [str(path) for path in self.chosen()] if self.list.selectionModel().hasSelection() else []
        self.password.show_files(protected, next((path for path in chosen if _among(protected, path)), ""))

    def _open_or_retry(self) -> None:
        """Return on a protected file asks for its password; on others, it tries them again."""
        current = self.list.currentIndex()
        if current.isValid() and is_protected(self.model.files[current.row()]):
            self.password.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.retried.emit(self.chosen())

    def _label(self) -> None:
        number, chosen = len(self.model.files), len(self.list.selectionModel().selectedIndexes())
        head = f"{number} files could not be read" if number != 1 else "One file could not be read"
        self._heading.setText(head if number else "")
        self._retry.setVisible(number > 0)
        self._dismiss.setVisible(number > 0)
        every = " all" if not chosen and number > 1 else ""
        self._retry.setText(caption(f"Try{every} again"))
        self._dismiss.setText(caption(f"Dismiss{every}"))


class _FailureView(QListView):
    retried = Signal()
    dismissed = Signal()

    def __init__(self, model: Failures) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_FailureRows(self))
        self.setAccessibleName("Files that could not be read")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        rows = min(self.model().rowCount(), _MOST_ROWS_HIGH)
        return QSize(super().sizeHint().width(), sum(self.sizeHintForRow(row) for row in range(rows)) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), self.sizeHintForRow(0) + 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        show_whole_rows(self)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.retried.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)


class _FailureRows(QStyledItemDelegate):
    """Two lines: the file's name and what is wrong with it; what to do next, below and fainter."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(0, 2 * line + HALF + TWO)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        file: QueuedFile = index.data(FILE_ROLE)
        colours, now = theme.tokens().colours, theme.tokens()
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)  # piled marks reach into the rows beside
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_tint))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        words = QRect(option.rect).adjusted(THREE, STEP, -THREE, -STEP)
        painter.setFont(fonts.interface(now.body))
        painter.setPen(QColor(colours.ink))
        _line(painter, words, problem_of(file), Qt.AlignmentFlag.AlignTop)
        painter.setPen(QColor(colours.secondary))
        _line(painter, words, file.advice, Qt.AlignmentFlag.AlignBottom)
        painter.restore()


def is_protected(file: QueuedFile) -> bool:
    """Whether a password would open the file."""
    return file.code == Encrypted.__name__


def _among(files: Sequence[QueuedFile], path: str) -> bool:
    return any(file.path == path for file in files)


def problem_of(file: QueuedFile) -> str:
    """What is wrong, with the file's name in it."""
    name = PurePath(file.path).name
    return file.problem if name in file.problem else f"“{name}”: {file.problem}"


def _line(painter: QPainter, rect: QRect, text: str, where: Qt.AlignmentFlag) -> None:
    elided = painter.fontMetrics().elidedText(one_line(text), Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | where, elided)
