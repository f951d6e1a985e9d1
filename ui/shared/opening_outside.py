"""Opens addresses and folders in the system's own programs."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from reader import passing


def open_outside(url: QUrl) -> None:
    """Show it in the program that the system has for it."""
    with passing.as_it_was():
        QDesktopServices.openUrl(url)
