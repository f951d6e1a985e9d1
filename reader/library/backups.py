"""The copies of a library beside it: keeping them, what each lacks, and putting one in place of a damaged file.

They are whole libraries, which any SQLite tool reads: in the folder `backups`, and one beside the library of before
each migration. The originals are no part of them; they stay in their folder.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from reader.database import copy as copy_database
from reader.library.clock import written_day
from reader.library.damage import is_damaged, looking_at

FOLDER = "backups"
KEPT = 10
_NAMED = 3
_MADE = "%Y-%m-%d %H-%M-%S"  # in UTC; a colon may not stand in a name on Windows
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2})(?:-\d+)? (\w+)\.sqlite3")


class Reason(StrEnum):
    """Why a copy was made; it stands in its name."""

    DAILY = "daily"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"
    WISHED = "wished"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy as its name tells of it, whether it is sound or not. `made` is UTC, ISO 8601; `size` is in bytes."""

    path: Path
    made: str
    reason: Reason
    size: int


@dataclass(frozen=True, slots=True)
class Backup:
    """A sound copy: when it was made, and a sentence on what it `lacks` of what can still be read."""

    path: Path
    day: str
    lacks: str


@dataclass(frozen=True, slots=True)
class _Held:
    """What can be read of a file: titles by document id, its last edit, those undone; None for what cannot be read."""

    titles: Mapping[str, str] | None = None
    edits: int | None = None
    undone: frozenset[int] = frozenset()


def copy(database: Path, version: int) -> None:
    """Keep the library as it was beside it, as library.version-1.sqlite3, whole or not at all."""
    kept = database.with_name(f"{database.stem}.version-{version}{database.suffix}")
    growing = kept.with_suffix(".part")
    _write(database, growing)
    growing.replace(kept)


def keep(database: Path, reason: Reason, *, sparing: Path | None = None) -> Copy | None:
    """Keep a copy of the library as it is now, whole or not at all; None where it is damaged, and then none goes.

    Of all copies the newest ten stay, and the one at `sparing`. Others may write meanwhile. For a background thread
    where the library is large. Raises OSError, sqlite3.Error where it cannot be written.
    """
    folder = database.parent / FOLDER
    folder.mkdir(exist_ok=True)
    growing = folder / f"{os.getpid()}.part"
    try:
        _write(database, growing)
        if is_damaged(growing):
            return None
        kept = _free_name(folder, reason)
        growing.replace(kept)
    finally:
        growing.unlink(missing_ok=True)
    for old in copies(database)[KEPT:]:
        # The new one too seems old where the clock was wrong when others were made.
        if old.path not in (kept, sparing):
            with suppress(OSError):  # on Windows another program may have it open; it goes the next time
                old.path.unlink()
    return _of_name(kept)


def keep_daily(database: Path) -> Copy | None:
    """Keep a copy where none is of today (in UTC) and the newest lacks anything; None where there is no need.

    A library that holds nothing yet needs none.
    """
    there, today = copies(database), datetime.now(UTC).date().isoformat()
    if any(one.made[:10] == today for one in there):
        return None
    held = _holds(database)
    if _holds(there[0].path) == held if there else held == _Held({}, 0):
        return None
    return keep(database, Reason.DAILY)


def copies(database: Path) -> list[Copy]:
    """All copies, the newest first, whether they are sound or not."""
    of_migrations = database.parent.glob(f"{database.stem}.version-*{database.suffix}")
    found = [*(database.parent / FOLDER).glob("*.sqlite3"), *of_migrations]
    return sorted(filter(None, map(_of_name, found)), key=lambda one: (one.made, one.path.name), reverse=True)


def as_backup(database: Path, path: Path) -> Backup | None:
    """A copy with what it lacks now; None where it is damaged. For a background thread."""
    found = _of_name(path)
    if found is None or is_damaged(path):
        return None
    return Backup(path, written_day(found.made), _lacks(database, path))


def newest(database: Path) -> Backup | None:
    """The newest copy that is sound, if any is."""
    return next(filter(None, (as_backup(database, one.path) for one in copies(database))), None)


def _write(database: Path, growing: Path) -> None:
    """Copy the library as it is at one moment, and have it on the disk."""
    growing.unlink(missing_ok=True)
    copy_database(database, growing)
    # What is read elsewhere, from a stick, say, needs no log beside it.
    with closing(sqlite3.connect(growing)) as written:
        written.execute("PRAGMA journal_mode = DELETE")
    with growing.open("rb+") as file:
        os.fsync(file.fileno())


def _free_name(folder: Path, reason: Reason) -> Path:
    made = datetime.now(UTC).strftime(_MADE)
    names = (f"{made}{number} {reason}.sqlite3" for number in ("", *(f"-{more}" for more in range(2, 1_000))))
    return next(folder / name for name in names if not (folder / name).exists())


def _of_name(path: Path) -> Copy | None:
    """What the name of a copy tells; of one of before a migration, the file's own time. None where it has gone."""
    try:
        about = path.stat()
    except OSError:
        return None
    named = _NAME.fullmatch(path.name)
    if named is not None and named[2] in set(Reason):
        day, _, time = named[1].partition(" ")
        return Copy(path, f"{day}T{time.replace('-', ':')}Z", Reason(named[2]), about.st_size)
    made = datetime.fromtimestamp(about.st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Copy(path, made, Reason.MIGRATION, about.st_size)


def advice(database: Path) -> str:
    """What can be done about a damaged library, in sentences."""
    found = newest(database)
    if found is not None:
        return (
            f"The newest sound copy, “{found.path.name}” of {found.day}, {found.lacks}. Go on with it in the window or "
            "with “hustings restore”; the damaged file is kept beside it."
        )
    originals = count_originals(database)
    if originals:
        files = f"the {originals} original files" if originals > 1 else "the original file"
        return (
            f"There is no sound copy of it. A new library can be made from {files} beside it, in the window or with "
            "“hustings restore”, without what people wrote; the damaged file is kept. If you have a copy elsewhere, "
            "put it in its place."
        )
    return "Move it elsewhere and start again, or put a copy of the library in its place."


def count_originals(database: Path) -> int:
    return len(originals(database))


def originals(database: Path) -> list[Path]:
    """The original files beside a library."""
    folder = database.parent / "originals"
    return sorted(path for path in folder.glob("*") if not path.name.startswith("incoming-"))


def take_place(database: Path, backup: Path | None) -> Path | None:
    """Move the damaged file aside and put the backup, if there is one, in its place; where the damaged one is now.

    Nothing is lost whenever it is interrupted. Raises OSError.
    """
    growing = database.with_name(f"{database.name}.part")
    if backup is not None:
        shutil.copyfile(backup, growing)
    aside = _free(database)
    for suffix in ("-wal", "-shm", ""):
        file = database.with_name(database.name + suffix)
        if file.exists():
            file.replace(aside.with_name(aside.name + suffix))
    if backup is not None:
        growing.replace(database)
    return aside if aside.exists() else None


def _free(database: Path) -> Path:
    number = 1
    while (aside := database.with_name(f"{database.stem}.damaged-{number}{database.suffix}")).exists():
        number += 1
    return aside


def _holds(database: Path) -> _Held:
    titles: dict[str, str] | None = None
    edits: int | None = None
    undone: frozenset[int] = frozenset()
    with suppress(sqlite3.Error, OSError), closing(looking_at(database)) as connection:
        # As bytes: a damaged letter in a title must not hide the others.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        with suppress(sqlite3.Error):
            titles = dict(connection.execute("SELECT id, title FROM documents WHERE removed = 0").fetchall())
        with suppress(sqlite3.Error):
            edits = connection.execute("SELECT coalesce(max(number), 0) FROM journal").fetchone()[0]
            undone = frozenset(row[0] for row in connection.execute("SELECT number FROM journal WHERE undone = 1"))
    return _Held(titles, edits, undone)


def _lacks(database: Path, backup: Path) -> str:
    """What the backup lacks, as the end of a sentence."""
    here, there = _holds(database), _holds(backup)
    known = there.titles or {}
    if here.titles is not None:
        missing = [title for name, title in here.titles.items() if name not in known]
    else:
        missing = ["" for path in originals(database) if path.stem not in known]
    parts = []
    if missing:
        named = [f"“{title}”" for title in missing[:_NAMED] if title]
        more = ", …" if len(missing) > _NAMED else ""
        count = "one manifesto" if len(missing) == 1 else f"{len(missing)} manifestos"
        parts.append(f"{count} ({', '.join(named)}{more})" if named else count)
    if here.edits is None:
        parts.append("whatever was edited since")
    elif edits := max(0, here.edits - (there.edits or 0)):
        parts.append("one edit made since" if edits == 1 else f"{edits} edits made since")
    whole = here.titles is not None and here.edits is not None
    nothing = "lacks nothing" if whole else "lacks nothing that can still be read"
    return f"lacks {' and '.join(parts)}" if parts else nothing
