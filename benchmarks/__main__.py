"""Runs the measurements and prints one table: `python3 start.py bench [a] [b] ... [u] [--runs N] [--keep DIR]`.

Nothing here passes or fails a gate; `met` and `MISSED` compare the median with the target.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import adding, annotating, coding, reading, responding, searching, shape, starting, topic_views
from benchmarks.table import Measurement, table
from reader.home import CACHE_VARIABLE

Measure = Callable[[Path, int], list[Measurement]]

# (b) and (e) come from the same starts of the window, (f) to (h) from the same files, (i) and (j) from one library,
# (k) to (n) from another, (o) to (t) from the same runs of the window.
MEASURES: dict[str, Measure] = {
    "a": adding.measure,
    "b": starting.measure,
    "c": responding.measure_stall,
    "d": responding.measure_switch,
    "e": starting.measure,
    "f": reading.measure,
    "g": reading.measure,
    "h": reading.measure,
    "i": topic_views.measure,
    "j": topic_views.measure,
    "k": annotating.measure,
    "l": annotating.measure,
    "m": annotating.measure,
    "n": annotating.measure,
    "o": coding.measure,
    "p": coding.measure,
    "q": coding.measure,
    "r": coding.measure,
    "s": coding.measure,
    "t": coding.measure,
    "u": shape.measure,
    "v": searching.measure,
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="start.py bench", description=__doc__)
    parser.add_argument("which", nargs="*", metavar="LETTER", help=f"which measurements ({', '.join(MEASURES)})")
    parser.add_argument("--runs", type=int, default=5, help="how often each is taken")
    parser.add_argument("--keep", type=Path, help="a folder to keep generated documents and homes in for another run")
    options = parser.parse_args(arguments)
    if unknown := set(options.which) - set(MEASURES):
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    wanted = list(dict.fromkeys(MEASURES[letter] for letter in options.which or MEASURES))
    with tempfile.TemporaryDirectory(prefix="hustings-bench-") as made:
        work = options.keep or Path(made)
        work.mkdir(parents=True, exist_ok=True)
        os.environ[CACHE_VARIABLE] = str(work / "caches")
        began = time.monotonic()
        print(f"{len(wanted)} groups of measurements, {options.runs} runs each ...", flush=True)
        measured = [one for measure in wanted for one in measure(work, options.runs)]
    print(table(measured))
    cores, load = os.cpu_count(), load_average()
    print(f"{cores} cores{load}, Python {sys.version.split()[0]}, took {time.monotonic() - began:.0f} s")
    return 0


def load_average() -> str:
    """How busy the machine was in the last minute, where the system tells; a busy one spoils the figures."""
    return f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
