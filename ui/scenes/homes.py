"""Libraries for scenes, in folders that go when the program ends: empty ones, and one that holds the samples."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache as once
from pathlib import Path

from index import cache
from index.importing import start_import
from reader.home import Home, home
from reader.library.library import Library
from ui import assets


def fresh() -> Home:
    """A library that nobody has opened yet."""
    made = folder()
    return replace(home(made), caches=made / "caches")


def folder() -> Path:
    """A new folder that is there until the program ends."""
    made = tempfile.TemporaryDirectory(prefix="hustings-scene-", ignore_cleanup_errors=True)
    atexit.register(made.cleanup)
    return Path(made.name)


@once
def samples() -> Home:
    """A library with the sample manifestos, read for real; the same one for all scenes of a run."""
    return filled([(sample.path, sample.fields) for sample in assets.samples()], sample=True)


def copied(original: Home) -> Home:
    """A copy of a library that nobody has open, to be changed freely."""
    return copied_to(fresh(), original)


def copied_to(copy: Home, original: Home) -> Home:
    """The library of `copy` made as the original, its index and topic views included."""
    shutil.copytree(original.library, copy.library, dirs_exist_ok=True, ignore=shutil.ignore_patterns("caches"))
    shutil.copytree(cache.folder(original), cache.folder(copy), dirs_exist_ok=True)
    return copy


def filled(files: Sequence[tuple[Path, Mapping[str, str]]], *, sample: bool = False) -> Home:
    """A new library into which these files have been read, with what is known of each."""
    return read_into(fresh(), files, sample=sample)


def read_into(chosen: Home, files: Sequence[tuple[Path, Mapping[str, str]]], *, sample: bool = False) -> Home:
    """The library, which nobody has open, once these files have been read into it, with what is known of each."""
    with Library.open(chosen, durable=False) as library:
        for path, fields in files:
            library.enqueue([path], sample=sample, fields=fields)
    for _event in start_import(chosen, (assets.topics(), chosen.topics)).events():
        pass
    return chosen
