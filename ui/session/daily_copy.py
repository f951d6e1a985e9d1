"""A copy of the library each day that people work on it, made in the background and told in one quiet line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from reader.errors import UserError
from reader.library import backups
from reader.library.backups import Copy
from reader.library.connection import plainly
from reader.wording import tr
from ui.session.session import Session

_EVERY_MS = 3_600_000


class DailyCopy(QObject):
    """Looks when it is made, and each hour, whether a copy is due."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        session.closing.connect(self._timer.stop)
        self.look()

    def look(self) -> None:
        """Keep a copy in the background if one is due."""
        database = self._session.home.database

        def keep() -> Copy | None:
            with plainly(database):
                return backups.keep_daily(database)

        self._session.run(keep, self._say, self._say_not)

    def _say(self, kept: Copy | None) -> None:
        if kept is not None:
            self._session.say(tr("A copy of the library was kept, as each day."))

    def _say_not(self, error: UserError) -> None:
        self._session.say(tr("No copy of the library could be kept. {why}", why=f"{error.problem} {error.advice}"))
