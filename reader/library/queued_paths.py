"""How the queue keeps the paths of files: those that move with the library are kept as seen from its folder."""

from __future__ import annotations

import os
from pathlib import Path

from reader.home import Home, carried


def kept(file: Path, home: Home) -> bytes:
    """What is kept of the absolute path of a file: as the file system has it, since a name need not be Unicode.

    What lies in the library's folder (pasted text), or beside it in a program that is carried about (the samples), is
    found again wherever the whole is moved to.
    """
    program = carried()
    whole = program if program and home.library.is_relative_to(program) else home.library
    if not file.is_relative_to(whole):
        return os.fsencode(file)
    return os.fsencode(Path(os.path.relpath(file, home.library)).as_posix())


def found(path: bytes, home: Home) -> Path:
    """The absolute path of a file that was kept."""
    return Path(os.path.normpath(home.library / os.fsdecode(path)))


def every_form(file: Path, home: Home) -> tuple[bytes, bytes]:
    """How a row may name the file: earlier versions kept all paths whole."""
    return kept(file, home), os.fsencode(file)
