"""Turns what PyMuPDF tells of a rotated page into the page as shown: it reports text as if the page were not turned."""

from __future__ import annotations

from typing import Any

import pymupdf

Box = tuple[float, float, float, float]


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
