"""(o) to (t): coding in the real window with 20,000 annotations on 200 manifestos and 500 codes."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.annotated import CODES, MANIFESTOS, ON_EACH, annotated_home, manifesto
from benchmarks.coding_driver import BARE
from benchmarks.marks import MEASURED
from benchmarks.surroundings import driver, platform
from benchmarks.table import Measurement, spread
from benchmarks.watching import marks_of
from reader.home import home
from reader.library.coder_edits import rename_coder
from reader.library.library import Library

_COMPARED = 6  # manifestos that are there a second time without annotations
_OPENED_TARGET, _MARKED_TARGET, _PICKED_TARGET, _FILTERED_TARGET, _STALL_TARGET = 1.5, 50.0, 30.0, 100.0, 100.0


def measure(work: Path, runs: int) -> list[Measurement]:
    """Of each run the median, of a filter and of stalls the slowest; the slowest of the others is in the notes."""
    folder = coding_home(work)
    every = [_run(folder) for _ in range(runs)]

    def taken(name: str) -> tuple[float, ...]:
        return tuple(1000 * one[name] for one in every)

    stalls = {name: taken(name) for name in every[0] if name.endswith(", still")}
    longest = tuple(max(each) for each in zip(*stalls.values(), strict=True))
    parts = "; ".join(f"{name.removesuffix(', still')} {spread(took, 'ms')}" for name, took in stalls.items())
    opened = tuple(one["annotated, median"] / one["bare, median"] for one in every)
    on = f"{MANIFESTOS * ON_EACH:,} annotations on {MANIFESTOS} manifestos, {CODES} codes; {platform()}"
    return [
        Measurement(
            "(o) a manifesto opened in Read, ratio to a bare one",
            "x",
            _OPENED_TARGET,
            opened,
            f"to the first painting: {_spread(taken, 'annotated')}; bare {_spread(taken, 'bare')}; {on}",
        ),
        Measurement("(p) key to mark in Read", "ms", _MARKED_TARGET, taken("coded, median"), _most(taken, "coded")),
        Measurement(
            "(q) the same, the codebook open beside",
            "ms",
            _MARKED_TARGET,
            taken("coded beside the codebook, median"),
            _most(taken, "coded beside the codebook"),
        ),
        Measurement(
            "(r) a letter in the code picker", "ms", _PICKED_TARGET, taken("picked, median"), _most(taken, "picked")
        ),
        Measurement(
            "(s) a letter in the filter of Notes",
            "ms",
            _FILTERED_TARGET,
            taken("filtered, most"),
            f"the slowest of each run; Notes opened in {_spread(taken, 'notes')}",
        ),
        Measurement("(t) longest stall in all of it", "ms", _STALL_TARGET, longest, parts),
    ]


def _run(folder: Path) -> dict[str, float]:
    """The figures of one run, on a copy of the home."""
    copied = folder.with_name("home-coding-run")
    shutil.rmtree(copied, ignore_errors=True)
    shutil.copytree(folder, copied)
    return marks_of(driver("coding_driver", str(copied)))[MEASURED].figures


def coding_home(work: Path) -> Path:
    """The folder of a home with many annotations, and some of its manifestos a second time without."""
    folder, ready = work / "home-coding", work / "home-coding-ready"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(annotated_home(work), folder)
        with Library.open(home(folder), durable=False) as library:
            library.apply(rename_coder(library, library.coder, "Coder at work"))  # else a name is asked for first
            for number in range(_COMPARED):
                file = work / "annotated" / f"bare-{number}.txt"
                file.write_text(f"{BARE} {number}")
                made = manifesto(number)
                library.store(file, dataclasses.replace(made, title=f"{BARE} {made.title}"), {"party": "None"})
        ready.touch()
    return folder


def _spread(taken: Callable[[str], tuple[float, ...]], name: str) -> str:
    return spread(taken(f"{name}, median"), "ms")


def _most(taken: Callable[[str], tuple[float, ...]], name: str) -> str:
    worked = spread(taken(f"{name}, worked"), "ms")
    return f"the slowest of each run {spread(taken(f'{name}, most'), 'ms')}; the GUI's thread worked {worked}"
