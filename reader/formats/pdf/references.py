"""Sets the references to notes that lines of print hold beside their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.formats.pdf.lines import Line
from reader.formats.pdf.raised import is_beside, stands_over
from reader.formats.pdf.rows import joined, same_row, same_size
from reader.references import Parted, begins_raised, may_be_label, parted, raised

# What the file has on a line of its own though it is raised beside another one is at most so long (code points).
_LONGEST = 8
# So many lines of a page, and so many of all of them, end in raised numbers where it is a list of contents.
_POINTING, _MOSTLY = 4, 0.5


def with_labels_joined(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, where those that the file parts at raised labels are whole again.

    A label may be a line of the file's own, or begin the one that goes on with the words after it.
    """
    labels = {id(line) for line in lines if _is_label(line)}
    parts = [line for line in lines if id(line) in labels or begins_raised(line.text)]
    whole = list(lines)
    for part in sorted(parts, key=lambda line: line.x0):
        others = [line for line in whole if line is not part and line.upright]
        found = _with_label(part, others) if id(part) in labels else _with_rest(part, others)
        if found is not None:
            made, *taken = found
            at = next(place for place, line in enumerate(whole) if any(line is one for one in taken))
            whole[at:at] = [made]
            whole = [line for line in whole if line is not part and not any(line is one for one in taken)]
    return whole


def set_references(lines: Sequence[Line]) -> None:
    """Take the references out of the texts of a page's lines, their parts and cells.

    Raised numbers at the ends of many of them are the page numbers of contents: they stay words.
    """
    found = {id(line): parted(line.text) for line in lines}
    ending = sum(bool(one.references) and one.references[-1].offset == len(one.text) for one in found.values())
    points = ending >= _POINTING and ending >= _MOSTLY * len(lines)
    for line in lines:
        _set_in(line, found[id(line)], points)


def _set_in(line: Line, found: Parted, points: bool) -> None:
    for inner in (*line.parts, *line.cells):
        _set_in(inner, parted(inner.text), points)
    if not found.cuts:
        return
    line.text, line.references, line.number = found.text, found.references, found.number
    if points and line.references and line.references[-1].offset == len(line.text):
        line.text, line.references = f"{line.text} {line.references[-1].label}", line.references[:-1]


def _is_label(line: Line) -> bool:
    return len(line.text) <= _LONGEST and line.upright and may_be_label(line.text)


def _with_label(label: Line, others: Sequence[Line]) -> list[Line] | None:
    """The line that a label which stands alone makes with others, and those."""
    over = [line for line in others if _is_over(label, line)]
    before = [line for line in over if is_beside(label.x0 - line.x1, line.size)]
    after = [line for line in over if is_beside(line.x0 - label.x1, line.size, before=True)]
    if before:
        line = max(before, key=lambda one: one.x1)
        made = replace(line, text=line.text + raised(label.text), x1=max(line.x1, label.x1), y0=min(line.y0, label.y0))
        rest = next((one for one in others if one is not line and _goes_on(made, one)), None)
        return [made, line] if rest is None else [joined((made, rest)), line, rest]
    after = [line for line in after if any(char.isalpha() for char in line.text)]
    if after:
        line = min(after, key=lambda one: one.x0)
        text, y0 = raised(label.text) + line.text, min(line.y0, label.y0)
        return [replace(line, text=text, x0=label.x0, text_x0=line.x0, y0=y0, lead=None), line]
    return None


def _is_over(label: Line, line: Line) -> bool:
    """Whether the label is raised over the line; one that is as large may be the number of another line."""
    return label.size < line.size and stands_over(label.size, label.baseline, line.size, line.baseline)


def _with_rest(rest: Line, others: Sequence[Line]) -> list[Line] | None:
    """The line that words after a label make with those before it, and these."""
    before = next((line for line in others if _goes_on(line, rest)), None)
    return None if before is None else [joined((before, rest)), before]


def _goes_on(line: Line, rest: Line) -> bool:
    """Whether the second line goes on with the words of the first one."""
    return same_row(line, rest) and same_size(line, rest) and is_beside(rest.x0 - line.x1, line.size)
