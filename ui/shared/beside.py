"""A panel beside a place: opened and closed by one action, made when it is first wanted, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from ui.session.session import Session
from ui.shared.panel_frame import PanelFrame
from ui.theme.tokens import COLUMN_WIDTH

_OPENS_AT = COLUMN_WIDTH + COLUMN_WIDTH // 2


class Panel(Protocol):
    """What is asked of a panel; each is a widget too."""

    @property
    def settled(self) -> bool:
        """Whether it shows what was last asked for."""

    def show_subject(self, subject: Any) -> None:
        """Be up to date; beside these places there is no subject."""

    def take_focus(self) -> None:
        """Take the keys."""


P = TypeVar("P", bound=Panel)


class Beside(QObject, Generic[P]):
    """Stands at the right of a splitter."""

    closed = Signal()

    def __init__(
        self, session: Session, action: str, splitter: QSplitter, title: str, make: Callable[[Session], P]
    ) -> None:
        super().__init__(splitter)
        self._session = session
        self._splitter = splitter
        self._title = title
        self._make = make
        self._frame: PanelFrame | None = None
        self._panel: P | None = None
        session.actions.connect(action, self.toggle)

    @property
    def panel(self) -> P:
        """The panel, made if it has not been."""
        if self._panel is None:
            self._panel = self._make(self._session)
            self._frame = PanelFrame(self._title, cast(QWidget, self._panel))
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
        """Whether the panel shows what was last asked for, where it is open."""
        return not self.shown or self.panel.settled

    def toggle(self) -> None:
        """Open the panel in the place of another, or close it where it is open."""
        if self.shown:
            self.close()
            return
        panel, frame = self.panel, self._frame
        if frame is None:
            return
        for number in range(self._splitter.count()):
            other = self._splitter.widget(number)
            if isinstance(other, PanelFrame) and not other.isHidden():
                other.closed.emit()
        sizes, at = self._splitter.sizes(), self._splitter.indexOf(frame)
        frame.show()
        panel.show_subject(None)
        if not sizes[at] and at:  # it has never been open: the widest makes room
            widest = sizes.index(max(sizes))
            sizes[widest] = max(0, sizes[widest] - _OPENS_AT)
            sizes[at] = _OPENS_AT
            self._splitter.setSizes(sizes)
        panel.take_focus()

    def close(self) -> None:
        """Show the place alone."""
        if self.shown and self._frame is not None:
            self._frame.hide()
            self.closed.emit()
