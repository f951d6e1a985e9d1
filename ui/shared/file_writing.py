"""Files that people ask for are written whole or not at all, by commands and the window alike."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from reader.errors import DiskFull, NotFound, UserError
from reader.full_disk import is_full
from reader.wording import tr


def write_file(path: Path, content: str | bytes) -> None:
    """Write the file whole or not at all, making its folder where it is missing. Raises NotFound, DiskFull.

    Text is written as UTF-8; what UTF-8 cannot hold (half a character in a file name) as a JSON escape.
    """
    written = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(written)
            Path(unfinished).chmod(0o666 & ~_umask())
            Path(unfinished).replace(path)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _unwritable(path, error) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> UserError:
    if is_full(error):
        return DiskFull(
            tr("The disk is full: “{path}” could not be written.", path=path),
            tr("Make room on the disk and try again."),
        )
    return NotFound(
        tr("“{path}” could not be written ({error}).", path=path, error=error.strerror),
        tr("Choose another place for it."),
    )
