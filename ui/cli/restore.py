"""`hustings restore`: goes on with the newest sound copy of a damaged library, or with a new one from the originals."""

from __future__ import annotations

import argparse

from reader.home import home
from reader.library.library import Library
from reader.library.restoring import restore
from ui.cli import output
from ui.cli.importing import import_waiting, topic_folders
from ui.cli.naming import failure
from ui.cli.progress import Progress

EPILOG = """Original files that the copy does not know are read into it. The damaged file is kept beside the library.
Of a library that can be read nothing is changed."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none of its own."""


def run(options: argparse.Namespace) -> int:
    chosen = home(options.library)
    print(restore(chosen))
    with Library.open(chosen) as library:
        total = len(library.waiting())
    with Progress(total) as progress:
        outcome = import_waiting(chosen, topic_folders(chosen), progress)
    failures = [failure(one, {}) for one in outcome.failed]
    output.complain_of(failures)
    return 1 if failures else 0
