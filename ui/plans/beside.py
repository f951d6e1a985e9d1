"""The plan beside a place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSplitter

from reader.wording import tr
from ui.plans.panel import PlanPanel
from ui.session.session import Session
from ui.shared.beside import Beside


def plan_beside(
    session: Session, action: str, splitter: QSplitter, opened: Callable[[str, str], object]
) -> Beside[PlanPanel]:
    """The plan, opened by this action; `opened` hears which passage (document, block) is to be opened."""

    def make(session: Session) -> PlanPanel:
        panel = PlanPanel(session)
        panel.passage_activated.connect(opened)
        return panel

    return Beside(session, action, splitter, tr("Plan"), make)
