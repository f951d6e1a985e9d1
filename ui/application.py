"""The program with its window, from start to end. Light to import: the window is imported when it is wanted."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.errors import UserError
from reader.home import Home

if TYPE_CHECKING:
    from ui.crash import CrashHook
    from ui.window import Window


def run_window(home: Home, files: Sequence[Path]) -> int:
    """Open the window on the library of `home`, read `files` into it, and return the exit status when it is closed."""
    # What is made while starting stays: looking for garbage among it would take a tenth of the start.
    gc.disable()
    from ui.crash import CrashHook

    app = application()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program
    hook = CrashHook(home.logs)
    hook.install()
    try:
        window = open_window(app, home, files, hook)
        window.show()
        QTimer.singleShot(0, _collect_garbage_again)
        return app.exec()
    except UserError as error:
        _say(error)
        return 1
    finally:
        hook.remove()


def application() -> QApplication:
    """The application, named and with its icon; the one that is there already if there is one."""
    from PySide6.QtGui import QIcon

    from ui import assets
    from ui.version import VERSION

    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Hustings")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("hustings")
    app.setWindowIcon(QIcon(str(assets.icon("hustings"))))
    return app


def open_window(app: QApplication, home: Home, files: Sequence[Path], hook: CrashHook | None = None) -> Window:
    """The window on the library of `home`, ready to be shown. Raises what opening a library raises."""
    from ui.appearance import Appearance
    from ui.session import Session
    from ui.window import Window

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
    session.tell_topic_faults()
    if files:
        session.add_files(files)
    return window


def _collect_garbage_again() -> None:
    gc.freeze()
    gc.enable()


def _say(error: UserError) -> None:
    from ui.message import message

    message(error.problem, error.advice).exec()
