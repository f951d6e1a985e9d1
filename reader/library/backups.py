"""The copies of a library beside it, what the newest sound one lacks, and putting it in place of a damaged file."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.database import copy as copy_database
from reader.library.clock import written_day
from reader.library.damage import is_damaged, looking_at

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Backup:
    """A sound copy: when it was made, and a sentence on what it `lacks` of what can still be read."""

    path: Path
    day: str
    lacks: str


@dataclass(frozen=True, slots=True)
class _Held:
    """What can be read of a file: titles by document id, and the number of its last edit; None for what cannot."""

    titles: Mapping[str, str] | None = None
    edits: int | None = None


def copy(database: Path, version: int) -> None:
    """Keep the library as it was beside it, as library.version-1.sqlite3, whole or not at all."""
    kept = database.with_name(f"{database.stem}.version-{version}{database.suffix}")
    growing = kept.with_suffix(".part")
    growing.unlink(missing_ok=True)
    copy_database(database, growing)
    growing.replace(kept)


def newest(database: Path) -> Backup | None:
    """The newest copy that is sound, if any is."""
    found = database.parent.glob(f"{database.stem}.version-*{database.suffix}")
    for path in sorted(found, key=lambda one: one.stat().st_mtime, reverse=True):
        if not is_damaged(path):
            made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            return Backup(path, written_day(made.isoformat()), _lacks(database, path))
    return None


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


def _held(database: Path) -> _Held:
    titles: dict[str, str] | None = None
    edits: int | None = None
    with suppress(sqlite3.Error, OSError), closing(looking_at(database)) as connection:
        # As bytes: a damaged letter in a title must not hide the others.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        with suppress(sqlite3.Error):
            titles = dict(connection.execute("SELECT id, title FROM documents WHERE removed = 0").fetchall())
        with suppress(sqlite3.Error):
            edits = connection.execute("SELECT coalesce(max(number), 0) FROM journal").fetchone()[0]
    return _Held(titles, edits)


def _lacks(database: Path, backup: Path) -> str:
    """What the backup lacks, as the end of a sentence."""
    here, there = _held(database), _held(backup)
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
    return f"lacks {' and '.join(parts)}" if parts else "lacks nothing that can still be read"
