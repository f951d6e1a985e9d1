"""The window of a program that is carried about: Qt leaves nothing in the home, and the system may ask it to end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_RUN = """
import os, signal, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget
from reader.home import home
from ui.frame.application import application
from ui.frame.carried import TidyEnd, keep_beside
chosen = home(Path(sys.argv[1])).make()
keep_beside(chosen)
app = application()
end = TidyEnd(app)
dialog = QFileDialog(None, "Open", sys.argv[1])
dialog.show()
QTimer.singleShot(0, dialog.close)
QTimer.singleShot(100, dialog.deleteLater)
lock = threading.Lock()
closed = []
class Window(QWidget):
    def closeEvent(self, event):
        closed.append(lock.acquire(timeout=2))
        super().closeEvent(event)
window = Window()
window.show()
def work():
    with lock:
        os.kill(os.getpid(), signal.SIGTERM)
        sum(range(1000))  # Python hears of it here
QTimer.singleShot(300, work)
status = app.exec()
sys.exit(status if closed == [True] else 99)
"""


@pytest.mark.skipif(
    sys.platform == "win32", reason="Qt's own settings are in the registry there, and no signal is sent"
)
def test_qt_keeps_its_things_beside_the_program_and_sigterm_closes_the_window_between_two_events(
    tmp_path: Path,
) -> None:
    empty, data = tmp_path / "home", tmp_path / "data"
    empty.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment = kept | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(empty),
        "XDG_CACHE_HOME": str(tmp_path / "caches"),
    }
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, str(data)], env=environment, capture_output=True, text=True, timeout=100
    )
    assert ran.returncode == 0, ran.stderr
    assert list(empty.rglob("*")) == []
    assert [file.name for file in (data / "settings").iterdir()] == ["QtProject.conf"]
