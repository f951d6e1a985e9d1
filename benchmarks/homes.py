"""Homes with many documents in them, made once for a run of measurements and copied for those that change them."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.documents import make_manifestos
from benchmarks.surroundings import program, run
from index import cache
from reader.home import home
from reader.library.library import Library

SHORTEST, LONGEST = 4, 16  # pages


def home_with(documents: int, work: Path) -> Path:
    """The folder of a home with that many made-up manifestos in it, indexed and with topic views."""
    folder = work / f"home-{documents}"
    ready = work / f"home-{documents}-ready"
    manifestos = work / f"manifestos-{documents}"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        make_manifestos(manifestos, documents, (SHORTEST, LONGEST))
        run(program("add", "--library", str(folder), str(manifestos)))
        with Library.open(home(folder)) as library:
            assert len(library.documents()) == documents
        ready.touch()
    else:
        # Kept from another run: topics or index may have changed since, which adding again makes good.
        run(program("add", "--library", str(folder), str(manifestos)))
    return folder


def copy_of(folder: Path, name: str) -> Path:
    """A copy to change, beside the home itself."""
    copy = folder.with_name(f"{folder.name}-{name}")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    shutil.copytree(cache.folder(home(folder)), cache.folder(home(copy)), dirs_exist_ok=True)
    return copy
