"""(c) and (d): how long the window stands still while files are added, and how long another topic takes to be shown."""

from __future__ import annotations

from pathlib import Path

from benchmarks.homes import copy_of, home_with
from benchmarks.marks import MEASURED
from benchmarks.surroundings import collection, driver
from benchmarks.table import Measurement, spread
from benchmarks.watching import marks_of

DOCUMENTS = 30


def measure_stall(work: Path, runs: int) -> list[Measurement]:
    """The longest time between two beats of a 5 ms timer in the real window while a folder is added to 30 documents."""
    folder = collection(work)
    longest: list[float] = []
    worked: list[float] = []
    late: list[float] = []
    took: list[float] = []
    for _ in range(runs):
        home = copy_of(home_with(DOCUMENTS, work), "add")
        figures = marks_of(driver("window_driver", "add", str(home), str(folder.folder)))[MEASURED].figures
        assert figures["documents"] > DOCUMENTS
        longest.append(1000 * figures["longest"])
        worked.append(1000 * figures["worked"])
        late.append(figures["over_50_ms"])
        took.append(figures["seconds"])
    # Where the process has worked much less than it stood still, others had the processor.
    stalls = f"stalls over 50 ms: {', '.join(f'{count:.0f}' for count in late)}"
    note = f"{folder.name}, added in {spread(took)}; worked {spread(worked, 'ms')} in its longest stall; {stalls}"
    return [Measurement("(c) longest stall of the GUI while adding", "ms", 50.0, tuple(longest), note)]


def measure_switch(work: Path, runs: int) -> list[Measurement]:
    """The slowest switch of each run through all topics, from the call to the end of painting."""
    folder = copy_of(home_with(DOCUMENTS, work), "switch")
    slowest: list[float] = []
    every: list[float] = []
    for _ in range(runs):
        figures = marks_of(driver("window_driver", "switch", str(folder)))[MEASURED].figures
        took = [1000 * value for value in figures.values()]
        slowest.append(max(took))
        every.extend(took)
    note = f"the slowest switch of each run, first visits included; all switches {spread(every, 'ms')}"
    return [Measurement("(d) switching topic with 30 documents", "ms", 100.0, tuple(slowest), note)]
