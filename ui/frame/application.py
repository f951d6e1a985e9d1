"""The program with its window, from start to end. Light to import: the window is imported when it is wanted."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.errors import LibraryDamaged, UserError
from reader.home import Home, carried
from ui.frame.garbage import GarbageCollector
from ui.frame.plain_imports import let_modules_be

if TYPE_CHECKING:
    from ui.frame.crash import CrashHook
    from ui.frame.instance import Claim
    from ui.frame.window import Window
    from ui.session.session import Session

# By then the window stands; other starts wait longer than this for an answer.
_LISTEN_AFTER_MS = 1_000
# By then it has been looked at.
_WARM_AFTER_MS = 3_000


def run_window(home: Home, files: Sequence[Path]) -> int:
    """Open the window on the library of `home`, read `files` into it, and return the exit status when it is closed."""
    # What is made while starting stays: looking for garbage among it would take a tenth of the start.
    gc.disable()
    let_modules_be()
    from ui.frame.crash import CrashHook

    if carried():
        app = _carried_application(home)
    else:
        app = application()
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program
    hook = CrashHook(home.logs)
    hook.install()
    claimed: Claim | None = None
    try:
        found = find_library(home)
        if found is None:
            return 0
        home, told = found
        claimed = claim_or_ask(home, files)
        if claimed is None:
            return 0
        window = open_or_restore(app, home, files, hook)
        if window is None:
            return 1
        opened = window
        claimed.asked.connect(lambda asked: newest(opened).open_files(asked))
        window.show()
        if told:
            window.session.say(told)
        QTimer.singleShot(_LISTEN_AFTER_MS, claimed, claimed.listen)
        QTimer.singleShot(0, app, lambda: GarbageCollector(app))
        QTimer.singleShot(_WARM_AFTER_MS, window, lambda: _warm(newest(opened).session))
        return app.exec()
    except UserError as error:
        _say(error)
        return 1
    finally:
        if claimed is not None:
            claimed.close()
        hook.remove()


def open_or_restore(
    app: QApplication, home: Home, files: Sequence[Path], hook: CrashHook | None = None
) -> Window | None:
    """The window; of a damaged library once it was restored, None where the person chose not to."""
    try:
        return open_window(app, home, files, hook)
    except LibraryDamaged as error:
        from reader.library.restoring import restore

        if not restore_wanted(error, home):
            return None
        done = restore(home)
        window = open_window(app, home, files, hook)
        window.strip.say(done)
        return window


def find_library(home: Home) -> tuple[Home, str] | None:
    """The library to open in place of that of `home`, with a sentence to say then; None where the person gives up.

    One that was moved is opened where it is now, and one that is not on this computer alone is moved here, if the
    person wants that. Raises what opening a library raises.
    """
    from reader.library.moving import moved_to
    from reader.library.where import elsewhere

    if moved_to(home) is None and elsewhere(home.library) is None:
        return home, ""
    from ui.frame.moving import find_with_person

    return find_with_person(home)


def claim_or_ask(home: Home, files: Sequence[Path]) -> Claim | None:
    """The claim to the library's one window; None where this start is to end, the files handed over or not wanted.

    Where somebody has it on another computer, the person decides. Raises what opening a library raises.
    """
    from ui.frame.instance import OpenElsewhere, claim

    anyway = False
    while True:
        try:
            return claim(home, files, anyway=anyway)
        except OpenElsewhere as error:
            from ui.shared.message import ask

            chosen = ask(error.problem, error.advice, ("Try again", "Open anyway", "Quit"))
            if chosen == "Quit":
                return None
            anyway = chosen == "Open anyway"


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


def _carried_application(home: Home) -> QApplication:
    from ui.frame.carried import TidyEnd, keep_beside

    keep_beside(home)
    app = application()
    TidyEnd(app)
    return app


def open_window(app: QApplication, home: Home, files: Sequence[Path], hook: CrashHook | None = None) -> Window:
    """The window on the library of `home`, ready to be shown. Raises what opening a library raises."""
    from ui.frame.appearance import Appearance
    from ui.frame.current_item import CurrentItems
    from ui.frame.window import Window
    from ui.session.session import Session

    session = Session(home)
    first = session.library.is_new() and not files
    window = Window(session, Appearance(app, session.settings))
    CurrentItems(app, window)
    if hook is not None:
        hook.show_on(window)
        hook.problem.connect(window.strip.say)
        hook.problem.connect(session.mend)
        window.log_wanted.connect(hook.show_log)
    window.copy_wanted.connect(lambda copy: go_back(app, window, copy, hook))
    if first:
        window.read_samples()
    else:
        window.open_place()
        session.go_on_if_needed()
    session.tell_topic_faults()
    session.watch()
    if files:
        session.add_files(files)
    return window


def go_back(app: QApplication, window: Window, copy: Path, hook: CrashHook | None = None) -> None:
    """Close the window, make its library what a copy of it has, and open it again; it says there what was done."""
    from reader.library.restoring import bring_back
    from ui.session.daily_copy import DailyCopy

    home, quits = window.session.home, app.quitOnLastWindowClosed()
    app.setQuitOnLastWindowClosed(False)
    try:
        window.close()
        try:
            done = bring_back(home, copy)
        except UserError as error:
            done = f"{error.problem} {error.advice}"
        window.successor = again = open_window(app, home, (), hook)
        again.show()
        again.session.say(done)
        DailyCopy(again.session)
    except UserError as error:  # the library cannot be opened any more
        _say(error)
        app.quit()
    finally:
        app.setQuitOnLastWindowClosed(quits)


def newest(window: Window) -> Window:
    """The window that is open in place of this one, after its library went back to copies."""
    while window.successor is not None:
        window = window.successor
    return window


def _warm(session: Session) -> None:
    from ui.session.daily_copy import DailyCopy
    from ui.shared.copying import warm

    warm(session)
    session.run(_import_notes, lambda _: None)
    DailyCopy(session)


def _import_notes() -> None:
    """Have the rooms of Notes in memory before anybody goes there: importing them takes a tenth of a second."""
    import_module("ui.notes.place")


def restore_wanted(error: LibraryDamaged, home: Home) -> bool:
    """Say what is wrong, and ask whether to go on with what there is instead of the damaged library."""
    from reader.library import backups
    from ui.shared.message import ask, message

    if backups.newest(home.database) is not None:
        offered = "Go on with the copy"
    elif backups.originals(home.database):
        offered = "Make a new library"
    else:
        message(error.problem, error.advice).exec()
        return False
    return ask(error.problem, error.advice, (offered, "Close")) == offered


def _say(error: UserError) -> None:
    from ui.shared.message import message

    message(error.problem, error.advice).exec()
