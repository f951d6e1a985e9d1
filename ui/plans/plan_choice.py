"""Which plan is shown and added to: a choice, renamed where it stands, and a menu of what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QPushButton, QStackedWidget, QWidget

from reader.library.collected import Collection
from reader.wording import tr
from ui.shared.elided import Elided
from ui.shared.named import name_box
from ui.theme.text import Role
from ui.theme.tokens import STEP, TWO
from ui.theme.words import caption, one_line


class PlanChoice(QWidget):
    """Tells what people wish; makes no edit itself."""

    chosen = Signal(str)  # a plan's id
    renamed = Signal(str)  # what the plan in use is to be called
    make_wished = Signal()
    delete_wished = Signal()
    export_wished = Signal()
    copy_wished = Signal()
    sheet_wished = Signal()
    advice_wished = Signal()
    lesson_wished = Signal(str)  # the id of a ready lesson to begin with
    left = Signal()  # the name is not written any more

    def __init__(self, parent: QWidget | None = None, *, titled: bool = False) -> None:
        """A `titled` one shows the name of the plan alone: what plans there are stands elsewhere."""
        super().__init__(parent)
        self._plans: tuple[Collection, ...] = ()
        self.box = QComboBox()
        name_box(self.box, tr("Plan"))
        self.field = _NameField()
        self.menu = QMenu(self)
        self.menu.setAccessibleName(tr("The plan"))
        self._of_plan = [
            self.menu.addAction(caption(text), slot)
            for text, slot in (
                (tr("Rename"), self.rename),
                (tr("Delete"), self.delete_wished.emit),
                (tr("Export…"), self.export_wished.emit),
                (tr("Copy as Markdown"), self.copy_wished.emit),
                (tr("What the lesson shows"), self.sheet_wished.emit),
                (tr("Line on the notice"), self.advice_wished.emit),
            )
        ]
        self.menu.insertAction(self._of_plan[0], self.menu.addAction(tr("New plan"), self.make_wished.emit))
        self.ready = QMenu(caption(tr("New lesson from")), self.menu)
        self.ready.aboutToShow.connect(self._offer_ready)
        self.menu.insertMenu(self._of_plan[0], self.ready)
        button = QPushButton(tr("Plan"))
        button.setAccessibleName(tr("What can be done with the plan"))
        button.setMenu(self.menu)
        self._stack = QStackedWidget()
        self._title = Elided("", Role.TITLE)
        self._resting: QWidget = self._title if titled else self.box
        self._stack.addWidget(self._resting)
        self._stack.addWidget(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(TWO, 0, TWO, STEP)
        row.setSpacing(STEP)
        row.addWidget(self._stack, 1)
        row.addWidget(button)
        self.box.activated.connect(lambda at: self.chosen.emit(self._plans[at].id))
        self.field.returnPressed.connect(self._keep_name)
        self.field.left.connect(self._show_box)

    def show_plans(self, plans: Sequence[Collection], chosen: Collection | None) -> None:
        """Offer these; nothing can be done with none."""
        self._plans = tuple(plans)
        self.box.clear()
        self.box.addItems([one_line(one.name) for one in plans])
        self.box.setEnabled(bool(plans))
        for action in self._of_plan:
            action.setEnabled(bool(plans))
        self._title.say(one_line(chosen.name) if chosen is not None else tr("No plan yet"))
        if chosen is not None:
            self.box.setCurrentIndex(self._plans.index(chosen))

    def _offer_ready(self) -> None:
        """List the lessons that ship, read when they are first asked for."""
        from ui.plans.ready import offered

        if self.ready.isEmpty():
            for lesson in offered():
                minutes = tr("{title} ({minutes} minutes)", title=lesson.title, minutes=lesson.minutes)
                self.ready.addAction(caption(minutes), partial(self.lesson_wished.emit, lesson.id))

    def rename(self) -> None:
        """Let the name be typed where it stands."""
        at = self.box.currentIndex()
        self.field.setText(self._plans[at].name if at >= 0 else "")
        self._stack.setCurrentWidget(self.field)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_name(self) -> None:
        self._show_box()
        self.renamed.emit(self.field.text())

    def _show_box(self) -> None:
        self._stack.setCurrentWidget(self._resting)
        self.left.emit()


class _NameField(QLineEdit):
    left = Signal()  # without keeping what was typed

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Name of the plan"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
