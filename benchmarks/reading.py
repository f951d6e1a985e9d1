"""(f) How fast PDFs are read, (g) how large a worker grows at that, (h) how exactly rectangles hold their passages."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil

from benchmarks.marks import MEASURED
from benchmarks.rectangles import on_paper, passages_of
from benchmarks.surroundings import collection, driver
from benchmarks.table import Measurement, spread
from benchmarks.watching import marks_of
from reader.formats.registry import read
from reader.model import Block
from reader.pool import Pool

MIB = 1024 * 1024
PASSAGES = 1000


def measure(work: Path, runs: int) -> list[Measurement]:
    """The collection read over and over on one core; its memory and its rectangles are measured once."""
    folder = collection(work)
    figures = [marks_of(driver("reading_driver", str(folder.folder)))[MEASURED].figures for _ in range(runs)]
    per_page = tuple(1000 * one["ours"] / one["pages"] for one in figures)
    ratios = tuple(one["ours"] / one["plain"] for one in figures)
    pages = f"{folder.name}, {figures[0]['pages']:.0f} pages, processor time"
    lean = f"{spread((one['ours'] / one['lean'] for one in figures), 'x')} of dictionaries without their pictures"
    paths = sorted(folder.folder.glob("*.pdf"))
    return [
        Measurement("(f) reading a page of a PDF", "ms", 6.0, per_page, pages),
        Measurement("(f) ratio to page.get_text(“dict”) alone", "x", None, ratios, lean),
        _memory(paths),
        _rectangles(paths),
    ]


def _memory(paths: list[Path]) -> Measurement:
    name = "(g) peak memory of a worker reading PDFs"
    peaks: list[float] = []
    with Pool(1) as pool:
        for _ in pool.read_all(paths):
            peaks.extend(_peak(process) / MIB for process in pool.process_ids())
    return Measurement(name, "MiB", 300.0, (max(peaks),), f"one worker, {len(paths)} files one after another, resident")


def _peak(process: int) -> int:
    """The most bytes that the process ever held; where the system does not keep it (macOS), those of this moment."""
    if sys.platform == "linux":
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
        return 1024 * int(status.partition("VmHWM:")[2].split()[0])
    held = psutil.Process(process).memory_info()
    return int(getattr(held, "peak_wset", held.rss))


def _rectangles(paths: list[Path]) -> Measurement:
    chosen = random.Random(2017)  # noqa: S311  # only for picking passages
    every = list(_passages(paths))
    picked = chosen.sample(every, min(PASSAGES, len(every)))
    missed = 100 * (1 - on_paper(picked))
    note = f"of {len(picked)} passages, against what PyMuPDF finds inside the rectangles of their lines"
    return Measurement("(h) words lost from or foreign to rectangles", "%", 1.0, (missed,), note)


def _passages(paths: list[Path]) -> Iterator[tuple[Path, Block]]:
    for path in paths:
        yield from passages_of(path, read(path))
