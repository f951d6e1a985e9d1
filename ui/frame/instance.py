"""One window for each library: another start hands its files to the window that is open, and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSysInfo, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from reader import passing
from reader.errors import UserError
from reader.home import Home
from reader.library.occupancy import Holder, Occupancy

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

# How long another window may take to open or to close before it counts as not answering, in seconds.
_PATIENCE = 10.0
_RETRY = 0.1
_ANSWER_MS = 3_000
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105  # with this a Wayland desktop lets a window come forward


class OpenElsewhere(UserError):
    """A window of somebody else, or on another computer, has the library open, as far as its folder tells."""


class NotAnswering(UserError):
    """A window on this computer has the library open and does not answer."""


class Claim(QObject):
    """That this process has the window of a library, until `close`."""

    asked = Signal(object)  # list[Path]: another start was made, with these files to be read

    def __init__(self, occupancy: Occupancy, stale: str = "", parent: QObject | None = None) -> None:
        """`stale` is what a window that crashed listened to."""
        super().__init__(parent)
        self._occupancy = occupancy
        self._stale = stale
        self._name = _free_name()
        self._server: QLocalServer | None = None
        occupancy.take(Holder(_user(), QSysInfo.machineHostName(), _machine(), os.getpid(), self._name))

    def listen(self) -> None:
        """Hear of other starts from now on; those that were made before are still trying."""
        from PySide6.QtNetwork import QLocalServer  # loads what the first window does not need

        if self._stale:
            QLocalServer.removeServer(_address(self._stale))
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        server.listen(_address(self._name))
        self._server = server

    def close(self) -> None:
        """Let others open the library."""
        if self._server is not None:
            self._server.close()
        self._occupancy.leave()

    @Slot()
    def _answer(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            while not socket.canReadLine() and socket.waitForReadyRead(_ANSWER_MS):
                pass
            if socket.canReadLine():
                files, token = _understood(bytes(socket.readLine().data()))
                if token:
                    os.environ[_TOKEN] = token
                socket.write(b"shown\n")
                socket.waitForBytesWritten(_ANSWER_MS)
                self.asked.emit(files)
            socket.disconnectFromServer()
            socket.deleteLater()


def claim(home: Home, files: Sequence[Path], *, anyway: bool = False) -> Claim | None:
    """The claim to the library's one window; None where that is open and has taken the files over.

    Raises OpenElsewhere, unless it is to be had `anyway`, NotAnswering, and what opening a library raises.
    """
    occupancy = Occupancy(home)
    until = time.monotonic() + _PATIENCE
    while True:
        free, holder = occupancy.free(), occupancy.holder()
        ours = holder is None or (holder.machine, holder.user) == (_machine(), _user())
        if holder is not None and ours and holder.server and _handed_over(holder.server, files):
            occupancy.close()
            return None
        if anyway or (free and (ours or (holder is not None and holder.machine == _machine()))):
            return Claim(occupancy, holder.server if holder is not None and ours else "")
        if not ours or time.monotonic() > until:
            occupancy.close()
            raise _taken(home, holder, ours=ours)
        time.sleep(_RETRY)  # it is about to open or to close


def bring_forward(window: QWidget) -> None:
    """Show the window to the person, from wherever it is."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)  # where the desktop lets nobody come forward, it says at least that one wants to


def _taken(home: Home, holder: Holder | None, *, ours: bool) -> UserError:
    if holder is None or ours:
        process = f" (process {holder.process})" if holder is not None and holder.process else ""
        return NotAnswering(
            f"A window of Hustings{process} has this library open, but it does not answer.",
            f"Close it, or end that process, and start again. The library is in {home.library}.",
        )
    return OpenElsewhere(
        f"“{holder.user}” has this library open on the computer “{holder.host}”.",
        "Close it there and try again. If that computer is off, or the program ended there without closing, "
        "open the library here anyway.",
    )


def _handed_over(server: str, files: Sequence[Path]) -> bool:
    """Whether the window that listens there came forward and took the files."""
    from PySide6.QtNetwork import QLocalSocket

    _let_come_forward()
    socket = QLocalSocket()
    socket.connectToServer(_address(server))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    wholes = [os.path.abspath(file) for file in files]  # noqa: PTH100  # as reader/library/queue.py does it
    socket.write(json.dumps({"files": wholes, "token": os.environ.get(_TOKEN, "")}).encode() + b"\n")
    socket.waitForBytesWritten(_ANSWER_MS)
    return socket.waitForReadyRead(int(_PATIENCE * 1000)) and bytes(socket.readLine().data()) == b"shown\n"


def _free_name() -> str:
    """A name for what to listen to; a socket is a file, and a program that is carried about has a folder for those."""
    own = passing.folder()
    return f"hustings-{os.urandom(16).hex()}" if own is None or sys.platform == "win32" else f"{own.name}/window"


def _address(name: str) -> str:
    """What Qt calls it: each program may have temporary files in another folder, so the whole path of a socket."""
    return name if sys.platform == "win32" else str(passing.system_folder() / name)


def _let_come_forward() -> None:
    """Windows lets a window come forward only if the program in front allows it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


def _understood(message: bytes) -> tuple[list[Path], str]:
    """The files and the token in what another start says; nothing where it is not understood."""
    try:
        read = json.loads(message)
        return [Path(file) for file in read["files"]], str(read["token"])
    except (ValueError, KeyError, TypeError):
        return [], ""


def _user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # what getuser raises differs between systems and versions
        return "somebody"


def _machine() -> str:
    """Tells this computer from others; a digest, since the id itself is nobody's business."""
    told = bytes(QSysInfo.machineUniqueId().data()) or QSysInfo.machineHostName().encode()
    return hashlib.sha256(b"hustings" + told).hexdigest()[:32]
