"""Tells errors that mean that there is no room left from other errors of files and of SQLite."""

from __future__ import annotations

import errno
import sqlite3


def is_full(error: OSError | sqlite3.Error) -> bool:
    """Whether the disk is full, or the person's share of it used up."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    # The low byte is the primary code; errors that Python itself raises have none.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
