"""Shows every scene in a real window while somebody listens (`listening.py`), and goes through each with the keys.

python shown_to_listener.py FOLDER [SCENE...]
"""

from __future__ import annotations

import sys
from pathlib import Path

import live_keys
from PySide6.QtCore import QSize, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from ui.frame.application import application
from ui.scenes.registry import NAMES, play
from ui.scenes.stage import Stage, wait

_STEPS = 6
_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up)


def show(name: str, stage: Stage, folder: Path) -> None:
    """Show the scene until all of it has been looked at, before and after keys went through it."""
    window = play(name, stage)
    window.activateWindow()
    wait(window.isActiveWindow)
    look(folder, name)
    go_through()
    look(folder, f"{name}-after")
    stage.close()


def look(folder: Path, name: str) -> None:
    asked = folder / "asked"
    beginning = folder / "beginning"
    beginning.write_text(name, encoding="utf-8")
    beginning.rename(asked)
    wait(lambda: not asked.exists())


def go_through() -> None:
    """Tab from control to control, and in every list and table go about with the keys."""
    for _ in range(_STEPS):
        here = QApplication.focusWidget()
        if isinstance(here, QAbstractItemView):
            press(*_KEYS)
        press(Qt.Key.Key_Tab)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        if (here := QApplication.focusWidget()) is not None:
            QTest.keyClick(here, key)


def main(folder: Path, names: list[str]) -> int:
    """Show the scenes; 1 where Qt warned of anything, which is written out."""
    warnings: list[str] = []
    qInstallMessageHandler(lambda kind, _, said: warnings.append(said) if kind is not QtMsgType.QtDebugMsg else None)
    app = application()
    for name in names or NAMES:
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        show(name, Stage(app, dark=False, size=QSize(1280, 780)), folder)
    sys.stdout.writelines(f"Qt: {said}\n" for said in warnings)
    return 1 if warnings else 0


if __name__ == "__main__":
    live_keys.pytest_configure()
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
