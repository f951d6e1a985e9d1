"""Errors that mean that nothing more can be written: told from others, and put in words wherever they come out."""

from __future__ import annotations

import errno
import sqlite3

from reader.errors import DiskFull, NotWritable, UserError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# What SQLite says where the system refuses it room in any other words than ENOSPC (a share that is used up), and where
# it cannot make the memory that processes share.
_REFUSED = {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}

_ADVICE = "Make room on the disk and try again; nothing that was saved before is lost."


def is_full(error: OSError | sqlite3.Error) -> bool:
    """Whether the disk is full, or the person's share of it used up."""
    if isinstance(error, OSError):
        return error.errno in _FULL
    # The low byte is the primary code; errors that Python itself raises have none.
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF == sqlite3.SQLITE_FULL or code in _REFUSED


def in_words(error: BaseException) -> UserError | None:
    """What is nobody's bug wherever it comes from: a UserError as it is, a disk that takes nothing; None for others.

    For the ends of processes: who knows what was to be written has better words.
    """
    if isinstance(error, UserError):
        return error
    if not isinstance(error, OSError | sqlite3.Error):
        return None
    named = f"“{error.filename}”" if isinstance(error, OSError) and error.filename else ""
    if is_full(error):
        return DiskFull(f"The disk is full: {named} could not be written." if named else "The disk is full.", _ADVICE)
    if isinstance(error, OSError) and error.errno == errno.EROFS:
        return NotWritable(
            f"The disk of {named or 'a file'} can only be read.", "Choose another place, or make it writable."
        )
    return None
