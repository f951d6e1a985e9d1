"""Where the program starts, as `hustings`, as `python -m ui` and frozen."""

from __future__ import annotations

import multiprocessing
import sys

STOPPED = 130  # the exit status after Ctrl+C


def main() -> int:
    """Run the command that was asked for, or open the window; returns the exit status."""
    # In a frozen program this is where a child process turns off; nothing may be imported before it.
    multiprocessing.freeze_support()
    try:
        from ui.cli.program import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)  # noqa: T201  # the command line speaks to a terminal
        return STOPPED


if __name__ == "__main__":
    sys.exit(main())
