"""A short list in an overlay: of what was begun, which can be renamed, or of what can be ticked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView

from ui.theme.rows import NOTE_ROLE, Rows, floating

_ID = Qt.ItemDataRole.UserRole + 20
_WORDS = _ID + 1  # as they were shown


class ChoiceList(QListView):
    """Rows of which Return or a double click takes one; where they can be ticked, Space does."""

    taken = Signal(str)  # its id
    used = Signal()  # another row is in use
    renamed = Signal(str, str)  # its id, its words

    def __init__(self, name: str, high: int, *, named: bool = False) -> None:
        """At most `high` rows are seen at once; the words of `named` ones can be written anew."""
        super().__init__()
        self._named = named
        self._rows = QStandardItemModel(self)
        self._high = high
        self.setModel(self._rows)
        self.setItemDelegate(Rows(self, floating=True, whole=True, elided=True))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self.taken.emit(str(index.data(_ID))))
        self._rows.itemChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(lambda *_: self.used.emit())
        floating(self)

    def add(self, name: str, words: str, *, ticked: bool | None = None) -> None:
        """One more row; `ticked` is None where there is nothing to tick."""
        item = QStandardItem(words)
        item.setData(name, _ID)
        item.setData(words, _WORDS)
        item.setEditable(self._named)
        if ticked is not None:
            item.setCheckable(True)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._rows.appendRow(item)
        self.setFixedHeight(self.sizeHint().height())

    def note(self, name: str, words: str) -> None:
        """A quiet word beside the row with this id."""
        for row in range(self._rows.rowCount()):
            item = self._rows.item(row)
            if item.data(_ID) == name:
                item.setData(words, NOTE_ROLE)
                item.setData(f"{item.text()}, {words}", Qt.ItemDataRole.AccessibleTextRole)

    def clear(self) -> None:
        """No rows any more."""
        self._rows.clear()

    @property
    def current(self) -> str:
        """The id of the row in use, "" for none."""
        return str(self.currentIndex().data(_ID) or "")

    def use(self, name: str) -> None:
        """Make the row with this id the one in use; the first where it is not there."""
        rows = [self._rows.item(row) for row in range(self._rows.rowCount())]
        found = next((row for row, item in enumerate(rows) if item.data(_ID) == name), 0)
        self.setCurrentIndex(self._rows.index(found, 0))

    def ticked(self) -> list[str]:
        """The ids of the rows that are ticked."""
        items = [self._rows.item(row) for row in range(self._rows.rowCount())]
        return [str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _tell(self, item: QStandardItem) -> None:
        """Tell of words that somebody has written."""
        if item.text() != item.data(_WORDS):
            item.setData(item.text(), _WORDS)
            self.renamed.emit(str(item.data(_ID)), item.text())

    def sizeHint(self) -> QSize:
        rows = max(1, min(self._rows.rowCount(), self._high))
        return QSize(super().sizeHint().width(), rows * max(1, self.sizeHintForRow(0)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ends and self.state() is QListView.State.EditingState:
            return  # it has kept the words that were written
        if ends and self.currentIndex().isValid():
            self.taken.emit(str(self.currentIndex().data(_ID)))
        else:
            super().keyPressEvent(event)
