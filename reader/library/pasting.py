"""Keeps text that was pasted, not chosen as a file, until it has been read into the library."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from reader.addresses import source_on_top
from reader.errors import EmptyFile
from reader.library.connection import plainly
from reader.library.library import Library

_LONGEST_NAME = 60  # code points
_NOT_IN_NAMES = re.compile(r"[^\w\s.,()&'’–-]+")


def paste(library: Library, text: str, title: str = "") -> tuple[Path, Mapping[str, str]]:
    """The file that `keep_pasted` makes, and what is known of it: an address on top is its source and no part of it."""
    words, fields = source_on_top(text)
    return keep_pasted(library, words, title), fields


def keep_pasted(library: Library, text: str, title: str = "") -> Path:
    """A text file with this text, named for its title or else its first line, in the library's folder `pasted`.

    What was pasted before goes unless it still waits or has failed: the library has its own copy of what it has read.
    Raises EmptyFile where the text has no words, and what `plainly` makes of a disk that is full or may not be written.
    """
    name = _name(title or text)
    if not name:
        raise EmptyFile(
            "There is no text to paste.", "Select and copy the text of a manifesto where you see it, then paste again."
        )
    folder = library.home.pasted
    with plainly(library.home.database):
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(library, folder)
        path = _free(folder, name)
        # A new file: what may have come to stand at its path meanwhile is neither followed nor written to.
        with path.open("x", encoding="utf-8", errors="replace") as file:
            file.write(text)
    return path


def _name(text: str) -> str:
    """A file name of the first words of the text; empty where there are none."""
    first = next((line for line in text.splitlines() if any(char.isalnum() for char in line)), "")
    words = " ".join(_NOT_IN_NAMES.sub(" ", first).split())
    if len(words) > _LONGEST_NAME:
        words = words[:_LONGEST_NAME].rpartition(" ")[0] or words[:_LONGEST_NAME]
    return words.strip(" .")


def _sweep(library: Library, folder: Path) -> None:
    # By their names: one folder may be reached by several paths, and what is kept for nothing costs next to nothing.
    wanted = {Path(file.path).name for file in (*library.waiting(), *library.failures())}
    for path in folder.iterdir():
        if path.name not in wanted and not path.is_dir():
            path.unlink()


def _free(folder: Path, name: str) -> Path:
    """A path of this name at which there is nothing yet."""
    numbers = ("", *(f" ({number})" for number in range(2, 1000)))
    return next(path for number in numbers if not os.path.lexists(path := folder / f"{name}{number}.txt"))
