"""Typesets the Lantern sample: lantern-2024.md to a two-column PDF with outline, running heads and page numbers.

Run by hand after a change to the text: `.venv/bin/python assets/samples/source/typeset.py`. The same text gives the
same bytes. The source knows `# chapter`, `## section`, `- bullet` and plain paragraphs, one line each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import font_source_serif_pro
import pymupdf

HERE = Path(__file__).parent
SOURCE = HERE / "lantern-2024.md"
TARGET = HERE.parent / "lantern-2024-leave-a-light-on.pdf"

TITLE = "Leave a light on"
SUBTITLE = (
    "The manifesto of the Lantern Party",
    "for the Brackenmouth mayoral election, 2024",
    "Maren Oldacre for Mayor",
)
FICTION = (
    "This manifesto is fictional.",
    "Brackenmouth, its parties, its people and every figure in these pages are invented.",
    "It ships with Hustings as a sample, so that there is something to compare on the first day.",
)
FOOT = "This manifesto is fictional: Brackenmouth, the Lantern Party and everyone named here were made up for Hustings."
HEAD = "The Lantern Party · a fictional manifesto"

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, TOP, BOTTOM = 56, 539, 84, 776
GUTTER = 26
COLUMN = (RIGHT - LEFT - GUTTER) / 2
INK, TEAL, AMBER, GREY = (0.11, 0.12, 0.14), (0.05, 0.29, 0.33), (0.80, 0.49, 0.05), (0.42, 0.43, 0.45)


@dataclass(frozen=True, slots=True)
class Style:
    """A face, its size and line height in points, its colour, the space above, and how far lines are set in."""

    face: str
    size: float
    leading: float
    colour: tuple[float, float, float]
    above: float = 0
    indent: float = 0


CHAPTER = Style("Bold", 24, 30, TEAL, above=30)
SECTION = Style("Semibold", 13, 17, TEAL, above=12)
PARAGRAPH = Style("Regular", 11.3, 15.6, INK, above=6)
BULLET = Style("Regular", 11.3, 15.6, INK, above=4, indent=13)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print: `first` and `last` of its paragraph, and whether the next line must follow it closely."""

    text: str
    style: Style
    first: bool
    last: bool

    @property
    def height(self) -> float:
        return self.style.leading + (self.style.above if self.first else 0)


class Sheet:
    """The document being typeset, with its faces and the page that is being filled."""

    def __init__(self) -> None:
        self.document = pymupdf.open()
        folder = Path(font_source_serif_pro.font_directory)
        faces = {"Regular", "Semibold", "Bold", "It"}
        self.faces = {face: pymupdf.Font(fontfile=str(folder / f"SourceSerifPro-{face}.ttf")) for face in faces}
        self.outline: list[list[int | str]] = []
        self.page = self.document.new_page(width=WIDTH, height=HEIGHT)

    def length(self, text: str, style: Style) -> float:
        return float(self.faces[style.face].text_length(text, style.size))

    def put(self, text: str, x: float, y: float, style: Style) -> None:
        """Write one line with its base line at `y`."""
        writer = pymupdf.TextWriter(self.page.rect, color=style.colour)
        writer.append((x, y), text, font=self.faces[style.face], fontsize=style.size)
        writer.write_text(self.page)

    def wrapped(self, text: str, style: Style, width: float) -> list[str]:
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.length(longer, style) <= width - style.indent:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def turn(self) -> None:
        """Begin a new page with its running head, rule and printed number (the cover has none)."""
        self.page = self.document.new_page(width=WIDTH, height=HEIGHT)
        small = Style("It", 9, 12, GREY)
        number = str(self.document.page_count - 1)
        self.put(HEAD, LEFT, 50, small)
        self.put(TITLE, RIGHT - self.length(TITLE, small), 50, small)
        self.page.draw_line((LEFT, 58), (RIGHT, 58), color=AMBER, width=0.8)
        style = Style("Regular", 9, 12, GREY)
        self.put(number, (WIDTH - self.length(number, style)) / 2, 812, style)


def chapters(source: str) -> Iterator[tuple[str, list[tuple[Style, str]]]]:
    """Each chapter's title with its sections, bullets and paragraphs."""
    for chapter in source.split("\n# "):
        title, *rest = chapter.removeprefix("# ").splitlines()
        body = []
        for line in filter(None, rest):
            if line.startswith("## "):
                body.append((SECTION, line[3:]))
            elif line.startswith("- "):
                body.append((BULLET, line[2:]))
            else:
                body.append((PARAGRAPH, line))
        yield title, body


def lines_of(sheet: Sheet, body: list[tuple[Style, str]]) -> list[Line]:
    lines = []
    for style, text in body:
        parts = sheet.wrapped(text, style, COLUMN)
        lines += [Line(part, style, at == 0, at == len(parts) - 1) for at, part in enumerate(parts)]
    return lines


def may_break(lines: list[Line], at: int) -> bool:
    """Whether a column may end before line `at`: never under a heading, nor with one line of a paragraph left alone."""
    if not 0 < at < len(lines):
        return True
    before, after = lines[at - 1], lines[at]
    if before.style is SECTION or (before.first and not before.last):
        return False
    return not (after.last and not after.first)


def fill(lines: list[Line], height: float) -> int:
    """How many of the lines one column of this height takes."""
    used = fits = 0.0
    count = 0
    for at, line in enumerate(lines):
        used += line.height if at else line.style.leading
        if used > height:
            break
        fits = at + 1
    count = int(fits)
    while count and not may_break(lines, count):
        count -= 1
    return count


def balanced(lines: list[Line], height: float) -> float:
    """The smallest height at which two columns hold all of the lines, at most `height`."""
    lowest = sum(line.height for line in lines) / 2
    for step in range(int(lowest), int(height)):
        first = fill(lines, step)
        if first + fill(lines[first:], step) == len(lines):
            return step
    return height


def set_column(sheet: Sheet, lines: list[Line], x: float, y: float) -> float:
    """Print the lines from `y` down; gives where they end."""
    for at, line in enumerate(lines):
        y += line.height if at else line.style.leading
        if line.first and line.style is BULLET:
            sheet.put("•", x, y - 4, line.style)
        if line.first and line.style is SECTION:
            sheet.outline.append([2, line.text, sheet.document.page_count])
        elif line.style is SECTION:
            sheet.outline[-1][1] = f"{sheet.outline[-1][1]} {line.text}"
        sheet.put(line.text, x + line.style.indent, y - 4, line.style)
    return y


def set_chapter(sheet: Sheet, title: str, body: list[tuple[Style, str]], y: float) -> float:
    """A heading across the page, then its two columns; gives where the longer of them ends."""
    if y + 190 > BOTTOM:
        sheet.turn()
        y = TOP - CHAPTER.above
    y += CHAPTER.above + CHAPTER.leading
    sheet.put(title, LEFT, y - 8, CHAPTER)
    sheet.outline.append([1, title, sheet.document.page_count])
    y += 6
    lines = lines_of(sheet, body)
    while lines:
        height = balanced(lines, BOTTOM - y)
        ends = []
        for x in (LEFT, LEFT + COLUMN + GUTTER):
            count = fill(lines, height)
            ends.append(set_column(sheet, lines[:count], x, y))
            lines = lines[count:]
        if lines:
            sheet.turn()
            y = TOP - 10
    return max(ends)


def set_cover(sheet: Sheet) -> None:
    """The title page: a lamp, the title, who asks for the vote, and that all of it is invented."""
    page = sheet.page
    page.draw_rect((0, 0, WIDTH, 16), color=None, fill=AMBER)
    page.draw_circle((LEFT + 34, 178), 34, color=None, fill=(0.98, 0.86, 0.60))
    page.draw_circle((LEFT + 34, 178), 15, color=None, fill=AMBER)
    page.draw_line((LEFT + 34, 212), (LEFT + 34, 262), color=TEAL, width=5)
    page.draw_line((LEFT + 10, 262), (LEFT + 58, 262), color=TEAL, width=5)
    sheet.put(TITLE, LEFT, 340, Style("Bold", 46, 50, TEAL))
    for at, line in enumerate(SUBTITLE):
        sheet.put(line, LEFT, 386 + 24 * at, Style("Semibold" if at == 2 else "Regular", 16, 24, INK))
    page.draw_rect((LEFT, 610, LEFT + 4, 690), color=None, fill=AMBER)
    sheet.put(FICTION[0], LEFT + 18, 628, Style("Bold", 18, 24, INK))
    for at, line in enumerate(FICTION[1:]):
        sheet.put(line, LEFT + 18, 656 + 18 * at, Style("Regular", 11.5, 18, INK))


def mend_characters(document: pymupdf.Document) -> None:
    """Let spaces and hyphens be copied as such: the face's glyphs for them are named for their rarer look-alikes."""
    for xref in range(1, document.xref_length()):
        kind, value = document.xref_get_key(xref, "ToUnicode")
        if kind == "xref":
            table = int(value.split()[0])
            said = document.xref_stream(table)
            for rare, plain in ((b"<00a0>", b"<0020>"), (b"<2010>", b"<002d>")):
                said = re.sub(rb"(?m)^(<[0-9a-f]{4}>) " + rare + rb"$", rb"\1 " + plain, said)
            document.update_stream(table, said)


def make(source: str, target: Path) -> None:
    """Typeset the source text and write the PDF."""
    sheet = Sheet()
    set_cover(sheet)
    y = float(BOTTOM)
    for title, body in chapters(source):
        y = set_chapter(sheet, title, body, y)
    sheet.page.draw_line((LEFT, y + 18), (RIGHT, y + 18), color=AMBER, width=0.8)
    sheet.put(FOOT, LEFT, y + 36, Style("Semibold", 9, 14, INK))
    document = sheet.document
    document.set_toc(sheet.outline)
    document.set_page_labels([{"startpage": 0, "prefix": "Cover"}, {"startpage": 1, "style": "D", "firstpagenum": 1}])
    document.set_metadata(
        {
            "title": f"{TITLE}: the Lantern Party manifesto (fictional)",
            "author": "The Lantern Party (fictional)",
            "subject": "A fictional manifesto for an invented city, made for Hustings",
            "creationDate": "D:20240401090000Z",
            "modDate": "D:20240401090000Z",
        }
    )
    document.set_language("en-GB")
    document.subset_fonts()
    mend_characters(document)
    document.save(target, garbage=4, deflate=True, deflate_fonts=True, no_new_id=True)


if __name__ == "__main__":
    make(SOURCE.read_text(encoding="utf-8"), TARGET)
