"""`hustings [FILE ...]`: the window, with these files being added."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from reader.home import home
from ui.cli import output
from ui.cli.naming import path
from ui.opening.reading_ahead import read_ahead

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", type=_existing, metavar="FILE", help="add these files or folders")
    parser.usage = "hustings [--library DIR] [FILE ...]\n       hustings COMMAND [--library DIR] ..."


def run(options: argparse.Namespace) -> int:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        output.complain(
            "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open. "
            "The command line works without one: see hustings --help."
        )
        return 1
    read_ahead()
    from ui.frame.application import run_window

    return run_window(home(options.library), options.files)


def _existing(argument: str) -> Path:
    """A file to add. A word that is neither a file nor a command is a slip of the keyboard, not a file."""
    file = path(argument)
    if not file.exists() and file.name == argument and not file.suffix:
        raise argparse.ArgumentTypeError(f"“{output.shown(argument)}” is neither a command nor a file")
    return file
