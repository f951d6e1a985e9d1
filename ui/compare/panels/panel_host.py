"""Where panels open in Compare: beside the table, or in the place of everything; one at a time."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.actions.offered import COMPARE
from ui.compare.panels.panels import PANELS
from ui.compare.table.subject import Panel, Subject
from ui.session.session import Session
from ui.shared.panel_frame import PanelFrame
from ui.theme.parts import Splitter
from ui.theme.tokens import COLUMN_WIDTH

# How much wider than the narrowest column a panel opens: a passage and a few words of its own fit in it.
_OPENS_AT = COLUMN_WIDTH + COLUMN_WIDTH // 2


class PanelHost(QWidget):
    """Holds the comparison and opens panels beside or over it; hands the subject that it is told to the open one."""

    passage_activated = Signal(str, str)
    columns_chosen = Signal(object)  # ColumnChoice
    topic_chosen = Signal(str, str)  # a topic's id and the manifesto in whose column it is wanted ("" for none)
    opened = Signal(str)  # a panel's id
    closed = Signal()

    def __init__(self, session: Session, comparison: QWidget, table: QWidget, parent: QWidget | None = None) -> None:
        """`comparison` is everything; `table` the part of it beside which panels stand, taken into `splitter`."""
        super().__init__(parent)
        self._session = session
        self._specs = {spec.id: spec for spec in PANELS}
        self._frames: dict[str, PanelFrame] = {}
        self._open = ""
        self._over = QStackedWidget()
        self._beside = QStackedWidget()
        self._beside.hide()
        self.splitter = Splitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(table)
        self.splitter.addWidget(self._beside)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self._over.addWidget(comparison)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._over)
        for spec in PANELS:
            session.actions.connect(spec.action, lambda name=spec.id: self.toggle(name))

    @property
    def shown(self) -> str:
        """The id of the open panel; "" for none."""
        return self._open

    @property
    def settled(self) -> bool:
        """Whether the open panel shows what was last asked for."""
        return not self._open or self.panel(self._open).settled

    def panel(self, name: str) -> Panel:
        """The panel with this id, made if it has not been."""
        return cast(Panel, self._frame(name).panel)

    def toggle(self, name: str) -> None:
        """Open the panel, or close it where it is open."""
        if self._open == name:
            self.close_panel()
        else:
            self.open_panel(name)

    def open_panel(self, name: str) -> None:
        """Show the panel with this id in the place of another; nothing for an id that no panel has."""
        if name not in self._specs:
            return
        if self._open:
            self._put_away()
        spec, frame = self._specs[name], self._frame(name)
        self._open = name
        stack = self._over if spec.whole else self._beside
        stack.setCurrentWidget(frame)
        if not spec.whole and not self._beside.isVisibleTo(self.splitter):
            self._beside.show()
            self.splitter.setSizes([max(0, self.splitter.width() - _OPENS_AT), _OPENS_AT])
        if spec.whole:
            openers = (each.action for each in PANELS)
            self._session.actions.narrow(COMPARE, frozenset((*openers, *spec.answers)))
        # Whoever hears of it tells what it is about now: what was told last may be of another time.
        self.opened.emit(name)
        self.panel(name).take_focus()

    def close_panel(self) -> None:
        """Show the comparison alone."""
        if self._open:
            self._put_away()
            self.closed.emit()

    def show_subject(self, subject: Subject) -> None:
        """This is what the comparison is about now."""
        if self._open:
            self.panel(self._open).show_subject(subject)

    def _put_away(self) -> None:
        self._open = ""
        self._session.actions.narrow(COMPARE, None)
        self._over.setCurrentIndex(0)
        self._beside.hide()

    def _frame(self, name: str) -> PanelFrame:
        if name not in self._frames:
            spec = self._specs[name]
            panel = spec.make(self._session)
            frame = self._frames[name] = PanelFrame(spec.title, panel, whole=spec.whole)
            frame.closed.connect(self.close_panel)
            self._listen(panel)
            (self._over if spec.whole else self._beside).addWidget(frame)
        return self._frames[name]

    def _listen(self, panel: QWidget) -> None:
        slots = {
            "passage_activated": self.passage_activated,
            "columns_chosen": self.columns_chosen,
            "topic_chosen": self.topic_chosen,
            "done": self.close_panel,
        }
        for signal, slot in slots.items():
            if hasattr(panel, signal):
                getattr(panel, signal).connect(slot)
