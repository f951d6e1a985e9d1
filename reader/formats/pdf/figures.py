"""Recognises the amounts in the columns of a table, which belong to the words of their rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.formats.pdf.lines import Line

_FIGURE = re.compile(
    r"^[-–−+~(]{0,2}[£$€]?\s?\d[\d.,]*\s?"
    r"(?:%|p|k|m|bn|mn?|tn|million|billion|thousand|m?illi?onen|m?illiarden|mio\.?|mrd\.?)?(?:\s?[£$€%])?\)?\*?$"
    r"|^[£$€]\s?(?:k|m|bn|million|billion)?$|^(?:n/a|nil|[-–—])$",
    re.IGNORECASE,
)
_LONGEST = 16
# So many amounts under each other are a column.
_ENOUGH = 3


def is_figure(line: Line) -> bool:
    """Whether the line is an amount as tables have them: "£2.5 billion", "12%", "(1,200)", "nil"."""
    return len(line.text) <= _LONGEST and bool(_FIGURE.match(line.text))


def figure_columns(lines: Sequence[Line]) -> set[int]:
    """Left and right edges (whole points) at which at least three amounts, not all bare numbers, are aligned."""
    figures = [line for line in lines if is_figure(line)]
    columns: set[int] = set()
    if len(figures) < _ENOUGH or all(line.text.isdigit() for line in figures):
        return columns
    for edges in ([round(line.x0) for line in figures], [round(line.x1) for line in figures]):
        counts = Counter(edges)
        columns |= {edge for edge in counts if sum(counts[edge + step] for step in (-1, 0, 1)) >= _ENOUGH}
    return columns


def ends_in_figure(line: Line) -> bool:
    """Whether the line is a row of a table: words, and far from them an amount."""
    if len(line.parts) < 2 or not is_figure(line.parts[-1]):
        return False
    return line.parts[-1].x0 - line.parts[-2].x1 > 1.5 * line.size
