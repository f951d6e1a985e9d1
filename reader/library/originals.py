"""The folder of original files: each kept once, whole, under the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from reader.errors import NotFound, UserError
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
    """Copy the file into the folder of originals, reading it once; a second copy of the same bytes is not kept.

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
                if there is None:
                    os.fsync(copy.fileno())
            if there is None:
                there = folder / f"{digest}{path.suffix.lower()}"
                growing.replace(there)
        finally:
            growing.unlink(missing_ok=True)
    return digest, there.name


def kept(folder: Path, digest: str) -> Path | None:
    """The original with this SHA-256, whatever its suffix."""
    return next((found for found in sorted(folder.glob(f"{digest}*")) if found.is_file()), None)


def sweep(folder: Path) -> None:
    """Remove what processes that were killed while copying have left, but not what one may still be copying."""
    for left in folder.glob("incoming-*.part"):
        with suppress(OSError):  # another process may sweep at the same time
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()
