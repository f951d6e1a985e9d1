"""Puts drop caps and large chapter numerals in front of the line that they begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.formats.pdf.lines import Line

# An initial is so much larger than the lines beside it.
_LARGER = 1.5
# A page with more of them is a table or a game of letters.
_MOST = 12


def with_initials(lines: Sequence[Line]) -> list[Line]:
    """The lines, where each large initial or numeral has become part of the first of the smaller lines beside it."""
    initials = [line for line in lines if line.upright and _is_initial(line.text)]
    if not initials or len(initials) > _MOST:
        return list(lines)
    kept = {id(line): line for line in lines}
    for initial in initials:
        beside = _beside(initial, list(kept.values()))
        if len(beside) < 2:
            continue
        first = beside[0]
        kept[id(first)] = _begun(initial, first)
        del kept[id(initial)]
    return list(kept.values())


def _beside(initial: Line, lines: Sequence[Line]) -> list[Line]:
    """The smaller lines directly right of the initial, as far down as it reaches."""
    top, bottom = initial.baseline - 0.8 * initial.size, initial.baseline + 0.15 * initial.size
    found = [
        line
        for line in lines
        if line is not initial
        and line.upright
        and initial.size >= _LARGER * line.size
        and top <= line.baseline <= bottom
        and -0.1 * initial.size <= line.x0 - initial.x1 < 0.45 * initial.size
    ]
    return sorted(found, key=lambda line: line.baseline)


def _begun(initial: Line, line: Line) -> Line:
    """The line with the initial in front; its rectangle keeps to the line's own height."""
    glue = "" if initial.text.isalpha() and line.text[:1].isalpha() else " "
    return replace(line, text=initial.text + glue + line.text, x0=initial.x0, text_x0=initial.x0, marker=None)


def _is_initial(text: str) -> bool:
    """Whether the text is one letter, or a number of at most three figures."""
    return (len(text) == 1 and text.isalpha()) or (len(text) <= 3 and text.isdigit())
