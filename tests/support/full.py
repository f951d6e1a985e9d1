"""A disk that takes nothing, without a disk: a limit on the length of files, which child processes have too."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file can be written beyond so many bytes meanwhile; files that are there stay as they are."""
    if sys.platform == "win32":
        pytest.skip("Windows knows no limit on the length of files")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
