"""The program with its window: application, theme, crash hook, session, window, from start to end."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from reader.errors import UserError
from reader.home import Home
from ui import assets
from ui.appearance import Appearance
from ui.crash import CrashHook
from ui.session import Session
from ui.version import VERSION
from ui.window import Window


def run_window(home: Home, files: Sequence[Path]) -> int:
    """Open the window on the library of `home`, read `files` into it, and return the exit status when it is closed."""
    app = application()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program
    hook = CrashHook(home.logs)
    hook.install()
    try:
        window = open_window(app, home, files, hook)
    except UserError as error:
        _say(error)
        return 1
    window.show()
    try:
        return app.exec()
    finally:
        hook.remove()


def application() -> QApplication:
    """The application, named and with its icon; the one that is there already if there is one."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Hustings")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("hustings")
    app.setWindowIcon(QIcon(str(assets.icon("hustings"))))
    return app


def open_window(app: QApplication, home: Home, files: Sequence[Path], hook: CrashHook | None = None) -> Window:
    """The window on the library of `home`, ready to be shown. Raises NewerLibrary, LibraryDamaged, DiskFull."""
    session = Session(home)
    first = session.library.is_new() and not files
    window = Window(session, Appearance(app, session.settings))
    if hook is not None:
        hook.show_on(window)
        hook.problem.connect(window.strip.say)
        window.log_wanted.connect(hook.show_log)
    if first:
        window.read_samples()
    else:
        window.open_place()
        session.go_on_if_needed()
    if files:
        session.add_files(files)
    return window


def _say(error: UserError) -> None:
    box = QMessageBox()
    box.setWindowTitle("Hustings")
    box.setText(error.problem)
    box.setInformativeText(error.advice)
    box.exec()
