"""The upper part of the codebook: the field that finds codes, their menu, the tree, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from reader.wording import tr
from ui.codebook.tree import CodesTree
from ui.session.settings import Settings
from ui.shared.filter_field import FilterField
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO
from ui.theme.words import caption, give_tip


class TreePage(QWidget):
    """Tells what was wished."""

    typed = Signal()
    taken = Signal()  # Down or Return in the field: to the tree
    new_wished = Signal()
    merge_wished = Signal()
    delete_wished = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FilterField(tr("Find a code"))
        self.field.left.connect(self.taken)
        self.field.textChanged.connect(lambda _: self.typed.emit())
        self.tree = CodesTree(settings)
        self.tree.left_upwards.connect(lambda: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.extent = Text("", Role.SMALL).wrapped()
        self.new, self.merge, self.delete = QPushButton(tr("New code")), QPushButton(), QPushButton()
        give_tip(self.new, tr("A code beside the one in use (N), under it (Shift+N)"))
        give_tip(self.merge, tr("They become the one in use, which was chosen last (M). Undo takes it back."))
        give_tip(self.delete, tr("With their passages and memos (Del). Undo brings them back."))
        self.new.clicked.connect(lambda _: self.new_wished.emit())
        self.merge.clicked.connect(lambda _: self.merge_wished.emit())
        self.delete.clicked.connect(lambda _: self.delete_wished.emit())
        self._lay_out()

    def offer(self, merging: str, deleting: str) -> None:
        """Offer to merge and delete in these words; "" where there is nothing to."""
        for button, words in ((self.merge, merging), (self.delete, deleting)):
            button.setVisible(bool(words))
            if words:
                button.setText(caption(words))

    def _fill(self) -> None:
        self.menu.clear()
        for text, slot in self.tree.offered():
            self.menu.addAction(caption(text), slot)

    def _lay_out(self) -> None:
        more = QPushButton(tr("Codes"))
        more.setAccessibleName(tr("What can be done with codes"))
        more.setMenu(self.menu)
        head = QHBoxLayout()
        head.setContentsMargins(TWO, 0, TWO, 0)
        head.setSpacing(STEP)
        head.addWidget(self.field, 1)
        head.addWidget(more)
        self.extent.setContentsMargins(TWO, 0, TWO, 0)
        row = QHBoxLayout()
        row.setContentsMargins(TWO, 0, TWO, STEP)
        row.setSpacing(STEP)
        for button in (self.new, self.delete):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addWidget(self.extent)
        column.addWidget(self.tree, 1)
        several = QHBoxLayout()
        several.setContentsMargins(TWO, 0, TWO, 0)
        several.addWidget(self.merge)
        several.addStretch()
        column.addLayout(several)
        column.addLayout(row)
