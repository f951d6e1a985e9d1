"""Files as the person wrote them on the command line, and as the library names them."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

from index.events import DocumentFailed
from reader.library.queue import files_in
from ui.cli import output

STANDARD_INPUT = Path("-")


def path(argument: str) -> Path:
    """A file or folder as argparse takes it. An empty name would mean the folder that the shell is in."""
    if not argument:
        raise argparse.ArgumentTypeError("an empty name was given, which names no file or folder")
    return Path(argument)


def as_given(paths: Iterable[Path]) -> dict[str, str]:
    """Every file named, and every file in a folder named, by its absolute path: how the person would write it."""
    given: dict[str, str] = {}
    for named in paths:
        whole = os.path.abspath(named)  # noqa: PTH100  # as the library's queue does it: Path.absolute keeps ".."
        for file in files_in([named]):
            inside = os.path.relpath(file, whole)
            given.setdefault(str(file), str(named if inside == "." else named / inside))
    return given


def failure(event: DocumentFailed, given: dict[str, str]) -> output.Json:
    """An entry of `errors` for a file that could not be read."""
    named = given.get(event.path, event.path)
    return {"path": named, "code": event.code, "problem": event.problem, "advice": event.advice}
