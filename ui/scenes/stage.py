"""What a scene is played on: a real window on a real library in a folder of its own, and waiting until all is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from reader.home import Home
from reader.library.records import Document
from ui.frame.application import open_window
from ui.frame.window import Window
from ui.scenes.homes import copied, fresh, samples
from ui.session.settings import Settings

_LONGEST_S = 120
_LOOK_EVERY_MS = 5
# How often in a row everything must have been found still before it counts as still.
_STILL = 3


class NeverSettled(Exception):
    """The scene was still waiting for something after two minutes."""


@dataclass(slots=True)
class Stage:
    """One scene being played: the application, how large and in which theme, and the windows that are open."""

    app: QApplication
    dark: bool
    size: QSize
    windows: list[Window] = field(default_factory=list)

    def open(self, chosen: Home) -> Window:
        """Open the window on this library."""
        Settings(chosen.settings).change(theme="dark" if self.dark else "light")
        window = open_window(self.app, chosen, ())
        self.windows.append(window)
        window.resize(self.size)
        window.show()
        window.activateWindow()
        wait(window.isActiveWindow)  # on a real screen the keys come to it later
        return window

    def open_samples(self, *, own: bool = False) -> Window:
        """Open the window on a library that holds the samples, long after the first start; on an `own` copy of it."""
        chosen = copied(samples()) if own else samples()
        Settings(chosen.settings).change(samples_note=False, place="compare", places={}, geometry="")
        return self.open(chosen)

    def open_new(self) -> Window:
        """Open the window on a library that has never been opened before."""
        return self.open(fresh())

    def settle(self, window: Window) -> None:
        """Wait until nothing is going on any more. Raises NeverSettled."""
        found_still = 0

        def is_still() -> bool:
            nonlocal found_still
            found_still = found_still + 1 if window.settled else 0
            return found_still >= _STILL

        wait(is_still)

    def close(self) -> None:
        for window in self.windows:
            window.close()
            window.deleteLater()
            window.session.deleteLater()  # functions that are connected would keep it and its actions for good
        self.windows.clear()
        # Without a screen the clipboard outlives Python: a process that leaves something there crashes at its end.
        self.app.clipboard().clear()
        # At once: a window that is closed but not gone yet would follow the theme of the next scene.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait(until: Callable[[], bool]) -> None:
    """Let the program run until this is so. Raises NeverSettled."""
    loop = QEventLoop()
    look = QTimer(interval=_LOOK_EVERY_MS)
    deadline = monotonic() + _LONGEST_S
    look.timeout.connect(lambda: loop.quit() if monotonic() > deadline or until() else None)
    look.start()
    loop.exec()
    look.stop()
    if monotonic() > deadline:
        raise NeverSettled


def manifesto_of(window: Window, candidate: str) -> Document:
    """The manifesto of this candidate in the window's library."""
    return next(each for each in window.session.library.documents() if each.candidate == candidate)
