"""Compares passages with the words that PyMuPDF finds inside the rectangles of their lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

import pymupdf

from reader.model import Block, Manifesto

Printed: TypeAlias = tuple[Path, Block]


def passages_of(path: Path, manifesto: Manifesto) -> list[Printed]:
    """Every passage of a PDF, with the PDF's path."""
    return [(path, block) for block in manifesto.blocks if block.is_passage]


def on_paper(passages: Iterable[Printed]) -> float:
    """The share of words that both the passages and their rectangles hold, of those that either of them holds, 0 to 1.

    Words of letters and figures, case folded, are compared piece by piece, so that a word in another line's
    rectangle counts as lost there and as foreign here.
    """
    both = either = 0
    by_file: dict[Path, list[Block]] = {}
    for path, block in passages:
        by_file.setdefault(path, []).append(block)
    for path, blocks in by_file.items():
        with pymupdf.open(path) as document:
            for block in blocks:
                for piece in block.pieces:
                    assert piece.page is not None
                    inside = document[piece.page - 1].get_text("words", clip=pymupdf.Rect(piece.rect))
                    printed = _words(" ".join(word[4] for word in inside))
                    meant = _words(block.text[piece.start : piece.end])
                    both += (printed & meant).total()
                    either += (printed | meant).total()
    return both / either if either else 0.0


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.casefold()))
