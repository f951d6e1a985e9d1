"""How long and how large the reading of one file may be, and keeping a process to that size."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import psutil

_MIB = 1 << 20

# The parent watches the memory in use and ends a worker that passes the limit. What grows faster than it watches
# runs into this wall, far enough above the limit not to hit readers that reserve more than they use.
_HEADROOM = 512 * _MIB

# On a scale to 19: the window gets nearly all of a busy processor, the import still all of an idle one.
_NICENESS = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` without a finished page, and `memory` in bytes, that one file may take."""

    seconds: float = 60.0
    memory: int = 1024 * _MIB


# A page of small print on a busy machine takes OCR longer than any other page takes any other reader.
OCR = Limits(seconds=300.0)


def give_way() -> None:
    """Let this process, and those it starts, work only when nothing that a person waits for wants the processor."""
    process = psutil.Process()
    if sys.platform == "win32":
        process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        process.nice(_NICENESS)


def wall_in(memory: int) -> None:
    """Make allocations in this process fail (MemoryError) well above `memory` bytes, where the system can (Linux)."""
    if sys.platform == "linux":
        import resource  # not there on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wall = memory + _HEADROOM
        if hard == resource.RLIM_INFINITY or wall < hard:
            resource.setrlimit(resource.RLIMIT_DATA, (wall, hard))


def memory_in_use(process: int) -> int:
    """Bytes of memory that the process with this id holds; 0 when it has ended."""
    try:
        resident: int = psutil.Process(process).memory_info().rss
    except psutil.Error:
        return 0
    return resident
