"""Makes the text of a block from its lines of print, and the map back to them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.formats.pdf.lines import Line
from reader.hyphens import Hyphens
from reader.model import Piece, Rect

# How far letters reach above and below the baseline (in sizes), and how much of that a tight line keeps at least.
_ASCENT, _DESCENT, _LEAST = 0.82, 0.16, 0.5
# Rectangles of neighbouring lines stay this far (in points) from each other's letters.
_APART = 0.05


def text_and_pieces(
    lines: Sequence[Line], labels: Sequence[str | None], hyphens: Hyphens, drop_marker: bool
) -> tuple[str, tuple[Piece, ...]]:
    """The block's text, and one piece for each of its lines with page, label and rectangle.

    `labels` are the lines' printed page labels. With `drop_marker` the first line's list marker is left out.
    """
    text = ""
    pieces: list[Piece] = []
    for at, line in enumerate(lines):
        printed, left = line.text, line.x0
        if at == 0 and drop_marker and line.marker is not None:
            printed, left = printed[line.marker.end :].strip(), _text_left(lines)
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        joint = hyphens.joint(printed, following)
        kept = printed[:-1] if joint.drop else printed
        if kept:
            top, bottom = _height(lines, at)
            rect = Rect(round(left, 2), round(top, 2), round(line.x1, 2), round(bottom, 2))
            pieces.append(Piece(len(text), len(text) + len(kept), line.page, labels[at], rect))
        text += kept + (joint.glue if following else "")
    return text, tuple(pieces)


def _height(lines: Sequence[Line], at: int) -> tuple[float, float]:
    """The top and bottom of a line without what it shares with its neighbours: fonts' boxes are taller than lines."""
    line = lines[at]
    top = max(line.y0, line.baseline - _ASCENT * line.size)
    bottom = min(line.y1, line.baseline + _DESCENT * line.size)
    if at > 0 and lines[at - 1].page == line.page and lines[at - 1].baseline < line.baseline:
        top = max(top, min(lines[at - 1].y1 + _APART, line.baseline - _LEAST * line.size))
    if at + 1 < len(lines) and lines[at + 1].page == line.page and lines[at + 1].baseline > line.baseline:
        bottom = min(bottom, max(lines[at + 1].y0 - _APART, line.baseline - 0.1 * line.size))
    return top, bottom


def _text_left(lines: Sequence[Line]) -> float:
    """Where an item's text begins after its marker: under hanging lines exactly, else as measured."""
    first = lines[0]
    if len(lines) > 1 and lines[1].page == first.page:
        hanging = lines[1].x0
        if abs(hanging - first.text_x0) < 1.5 * first.size and hanging > first.x0 + 0.3 * first.size:
            return hanging
    return first.text_x0
