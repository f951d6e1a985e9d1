"""Turns pages: what PyMuPDF tells of a rotated page into the page as shown (it reports text as if the page were not
turned), and a page whose text is set sideways or upside down into the direction in which it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pymupdf

Box = tuple[float, float, float, float]
Direction = tuple[int, int]

# A page is set in a direction if so many of its lines are, over so much of the page: credits in a margin are few.
_LINES, _ACROSS = 5, 1 / 3
_STRAIGHT = 0.02


def own_direction(blocks: Iterable[dict[str, Any]], width: float, height: float) -> Any | None:
    """The matrix that turns a page of this size into the direction of most of its text; None where that is upright.

    `blocks` are those of its text dictionary, as shown.
    """
    mass: defaultdict[Direction | None, int] = defaultdict(int)
    places: defaultdict[Direction | None, list[float]] = defaultdict(list)
    for line in (line for block in blocks for line in block.get("lines", ()) if not line["wmode"]):
        cosine, sine = line["dir"]
        straight = min(abs(cosine), abs(sine)) < _STRAIGHT
        direction = (round(cosine), round(sine)) if straight else None
        mass[direction] += sum(len(span["text"].strip()) for span in line["spans"])
        places[direction].append(line["spans"][0]["origin"][0 if direction and direction[1] else 1])
    main = max(mass, key=lambda direction: mass[direction], default=None)
    if main in (None, (1, 0)) or 2 * mass[main] < sum(mass.values()) or len(places[main]) < _LINES:
        return None
    if max(places[main]) - min(places[main]) < _ACROSS * (width if main[1] else height):
        return None
    turns = {(0, -1): (0, 1, -1, 0, height, 0), (0, 1): (0, -1, 1, 0, 0, width), (-1, 0): (-1, 0, 0, -1, width, height)}
    return pymupdf.Matrix(*turns[main])


def turn_text(blocks: list[dict[str, Any]], matrix: Any) -> None:
    """Move the lines and spans of a text dictionary by the page's rotation matrix, in place."""
    for block in blocks:
        for line in block.get("lines", ()):
            cosine, sine = line["dir"]
            line["dir"] = (cosine * matrix.a + sine * matrix.c, cosine * matrix.b + sine * matrix.d)
            for span in line["spans"]:
                span["bbox"] = turned(span["bbox"], matrix)
                point = pymupdf.Point(*span["origin"]) * matrix
                span["origin"] = (point.x, point.y)


def turned(box: Box, matrix: Any) -> Box:
    """A rectangle moved by the page's rotation matrix."""
    rect = pymupdf.Rect(*box) * matrix
    return (rect.x0, rect.y0, rect.x1, rect.y1)
