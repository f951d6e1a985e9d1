"""The folder of original files: each kept once, whole, under the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from reader.errors import NotFound, UserError
from reader.identity import document_id
from reader.regular_files import open_regular

_CHUNK = 1 << 20
# No copy goes on for this long, in seconds.
_ABANDONED = 3600.0


def copy_hashed(source: BinaryIO, copy: BinaryIO) -> str:
    """Copy all of `source` and return the SHA-256 of what was copied, in hexadecimal. Raises OSError."""
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        copy.write(chunk)
    copy.flush()
    return digest.hexdigest()


def adopt(path: Path, folder: Path) -> tuple[str, str]:
    """Copy the file into the folder of originals, reading it once; a second copy of the same bytes is not kept, but
    takes the place of one that is damaged.

    Returns its SHA-256 and its name in the folder. Raises NotFound where it cannot be read, OSError where the copy
    cannot be written. At every moment the folder holds only whole files under their final names.
    """
    try:
        source = open_regular(path)
    except UserError as error:
        raise NotFound(
            f"“{path.name}” cannot be read any more.", "Check that it is still there and add it again."
        ) from error
    with source:
        handle, name = tempfile.mkstemp(prefix="incoming-", suffix=".part", dir=folder)
        growing = Path(name)
        try:
            with os.fdopen(handle, "wb") as copy:
                digest = copy_hashed(source, copy)
                there = kept(folder, digest)
                sound = there is not None and is_sound(there, digest)
                if not sound:
                    os.fsync(copy.fileno())
            there = there or folder / f"{digest}{path.suffix.lower()}"
            if not sound:
                growing.replace(there)
        finally:
            growing.unlink(missing_ok=True)
    return digest, there.name


def kept(folder: Path, digest: str) -> Path | None:
    """The original with this SHA-256, whatever its suffix."""
    return next((found for found in sorted(folder.glob(f"{digest}*")) if found.is_file()), None)


def is_sound(path: Path, digest: str) -> bool:
    """Whether the bytes of an original are still those of its name; looked at again when the file has changed."""
    try:
        state = path.stat()
        return _digest(path, state.st_size, state.st_mtime_ns) == digest
    except OSError:
        return False


@lru_cache(maxsize=1024)
def _digest(path: Path, _size: int, _changed: int) -> str:
    return document_id(path)


def sweep(folder: Path) -> None:
    """Remove what processes that were killed while copying have left, but not what one may still be copying."""
    for left in folder.glob("incoming-*.part"):
        with suppress(OSError):  # another process may sweep at the same time
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()
