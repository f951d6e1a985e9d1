"""The yardstick for starting: an empty PySide6 window that says when it has been painted, and leaves."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.marks import SHOWN, mark


class EmptyWindow(QWidget):
    """A window with nothing in it."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1280, 800)
        self._painted = False

    def _say(self) -> None:
        mark(SHOWN)
        QApplication.quit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._say)


def main() -> int:
    application = QApplication(sys.argv)
    window = EmptyWindow()
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
