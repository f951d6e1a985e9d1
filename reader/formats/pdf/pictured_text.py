"""Tells pages that are pictures of print from pages that show a photograph or an ornament.

Print has one ground, paper mostly, and nearly everywhere across it a column of dots meets line after line of letters:
many short runs of ink. Photographs have no such ground, drawings no such lines. Of 79 pages with 150 words and more,
14 of them scanned, 73 were told for print (the others are half photograph); of 52 pages that show pictures and hold
hardly a word, none, not even the block of flats with all its balconies (0.53 of its dots are of one grey).
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pymupdf

from reader.formats.pdf.opening import BROKEN

# The longer side of the picture that is looked at, in dots: letters of body type are four dots high.
_SIDE = 600
# Print of a page is not legible in pictures of fewer dots: 80 to the inch on A4.
_FEWEST_DOTS = 600_000
# Levels of grey (of 256) that belong to the ground, and by which ink stands out from it.
_GROUND, _INK = 16, 70
# Of faint print levels are at least so far from the ground's; less of it (of all dots) is dust.
_FAINT, _FEWEST_MARKS = 12, 0.0005
# The least shares of dots that are ground, and of columns that are lined.
_MOSTLY_GROUND, _MOSTLY_LINED = 0.58, 0.28
# A column is lined that meets so many runs of ink, none of them counted that is longer than this share of the height.
_RUNS, _LONGEST = 8, 0.012
# Of so many columns one is looked at; of so many dots, the grey of one is counted.
_STEP, _SAMPLE = 6, 7


def looks_like_print(page: Any) -> bool:
    """Whether a page of PyMuPDF's looks like lines of print; False for one that cannot be drawn."""
    try:
        sizes = [(width, height) for _, _, width, height, *_ in page.get_images()]
        if sizes and sum(width * height for width, height in sizes) < _FEWEST_DOTS:
            return False
        picture = _picture_of(page)
    except BROKEN:
        return False
    return _is_print(picture.samples, picture.width, picture.height)


def may_hold_words(page: Any) -> bool:
    """Whether a page on which OCR found no words may hold some all the same: faint, turned or written by hand, say.

    Not so a photograph, which has no ground, nor a blank page, on whose ground stands nothing. True for a page of
    PyMuPDF's that cannot be drawn.
    """
    try:
        dots = _picture_of(page).samples
    except BROKEN:
        return True
    counted = Counter(dots)
    ground, share = _ground_of(counted)
    marks = sum(many for level, many in counted.items() if abs(level - ground) > _FAINT)
    return share >= _MOSTLY_GROUND and marks > _FEWEST_MARKS * len(dots)


def _picture_of(page: Any) -> Any:
    scale = _SIDE / max(page.rect.width, page.rect.height)
    return page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csGRAY, alpha=False)


def _ground_of(counted: Counter[int]) -> tuple[int, float]:
    """The grey of the ground, from how many dots have which, and the share of the dots that belong to it."""
    levels = [counted[level] for level in range(256)]
    ground = max(counted, key=lambda level: sum(levels[max(0, level - 8) : level + 9]))
    return ground, sum(levels[max(0, ground - _GROUND) : ground + _GROUND + 1]) / counted.total()


def _is_print(dots: bytes, width: int, height: int) -> bool:
    """The same of a picture: its levels of grey, row by row."""
    ground, share = _ground_of(Counter(dots[::_SAMPLE]))
    if share < _MOSTLY_GROUND:
        return False
    ink = dots.translate(bytes(abs(level - ground) >= _INK for level in range(256)))
    columns = range(0, width, _STEP)
    lined = sum(_is_lined(ink[column::width], _LONGEST * height) for column in columns)
    return lined >= _MOSTLY_LINED * len(columns)


def _is_lined(column: bytes, longest: float) -> bool:
    return sum(0 < len(run) <= longest for run in column.split(b"\0")) >= _RUNS
