"""Sets the characters of lines with Hebrew, Arabic and their like in the order in which they are read.

PDFs hold them in the order in which some program drew them: as read, as seen from the left, or each word for itself.
So the order is taken from their places: seen from the left first, then back by the rules of the Unicode bidirectional
algorithm (UAX #9: numbers and words of other scripts run from the left, W4 and W5 for the signs in and beside numbers).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pymupdf

from reader.directions import has_right_to_left

# In sizes: how far baselines of one line lie from each other at most, and how wide the gap in a line is.
_BASELINE, _GAP = 0.25, 1.2
_PAIRS = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_OPEN, _CLOSED = frozenset("([{«‹"), frozenset(")]}»›")
# Signs that belong to the number that they stand in, or beside; after Arabic letters fewer do.
_INSIDE, _INSIDE_ARABIC, _BESIDE = frozenset("+-.,:/\xa0"), frozenset(".,:/\xa0"), frozenset("%$£€₪#°")
_FORMS = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")

Blocks = list[dict[str, Any]]


@dataclass(slots=True)
class _Char:
    """A character with what is drawn with it (marks), its span, and where it is drawn."""

    text: str
    span: dict[str, Any]
    box: tuple[float, float, float, float]
    kind: str = ""


def mirror_of(blocks: Blocks, width: float) -> Any | None:
    """The matrix that mirrors a page of this width, most letters of which run from right to left; else None."""
    text = "".join(span["text"] for line in _lines(blocks) for span in line["spans"])
    if not has_right_to_left(text):
        return None
    kinds = [_kind(char) for char in text]
    return pymupdf.Matrix(-1, 0, 0, 1, width, 0) if kinds.count("R") > kinds.count("L") else None


def mirror(blocks: Blocks, width: float) -> None:
    """Move lines and spans to the other side of the page, in place: what began at the right begins at the left."""
    for line in _lines(blocks):
        for span in line["spans"]:
            x0, y0, x1, y1 = span["bbox"]
            span["bbox"] = (width - x1, y0, width - x0, y1)
            span["origin"] = (span["bbox"][0], span["origin"][1])
        x0, y0, x1, y1 = line["bbox"]
        line["bbox"] = (width - x1, y0, width - x0, y1)


def in_order(raw: Blocks) -> Blocks:
    """The blocks of a text dictionary with characters ("rawdict") as those of one with texts, lines whole and in order.

    Lines without letters that run from right to left stay as they are.
    """
    lines = [line for line in _lines(raw) if line["spans"]]
    groups = list(_wholes(lines))
    orders = [_logical(_chars(group)) for group in groups]
    swapped = _are_as_seen(orders)
    made = {
        id(group[0]): _line(group, [_swapped(char) if swapped and back else char for char, back in order])
        for group, order in zip(groups, orders, strict=True)
    }
    gone = {id(line) for group in groups for line in group[1:]}
    for block in raw:
        if "lines" in block:
            block["lines"] = [
                made.get(id(line)) or _joined(line) for line in block["lines"] if id(line) not in gone and line["spans"]
            ]
    return raw


def _lines(blocks: Blocks) -> Iterator[dict[str, Any]]:
    for block in blocks:
        yield from block.get("lines", ())


def _text(line: dict[str, Any]) -> str:
    return "".join(char["c"] for span in line["spans"] for char in span["chars"])


def _joined(line: dict[str, Any]) -> dict[str, Any]:
    for span in line["spans"]:
        span["text"] = "".join(char["c"] for char in span.pop("chars"))
    return line


def _wholes(lines: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The level lines that belong together, from the first in the file on, where any runs from right to left."""
    level = [line for line in lines if line["dir"][0] > 0.99 and not line["wmode"]]
    left = {id(line): line for line in level}
    for first in level:
        if id(first) not in left or not has_right_to_left(_text(first)):
            continue
        del left[id(first)]
        group, found = [first], True
        while found:
            near = [line for line in left.values() if any(_touches(line, other) for other in group)]
            found = bool(near)
            group += near
            for line in near:
                del left[id(line)]
        yield group


def _touches(line: dict[str, Any], other: dict[str, Any]) -> bool:
    span, beside = line["spans"][0], other["spans"][0]
    size = max(span["size"], beside["size"])
    if abs(span["origin"][1] - beside["origin"][1]) > _BASELINE * size:
        return False
    gap = max(line["bbox"][0], other["bbox"][0]) - min(line["bbox"][2], other["bbox"][2])
    return bool(gap < _GAP * size)


def _chars(group: Iterable[dict[str, Any]]) -> list[_Char]:
    """The characters of lines as seen from the left, each with its marks and what it forms one sign with."""
    found: list[_Char] = []
    marks: list[_Char] = []
    for span in (span for line in group for span in line["spans"]):
        for char in span["chars"]:
            text = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form.group()).strip(), char["c"])
            made = _Char(text, span, char["bbox"], _kind(text))
            before = found[-1] if found else None
            if made.kind == "M":
                marks.append(made)
            elif before and before.span is span and _width(made) <= 0.01 * span["size"] and _shares(before, made):
                before.text += text
            else:
                found.append(made)
    bases = [char for char in found if char.kind in "LR"] or found
    for mark in marks if bases else ():
        distances = [abs(_middle(char) - _middle(mark)) for char in bases]
        bases[distances.index(min(distances))].text += mark.text
    return sorted(found, key=lambda char: (char.box[0], char.box[2]))


def _shares(before: _Char, char: _Char) -> bool:
    return before.box[0] - 0.1 <= char.box[0] <= before.box[2] + 0.1 and before.kind == char.kind != "N"


def _width(char: _Char) -> float:
    return char.box[2] - char.box[0]


def _middle(char: _Char) -> float:
    return (char.box[0] + char.box[2]) / 2


def _kind(text: str) -> str:
    """L or R for letters by the way they run, N for figures, M for marks, S for all other signs."""
    kind = unicodedata.bidirectional(text[:1])
    if kind in ("R", "AL"):
        return "R"
    return {"L": "L", "EN": "N", "AN": "N", "NSM": "M"}.get(kind, "S")


def _logical(seen: Sequence[_Char]) -> list[tuple[_Char, bool]]:
    """The characters as read, each with whether it is one of those that run back."""
    kinds = [char.kind for char in seen]
    if kinds.count("R") >= kinds.count("L"):
        return _back(list(reversed(seen)))
    places = [at for at, kind in enumerate(kinds) if kind == "R"]
    runs: list[list[int]] = []
    for at in places:
        if runs and "L" not in kinds[runs[-1][1] : at]:
            runs[-1][1] = at
        else:
            runs.append([at, at])
    made: list[tuple[_Char, bool]] = []
    begin = 0
    for first, last in runs:
        made += [(char, False) for char in seen[begin:first]] + _back(list(reversed(seen[first : last + 1])))
        begin = last + 1
    return made + [(char, False) for char in seen[begin:]]


def _back(chars: list[_Char]) -> list[tuple[_Char, bool]]:
    """Characters seen from the right, with figures and words of other scripts turned round again."""
    made: list[tuple[_Char, bool]] = []
    at = 0
    while at < len(chars):
        end = _end_of_run(chars, at)
        if end > at:
            made += [(char, False) for char in reversed(chars[at:end])]
            at = end
        else:
            made.append((chars[at], True))
            at += 1
    return made


def _end_of_run(chars: Sequence[_Char], at: int) -> int:
    """Where the number or the words of another script end that begin at a place, seen from the right; the place itself
    where none does."""
    end = at
    arabic = any(unicodedata.bidirectional(char.text[:1]) == "AL" for char in chars)
    inside = _INSIDE_ARABIC if arabic else _INSIDE
    if not arabic and chars[at].text in _BESIDE and at + 1 < len(chars) and chars[at + 1].kind == "N":
        end = at + 1
    words = False
    for place in range(end, len(chars)):
        char = chars[place]
        if char.kind in ("L", "N"):
            between = chars[end:place]
            words = words or char.kind == "L"
            sign = len(between) == 1 and between[0].text in inside and chars[end - 1].kind == char.kind == "N"
            if between and not sign and not (words and end > at):
                break
            end = place + 1
        elif char.kind == "R" or end == at:
            break
    if not arabic and end > at and end < len(chars) and chars[end].text in _BESIDE and chars[end - 1].kind == "N":
        end += 1
    return end


def _are_as_seen(orders: Iterable[Iterable[tuple[_Char, bool]]]) -> bool:
    """Whether the brackets that run back are named by what is seen: then lines close them before they open."""
    votes = 0
    for order in orders:
        first = next((char.text for char, back in order if back and char.text in _OPEN | _CLOSED), "")
        votes += (first in _CLOSED) - (first in _OPEN) if first else 0
    return votes > 0


def _swapped(char: _Char) -> _Char:
    char.text = char.text.translate(_PAIRS)
    return char


def _line(group: Sequence[dict[str, Any]], chars: Iterable[_Char]) -> dict[str, Any]:
    spans = []
    for _, run in groupby(chars, key=lambda char: id(char.span)):
        own = list(run)
        boxes = list(zip(*(char.box for char in own), strict=True))
        box = (min(boxes[0]), min(boxes[1]), max(boxes[2]), max(boxes[3]))
        span = {key: value for key, value in own[0].span.items() if key != "chars"}
        text = "".join(char.text for char in own)
        spans.append({**span, "text": text, "bbox": box, "origin": (box[0], span["origin"][1])})
    edges = list(zip(*(line["bbox"] for line in group), strict=True))
    box = (min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))
    return {**group[0], "spans": spans, "bbox": box}
