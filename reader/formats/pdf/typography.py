"""What is usual in a document: its body type, its line distance, its symbol fonts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reader.formats.pdf.lines import Line
from reader.formats.pdf.style import Style, is_symbol_font


@dataclass(frozen=True, slots=True)
class Typography:
    """The document's body type: size in points, weight, colour; and the usual line distance as a multiple of size."""

    size: float
    weight: int
    colour: int
    leading: float
    masses: dict[tuple[float, int], int]

    def is_body(self, style: Style) -> bool:
        """Whether text in this style is set like the body, slant and colour aside."""
        return abs(style.size - self.size) <= 0.06 * self.size and style.weight < self.weight + 200

    def stands_out(self, style: Style) -> bool:
        """Whether the style is larger or heavier than the body's."""
        return style.size > 1.08 * self.size or style.weight >= self.weight + 200


def typography_of(lines: Iterable[Line]) -> Typography:
    """The usual type of the lines; of no lines a type of 10 points."""
    sizes: Counter[float] = Counter()
    styles: Counter[tuple[float, int]] = Counter()
    colours: Counter[tuple[float, int]] = Counter()
    distances: Counter[float] = Counter()
    before: Line | None = None
    for line in lines:
        mass = len(line.text)
        half = round(line.style.size * 2) / 2
        sizes[half] += mass
        styles[half, line.style.weight] += mass
        colours[half, line.style.colour] += mass
        if before is not None and before.page == line.page and before.style == line.style:
            apart = (line.baseline - before.baseline) / line.style.size
            if 0.9 < apart < 2.2:
                distances[round(apart, 2)] += 1
        before = line
    if not sizes:
        return Typography(10.0, 400, 0, 1.2, {})
    size = _body_size(sizes)
    weight = max((one for one in styles if one[0] == size), key=lambda one: styles[one])[1]
    colour = max((one for one in colours if one[0] == size), key=lambda one: colours[one])[1]
    leading = distances.most_common(1)[0][0] if distances else 1.2
    return Typography(size, weight, colour, leading, dict(styles))


def _body_size(sizes: Counter[float]) -> float:
    """The size with most characters, sizes within half a point counted together."""
    together = {size: sizes[size] + sizes[size - 0.5] + sizes[size + 0.5] for size in sizes}
    return max(sizes, key=lambda size: (together[size] + sizes[size], sizes[size]))


def symbol_fonts(pages: Iterable[Iterable[dict[str, Any]]]) -> frozenset[str]:
    """Fonts whose characters are bullets: by their name, or because they only ever draw one and the same single mark.

    `pages` are the blocks of each page's text dictionary.
    """
    drawn: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sizes: defaultdict[str, set[float]] = defaultdict(set)
    for blocks in pages:
        for block in blocks:
            for line in block.get("lines", ()):
                for span in line["spans"]:
                    text = span["text"].strip()
                    if text:
                        drawn[span["font"]][text if len(text) <= 2 else ""] += 1
                        sizes[span["font"]].add(round(span["size"]))
    found = set()
    for font, marks in drawn.items():
        if is_symbol_font(font) or (
            "" not in marks and len(marks) <= 2 and sum(marks.values()) >= 4 and not _no_bullets(marks)
        ):
            found.add(font)
    return frozenset(found)


def _no_bullets(marks: Counter[str]) -> bool:
    """Whether the marks are page numbers, drop caps or quotation marks rather than bullets."""
    return any(mark[0].isdigit() or mark[0].isupper() or mark[0] in "“”‘’\"'„«»‹›" for mark in marks)
