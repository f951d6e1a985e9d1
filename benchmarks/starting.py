"""(b) and (e): how long the window takes to be usable with 100 documents in the library, and its memory."""

from __future__ import annotations

from pathlib import Path

from benchmarks.homes import copy_of, home_with
from benchmarks.marks import MEASURED, SHOWN
from benchmarks.surroundings import driver, platform
from benchmarks.table import Measurement, spread
from benchmarks.watching import marks_of

DOCUMENTS = 100
MIB = 1024 * 1024


def measure(work: Path, runs: int) -> list[Measurement]:
    """Starts of the real window and of an empty one, alternating; the comparison on policing is painted at the end."""
    folder = copy_of(home_with(DOCUMENTS, work), "start")
    empty: list[float] = []
    ours: list[float] = []
    resident: list[float] = []
    proportional: list[float] = []
    # The first start compiles modules and remembers the window's geometry; it is not counted.
    for count in range(runs + 1):
        bare = marks_of(driver("empty_window"))[SHOWN].after
        marks = marks_of(driver("window_driver", "start", str(folder)))
        shown, memory = marks[SHOWN], marks[MEASURED].figures
        assert shown.figures["documents"] == DOCUMENTS
        if count:
            empty.append(bare)
            ours.append(shown.after - shown.figures["lag"])
            resident.append(memory["rss"] / MIB)
            proportional.append(memory["pss"] / MIB)
    ratios = tuple(mine / other for mine, other in zip(ours, empty, strict=True))
    start = f"usable after {spread(ours)}, an empty PySide6 window after {spread(empty)}; {platform()}"
    memory_note = f"resident, shared libraries counted whole; proportional (PSS) {spread(proportional, 'MiB')}"
    return [
        Measurement("(b) start with 100 documents, ratio to empty", "x", 4.0, ratios, start),
        Measurement("(e) memory of the GUI with 100 documents", "MiB", 300.0, tuple(resident), memory_note),
    ]
