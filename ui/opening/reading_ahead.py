"""Asks the system for the large libraries of the window before they are loaded: they come from the disk meanwhile."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from itertools import chain
from pathlib import Path

# In the order in which they are wanted, by their paths in the frozen folder.
LIBRARIES = (
    "PySide6/Qt/lib/libQt6Core.so*",
    "PySide6/QtCore.*",
    "PySide6/Qt/lib/libicu[iu]*",
    "PySide6/Qt/lib/libQt6Gui.so*",
    "PySide6/QtGui.*",
    "PySide6/Qt/lib/libQt6Widgets.so*",
    "PySide6/QtWidgets.*",
    "PySide6Qlementine/*.so",
    "PySide6/Qt/lib/libQt6XcbQpa.so*",
)


def read_ahead() -> None:
    """A frozen program on Linux reads its libraries in the order of its needs, which takes a disk a sixth longer."""
    folder = getattr(sys, "_MEIPASS", None)
    if folder is None or sys.platform != "linux":
        return
    for file in chain.from_iterable(sorted(Path(folder).glob(pattern)) for pattern in LIBRARIES):
        with suppress(OSError), file.open("rb") as opened:
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_WILLNEED)
