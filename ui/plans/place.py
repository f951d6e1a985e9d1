"""The Plans place: which plans there are, and the one in use, for writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.library.collected import Collection
from reader.library.plans import PartKind, size
from reader.wording import tr
from ui.plans.panel import PlanPanel
from ui.plans.shelf import PlanShelf
from ui.session.session import Session
from ui.theme.parts import Line, Surface
from ui.theme.tokens import COLUMN_WIDTH, STEP, TWO


class PlansPlace(Surface):
    """One plan at the measure that text is read at, beside the others."""

    passage_activated = Signal(str, str)  # document, block
    lesson_wished = Signal(object, str)  # a Lesson to be presented, the id of its plan

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Plans"))
        self._session = session
        self.shelf = PlanShelf(session)
        self.panel = PlanPanel(session, titled=True)
        self._new = QPushButton(tr("New plan"))
        self._lay_out()
        self._connect()

    @property
    def settled(self) -> bool:
        """Whether the plan shows what was last asked for."""
        return self.panel.settled

    def arrived(self) -> None:
        """The place has come into sight: go on in the plan."""
        self.panel.show_subject(None)
        self.panel.take_focus()

    def state(self) -> dict[str, Any]:
        """Nothing of its own: which plan is in use is remembered for all places."""
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Be again as `state` says."""

    def _show_plans(self, plans: Sequence[Collection], chosen: Collection | None) -> None:
        counts = [self._session.library.read(partial(size, plan=plan.id)) for plan in plans]
        self.shelf.show_plans(list(zip(plans, counts, strict=True)), chosen)

    def _lay_out(self) -> None:
        beside = QWidget()
        beside.setMaximumWidth(COLUMN_WIDTH)
        column = QVBoxLayout(beside)
        column.setContentsMargins(TWO, TWO, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.shelf, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(STEP, 0, 0, 0)
        foot.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(beside)
        row.addWidget(Line(upright=True))
        row.addWidget(self.panel, 3)

    def _connect(self) -> None:
        panel, parts = self.panel, self.panel.list
        panel.passage_activated.connect(self.passage_activated)
        panel.lesson_wished.connect(self.lesson_wished)
        panel.plans_read.connect(self._show_plans)
        self._new.clicked.connect(panel.make)
        self.shelf.chosen.connect(panel.choose)
        self.shelf.write_wished.connect(panel.take_focus)
        self.shelf.rename_wished.connect(panel.choice.rename)
        self.shelf.delete_wished.connect(panel.delete)
        answers: dict[str, Callable[..., object]] = {
            "plans.open": parts.open,
            "plans.write": parts.write,
            "plans.sentence": lambda: panel.begin(PartKind.OWN),
            "plans.sentence-before": lambda: panel.begin(PartKind.OWN, before=True),
            "plans.heading": lambda: panel.begin(PartKind.HEADING),
            "plans.heading-before": lambda: panel.begin(PartKind.HEADING, before=True),
            "plans.slide": lambda: panel.begin(PartKind.SLIDE),
            "plans.quiz": panel.begin_quiz,
            "plans.note": parts.note,
            "plans.skip": parts.skip,
            "plans.sheet": panel.show_sheet,
            "plans.advice": panel.notice.write,
            "plans.present": panel.present,
            "plans.up": lambda: parts.move_part(-1),
            "plans.down": lambda: parts.move_part(1),
            "plans.copy": parts.copy,
            "plans.remove": panel.take_out,
            "plans.new": panel.make,
            "plans.choose": lambda: self.shelf.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "plans.rename": panel.choice.rename,
            "plans.delete": panel.delete,
        }
        for name, slot in answers.items():
            self._session.actions.connect(name, slot)
