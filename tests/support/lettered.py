"""A PDF whose every letter is known: what it says, and where it stands, to a point. Emoji, ligatures, marks, Hebrew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from raw_pdf import stream, write_pages

SIZE = 12.0
CELL = 6.0  # every letter is as wide


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print: its letters in the order in which they are read, each of any number of code points.

    It begins at `x` and goes to the right, or, `backwards`, to the left; `y` is its baseline, from the top of the page.
    """

    x: float
    y: float
    letters: Sequence[str]
    backwards: bool = False

    def middle(self, number: int) -> tuple[float, float]:
        """The middle of a letter, in points from the top left of the page."""
        along = CELL * number + CELL / 2
        return (self.x - along if self.backwards else self.x + along), self.y - 0.3 * SIZE


def write_lettered(path: Path, pages: Sequence[Sequence[Line]]) -> Path:
    """Write pages of 420 by 595 points with these lines."""
    known = list(dict.fromkeys(letter for page in pages for line in page for letter in line.letters))
    contents = ["".join(_shown(line, known) for line in page).encode() for page in pages]
    mapped = "".join(
        f"<{number + 1:04x}> <{letter.encode('utf-16-be').hex()}>\n" for number, letter in enumerate(known)
    )
    unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Known def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(known)} beginbfchar\n{mapped}endbfchar endcmap end end\n"
    )
    more: dict[int, str | bytes] = {
        4: "<< /Type /Font /Subtype /Type0 /BaseFont /Known /Encoding /Identity-H /DescendantFonts [5 0 R]"
        " /ToUnicode 6 0 R >>",
        5: "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Known /FontDescriptor 7 0 R /DW 500"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        6: stream(unicode.encode()),
        7: "<< /Type /FontDescriptor /FontName /Known /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0"
        " /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
        9: "<< /Font << /F1 4 0 R >> >>",
    }
    return write_pages(path, contents, more)


def _shown(line: Line, known: list[str]) -> str:
    codes = [f"{known.index(letter) + 1:04x}" for letter in line.letters]
    if not line.backwards:
        return f"BT /F1 {SIZE} Tf {line.x} {595 - line.y} Td <{''.join(codes)}> Tj ET\n"
    return "".join(
        f"BT /F1 {SIZE} Tf {line.x - CELL * (at + 1)} {595 - line.y} Td <{code}> Tj ET\n"
        for at, code in enumerate(codes)
    )
