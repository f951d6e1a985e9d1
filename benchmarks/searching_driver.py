"""Searches a home in a process of its own: each query once, from opening the index to fifty hits with their marks.

python -m benchmarks.searching_driver HOME QUERY...
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import psutil

from benchmarks.marks import MEASURED, SHOWN, mark
from index.search import Searcher
from reader.home import home

HITS = 50


def main(folder: Path, queries: list[str]) -> None:
    began = time.perf_counter()
    with Searcher(home(folder)) as searcher:
        searcher.search("nothing", limit=HITS)
        mark(SHOWN, seconds=time.perf_counter() - began)
        for number, query in enumerate(queries):
            began = time.perf_counter()
            found = searcher.search(query, limit=HITS)
            mark(f"query {number}", seconds=time.perf_counter() - began, found=found.total)
        held = psutil.Process().memory_full_info()
        mark(MEASURED, private=held.uss, peak=_peak())


def _peak() -> int:
    """The most that the process has held, in bytes, with what it shares; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
