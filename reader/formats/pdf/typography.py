"""What is usual in a document: its body type, its line distance, its symbol fonts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.formats.pdf.lines import Line
from reader.formats.pdf.style import is_symbol_font

_STOPS = (".", "!", "?", ":", ";")
# Distances this near to each other (in sizes) are the same.
_NEAR = 0.03


@dataclass(frozen=True, slots=True)
class Typography:
    """The document's body type: size in points, weight, colour; the usual line distance as a multiple of size; and for
    each size the distances, in points, at which sentences run on from one line to the next."""

    size: float
    weight: int
    colour: int
    leading: float
    leadings: dict[float, tuple[float, ...]] = field(default_factory=dict)

    def is_leading(self, size: float, apart: float) -> bool:
        """Whether lines of this size are set so far apart (both in points) inside paragraphs somewhere."""
        return any(abs(apart - usual) <= _NEAR * size for usual in self.leadings.get(size, ()))


def typography_of(lines: Iterable[Line]) -> Typography:
    """The usual type of the lines; of no lines a type of 10 points."""
    lines = list(lines)
    masses: Counter[tuple[float, int, int]] = Counter()
    distances: Counter[float] = Counter()
    flowing: defaultdict[float, Counter[float]] = defaultdict(Counter)
    all_pairs: defaultdict[float, Counter[float]] = defaultdict(Counter)
    before: Line | None = None
    for line in lines:
        style = line.style
        masses[round(style.size * 2) / 2, style.weight, style.colour] += len(line.text)
        if before is not None and before.page == line.page and before.style == style:
            apart = line.baseline - before.baseline
            if 0.9 * style.size < apart < 2.2 * style.size:
                distances[round(apart / style.size, 2)] += 1
                all_pairs[style.size][round(apart, 1)] += 1
                flowing[style.size][round(apart, 1)] += line.text[:1].islower() and not before.text.endswith(_STOPS)
        before = line
    if not masses:
        return Typography(10.0, 400, 0, 1.2)
    size = _body_size(masses)
    _, weight, colour = max((one for one in masses if one[0] == size), key=lambda one: masses[one])
    leading = distances.most_common(1)[0][0] if distances else 1.2
    flows = {own: _flows(all_pairs[own], flowing[own]) for own in all_pairs}
    return Typography(size, weight, colour, leading, flows)


def _flows(pairs: Counter[float], flowing: Counter[float]) -> tuple[float, ...]:
    """The distances of which a good part of the pairs of lines share a sentence."""
    return tuple(apart for apart, count in pairs.items() if flowing[apart] >= max(2, 0.3 * count))


def _body_size(masses: Counter[tuple[float, int, int]]) -> float:
    """The size with most characters, sizes within half a point counted together."""
    sizes: Counter[float] = Counter()
    for (size, _, _), mass in masses.items():
        sizes[size] += mass
    together = {size: sizes[size] + sizes[size - 0.5] + sizes[size + 0.5] for size in sizes}
    return max(together, key=lambda size: (together[size] + sizes[size], size))


def symbol_fonts(lines: Iterable[Line]) -> frozenset[str]:
    """Fonts whose characters are bullets: by their name, or because they only ever draw one or two single marks."""
    drawn: defaultdict[str, Counter[str]] = defaultdict(Counter)
    other: set[str] = set()
    for line in lines:
        if line.lead is not None and len(line.lead.glyphs) <= 2:
            drawn[line.lead.font][line.lead.glyphs] += 1
            if line.style.font != line.lead.font:
                other.add(line.style.font)
        else:
            other.add(line.head.font)
            other.add(line.style.font)
    found = set()
    for font, marks in drawn.items():
        alone = font not in other and len(marks) <= 2 and sum(marks.values()) >= 4
        if is_symbol_font(font) or (alone and not _are_no_bullets(marks)):
            found.add(font)
    return frozenset(found)


def _are_no_bullets(marks: Counter[str]) -> bool:
    """Whether the marks are page numbers, drop caps or quotation marks rather than bullets."""
    return any(mark[0].isdigit() or mark[0].isupper() or mark[0] in "“”‘’\"'„«»‹›" for mark in marks)
