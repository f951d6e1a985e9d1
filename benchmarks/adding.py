"""(a) How long `hustings add` takes until a folder is searchable with topic views, as a ratio to recollindex."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.surroundings import Collection, collection, program, run
from benchmarks.table import Measurement, spread

RATIO, SECONDS = "(a) adding a folder, ratio to recollindex", "(a) adding a folder, by itself"
TARGET = 4.0


def measure(work: Path, runs: int) -> list[Measurement]:
    """Ratios of pairs that ran one after the other, and our own times."""
    folder = collection(work)
    ours: list[float] = []
    theirs: list[float] = []
    recoll = shutil.which("recollindex")
    for _ in range(runs):
        if recoll:
            theirs.append(recoll_seconds(recoll, folder.folder))
        ours.append(our_seconds(folder))
    by_itself = Measurement(SECONDS, "s", None, tuple(ours))
    if not recoll:
        missing = "recollindex is not installed (Debian: apt-get install recollcmd)"
        return [Measurement(RATIO, "x", TARGET, missing=missing), by_itself]
    ratios = tuple(mine / other for mine, other in zip(ours, theirs, strict=True))
    note = f"{folder.name}; `hustings add` in a fresh home took {spread(ours)}, recollindex {spread(theirs)}"
    return [Measurement(RATIO, "x", TARGET, ratios, note), by_itself]


def our_seconds(folder: Collection) -> float:
    """One `hustings add` in a fresh home."""
    with tempfile.TemporaryDirectory(prefix="hustings-bench-") as home:
        began = time.perf_counter()
        run(program("add", "--library", home, str(folder.folder)))
        return time.perf_counter() - began


def recoll_seconds(recoll: str, folder: Path) -> float:
    """One recollindex with a fresh index."""
    with tempfile.TemporaryDirectory(prefix="recoll-bench-") as configuration:
        # Without a language for its spelling dictionary recoll complains of the locale and makes none.
        settings = f"topdirs = {folder}\naspellLanguage = en\nloglevel = 1\n"
        (Path(configuration) / "recoll.conf").write_text(settings, encoding="utf-8")
        began = time.perf_counter()
        run([recoll], {"RECOLL_CONFDIR": configuration})
        return time.perf_counter() - began
