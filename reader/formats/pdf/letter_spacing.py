"""Finds the words of lines whose letters are set apart: there a space stands for the gap between any two letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import Any

# Letters one by one. Spaces between them may be the file's own, or PyMuPDF's for a gap.
_APART = re.compile(r"^\W*(?:[^\W\d_] +){3,}[^\W\d_]\W*$")
_SOME_APART = re.compile(r"\b[^\W\d_] +[^\W\d_] +[^\W\d_] ")
# A gap between words is wider than those between letters, by this factor and by this share of the size.
_WIDER, _SHARE = 1.6, 0.12


def has_letters_apart(text: str) -> bool:
    """Whether a line of a page's text has its letters set apart, so that mending it needs their places."""
    return _SOME_APART.search(text) is not None and any(map(_APART.match, text.split("\n")))


def part_words(blocks: Sequence[dict[str, Any]], with_letters: Sequence[dict[str, Any]]) -> None:
    """Put one space between the letters and two between the words of such lines, in place.

    `with_letters` are the blocks of the same page with the place of each letter ("rawdict"). What has other words
    there, since the page was mended meanwhile, stays as it is.
    """
    for block, other in zip(blocks, with_letters, strict=False):
        for at in _lines_apart(block):
            line = block["lines"][at]
            spans = line["spans"]
            if not abs(line["dir"][1]) < 0.02 or len({(span["font"], span["size"]) for span in spans}) > 1:
                continue
            letters = _letters(other.get("lines", ()), at)
            if [one["c"] for one in letters] != [char for span in spans for char in span["text"] if not char.isspace()]:
                continue
            left, right = letters[0]["bbox"][0], letters[-1]["bbox"][2]
            box = (left, spans[0]["bbox"][1], right, spans[0]["bbox"][3])
            line["spans"] = [{**spans[0], "text": _written(letters, spans[0]["size"]), "bbox": box}]


def _letters(lines: Sequence[dict[str, Any]], at: int) -> list[dict[str, Any]]:
    spans = lines[at]["spans"] if at < len(lines) else ()
    return [one for span in spans for one in span["chars"] if not one["c"].isspace()]


def _lines_apart(block: dict[str, Any]) -> Iterator[int]:
    for at, line in enumerate(block.get("lines", ())):
        if _APART.match("".join(span["text"] for span in line["spans"])):
            yield at


def _written(letters: Sequence[dict[str, Any]], size: float) -> str:
    gaps = [after["bbox"][0] - before["bbox"][2] for before, after in pairwise(letters)]
    usual = median_low(gaps)
    parts = ["  " if gap > max(_WIDER * usual, usual + _SHARE * size) else " " for gap in gaps]
    return "".join(f"{part}{letter['c']}" for part, letter in zip(["", *parts], letters, strict=True))
