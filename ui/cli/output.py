"""How commands speak: UTF-8 whatever the locale, JSON for scripts, sentences for people, complaints to stderr."""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from reader.errors import DiskFull, NotFound, UserError
from reader.full_disk import is_full

Json = dict[str, Any]


def speak_utf8() -> None:
    """Write UTF-8 on both streams; what UTF-8 cannot hold (half a character in a file name) as a JSON escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def failure(path: str, error: UserError) -> Json:
    """An entry of `errors`."""
    return {"path": path, "code": error.code, "problem": error.problem, "advice": error.advice}


def write_json(value: Json) -> None:
    """Print one JSON object; the names of its parts are documented and stay."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def complain(sentence: str) -> None:
    """Say on stderr what is wrong."""
    print(sentence, file=sys.stderr)


def complain_of(failures: list[Json]) -> None:
    """Say on stderr which files failed and why, one line each."""
    for one in failures:
        complain(f"{one['path']}: {one['problem']} {one['advice']}")


def write_file(path: Path, text: str) -> None:
    """Write the file whole or not at all, making its folder where it is missing. Raises NotFound, DiskFull."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
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
        return DiskFull(f"The disk is full: “{path}” could not be written.", "Make room on the disk and try again.")
    return NotFound(f"“{path}” could not be written ({error.strerror}).", "Choose another place for it.")


def one_line(text: str, width: int) -> str:
    """Text on one line, cut at a word with an ellipsis where it is longer than `width` code points."""
    flat = " ".join(text.split())
    if len(flat) <= width:
        return flat
    return flat[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def where(page: int | None, label: str | None) -> str:
    """ "p. 12" with the printed label where there is one, "" for formats without pages."""
    shown = label or (str(page) if page is not None else "")
    return f"p. {shown}" if shown else ""
