"""What a program that is carried about writes for a while only: caches and temporary files, in a folder of its own.

The folder lies among the system's temporary files, is nobody else's to read, and goes at the end. What runs that were
killed have left goes at the next start. The environment tells everybody of it: child processes, and the libraries that
keep caches of their own (of fonts, of shaders).
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import signal
import stat
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from reader import file_lock
from reader.errors import NotWritable
from reader.home import CACHE_VARIABLE, carried

# With these a system asks a program to end. Windows knows the first and never sends it.
ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))

_NAME = re.compile(r"hustings-[0-9a-f]{32}")
_LOCK = "lock"
_LIBRARIES = "LD_LIBRARY_PATH"
_BUS = "DBUS_SESSION_BUS_ADDRESS"
# A folder without a lock is one that a process is about to lock, or half removed: that lasts no longer, in seconds.
_UNLOCKED = 3600.0
# Processes that this one has ended may still write, and Windows keeps what they have open, for so long, in seconds.
_PATIENCE = 3.0
_RETRY = 0.05


class _Own:
    """The folder of this process: where it is, the lock on it, and what the environment was before."""

    folder: Path | None = None
    lock = -1
    before: dict[str, str | None] | None = None


def begin() -> None:
    """Make the folder, if this program is carried about, and let everything go there that is not to be kept.

    To be called at the start of the process that others come from; it does nothing in other programs, or called again.
    Raises NotWritable.
    """
    if _Own.folder is not None or carried() is None:
        return
    try:
        system = Path(tempfile.gettempdir())
        _sweep(system)
        _Own.folder, _Own.lock = _made(system)
    except OSError as error:
        raise NotWritable(
            "There is no folder for temporary files in which anything can be written.",
            "Make room on its disk, or name another folder in the environment variable TMPDIR (on Windows: TEMP).",
        ) from error
    _tell_everybody(_Own.folder)
    atexit.register(end)
    if threading.current_thread() is threading.main_thread():
        for ending in ENDINGS:
            signal.signal(ending, _leave)


def end() -> None:
    """Remove the folder, and leave the environment as it was. Whatever writes there has been ended."""
    folder = _Own.folder
    if folder is None:
        return
    atexit.unregister(end)
    _set(_Own.before or {})
    tempfile.tempdir = None
    os.close(_Own.lock)
    _Own.folder, _Own.before, _Own.lock = None, None, -1
    until = time.monotonic() + _PATIENCE
    while True:
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.lexists(folder) or time.monotonic() > until:
            return
        time.sleep(_RETRY)


def folder() -> Path | None:
    """The folder of this process; None where the program is not carried about."""
    return _Own.folder


def system_folder() -> Path:
    """The folder for temporary files that all programs share."""
    return _Own.folder.parent if _Own.folder else Path(tempfile.gettempdir())


@contextmanager
def as_it_was() -> Iterator[None]:
    """Meanwhile the environment is as this program found it, for other programs that are started.

    That holds for every frozen program: with the libraries that are in it no other would run.
    """
    before = dict(_Own.before or {})
    if getattr(sys, "frozen", False):
        before[_LIBRARIES] = os.environ.get(f"{_LIBRARIES}_ORIG")  # as PyInstaller keeps it
    ours = {name: os.environ.get(name) for name in before}
    _set(before)
    try:
        yield
    finally:
        _set(ours)


def _made(system: Path) -> tuple[Path, int]:
    """A new folder that only this person may look into, and the descriptor of the lock on it."""
    while True:
        folder = system / f"hustings-{os.urandom(16).hex()}"
        folder.mkdir(mode=0o700)
        with suppress(FileNotFoundError):  # another start took it for a leftover before it was locked
            lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            if file_lock.take(lock) and (folder / _LOCK).exists():
                return folder, lock
            os.close(lock)


def _tell_everybody(folder: Path) -> None:
    caches, temporary = folder / "caches", folder / "temporary"
    for made in (caches, temporary):
        made.mkdir(mode=0o700)
    named = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    if sys.platform == "linux":
        named["XDG_CACHE_HOME"] = str(caches)
        if not os.environ.get(_BUS):
            named[_BUS] = "unix:runtime=yes"  # the one of the session, if any: one started for us would outlive us
    if not os.environ.get(CACHE_VARIABLE):
        named[CACHE_VARIABLE] = str(caches)
    _Own.before = {name: os.environ.get(name) for name in named}
    _set(named)
    tempfile.tempdir = str(temporary)  # it has looked already


def _set(variables: dict[str, str | None] | dict[str, str]) -> None:
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _sweep(system: Path) -> None:
    """Remove the folders that runs of this person have left which were killed."""
    for entry in os.scandir(system):
        if _NAME.fullmatch(entry.name) and _is_own_folder(entry):
            with suppress(OSError):
                _remove_if_left(Path(entry.path))


def _is_own_folder(entry: os.DirEntry[str]) -> bool:
    """Others may make anything of that name here: neither links nor what belongs to somebody else."""
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and (sys.platform == "win32" or found.st_uid == os.getuid())


def _remove_if_left(folder: Path) -> None:
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        if time.time() - folder.stat().st_mtime > _UNLOCKED:
            shutil.rmtree(folder, ignore_errors=True)
        return
    try:
        left = file_lock.take(lock, unknown=False)
        if left and sys.platform != "win32":  # locked meanwhile, so that no other start removes it too
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(lock)
    if left and sys.platform == "win32":
        shutil.rmtree(folder, ignore_errors=True)


def _leave(number: int, _frame: FrameType | None) -> None:
    """End as at the end of everything, with the status that a shell gives a program that this signal ended."""
    raise SystemExit(128 + number)
