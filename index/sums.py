"""Sums of the files of a shard, kept beside them at each commit: they tell damage from our own mistakes.

Whoosh meets damage as any exception there is, or not at all: a flipped byte may only change what is found. So files are
compared with their sums when they are opened, and once more when anything goes wrong in reading or writing them.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from index.damage import IndexDamaged
from index.generations import SHARDS, state

_CHUNK = 1 << 20

# The length and CRC-32 of a file's bytes.
Sum: TypeAlias = tuple[int, int]

# What this process has compared: files are never changed once they are written. By path, length and time of change.
_compared: dict[tuple[Path, int, int], int] = {}


def commit(shard: Path, number: int, name: str, toc: bytes, segments: Iterable[str]) -> None:
    """Put a table of contents in place, with the sums of it and of all files of these segments. Raises OSError.

    Killed at any moment, the shard has the old one with its sums or the new one with its own.
    """
    known = _read(_latest(shard))
    sums = {name: (len(toc), zlib.crc32(toc))}
    for segment in segments:
        for file in shard.glob(f"{segment}.*"):
            sums[file.name] = known.get(file.name) or _sum(file)
    kept = _sums_of(shard, number)
    kept.write_text(json.dumps(sums), encoding="utf-8")
    unfinished = shard / f"{name}.{os.getpid()}"
    unfinished.write_bytes(toc)
    unfinished.replace(shard / name)
    for former in shard.glob("sums_*.json"):
        if former != kept:
            with suppress(OSError):  # another process reads it at this moment; it goes with the next commit
                former.unlink()


def check(shard: Path, *, anew: bool = False) -> None:
    """Compare the files of a shard with their sums; with `anew` those too that this process has compared before.

    Raises IndexDamaged where they differ.
    """
    toc = _latest(shard)
    if toc is None:
        if any(shard.glob("*.seg")):
            raise IndexDamaged(f"{shard} has no table of contents")
        return
    sums = _read(toc)
    if toc.name not in sums:
        raise IndexDamaged(f"{toc} has no sum")
    for name, expected in sums.items():
        if not _is_right(shard / name, expected, anew=anew):
            raise IndexDamaged(f"{shard / name} is not what was written")


def hold(generation: Path) -> bool:
    """Whether a generation is there and all of its files are what was written. Reads all of them."""
    while True:
        before = state(generation)
        try:
            for number in range(SHARDS):
                check(generation / str(number), anew=True)
        except IndexDamaged:
            # A writer that commits at this moment takes away files of which we have just read.
            if state(generation) == before:
                return False
        else:
            return generation.is_dir()


def _latest(shard: Path) -> Path | None:
    """The table of contents that is in use."""
    numbers = {_number(path): path for path in shard.glob("_*.toc")}
    return numbers[max(numbers)] if numbers else None


def _number(toc: Path) -> int:
    number = toc.stem.rpartition("_")[2]
    return int(number) if number.isdecimal() else -1


def _sums_of(shard: Path, number: int) -> Path:
    return shard / f"sums_{number}.json"


def _read(toc: Path | None) -> Mapping[str, Sum]:
    """The sums kept with this table of contents; none where they cannot be read."""
    try:
        rows = json.loads(_sums_of(toc.parent, _number(toc)).read_text(encoding="utf-8")) if toc else {}
        return {str(name): (int(length), int(crc)) for name, (length, crc) in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _is_right(file: Path, expected: Sum, *, anew: bool) -> bool:
    try:
        status = file.stat()
        key = (file, status.st_size, status.st_mtime_ns)
        if not anew and key in _compared:
            return (status.st_size, _compared[key]) == expected
        found = _sum(file)
    except OSError:
        return False
    _compared[key] = found[1]
    return found == expected


def _sum(file: Path) -> Sum:
    length = crc = 0
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            length += len(chunk)
            crc = zlib.crc32(chunk, crc)
    return length, crc
