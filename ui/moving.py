"""Asks, before there is a window, what is to become of a library that is not on this computer alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QProgressDialog

from reader.errors import UserError
from reader.home import Home, home
from reader.library.moving import destination, move, moved_to
from reader.library.where import Elsewhere, elsewhere
from ui.background import Background
from ui.instance import claim
from ui.message import ask
from ui.settings import Settings

_MOVE, _KEEP, _THERE, _QUIT = "Move it to this computer", "Open it as it is", "Open it there", "Quit"


def find_with_person(chosen: Home) -> tuple[Home, str] | None:
    """The library to open and a sentence to say of it; None to open none. Raises what opening a library raises."""
    target = moved_to(chosen)
    if target is not None:
        advice = f"To open what was left in {chosen.library}, delete the file “moved.txt” there."
        answer = ask(f"This library was moved to “{target}”.", advice, (_THERE, _QUIT))
        return (home(target), "") if answer == _THERE else None
    place = elsewhere(chosen.library)
    settings = Settings(chosen.settings)
    if place is None or settings.now.folder_accepted == place.name:
        return chosen, ""
    new = destination(chosen)
    answer = _asked(place, new)
    if answer == _KEEP:
        settings.change(folder_accepted=place.name)
        return chosen, ""
    return _moved(chosen, new) if answer == _MOVE and new is not None else None


def _asked(place: Elsewhere, new: Home | None) -> str:
    as_it_is = "Opened as it is, it is written more slowly and with more care."
    if new is None:
        return ask(place.sentence, as_it_is, (_KEEP, _QUIT))
    there = f"It can be moved to {new.library}, which is on this computer alone."
    return ask(place.sentence, f"{there} {as_it_is}", (_MOVE, _KEEP, _QUIT))


def _moved(old: Home, new: Home) -> tuple[Home, str] | None:
    """Move the library, unless a window of it is open, which then comes forward."""
    claimed = claim(old, ())
    if claimed is None:
        return None
    try:
        if not _wait(f"Moving the library to {new.library} …", lambda: move(old, new)):
            return None  # a bug, which has been told
    finally:
        claimed.close()
    return new, f"The library is in {new.library} now. What is in {old.library} was left there and may be deleted."


def _wait(sentence: str, work: Callable[[], None]) -> bool:
    """Do the work on another thread and say so meanwhile; whether it was done. Raises its UserError."""
    box = QProgressDialog(sentence, "", 0, 0)
    box.setWindowTitle("Hustings")
    box.setWindowModality(Qt.WindowModality.ApplicationModal)
    box.setCancelButton(None)
    box.setMinimumDuration(0)
    loop, background = QEventLoop(), Background()
    done, failures = list[None](), list[UserError]()
    background.emptied.connect(loop.quit)
    task = background.run(work, done.append, failures.append)
    box.show()
    while task.waiting:
        loop.exec()
    background.close()
    box.close()
    if failures:
        raise failures[0]
    return bool(done)
