"""Measures OCR: the share of words of a scan that come out as in the same pages of a PDF with text.

    python -m benchmarks.ocr SCAN TEXT FIRST LAST [--data eng]

SCAN is read by OCR as `hustings add` does; TEXT is a PDF whose pages FIRST to LAST (from 1) show the same. Words are
aligned in order, letters and digits only, upper and lower case alike; running heads and page numbers do not count.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from benchmarks.sequences import words
from reader.errors import UserError
from reader.formats.registry import read
from reader.model import Kind, Manifesto
from reader.pool import Pool
from reader.recognition.pages import RecognisedPage, RecognisePage


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Shares from 0 to 1: of the true words that were recognised, and of the recognised words that are true."""

    found: float
    true: float


def accuracy(recognised: Sequence[str], true: Sequence[str]) -> Accuracy:
    """Compare two texts as words, aligned in order."""
    matcher = SequenceMatcher(None, recognised, true, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return Accuracy(same / max(1, len(true)), same / max(1, len(recognised)))


def recognise(scan: Path, data: str) -> list[RecognisedPage]:
    """All pages of the scan, in workers as in an import. Raises UserError."""
    pages = []
    with Pool(2) as pool:
        jobs = [RecognisePage(scan, page.number, data) for page in read(scan).pages if not page.readable]
        for _, outcome in pool.recognise(jobs):
            if isinstance(outcome, UserError):
                raise outcome
            pages.append(outcome)
    return sorted(pages, key=lambda page: page.number)


def body(manifesto: Manifesto, first: int, last: int) -> list[str]:
    """The words of these pages without running heads and page numbers."""
    pieces = (
        block.text[piece.start : piece.end]
        for block in manifesto.blocks
        for piece in block.pieces
        if block.kind is not Kind.FURNITURE and first <= (piece.page or 0) <= last
    )
    return words(" ".join(pieces))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ocr", description=__doc__)
    parser.add_argument("scan", type=Path)
    parser.add_argument("text", type=Path)
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("--data", default="eng", help="name of Tesseract's language data")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    pages = recognise(options.scan, options.data)
    seconds = time.monotonic() - began
    seen = read(options.scan, recognised=pages)
    result = accuracy(body(seen, 1, len(seen.pages)), body(read(options.text), options.first, options.last))
    print(f"found {result.found:.4f}  true {result.true:.4f}  {len(pages)} pages in {seconds:.1f} s by two workers")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
