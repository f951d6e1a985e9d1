"""The plan beside a place: opened and closed by one action, made when it is first wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter

from reader.wording import tr
from ui.plans.panel import PlanPanel
from ui.session.session import Session
from ui.shared.panel_frame import PanelFrame
from ui.theme.tokens import COLUMN_WIDTH

_OPENS_AT = COLUMN_WIDTH + COLUMN_WIDTH // 2


class PlanBeside(QObject):
    """Stands at the right end of a splitter."""

    passage_activated = Signal(str, str)  # document, block
    closed = Signal()

    def __init__(self, session: Session, action: str, splitter: QSplitter) -> None:
        super().__init__(splitter)
        self._session = session
        self._splitter = splitter
        self._frame: PanelFrame | None = None
        self._panel: PlanPanel | None = None
        session.actions.connect(action, self.toggle)

    @property
    def panel(self) -> PlanPanel:
        """The plan, made if it has not been."""
        if self._panel is None:
            self._panel = PlanPanel(self._session)
            self._panel.passage_activated.connect(self.passage_activated)
            self._frame = PanelFrame(tr("Plan"), self._panel)
            self._frame.hide()
            self._frame.closed.connect(self.close)
            self._splitter.addWidget(self._frame)
            self._splitter.setStretchFactor(self._splitter.count() - 1, 0)
        return self._panel

    @property
    def shown(self) -> bool:
        return self._frame is not None and self._frame.isVisibleTo(self._splitter)

    @property
    def settled(self) -> bool:
        """Whether the plan shows what was last asked for, where it is open."""
        return not self.shown or self.panel.settled

    def toggle(self) -> None:
        """Open the plan, or close it where it is open."""
        if self.shown:
            self.close()
            return
        panel, sizes = self.panel, self._splitter.sizes()
        if self._frame is not None:
            self._frame.show()
        panel.show_subject(None)
        rest = sizes[:-1]
        if not sizes[-1] and rest:  # it has never been open: the widest makes room
            widest = rest.index(max(rest))
            rest[widest] = max(0, rest[widest] - _OPENS_AT)
            self._splitter.setSizes([*rest, _OPENS_AT])
        panel.take_focus()

    def close(self) -> None:
        """Show the place alone."""
        if self.shown and self._frame is not None:
            self._frame.hide()
            self.closed.emit()
