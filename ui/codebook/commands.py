"""What the palette offers for the codebook that is in sight; its tree hears keys for the same itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.session.session import Session

if TYPE_CHECKING:
    from ui.codebook.panel import CodebookPanel


def commands(session: Session) -> Commands:
    """Those of this window, made when they are first wanted."""
    found = session.findChild(Commands)
    return found if isinstance(found, Commands) else Commands(session)


class Commands(QObject):
    """Passes what is chosen on to the codebook in sight."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._actions = session.actions
        self._panel: CodebookPanel | None = None
        self._slots: dict[str, Callable[[CodebookPanel], object]] = {
            "codebook.new": lambda panel: panel.begin(),
            "codebook.new-under": lambda panel: panel.begin(under=True),
            "codebook.rename": lambda panel: panel.tree.rename(),
            "codebook.merge": lambda panel: panel.merge(),
            "codebook.delete": lambda panel: panel.delete(),
            "codebook.up": lambda panel: panel.move_code(-1),
            "codebook.down": lambda panel: panel.move_code(1),
            "codebook.nest": lambda panel: panel.nest(),
            "codebook.unnest": lambda panel: panel.unnest(),
            "codebook.passages": lambda panel: panel.find_passages(),
            "codebook.topic": lambda panel: panel.begin_topic(),
            "codebook.kinds": lambda panel: panel.show_kinds(),
            "codebook.from-topics": lambda panel: panel.begin_from_topics(),
            "codebook.from-file": lambda panel: panel.begin_from_file(),
        }
        for name in self._slots:
            self._actions.connect(name, lambda name=name: self._do(name))
            self._actions.allow(name, False)

    def enter(self, panel: CodebookPanel) -> None:
        """This codebook is in sight."""
        self._panel = panel
        self._allow(True)

    def leave(self, panel: CodebookPanel) -> None:
        """This codebook is out of sight."""
        if self._panel is panel:
            self._panel = None
            self._allow(False)

    def _allow(self, allowed: bool) -> None:
        for name in self._slots:
            self._actions.allow(name, allowed)

    def _do(self, name: str) -> None:
        if self._panel is not None:
            self._slots[name](self._panel)
