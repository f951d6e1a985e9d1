"""Turns PyMuPDF's text dictionary of a page into clean lines of print with their rectangles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from reader.formats.pdf.raised import raised_in, written
from reader.formats.pdf.style import Style, Styles, is_symbol_font
from reader.markers import Marker, marker_at_start
from reader.model import Reference
from reader.references import begins_raised

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0x7F, 0x200B, 0x2060, 0xFEFF])
_SPACES = dict.fromkeys([9, 10, 13, 0xA0, 0x2007, 0x202F, 0x2028, 0x2029, *range(0x2000, 0x200B)], " ")
_CLEAN: dict[int, str | None] = {**_LIGATURES, **_CONTROLS, **_SPACES}
_RUNS_OF_SPACE = re.compile(r" {2,}")
_SOFT_INSIDE = re.compile("\u00ad(?=.)")
# The dots between a contents entry and its page number; a font need not name the sign that repeats.
_LEADER = re.compile(r"(?:(?:(?:^| )[.…·_]){4,}|[.…·_]{5,}|([^\w\s])(?: ?\1){4,}) ?")
# A line set with wide letter-spacing comes out with a space after each letter.
_SPACED_OUT = re.compile(
    r"^(?:[^\W\d_] ){3,}[^\W\d_]$|^(?=.*(?:[^\W\d_] ){2})(?:[^\W\d_] )*[^\W\d_](?: {2,}(?:[^\W\d_] )*[^\W\d_])+$"
)
# One word of such a line, or a short one beside it.
_SPACED_WORD = re.compile(r"^(?:[^\W\d_] )+[^\W\d_]$")
# PyMuPDF's boxes include spaces at the ends of a line; most fonts' spaces are a little wider than this (in ems).
_SPACE_WIDTH = 0.2
_QUOTES = "“”‘’\"'„«»"


class Lead(NamedTuple):
    """A short first span of a line, which may be a bullet or a number: its font, its text, and where and how the rest
    begins."""

    font: str
    glyphs: str
    next_x0: float
    next_style: Style


@dataclass(slots=True)
class Line:
    """Characters on one baseline of one page, in points from the page's top left.

    `style` is that of most characters, `head` and `tail` those of the first and the last word. Where a list marker
    begins the line, `marker` says where its text begins, and `text_x0` where that stands on the page. A line put
    together from several keeps them in `parts`; a row of a table has the lines of its `cells`.
    `place` counts the page's lines in the file's order. References to notes are no part of the text, nor is the raised
    `number` that the line begins with where it may be a note.
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
    lead: Lead | None = None
    cells: tuple[Line, ...] = ()
    place: int = 0
    references: tuple[Reference, ...] = ()
    number: str | None = None

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


def box_of(lines: Sequence[Line]) -> tuple[float, float, float, float]:
    """The rectangle around the lines."""
    lefts, tops, rights, bottoms = zip(*((line.x0, line.y0, line.x1, line.y1) for line in lines), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def main_style(lines: Sequence[Line]) -> Style:
    """The style that most characters of the lines have."""
    style = lines[0].style
    if all(line.style is style for line in lines):
        return style
    masses: dict[Style, int] = {}
    for line in lines:
        masses[line.style] = masses.get(line.style, 0) + len(line.text)
    return max(masses, key=lambda style: masses[style])


def clean(text: str) -> str:
    """Text of one line without control characters, leaders, ligatures and soft hyphens in words; spaces single."""
    spaced = text[1:2] == " " and " " in text[3:5]
    plain = "  " not in text and ".." not in text and ". ." not in text and "_" not in text
    if plain and not spaced and text.isascii() and text.isprintable():
        return text
    if spaced and _SPACED_OUT.match(text.strip()):
        text = " ".join(part.replace(" ", "") for part in re.split(r" {2,}", text.strip()))
    return _RUNS_OF_SPACE.sub(" ", _LEADER.sub(" ", _SOFT_INSIDE.sub("", text.translate(_CLEAN))))


def lines_of(blocks: Iterable[dict[str, Any]], page: int, styles: Styles) -> list[Line]:
    """The lines in the blocks of a page's text dictionary, in the file's order, none blank, their markers not found."""
    found: list[Line] = []
    for block in blocks:
        of_block = [made for line in block.get("lines", ()) if (made := _line(line, page, styles)) is not None]
        short = [made for made in of_block if made.text[1:2] == " " and _SPACED_WORD.match(made.text)]
        if short and any(_SPACED_OUT.match(_as_written(line["spans"]).strip()) for line in block["lines"]):
            for made in short:
                made.text = made.text.replace(" ", "")
        for made in of_block:
            made.place = len(found)
            found.append(made)
    return found


def _as_written(spans: Sequence[dict[str, Any]]) -> str:
    """The text of spans; between words whose letters stand apart the space is wider than that between the letters."""
    text = "".join(span["text"] for span in spans)
    if text[1:2] == text[3:4] == " " and any(_SPACED_WORD.match(span["text"].strip()) for span in spans):
        return "".join("  " if span["text"].isspace() else span["text"] for span in spans)
    return text


def find_marker(line: Line, symbols: frozenset[str]) -> None:
    """Set the line's marker and where its text begins. `symbols` are fonts whose letters are bullets."""
    lead = line.lead
    if lead is not None and lead.glyphs not in _QUOTES and (lead.font in symbols or is_symbol_font(lead.font)):
        end = len(line.text) - len(line.text[len(lead.glyphs) :].lstrip())
        line.marker = Marker(lead.glyphs, end, False)
        line.head = lead.next_style
    else:
        line.marker = marker_at_start(line.text)
    if line.marker is None:
        line.text_x0 = line.text_x0 if begins_raised(line.text) else line.x0
    elif line.marker.end >= len(line.text):
        line.text_x0 = line.x1
    elif lead is not None and len(lead.glyphs) <= len(line.marker.text):
        line.text_x0 = lead.next_x0
    else:
        line.text_x0 = line.x0 + (line.x1 - line.x0) * line.marker.end / len(line.text)


def _line(line: dict[str, Any], page: int, styles: Styles) -> Line | None:
    spans = [span for span in line["spans"] if span["text"] and not span["text"].isspace()]
    if not spans:
        return None
    first, last = spans[0], spans[-1]
    if len(line["spans"]) == 1:
        text = clean(first["text"]).strip()
        head = tail = main = styles.of(first)
        baseline, (x0, y0, x1, y1) = first["origin"][1], first["bbox"]
    else:
        places = raised_in(line)
        text = clean(written(line["spans"], places) if places else _as_written(line["spans"])).strip()
        on_line = [span for at, span in enumerate(line["spans"]) if at not in places and span["text"].strip()]
        set_in = [styles.of(span) for span in on_line]
        head, tail = set_in[0], set_in[-1]
        main, baseline = _main(on_line, set_in)
        x0, x1 = first["bbox"][0], last["bbox"][2]
        y0, y1 = min(span["bbox"][1] for span in spans), max(span["bbox"][3] for span in spans)
    if not text:
        return None
    begins, ends = _blank(first, leading=True), _blank(last, leading=False)
    if last["bbox"][0] < x0:  # written from right to left
        x0, x1 = min(span["bbox"][0] for span in spans), max(span["bbox"][2] for span in spans)
        begins, ends = ends, begins
    x0 += begins
    x1 = max(x1 - ends, x0 + 0.5)
    made = Line(page, text, x0, y0, x1, y1, baseline, main, head, tail, text_x0=x0)
    cosine, sine = line["dir"]
    made.upright = abs(sine) < 0.02 and cosine > 0
    if len(line["spans"]) > 1 and first is not on_line[0]:  # a number that may be that of a note
        made.text_x0 = on_line[0]["bbox"][0] + _blank(on_line[0], leading=True)
        return made
    glyphs = first["text"].strip()
    if len(glyphs) <= (5 if glyphs.isdigit() else 3):
        following = spans[1] if len(spans) > 1 else None
        next_x0 = following["bbox"][0] + _blank(following, leading=True) if following else x1
        made.lead = Lead(first["font"], clean(glyphs), next_x0, styles.of(following or first))
    return made


def _main(spans: list[dict[str, Any]], set_in: list[Style]) -> tuple[Style, float]:
    """The style of most characters, and the baseline of the first span in it."""
    masses: dict[Style, int] = {}
    for span, style in zip(spans, set_in, strict=True):
        masses[style] = masses.get(style, 0) + len(span["text"])
    main = max(masses, key=lambda style: masses[style]) if len(masses) > 1 else set_in[0]
    return main, spans[set_in.index(main)]["origin"][1]


def _blank(span: dict[str, Any], leading: bool) -> float:
    """The width of the spaces at one end of a span, a little underestimated."""
    text = span["text"]
    spaces = len(text) - len(text.lstrip() if leading else text.rstrip())
    if not spaces:
        return 0.0
    wide = min(spaces * _SPACE_WIDTH * span["size"], 0.6 * (span["bbox"][2] - span["bbox"][0]))
    return float(wide)
