"""Makes the text of a block from its lines of print, and the map back to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.formats.pdf.lines import Line
from reader.hyphens import Hyphens
from reader.model import Piece, Rect, Reference

# How far letters reach above and below the baseline (in sizes), and how much of that a tight line keeps at least.
_ASCENT, _DESCENT, _LEAST = 0.82, 0.16, 0.5
# Rectangles of neighbouring lines stay this far (in points) from each other's letters.
_APART = 0.05


class Joined(NamedTuple):
    """The text of a block, where its lines are printed, and its references to notes."""

    text: str
    pieces: tuple[Piece, ...]
    references: tuple[Reference, ...]


def text_and_pieces(
    lines: Sequence[Line], labels: Sequence[str | None], hyphens: Hyphens, *, is_item: bool, is_note: bool
) -> Joined:
    """The block's text, one piece for each of its lines with page, label and rectangle, and its references.

    `labels` are the lines' printed page labels. Of an item the list marker is left out; of what may be a note, the
    raised number that it begins with.
    """
    text = ""
    pieces: list[Piece] = []
    references: list[Reference] = []
    for at, line in enumerate(lines):
        printed, left = line.text, line.x0
        if at == 0 and is_item and line.marker is not None:
            printed, left = printed[line.marker.end :].strip(), _text_left(lines)
        elif at == 0 and line.number is not None and not is_note:
            printed = f"{line.number} {printed}"
        elif line.number is not None:
            left = line.text_x0
            references += [Reference(len(text.rstrip()), line.number)] if at else []
        moved = len(text) + len(printed) - len(line.text)
        references += [Reference(max(len(text), moved + offset), label) for offset, label in line.references]
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        joint = hyphens.joint(printed, following)
        kept = printed[:-1] if joint.drop else printed
        if kept:
            top, bottom = _height(lines, at)
            rect = Rect(round(left, 2), round(top, 2), round(line.x1, 2), round(bottom, 2))
            pieces.append(Piece(len(text), len(text) + len(kept), line.page, labels[at], rect))
        text += kept + (joint.glue if following else "")
    ends = len(text)
    return Joined(text, tuple(pieces), tuple(Reference(min(offset, ends), label) for offset, label in references))


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
