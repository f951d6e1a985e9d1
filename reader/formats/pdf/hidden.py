"""Finds where a page shows pictures and marks, and text it hides: outside it, white on white, under a picture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import pymupdf

from reader.formats.pdf.drawn_marks import may_have_marks, small
from reader.formats.pdf.grids import may_have_rules, rules_of
from reader.formats.pdf.lines import Line
from reader.formats.pdf.turning import Box, turned

_WHITE = 0xF2
# A picture must be so much of the page before it is asked whether it covers text.
_LARGE = 0.08
_BACKGROUNDS = frozenset(("fill-path", "stroke-path", "fill-image", "fill-shade", "fill-imgmask"))
# So much text (characters, lines) under a picture is the layer that text recognition puts under a scan.
_SCAN = 100
_SCAN_LINES = 6
# What a picture covers so near to the upper or lower edge (share of the height) is a running head or a page number,
# seen or not: no page is drawn for it, unless it holds a number, which may be that of the page.
_EDGE = 0.08
_NUMBERED = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
# What is painted over so much of a page is its ground.
# Pages of so few lines are covers, openings and sums of chapters, which often are coloured all over.
_SPARSE = 30
# Of fewer lines none is the usual one.
_FEW = 4
_FILLS, _WHOLE = frozenset(("fill-path", "fill-shade")), 0.5
# How far a pixel's colour may be from the text's (per channel) and still be its ink, edges being blended.
_NEAR = 60
_DOTS = 72  # to the inch
# Colours (of 256 shades a channel) that are so near look like one.
_EVEN = 16
# Letters have at least this share of the pixels behind them, and with the ground so far (points) beside them at most
# this: where more is of their colour, it is the ground that has it.
_LEAST_INK, _MOST_INK, _BESIDE = 0.02, 0.6, 4.0

Painted = tuple[str, Box]


class Seen(NamedTuple):
    """What a reader of a page sees: not the lines of these ids (as of `id`), pictures in these rectangles, small marks
    in these, which may be bullets, and rules, which may be those of tables."""

    hidden: set[int]
    pictures: list[Box]
    marks: list[Box]
    rules: list[Box]


def seen_on(page: Any, lines: Sequence[Line]) -> Seen:
    """Which of the lines the page hides, and where it shows pictures and marks. `page` is PyMuPDF's."""
    width, height = page.rect.width, page.rect.height
    hidden = {id(line) for line in lines if not (0 <= line.middle <= width and 0 <= line.baseline <= height + 1)}
    lines = [line for line in lines if id(line) not in hidden]
    white = [line for line in lines if _is_white(line)]
    sparse = len(lines) <= _SPARSE and any(_NUMBERED.search(line.text) for line in lines)
    if not (white or sparse or page.get_images() or may_have_marks(lines) or may_have_rules(lines)):
        return Seen(hidden, [], [], [])
    painted: list[Painted] = page.get_bboxlog()
    if page.rotation:
        painted = [(kind, turned(box, page.rotation_matrix)) for kind, box in painted]
    doubtful = [line for line in white if not _lies_on_something(line, painted)]
    pictures = [at for at, (kind, _) in enumerate(painted) if kind == "fill-image"]
    large = [at for at in pictures if _area(painted[at][1]) > _LARGE * width * height]
    under = [line for line in lines if _is_under(line, painted, large)] if large else []
    if len(under) < _SCAN_LINES and sum(len(line.text) for line in under) < _SCAN:
        doubtful += [
            line for line in under if _EDGE < line.baseline / height < 1 - _EDGE or _NUMBERED.search(line.text)
        ]
    hidden |= {id(line) for line in doubtful} - _shown(page, doubtful)
    hidden |= _blank(page, _numbers_on_grounds(lines, painted, width, height))
    marks = small(box for kind, box in painted if kind in _BACKGROUNDS)
    return Seen(hidden, [painted[at][1] for at in pictures], marks, rules_of(painted))


def _numbers_on_grounds(lines: Sequence[Line], painted: Sequence[Painted], width: float, height: float) -> list[Line]:
    """Numbers at the edge of a page that is coloured all over, where a template's are under its ground or like it.

    What is painted after the ground, in the colour of most of the page's words, is seen as these are.
    """
    grounds = [at for at, (kind, box) in enumerate(painted) if kind in _FILLS and _area(box) > _WHOLE * width * height]
    if not grounds or not lines:
        return []
    ((usual, _),) = Counter(line.style.colour for line in lines).most_common(1)
    return [
        line
        for line in lines
        if not _EDGE < line.baseline / height < 1 - _EDGE
        and _NUMBERED.search(line.text)
        and any(_covers(painted[at][1], line) for at in grounds)
        and (len(lines) < _FEW or line.style.colour != usual or _is_under(line, painted, grounds))
    ]


def _is_white(line: Line) -> bool:
    colour = line.style.colour
    return min(colour >> 16, colour >> 8 & 0xFF, colour & 0xFF) >= _WHITE


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(box: Box, line: Line) -> bool:
    middle = (line.y0 + line.y1) / 2
    return box[0] <= line.middle <= box[2] and box[1] <= middle <= box[3]


def _lies_on_something(line: Line, painted: Sequence[Painted]) -> bool:
    """Whether something was painted under the line before any text was drawn there, by the log: no means perhaps.

    The log has one box for all the lines of a text object, and none for what is drawn inside a pattern or some forms.
    """
    first = (kind for kind, box in painted if (kind == "fill-text" or kind in _BACKGROUNDS) and _holds(box, line))
    return next(first, "") != "fill-text"


def _is_under(line: Line, painted: Sequence[Painted], large: Sequence[int]) -> bool:
    """Whether a large picture that holds the whole line was painted after the line."""
    covers = [at for at in large if _covers(painted[at][1], line)]
    if not covers:
        return False
    drawn = [at for at, (kind, box) in enumerate(painted) if kind.endswith("text") and _holds(box, line)]
    return bool(drawn) and max(drawn) < covers[-1]


def _covers(box: Box, line: Line) -> bool:
    return box[0] <= line.x0 and box[1] <= line.y0 and box[2] >= line.x1 and box[3] >= line.y1


def _shown(page: Any, lines: Sequence[Line]) -> set[int]:
    """The ids of the lines that the page as painted shows: in their colour, on a ground of another."""
    if not lines:
        return set()
    area = pymupdf.EMPTY_RECT()
    for line in lines:
        area |= pymupdf.Rect(line.x0 - _BESIDE, line.y0, line.x1 + _BESIDE, line.y1)
    picture = page.get_pixmap(clip=area, dpi=_DOTS, colorspace=pymupdf.csRGB, alpha=False)
    return {id(line) for line in lines if _stands_out(picture, line)}


def _blank(page: Any, lines: Sequence[Line]) -> set[int]:
    """The ids of the lines where the page as painted shows one colour and nothing else."""
    blank = set()
    for line in lines:
        area = pymupdf.Rect(line.x0, line.top, line.x1, line.bottom)
        picture = page.get_pixmap(clip=area, dpi=_DOTS, colorspace=pymupdf.csRGB, alpha=False)
        channels = (picture.samples[at::3] for at in range(3))
        if all(max(channel, default=0) - min(channel, default=0) < _EVEN for channel in channels):
            blank.add(id(line))
    return blank


def _stands_out(picture: Any, line: Line) -> bool:
    """Whether the letters' colour is there, but is not that of the ground behind and on both sides of them."""
    letters = _coloured(picture, line, line.x0, line.x1)
    left, right = (_coloured(picture, line, x - _BESIDE, x) for x in (line.x0, line.x1 + _BESIDE))
    return letters > _LEAST_INK and letters + left + right < 3 * _MOST_INK


def _coloured(picture: Any, line: Line, x0: float, x1: float) -> float:
    """The share of the pixels from x0 to x1 at the height of the line's capitals that are near the text's colour."""
    scale = _DOTS / 72
    red, green, blue = line.style.colour >> 16, line.style.colour >> 8 & 0xFF, line.style.colour & 0xFF
    left, right = max(0, int(x0 * scale) - picture.x), min(picture.width, int(x1 * scale) - picture.x)
    top, bottom = max(0, int(line.top * scale) - picture.y), min(picture.height, int(line.bottom * scale) - picture.y)
    ends = [(picture.stride * row + 3 * left, picture.stride * row + 3 * right) for row in range(top, bottom)]
    dots = b"".join(picture.samples_mv[start:end] for start, end in ends)
    near = sum(
        abs(a - red) < _NEAR and abs(b - green) < _NEAR and abs(c - blue) < _NEAR
        for a, b, c in zip(dots[::3], dots[1::3], dots[2::3], strict=True)
    )
    return near / max(1, len(dots) // 3)
