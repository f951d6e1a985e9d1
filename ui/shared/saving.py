"""Saving what is shown: where people want it, the file written, and what became of that said in the strip."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from reader.errors import UserError
from ui.session.session import Session
from ui.shared.file_asking import ask_where_to_save
from ui.shared.file_writing import write_file


def ask_and_save(
    session: Session, over: QWidget, title: str, proposed: str, kinds: str, save: Callable[[Path], object]
) -> None:
    """Ask for a file and save to it; `proposed` is its name at first, `kinds` the dialog's filters."""
    chosen = ask_where_to_save(session.settings, over, title, proposed, kinds)
    if chosen is not None:
        save(chosen)


def save_as(session: Session, path: Path, content: Callable[[], str | bytes]) -> None:
    """Write the content to the file, whole or not at all, and say so or what is wrong."""
    try:
        write_file(path, content())
    except UserError as error:
        session.say_problem(error)
    else:
        session.saved.emit(path)


def png_of(image: QImage) -> bytes:
    """The picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
