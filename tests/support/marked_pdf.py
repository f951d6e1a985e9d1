"""PDFs with highlights as other programs write them: made by pypdf, on turned pages and moved boxes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymupdf
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.annotations import Highlight, Text
from pypdf.generic import ArrayObject, FloatObject, NameObject, RectangleObject, TextStringObject

WIDTH, HEIGHT, SIZE, LEFT = 420.0, 595.0, 11, 50.0
LINES = (
    "We will build one hundred thousand homes a year",
    "for those who need them most, and we will",
    "repair every school in the land by spring.",
)
OTHER = "Another paragraph of its own stands here, far below the first."
_FONT = pymupdf.Font("helv")


@dataclass(frozen=True)
class Sheet:
    """How the page lies in the file: turned by degrees, its box away from 0,0, and cropped or not."""

    turned: int = 0
    moved: tuple[float, float] = (0.0, 0.0)
    cropped: bool = False

    @property
    def way(self) -> Transformation:
        """From the page as it is read, bottom left 0,0, to the file's space."""
        corner = {0: (0.0, 0.0), 90: (HEIGHT, 0.0), 180: (WIDTH, HEIGHT), 270: (0.0, WIDTH)}[self.turned]
        return Transformation().rotate(self.turned).translate(*corner).translate(*self.moved)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> RectangleObject:
        (a, b), (c, d) = self.way.apply_on((x0, y0)), self.way.apply_on((x1, y1))
        return RectangleObject((min(a, c), min(b, d), max(a, c), max(b, d)))


def write_sheet(path: Path, sheet: Sheet = Sheet()) -> Path:
    """A page with a heading, a paragraph of three lines and one of one line."""
    with pymupdf.open() as plain:
        page = plain.new_page(width=WIDTH, height=HEIGHT)
        page.insert_text((LEFT, 80), "Homes for all", fontsize=18)
        for at, line in enumerate(LINES):
            page.insert_text((LEFT, 120 + 14 * at), line, fontsize=SIZE)
        page.insert_text((LEFT, 240), OTHER, fontsize=SIZE)
        writer = PdfWriter(clone_from=io.BytesIO(plain.tobytes()))
    only = writer.pages[0]
    only.add_transformation(sheet.way)
    only.mediabox = only.cropbox = sheet.box(0, 0, WIDTH, HEIGHT)
    if sheet.cropped:
        only.cropbox = sheet.box(20, 30, 400, 570)
    if sheet.turned:
        only.rotate(sheet.turned)
    writer.write(path)
    return path


def on_line(number: int, words: str) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of these words of a line, 0,0 being the bottom left of the page as it is read."""
    line = (*LINES, OTHER)[number]
    start = line.index(words)
    left = LEFT + _FONT.text_length(line[:start], SIZE)
    baseline = HEIGHT - (240 if number == len(LINES) else 120 + 14 * number)
    return (left, baseline - 3, left + _FONT.text_length(words, SIZE), baseline + 10)


def highlight(
    path: Path,
    boxes: Sequence[tuple[float, float, float, float]],
    sheet: Sheet = Sheet(),
    *,
    around: bool = False,
    kind: str = "/Highlight",
    **said: str,
) -> None:
    """Mark these rectangles in the file, `around`: with the corners in the order that the standard prints.

    `said` is what the annotation says by its keys: T, Contents, M.
    """
    points: list[float] = []
    for x0, y0, x1, y1 in boxes:
        corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)] if around else [(x0, y1), (x1, y1), (x0, y0), (x1, y0)]
        points += [value for corner in corners for value in sheet.way.apply_on(corner)]
    rect = (min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2]))
    made: Any = Highlight(
        rect=rect, quad_points=ArrayObject(map(FloatObject, points)), highlight_color=said.pop("colour", "ff8800")
    )
    made[NameObject("/Subtype")] = NameObject(kind)
    _add(path, made, said)


def comment(path: Path, at: tuple[float, float], **said: str) -> None:
    """A note at a point of the page."""
    x, y = at
    _add(path, Text(rect=(x, y, x + 20, y + 20), text=said.pop("Contents")), said)


def annotations_in(content: bytes, password: str = "") -> list[dict[str, Any]]:
    """What pypdf sees of all annotations in a file."""
    reader = PdfReader(io.BytesIO(content))
    if password:
        reader.decrypt(password)
    found = [one.get_object() for page in reader.pages for one in page.get("/Annots", ())]
    return [one for one in found if one["/Subtype"] != "/Popup"]


def _add(path: Path, made: Any, said: dict[str, str]) -> None:
    for key, value in said.items():
        made[NameObject(f"/{key}")] = TextStringObject(value)
    writer = PdfWriter(clone_from=str(path))
    writer.add_annotation(0, made)
    writer.write(path)
