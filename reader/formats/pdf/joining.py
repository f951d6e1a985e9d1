"""Makes the text of a block from its lines of print, and the map back to them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.formats.pdf.lines import Line
from reader.hyphens import Hyphens
from reader.model import Piece, Rect


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
            rect = Rect(round(left, 2), round(line.y0, 2), round(line.x1, 2), round(line.y1, 2))
            pieces.append(Piece(len(text), len(text) + len(kept), line.page, labels[at], rect))
        text += kept + (joint.glue if following else "")
    return text, tuple(pieces)


def _text_left(lines: Sequence[Line]) -> float:
    """Where an item's text begins after its marker: under hanging lines exactly, else as measured."""
    first = lines[0]
    if len(lines) > 1 and lines[1].page == first.page:
        hanging = lines[1].x0
        if abs(hanging - first.text_x0) < 1.5 * first.size and hanging > first.x0 + 0.3 * first.size:
            return hanging
    return first.text_x0
