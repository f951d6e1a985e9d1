"""Gives what OCR saw on pages the shape of PyMuPDF's text dictionary, so that it goes the way of all text.

OCR tells where words are, not how they are set: sizes come from the heights of lines, evened out over the document,
since a line without tall letters is lower than its neighbour of the same size.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.formats.pdf.legibility import is_legible
from reader.language import share_of_common_words
from reader.recognition.pages import RecognisedPage, Word

# In sizes: how far letters reach above and below the baseline.
_TALL, _LOW, _DEEP = 0.73, 0.52, 0.21
_HAS_TALL = re.compile(r"[A-Zbdfhklt0-9À-ÞßŴŶ£€!?()/&“”‘’\"']")
_HAS_DEEP = re.compile(r"[gjpqyQŷçÇ,;()/]")
# Sizes nearer to each other than this share are one.
_SAME_SIZE = 0.13
# What Tesseract makes of a round bullet, standing alone at the beginning of a line.
_BULLETS = frozenset("•●∙·°e¢©®*»«>o")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
# Words; of fewer that are no language a photograph may be the cause.
_MUCH = 60
# What OCR makes of print that is turned or hardly to be seen has words of any language now and then, but fewer.
_LIKE_LANGUAGE = 0.09
# A line seen in a picture where none is: hardly a letter in it.
_FEWEST_LETTERS = 0.4


def is_lost(page: RecognisedPage) -> bool:
    """Whether there are words on the page that OCR could not read: it failed, or saw much that is no language."""
    text = page.text
    if not page.data or len(text.split()) < _MUCH:
        return not page.data
    return is_legible(text) is False or share_of_common_words(text) < _LIKE_LANGUAGE


def _is_text(page: RecognisedPage) -> bool:
    """Whether OCR saw words on the page, and not the shapes of a photograph."""
    text = page.text
    legible = is_legible(text)
    return legible if legible is not None else bool(_LETTERS.search(text))


def blocks_by_page(pages: Mapping[int, RecognisedPage]) -> dict[int, list[dict[str, Any]]]:
    """The blocks of each page's text dictionary, by its number; none for pages on which there are no words."""
    lines = {
        number: [line for line in page.lines if _is_line(line)] for number, page in pages.items() if _is_text(page)
    }
    sizes = _evened(line for found in lines.values() for line in found)
    return {
        number: [{"type": 0, "lines": [_line(line, sizes[_size(line)]) for line in lines.get(number, ())]}]
        for number in pages
    }


def _is_line(line: Sequence[Word]) -> bool:
    text = "".join(word.text for word in line)
    letters = sum(char.isalnum() for char in text)
    return letters >= _FEWEST_LETTERS * len(text) and line[0].y1 - line[0].y0 >= 3


def _size(line: Sequence[Word]) -> float:
    """The size in points, to a fifth, that letters of a line of this height have."""
    text = "".join(word.text for word in line)
    above = _TALL if _HAS_TALL.search(text) else _LOW
    below = _DEEP if _HAS_DEEP.search(text) else 0.0
    return round(5 * (line[0].y1 - line[0].y0) / (above + below)) / 5


def _evened(lines: Iterable[Sequence[Word]]) -> dict[float, float]:
    """For each size that was measured the one that stands for it: the most frequent of those near it."""
    masses: Counter[float] = Counter()
    for line in lines:
        masses[_size(line)] += sum(len(word.text) for word in line)
    evened: dict[float, float] = {}
    for size, _ in masses.most_common():
        near = [chosen for chosen in evened.values() if abs(chosen - size) <= _SAME_SIZE * chosen]
        evened[size] = min(near, key=lambda chosen: abs(chosen - size)) if near else size
    return evened


def _line(words: Sequence[Word], size: float) -> dict[str, Any]:
    text = "".join(word.text for word in words)
    baseline = words[0].y1 - (_DEEP * size if _HAS_DEEP.search(text) else 0.0)
    spans = []
    first = words[0]
    if len(words) > 1 and first.text in _BULLETS and words[1].x0 - first.x1 > 0.35 * size:
        spans.append(_span([first._replace(text="• ")], size, baseline))
        words = words[1:]
    spans.append(_span(words, size, baseline))
    return {"dir": (1.0, 0.0), "spans": spans}


def _span(words: Sequence[Word], size: float, baseline: float) -> dict[str, Any]:
    top, bottom = baseline - 0.9 * size, baseline + 0.25 * size
    return {
        "text": " ".join(word.text for word in words),
        "font": "OCR",
        "size": size,
        "flags": 0,
        "char_flags": 0,
        "color": 0,
        "origin": (words[0].x0, baseline),
        "bbox": (words[0].x0, top, words[-1].x1, bottom),
    }
