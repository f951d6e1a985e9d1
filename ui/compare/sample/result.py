"""The last page of the sample panel: precision and recall in plain words, by group, and where the program was wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from index import sample_words as words
from index.sampled import Outcome
from index.topics.model import Topic
from reader.library.clock import written_day
from ui import theme
from ui.compare.sample.in_context import InContext
from ui.compare.sample.tables import GROUP_HEADS, Errors, group_rows
from ui.shared.calm_table import rows_height
from ui.shared.plain_table import Cells, PlainTable
from ui.theme.rows import Rows, show_whole_rows
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO


class Result(QWidget):
    """What a sample says of its topic."""

    passage_activated = Signal(str, str)
    judging_wanted = Signal()
    another_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Text("", Role.STRONG).wrapped()
        self._precision = Text().wrapped()
        self._recall = Text().wrapped()
        self._warning = Text("", Role.WARNING).wrapped()
        self._left = Text("", Role.SECONDARY).wrapped()
        self._groups_model = Cells(GROUP_HEADS, self)
        self.groups = PlainTable(self._groups_model, "By group of passages")
        self._errors_head = Text("", Role.STRONG)
        self._errors_model = Errors(self)
        self.errors = ErrorList(self._errors_model)
        self.errors.row_activated.connect(self._open)
        self._go_on = QPushButton("Go on judging")
        self._export = QPushButton("Export…")
        self._export.setAccessibleName("Export the sample")
        self._another = QPushButton("All samples")
        self._go_on.clicked.connect(self.judging_wanted)
        self._another.clicked.connect(self.another_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._compose()
        theme.changed.connect(self._size_groups)

    @property
    def sentences(self) -> str:
        """All that it says in sentences."""
        return " ".join(label.text() for label in (self._precision, self._recall, self._warning, self._left))

    def show_outcome(self, found: Outcome, topic: Topic, contexts: dict[str, InContext]) -> None:
        """Show what this sample says; `contexts` by item id."""
        sample = found.sample
        self._head.setText(
            f"“{topic.name}”, version {sample.topic_version} · drawn {written_day(sample.made)} · seed {sample.seed}"
            f" · judged by {sample.coder.name}"
        )
        self._precision.setText(words.precision_sentence(found))
        self._recall.setText(words.recall_sentence(found))
        left = len(sample.items) - len(found.said)
        not_judged = "1 passage has not been judged." if left == 1 else f"{left:,} passages have not been judged."
        for label, sentence in (
            (self._warning, words.warning(found.accuracy)),
            (self._left, not_judged if left else ""),
        ):
            label.setText(sentence)
            label.setVisible(bool(sentence))
        self._go_on.setVisible(bool(left))
        self._groups_model.show_rows(group_rows(found))
        self._size_groups()
        self._errors_model.show_errors(found, contexts)
        wrong = self._errors_model.rowCount()
        many = "One passage" if wrong == 1 else f"{wrong:,} passages"
        none = "No errors were found." if found.said else "Nothing has been judged yet."
        self._errors_head.setText(f"{many} on which you and the program differ" if wrong else none)
        self.errors.setVisible(bool(wrong))
        self.errors.setCurrentIndex(self._errors_model.index(0))

    def take_focus(self) -> None:
        """Give the keys to the errors, where there are none to the groups."""
        shown = self._errors_model.rowCount() > 0
        (self.errors if shown else self.groups).setFocus(Qt.FocusReason.OtherFocusReason)

    def _compose(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        for button in (self._go_on, self._export, self._another):
            buttons.addWidget(button)
        buttons.addStretch()
        page = QVBoxLayout(self)
        # Rows reach a step beyond the words beside them, so that all words begin on one line.
        page.setContentsMargins(STEP, STEP, STEP, TWO)
        buttons.setContentsMargins(STEP, 0, STEP, 0)
        page.setSpacing(STEP)
        for label in (self._head, self._precision, self._recall, self._warning, self._left, self._errors_head):
            label.setContentsMargins(STEP, 0, STEP, 0)
        for label in (self._head, self._precision, self._recall, self._warning, self._left):
            page.addWidget(label)
        page.addSpacing(STEP)
        page.addWidget(self.groups)
        page.addSpacing(STEP)
        page.addWidget(self._errors_head)
        page.addWidget(self.errors, 1)
        page.addStretch()
        page.addLayout(buttons)

    def _size_groups(self) -> None:
        """Few groups, none of which is to be scrolled for."""
        self.groups.setFixedHeight(rows_height(self.groups))

    def _open(self, row: int) -> None:
        item = self._errors_model.item(row)
        self.passage_activated.emit(item.document, item.block)


class ErrorList(QListView):
    """Passages one to a line; Return opens one in Read."""

    row_activated = Signal(int)

    def __init__(self, model: Errors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Passages on which you and the program differ")
        self.setModel(model)
        self.setItemDelegate(Rows(self, whole=True, elided=True))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(lambda index: self.row_activated.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        show_whole_rows(self, beside=STEP)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_activated.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
