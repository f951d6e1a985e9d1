"""The window of a program that is carried about: Qt keeps its things beside it, and it ends in good order."""

from __future__ import annotations

import signal
import socket
import sys

from PySide6.QtCore import QObject, QSettings, QSocketNotifier, Qt, Slot
from PySide6.QtWidgets import QApplication

from reader import passing
from reader.home import Home


def keep_beside(home: Home) -> None:
    """Have Qt keep what it remembers with the settings of `home`. To be called before there is an application."""
    # Without effect on Windows and macOS, where they are in the registry and the preferences (docs/portable.md).
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home.settings))
    if sys.platform == "linux":
        # A desktop's own dialogs write down what was opened with them.
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


class TidyEnd(QObject):
    """Closes the window when the system asks the program to end, as at logging out, so that its folder goes as well."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        if sys.platform == "win32":
            return
        # Python's handlers run while it runs itself: not while Qt waits, or else in the middle of anything. So a
        # signal only wakes the loop, and the loop closes the window.
        self._ours, theirs = socket.socketpair()
        for end in (self._ours, theirs):
            end.setblocking(False)
        signal.set_wakeup_fd(theirs.detach(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        for ending in (signal.SIGINT, *passing.ENDINGS):
            signal.signal(ending, lambda _number, _frame: None)

    @Slot()
    def _heard(self) -> None:
        self._ours.recv(64)
        QApplication.quit()
