"""Who has a library open in a window: an operating-system lock on a file in its folder that names them.

The lock goes with the process, however that ends, so what a crash leaves behind locks nobody out on the same machine.
Between machines locks do not always travel; there what stands in the file is all that is known, and people decide.
"""

from __future__ import annotations

import errno
import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from reader import file_lock
from reader.home import Home
from reader.library.connection import plainly

_NAME = "window.lock"
_MOST = 2_000  # bytes that are read of it
_SERVER = re.compile(r"hustings-[0-9a-f]{32}(/window)?")


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose window it is: the person and the computer by their names, `machine` the computer beyond doubt.

    `server` is what the window listens to on that machine, by its place among the temporary files there; "" where the
    file names nothing of the kind.
    """

    user: str
    host: str
    machine: str
    process: int
    server: str


class Occupancy:
    """The file, open; ours to write once `take` was called."""

    def __init__(self, home: Home) -> None:
        """Raises LibraryNotWritable, DiskFull."""
        with plainly(home.database):
            home.library.mkdir(parents=True, exist_ok=True)
            self._descriptor = _opened(home.library / _NAME)

    def free(self) -> bool:
        """Lock the file; False where a process that runs has locked it. True where the file system knows no locks."""
        return file_lock.take(self._descriptor)

    def holder(self) -> Holder | None:
        """Who is named in the file; None where nobody is or what stands there cannot be read."""
        try:
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            read = json.loads(os.read(self._descriptor, _MOST))
        except (OSError, ValueError, RecursionError):
            return None
        return _holder(read) if isinstance(read, dict) else None

    def take(self, holder: Holder) -> None:
        """Name ourselves. A disk that is full or cannot be written is no reason not to go on: the lock holds."""
        with suppress(OSError):
            self._write(json.dumps(asdict(holder)).encode())

    def leave(self) -> None:
        """Name nobody any more and give the lock up."""
        with suppress(OSError):
            self._write(b"")
        self.close()

    def close(self) -> None:
        """Give the lock up, if it is ours, and leave what stands in the file."""
        os.close(self._descriptor)

    def _write(self, content: bytes) -> None:
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, content)
        os.ftruncate(self._descriptor, len(content))


def _opened(file: Path) -> int:
    """The file for reading and writing. A folder from elsewhere may hold a link or a pipe of that name: not those."""
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise FileExistsError(errno.EEXIST, "not a file", str(file))
    return os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0), 0o666)


def _holder(read: dict[str, Any]) -> Holder:
    """What a file says that may come from anywhere: short names, printable, and a server only if it is one of ours."""
    server, process = str(read.get("server", "")), read.get("process")
    return Holder(
        user=_name(read.get("user")),
        host=_name(read.get("host")),
        machine=_name(read.get("machine")),
        process=process if isinstance(process, int) else 0,
        server=server if _SERVER.fullmatch(server) else "",
    )


def _name(value: object) -> str:
    return "".join(character for character in str(value)[:80] if character.isprintable()) if value else ""
