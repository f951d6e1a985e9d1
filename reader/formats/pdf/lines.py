"""Turns PyMuPDF's text dictionary of a page into clean runs of print with their rectangles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reader.formats.pdf.style import Style, Styles, is_symbol_font
from reader.markers import Marker, marker_at_start
from reader.model import Rect

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0x7F, 0x200B, 0x2060, 0xFEFF])
_SPACES = dict.fromkeys([9, 10, 13, 0xA0, 0x2007, 0x202F, 0x2028, 0x2029, *range(0x2000, 0x200B)], " ")
_CLEAN: dict[int, str | None] = {**_LIGATURES, **_CONTROLS, **_SPACES}
_RUNS_OF_SPACE = re.compile(r" {2,}")
_SOFT_INSIDE = re.compile("\u00ad(?=.)")
# The dots between a contents entry and its page number.
_LEADER = re.compile(r"(?:(?:(?:^| )[.…·_]){4,}|[.…·_]{5,}) ?")
# A line set with wide letter-spacing comes out with a space after each letter.
_SPACED_OUT = re.compile(r"^(?:[^\W\d_] ){3,}[^\W\d_]$|^(?:[^\W\d_] ){2,}[^\W\d_](?: {2,}(?:[^\W\d_] )*[^\W\d_])+$")
# PyMuPDF's boxes include spaces at the ends of a line; most fonts' spaces are a little wider than this (in ems).
_SPACE_WIDTH = 0.2


@dataclass(slots=True)
class Line:
    """Characters on one baseline of one page, in points from the page's top left.

    `style` is that of most characters, `head` and `tail` those of the first and the last word. Where a list marker
    begins the line, `marker` says where its text begins, and `text_x0` where that stands on the page. A line put together
    from several keeps them in `parts`.
    """

    page: int
    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    style: Style
    head: Style
    tail: Style
    marker: Marker | None = None
    text_x0: float = 0.0
    upright: bool = True
    parts: tuple[Line, ...] = ()

    @property
    def size(self) -> float:
        return self.style.size

    @property
    def top(self) -> float:
        """About where capitals begin: line boxes of tightly set lines overlap, these do not."""
        return self.baseline - 0.72 * self.style.size

    @property
    def bottom(self) -> float:
        return self.baseline + 0.18 * self.style.size

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def rect(self) -> Rect:
        return Rect(self.x0, self.y0, self.x1, self.y1)


def clean(text: str) -> str:
    """Text of one line without control characters, leaders, ligatures and soft hyphens in words; spaces single."""
    if text.isascii() and text.isprintable() and "  " not in text and ".." not in text and ". ." not in text:
        return text
    if _SPACED_OUT.match(text.strip()):
        text = " ".join(part.replace(" ", "") for part in re.split(r" {2,}", text.strip()))
    return _RUNS_OF_SPACE.sub(" ", _LEADER.sub(" ", _SOFT_INSIDE.sub("", text.translate(_CLEAN))))


def lines_of(blocks: Iterable[dict[str, Any]], page: int, styles: Styles, symbols: frozenset[str]) -> list[Line]:
    """The lines in the blocks of a page's text dictionary, in the file's order, none of them blank.

    `symbols` are the names of fonts whose characters are bullets whatever letters they extract as.
    """
    found: list[Line] = []
    for block in blocks:
        for line in block.get("lines", ()):
            made = _line(line, page, styles, symbols)
            if made is not None:
                found.append(made)
    return found


def _line(line: dict[str, Any], page: int, styles: Styles, symbols: frozenset[str]) -> Line | None:
    spans = [span for span in line["spans"] if not span["text"].isspace() and span["text"]]
    if not spans:
        return None
    text = clean("".join(span["text"] for span in line["spans"]))
    if not text.strip():
        return None
    weights: dict[Style, int] = {}
    for span in spans:
        style = styles.of(span)
        weights[style] = weights.get(style, 0) + len(span["text"].strip())
    main = max(weights, key=lambda style: weights[style]) if len(weights) > 1 else next(iter(weights))
    first, last = spans[0], spans[-1]
    x0 = first["bbox"][0] + _blank(first, leading=True)
    x1 = last["bbox"][2] - _blank(last, leading=False)
    y0 = min(span["bbox"][1] for span in spans)
    y1 = max(span["bbox"][3] for span in spans)
    baseline = next(span["origin"][1] for span in spans if styles.of(span) == main)
    made = Line(page, text.strip(), x0, y0, max(x1, x0 + 0.5), y1, baseline, main, styles.of(first), styles.of(last))
    made.upright = abs(line["dir"][1]) < 0.02 and line["dir"][0] > 0
    made.text_x0 = made.x0
    _find_marker(made, spans, symbols)
    return made


def _blank(span: dict[str, Any], leading: bool) -> float:
    """The width of the spaces at one end of a span, a little underestimated."""
    text = span["text"]
    spaces = len(text) - len(text.lstrip() if leading else text.rstrip())
    if not spaces:
        return 0.0
    wide = min(spaces * _SPACE_WIDTH * span["size"], 0.6 * (span["bbox"][2] - span["bbox"][0]))
    return float(wide)


def _find_marker(line: Line, spans: list[dict[str, Any]], symbols: frozenset[str]) -> None:
    first = spans[0]
    glyphs = first["text"].strip()
    if len(glyphs) <= 2 and glyphs not in "“”‘’\"'„" and (first["font"] in symbols or is_symbol_font(first["font"])):
        end = len(line.text) - len(line.text[len(clean(glyphs)) :].lstrip())
        line.marker = Marker(clean(glyphs), end, False)
        if len(spans) > 1:
            line.head = line.head if line.head.font != first["font"] else _second_style(line, spans)
    else:
        line.marker = marker_at_start(line.text)
    if line.marker is not None:
        line.text_x0 = _marker_width(line, spans)


def _second_style(line: Line, spans: list[dict[str, Any]]) -> Style:
    return line.tail if len(spans) == 2 else line.style


def _marker_width(line: Line, spans: list[dict[str, Any]]) -> float:
    """Where the text after the marker begins: at its own span where it has one, else by the share of characters."""
    marker = line.marker
    if marker is None or marker.end >= len(line.text):
        return line.x1
    if len(spans[0]["text"].strip()) <= len(marker.text) and len(spans) > 1:
        return float(spans[1]["bbox"][0]) + _blank(spans[1], leading=True)
    return line.x0 + (line.x1 - line.x0) * marker.end / len(line.text)
