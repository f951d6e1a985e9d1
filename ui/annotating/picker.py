"""Finding a code by typing, or making one: a field, the codes that fit, and what the one in use means."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QSizePolicy, QVBoxLayout, QWidget

from index.annotations.code_finding import CodeFinder, FoundCode
from reader.library.codes import BETWEEN
from reader.wording import tr
from ui import theme
from ui.annotating.annotating import Annotating
from ui.theme.code_marks import colour_in
from ui.theme.rows import DOT_ROLE, NOTE_ROLE, Rows, floating
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, HALF, STEP

SHOWN = 60
_ROWS_HIGH = 7
_MOST_DEFINED = 240  # characters of a definition
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS_HIGH, Qt.Key.Key_PageUp: -_ROWS_HIGH}
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoundCodes(QAbstractListModel):
    """The codes that fit what is typed, best first, and last the new one that could be made."""

    def __init__(self, annotating: Annotating, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annotating = annotating
        self.shown: list[FoundCode] = []
        self.new = ""
        self.notes = True  # whether there is room for the codes above beside the names

    def narrow(self, finder: CodeFinder, typed: str) -> None:
        """Show what fits `typed`."""
        self.beginResetModel()
        self.shown = finder.find(typed, SHOWN)
        name = " ".join(typed.split())
        self.new = name if name and not finder.named(name) else ""
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown) + bool(self.new)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.row() >= len(self.shown):
            said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return tr("New code “{name}”", name=self.new) if said else None
        one = self.shown[index.row()]
        name = f"{one.code.key}  {one.code.name}" if one.code.key else one.code.name
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (name, one.above, one.code.definition)))
            case _ if role == NOTE_ROLE and self.notes:
                return one.above
            case _ if role == DOT_ROLE:
                colours = theme.tokens().colours
                return theme.legible(colour_in(self._annotating.codebook, one.code), colours.raised, colours.ink)
        return None


class CodePicker(QWidget):
    """Up, Down and Return work while the focus stays in the field; Ctrl+Return makes what is typed a new code."""

    chosen = Signal(str)  # the id of a code
    new_wanted = Signal(str)  # the name of a code to be made
    left = Signal()  # Esc
    resized = Signal()  # it wants another height

    def __init__(self, annotating: Annotating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotating = annotating
        self._finder: CodeFinder | None = None
        self._instead = ""
        self.codes = FoundCodes(annotating, self)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Find or make a code"))
        self.field.setPlaceholderText(tr("Find or make a code"))
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self.codes)
        self.list.setItemDelegate(Rows(self.list, floating=True, whole=True, elided=True))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setAccessibleName(tr("Codes found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.list.selectionModel().currentChanged.connect(self._tell)
        floating(self.list)
        self.meaning = Text("", Role.SMALL).wrapped()
        self.meaning.setContentsMargins(STEP, 0, STEP, HALF)  # as the rows above
        self.meaning.hide()  # until there is something to tell
        self.meaning.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        for widget in (self.field, self.list, self.meaning):
            column.addWidget(widget)
        self.setFocusProxy(self.field)
        annotating.codebook_changed.connect(self._forget)

    @property
    def finder(self) -> CodeFinder:
        """What finds codes in the codebook as it is now."""
        if self._finder is None:
            self._finder = CodeFinder(self._annotating.codebook)
        return self._finder

    def begin(self, typed: str = "") -> None:
        """Start afresh with this typed, and take the keys."""
        self._instead = ""
        self._take_keys(typed)
        self.field.setCursorPosition(len(typed))

    def propose(self, name: str, instead: str) -> None:
        """Take the keys with a new code of this name proposed, chosen whole, so that typing replaces it.

        `instead` is the letter that led here: people who type on did not want what it does, but to find a code.
        """
        self._take_keys(name)
        self.field.selectAll()
        self._mark(self.codes.rowCount() - 1 if self.codes.new else 0)
        self._instead = instead

    def fit(self) -> None:
        """Be right for the width of now."""
        self.codes.notes = self.width() >= COLUMN_WIDTH

    def _take_keys(self, typed: str) -> None:
        self.field.setText(typed)
        self._narrow(typed)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _forget(self) -> None:
        self._finder = None

    def _narrow(self, typed: str) -> None:
        self.codes.narrow(self.finder, typed)
        self.list.setFixedHeight(min(self.codes.rowCount(), _ROWS_HIGH) * max(0, self.list.sizeHintForRow(0)))
        self._mark(0)
        self.resized.emit()

    def _mark(self, row: int) -> None:
        if count := self.codes.rowCount():
            self.list.setCurrentIndex(self.codes.index(row % count))
        self._tell()

    def _tell(self) -> None:
        """Say which code is in use: its path and what it means."""
        row = self.list.currentIndex().row()
        said = ""
        if 0 <= row < len(self.codes.shown):
            one = self.codes.shown[row]
            path = f"{one.above}{BETWEEN}{one.code.name}" if one.above else ""
            said = "\n".join(filter(None, (path, _cut(one.code.definition))))
        if said != self.meaning.text():
            self.meaning.setText(said)
            self.meaning.setVisible(bool(said))
            self.resized.emit()

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.codes.shown):
            self.chosen.emit(self.codes.shown[row].code.id)
        elif self.codes.new:
            self.new_wanted.emit(self.codes.new)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride and event.key() in (Qt.Key.Key_Escape, *_RETURN):
            event.accept()  # the place around may have Ctrl+Return
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return False
        instead, self._instead = self._instead, ""
        if instead and event.text().isalnum() and self.field.selectedText() == self.field.text():
            self.begin(instead + event.text())
            return True
        row, key = self.list.currentIndex().row(), event.key()
        if key in _STEPS:
            self._mark(row + _STEPS[Qt.Key(key)])
        elif key in _RETURN and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.codes.new:
            self.new_wanted.emit(self.codes.new)
        elif key in _RETURN:
            self._take(row)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True


def _cut(definition: str) -> str:
    one = " ".join(definition.split())
    return one if len(one) <= _MOST_DEFINED else f"{one[: _MOST_DEFINED - 1]}…"
