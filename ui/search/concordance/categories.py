"""The categories of lines: which group of codes they are, a button for each, and the name of a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from index.concordance import Place
from reader.library.codes import Code, Codebook
from reader.wording import tr
from ui.annotating.flow_layout import FlowLayout
from ui.shared.choice_box import ChoiceBox
from ui.shared.named import name_box
from ui.shared.overlay import Overlay
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP
from ui.theme.words import caption, give_tip, one_line

KEYS = 9  # digits that put a line into a category
_LETTERS = 14


class Categories(QObject):
    """A button for each category with its key and the number of its lines; pressed, the line in use is put into it."""

    wanted = Signal(int)  # 1 to 9
    new_wanted = Signal()
    group_chosen = Signal()

    def __init__(self, parent: QWidget, row: FlowLayout) -> None:
        super().__init__(parent)
        self._row = row
        self.groups = ChoiceBox(parent)
        name_box(self.groups, tr("Categories"))
        self.groups.setFrame(False)
        self.groups.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.groups.setMinimumContentsLength(_LETTERS)
        self.groups.activated.connect(lambda _: self.group_chosen.emit())
        self.buttons: list[QPushButton] = []
        self._roomy = True
        self.new = QPushButton(tr("New category…"))
        give_tip(self.new, tr("Name a category and put the line in use into it."))
        self.new.clicked.connect(self.new_wanted)
        self._label = Text(tr("Categories"), Role.SECONDARY, parent)
        for widget in (self._label, self.groups, self.new):
            row.addWidget(widget)
        row.together = self._label

    @property
    def group(self) -> str:
        """The id of the code whose codes are the categories, "" for none yet."""
        return str(self.groups.currentData() or "")

    def show_categories(self, book: Codebook, group: str, inside: Mapping[Place, Code]) -> None:
        """Offer the groups of the codebook, with the categories of `group` (an id) and how many lines are in each."""
        with QSignalBlocker(self.groups):
            self.groups.clear()
            self.groups.addItem(tr("New categories"), "")
            for code in book.codes:
                if book.children(code.id):
                    self.groups.addItem(one_line(code.name), code.id)
            self.groups.setCurrentIndex(max(0, self.groups.findData(group)) if group else 0)
        counts = Counter(code.id for code in inside.values())
        self.make_room(self._roomy)
        self._show([code for code in book.children(self.group) if code.codable][:KEYS] if self.group else [], counts)

    def make_room(self, roomy: bool) -> None:
        """Whether there is room for them; digits do what the buttons do."""
        self._roomy = roomy
        several = roomy and self.groups.count() > 1
        self._label.setMinimumHeight(self.groups.sizeHint().height())
        for widget in (self._label, self.groups):
            widget.setVisible(several)
        for button in (self.new, *self.buttons):
            button.setVisible(roomy)

    def _show(self, shown: Sequence[Code], counts: Mapping[str, int]) -> None:
        while len(self.buttons) > len(shown):
            button = self.buttons.pop()
            self._row.removeWidget(button)
            button.deleteLater()
        while len(self.buttons) < len(shown):
            self.buttons.append(self._made(len(self.buttons) + 1))
        for key, (code, button) in enumerate(zip(shown, self.buttons, strict=True), 1):
            name = one_line(code.name)
            button.setText(caption(tr("{key} {name}, {count:,}", key=key, name=name, count=counts.get(code.id, 0))))
            give_tip(button, code.definition or tr("Put the line in use into “{name}”", name=name))

    def _made(self, key: int) -> QPushButton:
        button = QPushButton()
        button.clicked.connect(lambda: self.wanted.emit(key))
        self._row.addWidget(button)
        button.setVisible(self._roomy)
        return button


class NewCategory(QWidget):
    """Asks for the name of a category."""

    named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Name of the category"))
        self.field.returnPressed.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(Text(tr("A category for lines like this"), Role.STRONG))
        column.addWidget(self.field)
        said = tr("It becomes a code of your codebook. Return keeps it, Esc does not.")
        column.addWidget(Text(said, Role.SMALL).wrapped())
        self.setFocusProxy(self.field)

    def _tell(self) -> None:
        if name := " ".join(self.field.text().split()):
            self.named.emit(name)


def ask_for_name(over: QWidget) -> NewCategory:
    """Ask for the name of a category over the window; the answer is told once, then the question goes away."""
    asked = NewCategory()
    overlay = Overlay(over.window(), asked, tr("New category"))
    asked.named.connect(lambda _: overlay.dismiss())
    overlay.closed.connect(overlay.deleteLater)
    overlay.open()
    asked.field.setFocus(Qt.FocusReason.PopupFocusReason)
    return asked
