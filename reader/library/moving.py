"""Moving a library to a folder that is on this computer alone; what is left in the old folder says where it went."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from reader.database import copy, transaction
from reader.errors import LibraryMoved
from reader.home import Home, home, own_libraries
from reader.library.clock import now
from reader.library.connection import connect, plainly
from reader.library.where import elsewhere

_NOTE = "moved.txt"
_MOST = 4_000  # code points of it that are read
_FOLDERS = ("originals", "topics", "pasted", "settings")


def destination(old: Home) -> Home | None:
    """A home on this computer that is not there yet; None where the person's folders are on no such drive
    either, or the program leaves nothing here."""
    folder = own_libraries()
    if folder is None:
        return None
    name = old.library.name or "library"
    names = [name, *(f"{name}-{number}" for number in range(2, 100))]
    free = next((folder / each for each in names if not (folder / each).exists()), None)
    return None if free is None or elsewhere(free) else home(free)


def move(old: Home, new: Home) -> None:
    """Copy a library, whole or not at all, and leave word of it; the old folder keeps what it holds.

    Nobody can write to the old library meanwhile. Raises what opening a library raises.
    """
    part = home(new.library.with_name(f"{new.library.name}.part"))
    with plainly(new.database):
        shutil.rmtree(part.library, ignore_errors=True)
        part.library.mkdir(parents=True)
    if old.database.exists():
        with plainly(old.database), closing(connect(old.database, durable=True)) as connection, transaction(connection):
            _copy(old, part)
            _leave_word(old, part, new)
    else:
        with plainly(old.database):
            _copy_folders(old, part)
            _leave_word(old, part, new)


def moved_to(old: Home) -> Path | None:
    """The folder to which this library was moved, as a note in its old folder says; it may be on another computer."""
    note = old.library / _NOTE
    if not note.is_file():
        return None
    with plainly(old.database), note.open(encoding="utf-8", errors="replace") as file:
        lines = file.read(_MOST).splitlines()
    named = lines[1] if len(lines) > 1 else ""
    return Path("".join(character for character in named if character.isprintable()) or ".")


def check_not_moved(home: Home) -> None:
    """Raises LibraryMoved where a library was moved out of this folder."""
    target = moved_to(home)
    if target is not None:
        raise LibraryMoved(
            f"This library was moved to “{target}”.",
            f"Open it there with --library. To open what was left here, delete the file “{home.library / _NOTE}”.",
        )


def _copy(old: Home, part: Home) -> None:
    copy(old.database, part.database)
    _copy_folders(old, part)


def _copy_folders(old: Home, part: Home) -> None:
    here = {"originals": old.originals, "topics": old.topics, "pasted": old.pasted, "settings": old.settings}
    for name in _FOLDERS:
        for file in sorted(here[name].rglob("*")):
            if file.is_file() and not file.is_symlink():  # no pipe, nor what is outside
                copy = part.library / name / file.relative_to(here[name])
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file, copy)


def _leave_word(old: Home, part: Home, new: Home) -> None:
    part.library.rename(new.library)
    old.library.mkdir(parents=True, exist_ok=True)
    word = (
        f"Hustings copied this library, as it was on {now()}, to the folder:\n{new.library}\n"
        "It is used there from now on. What is in this folder was left as it was and may be deleted.\n"
    )
    (old.library / _NOTE).write_text(word, encoding="utf-8")
