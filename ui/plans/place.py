"""The Plans place: the plan in use, for writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.library.plans import PartKind
from ui.plans.panel import PlanPanel
from ui.session.session import Session
from ui.theme.parts import Surface
from ui.theme.tokens import MEASURE, SIX, STEP


class PlansPlace(Surface):
    """One plan at the measure that text is read at."""

    passage_activated = Signal(str, str)  # document, block

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Plans")
        self._session = session
        self.panel = PlanPanel(session)
        self.panel.setMaximumWidth(MEASURE + 2 * SIX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, STEP, 0, 0)
        row.addWidget(self.panel, 1)
        row.addStretch()
        self.panel.passage_activated.connect(self.passage_activated)
        self._connect_actions()

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

    def _connect_actions(self) -> None:
        panel = self.panel
        parts = panel.list
        answers: dict[str, Callable[..., object]] = {
            "plans.open": parts.open,
            "plans.write": parts.write,
            "plans.sentence": lambda: panel.begin(PartKind.OWN),
            "plans.sentence-before": lambda: panel.begin(PartKind.OWN, before=True),
            "plans.heading": lambda: panel.begin(PartKind.HEADING),
            "plans.heading-before": lambda: panel.begin(PartKind.HEADING, before=True),
            "plans.up": lambda: parts.move_part(-1),
            "plans.down": lambda: parts.move_part(1),
            "plans.copy": parts.copy,
            "plans.remove": panel.take_out,
            "plans.new": panel.make,
            "plans.choose": self._choose,
            "plans.rename": panel.choice.rename,
            "plans.delete": panel.delete,
            "plans.save": panel.ask_to_save,
        }
        for name, slot in answers.items():
            self._session.actions.connect(name, slot)

    def _choose(self) -> None:
        self.panel.choice.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.choice.box.showPopup()
