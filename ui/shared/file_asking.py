"""Asking for files and folders in the system's own dialog, each time in the folder that was used last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.session.settings import Settings


def ask_for_files(settings: Settings, over: QWidget, title: str) -> list[Path]:
    """The files that people chose, none where they left."""
    names, _ = QFileDialog.getOpenFileNames(over, title, _start(settings))
    return [path for path in (_used(settings, name) for name in names) if path is not None]


def ask_for_file(settings: Settings, over: QWidget, title: str, kinds: str = "") -> Path | None:
    """The file that people chose; `kinds` are the dialog's filters, "" for files of any kind."""
    name, _ = QFileDialog.getOpenFileName(over, title, _start(settings), kinds)
    return _used(settings, name)


def ask_for_folder(settings: Settings, over: QWidget, title: str) -> Path | None:
    """The folder that people chose."""
    name = QFileDialog.getExistingDirectory(over, title, _start(settings))
    if name:
        settings.change(folder=name)
    return Path(name) if name else None


def ask_where_to_save(settings: Settings, over: QWidget, title: str, proposed: str, kinds: str) -> Path | None:
    """Where people want a file that is called `proposed` at first."""
    name, _ = QFileDialog.getSaveFileName(over, title, str(Path(_start(settings)) / proposed.replace("/", "-")), kinds)
    return _used(settings, name)


def _start(settings: Settings) -> str:
    """The folder that was used last, else where documents are kept: where the program lies is nobody's folder."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    there = (folder for folder in (settings.now.folder, documents) if folder and Path(folder).is_dir())
    return next(there, str(Path.home()))


def _used(settings: Settings, name: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    settings.change(folder=str(path.parent))
    return path
