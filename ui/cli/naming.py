"""Files as the person wrote them on the command line, and as the library names them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from index.events import DocumentFailed
from reader.library.queue import files_in
from ui.cli import output


def as_given(paths: Iterable[Path]) -> dict[str, str]:
    """Every file named, and every file in a folder named, by its absolute path: how the person would write it."""
    given: dict[str, str] = {}
    for path in paths:
        whole = os.path.abspath(path)  # noqa: PTH100  # as the library's queue does it: Path.absolute keeps ".."
        for file in files_in([path]):
            inside = os.path.relpath(file, whole)
            given.setdefault(str(file), str(path if inside == "." else path / inside))
    return given


def failure(event: DocumentFailed, given: dict[str, str]) -> output.Json:
    """An entry of `errors` for a file that could not be read."""
    path = given.get(event.path, event.path)
    return {"path": path, "code": event.code, "problem": event.problem, "advice": event.advice}
