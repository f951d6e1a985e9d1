"""Opens files that others put there, and only files: a pipe, a device or a socket would keep its reader for ever."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

from reader.errors import NotFound, NotSupported, UserError

# No manifesto is larger, in bytes. What is (a disk's picture, a file of holes) would be hashed for hours.
_LARGEST = 4 << 30
# Opening waits for nobody: not for the other end of a pipe that took a file's place after it was looked at.
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)

_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def open_regular(path: Path) -> BufferedReader:
    """The file at `path`, links followed, open for reading its bytes. It never waits for anything but a disk.

    Raises NotFound, and NotSupported where there is something else than a file or far too large a one.
    """
    try:
        # Looked at before it is opened, since opening alone rewinds tapes and wakes whoever waits at a pipe.
        _check(path, path.stat())
        file = open(path, "rb", opener=without_waiting)  # noqa: SIM115  # callers close it
    except OSError as error:
        raise _unreadable(path, error) from None
    try:
        _check(path, os.fstat(file.fileno()))
    except UserError:
        file.close()
        raise
    return file


def bytes_of(path: Path) -> bytes:
    """All bytes of the file. Raises NotFound, NotSupported."""
    with open_regular(path) as file:
        try:
            return file.read()
        except OSError as error:
            raise _unreadable(path, error) from None


def without_waiting(path: str, flags: int) -> int:
    """An opener for `open`, under which a pipe that nobody writes to is an empty file. Raises OSError."""
    return os.open(path, flags | _WITHOUT_WAITING)


def _check(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise NotSupported(f"“{path.name}” is a folder.", "Add the files in it.")
    for is_one, kind in _KINDS:
        if is_one(found.st_mode):
            what = f"leads to {kind}, not to a file" if path.is_symlink() else f"is {kind}, not a file"
            raise NotSupported(f"“{path.name}” {what}.", "Add a file that holds the manifesto.")
    if found.st_size > _LARGEST:
        size = found.st_size / (1 << 30)
        raise NotSupported(
            f"“{path.name}” is larger than any manifesto ({size:,.0f} GB).",
            "Check that it is the file you meant, or save a part of it and add that.",
        )


def _unreadable(path: Path, error: OSError) -> NotFound:
    if isinstance(error, FileNotFoundError):
        return NotFound(f"“{path.name}” is not there.", "Check whether it was moved or renamed, then add it again.")
    if error.errno == errno.ELOOP:
        return NotFound(f"“{path.name}” is a link that leads back to itself.", "Add the file that it should lead to.")
    return NotFound(
        f"“{path.name}” may not be read ({error.strerror}).", "Check that you may open it, then add it again."
    )
