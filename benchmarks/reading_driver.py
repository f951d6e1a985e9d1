"""Reads PDFs in this process, and each for PyMuPDF's text dictionary alone; marks the processor time of both.

python -m benchmarks.reading_driver FOLDER
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import pymupdf

from benchmarks.marks import MEASURED, mark
from reader.formats.registry import read

# As the reader asks for it: no pictures, no words of lines that are cut off at the page's edge.
_LEAN = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP


def seconds_of_dictionaries(path: Path, **options: Any) -> float:
    """Processor time to open a PDF and take the text dictionary of every page."""
    began = time.process_time()
    with pymupdf.open(path) as document:
        for page in document:
            page.get_text("dict", **options)
    return time.process_time() - began


def main(folder: Path) -> None:
    paths = sorted(folder.glob("*.pdf"))
    read(paths[0])  # what is imported and compiled at the first file is no page's
    pages, ours, plain, lean = 0, 0.0, 0.0, 0.0
    for path in paths:
        plain += seconds_of_dictionaries(path)
        lean += seconds_of_dictionaries(path, flags=_LEAN)
        began = time.process_time()
        pages += len(read(path).pages)
        ours += time.process_time() - began
    mark(MEASURED, pages=pages, ours=ours, plain=plain, lean=lean)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
