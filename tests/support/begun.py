"""New libraries that stand at once: copies of one that has taken all steps from version to version, once in a process.

Tests make thousands of new libraries, and the steps are most of what each costs. Only what a library has of its own is
made anew: its id, and its first coder. Steps that a test names itself, files of older versions, and the libraries that
other processes make take the steps.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock

from reader.database import transaction
from reader.library import connection as connecting
from reader.library import schema
from reader.library.connection import version
from reader.library.schema import MIGRATIONS, Migration

_take_steps = connecting._migrate
_ONE = Lock()  # threads may open the same new library, and a copy takes the place of all that is there


def copy_new_libraries() -> None:
    """From now on new libraries of this process are copies."""
    connecting._migrate = _migrate


def _migrate(connection: sqlite3.Connection, database: Path, migrations: Sequence[Migration]) -> None:
    if migrations is MIGRATIONS and version(connection) == 0:
        with _ONE:
            if version(connection) == 0:
                _another().backup(connection)
    _take_steps(connection, database, migrations)


def _another() -> sqlite3.Connection:
    """The library that all are copied from, with the next one's ids: another thread may open the copy as it stands."""
    begun = _begun()
    with transaction(begun):
        begun.execute("UPDATE library SET id = lower(hex(randomblob(16)))")
        begun.execute("UPDATE coders SET id = ?, name = ?", (str(uuid.uuid4()), schema._person()))
    return begun


@cache
def _begun() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _take_steps(made, Path(":memory:"), MIGRATIONS)
    return made
