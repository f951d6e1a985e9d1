"""What goes wrong in a child process is told to its parent, which decides; then the process ends."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType


class LastWords:
    """Round all that a child process does. `tell` is given an error that reached the end, and its traceback."""

    def __init__(self, tell: Callable[[Exception, str], object]) -> None:
        self._tell = tell

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, BrokenPipeError):
            return True  # nobody listens any more
        if not isinstance(error, Exception):
            return False
        with suppress(OSError):  # the parent may have heard enough
            self._tell(error, "".join(traceback.format_exception(error)))
        return True
