"""Small files that people put there (topics, parties, settings): read within bounds, whatever lies in their place."""

from __future__ import annotations

import json
import math
import os
import stat
from pathlib import Path
from typing import Any

from reader.errors import UserError

# A topic file of four thousand queries has half of that.
MOST_BYTES = 1_000_000

_MOST_WHOLE = 2**31 - 1  # what Qt counts with; SQLite takes more


class SmallFileInvalid(UserError):
    """The file is none that people write by hand: too large, no file at all, or no text."""


def read_small_bytes(path: Path, name: str, fault: type[UserError] = SmallFileInvalid) -> bytes:
    """What is in a regular file of at most MOST_BYTES; `name` is what errors call it.

    Raises FileNotFoundError where nothing is there, `fault` where something else is, or it cannot be read.
    """
    try:
        # A pipe that nobody writes into would be waited for at opening.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise fault(f"{name} is not a file.", "Put a file in its place, or take it away.")
            with os.fdopen(handle, "rb", closefd=False) as file:
                read = file.read(MOST_BYTES + 1)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise
    except OSError as error:
        problem = f"{name} cannot be read ({error.strerror})."
        raise fault(problem, "Check that it is a file and may be read.") from error
    if len(read) > MOST_BYTES:
        raise fault(f"{name} is larger than {MOST_BYTES // 1000:,} KB.", "Shorten it, or take it away.")
    return read


def read_small(path: Path, name: str, fault: type[UserError] = SmallFileInvalid) -> str:
    """The text of a UTF-8 file, line ends as \\n. Raises as `read_small_bytes`, and `fault` where it is no text."""
    try:
        text = read_small_bytes(path, name, fault).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise fault(f"{name}, line {line}: this is not UTF-8 text.", "Save it as UTF-8.") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def plain_json(text: str) -> Any:
    """The JSON values in the text, None in place of numbers that are none or beyond reason.

    Raises ValueError where it is no JSON, is nested too deep, or holds what is no text.
    """
    try:
        values = json.loads(text, parse_int=_whole, parse_float=_finite, parse_constant=lambda _: None)
        json.dumps(values, ensure_ascii=False).encode()  # half of a surrogate pair goes into no file, window or library
    except RecursionError:
        raise ValueError("nested too deep") from None
    return values


def _whole(written: str) -> int | None:
    value = int(written) if len(written) < 20 else None
    return value if value is not None and abs(value) <= _MOST_WHOLE else None


def _finite(written: str) -> float | None:
    value = float(written)
    return value if math.isfinite(value) else None
