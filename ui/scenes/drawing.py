"""Drawing a named scene into a picture file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from reader.errors import NotFound
from ui.frame.application import application
from ui.scenes.registry import NAMES, play
from ui.scenes.stage import Stage
from ui.shared.file_writing import write_file
from ui.shared.saving import png_of


def draw(name: str, out: Path, dark: bool = False, scale: float = 1, size: tuple[int, int] = (1280, 800)) -> None:
    """Draw the scene with this name into a PNG of `size` times `scale` pixels.

    Raises NotFound for a scene that does not exist, and what write_file raises.
    """
    if name not in NAMES:
        raise NotFound(f"There is no scene called “{name}”.", f"There are: {', '.join(NAMES)}.")
    stage = Stage(_application(scale), dark, QSize(*size))
    try:
        picture = _grabbed(play(name, stage), scale)
    finally:
        stage.close()
    write_file(out, png_of(picture))


def _application(scale: float) -> QApplication:
    """The application without a screen; the scale can only be told before it is made."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(scale)
        qInstallMessageHandler(_pass_on)
    app = application()
    app.setCursorFlashTime(0)
    return app


def _pass_on(_kind: QtMsgType, _context: object, message: str) -> None:
    if "propagateSizeHints" not in message:  # the offscreen platform says so of every window
        sys.stderr.write(f"{message}\n")


def _grabbed(window: QWidget, scale: float) -> QImage:
    picture = QImage(window.size() * scale, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    window.render(picture)
    return picture
