"""Groups the lines of a column into paragraphs, list items and headings, by distance, style, indent and markers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.formats.pdf.lines import Line, main_style
from reader.formats.pdf.rows import is_number, joined, rows_of, same_size
from reader.formats.pdf.style import Style
from reader.formats.pdf.typography import Typography
from reader.model import Kind

_STOPS = (".", "!", "?", ":", ";", "…")
_CLOSERS = "\"'”’»)]"
# Parts of one row this far apart (in sizes) are not one line of text.
_FAR = 3.5
# Lines of a paragraph are hardly ever set further apart (in sizes).
_WIDEST, _RUNNING_ON = 1.7, 2.1
# Under a lead-in, so many lines are items of a list where they are so much further right, at most so far apart, and end
# so far before the column does (in sizes).
_ITEMS, _INDENT, _NEXT_ITEM, _SHORT = 2, 0.7, 2.5, 4.0
# The words that address the readers of a letter are at most so many.
_ADDRESSED = 5


@dataclass(slots=True)
class Group:
    """Lines that make one block: its kind once that is known, where it stands, and whether it is a row of a table.

    `right` is how far the full lines of its column reach.
    """

    lines: list[Line]
    kind: Kind = Kind.PARAGRAPH
    level: int | None = None
    first_in_column: bool = False
    last_in_column: bool = False
    hangs: bool = False
    is_row: bool = False
    right: float = 0.0
    labels: list[str | None] = field(default_factory=list)

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def style(self) -> Style:
        return main_style(self.lines)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def words(self) -> int:
        return sum(line.text.count(" ") + 1 for line in self.lines)


def groups_of(column: Sequence[Line], typography: Typography) -> list[Group]:
    """The blocks of a column, whose lines come in any order."""
    lines = _lines_of_print(column)
    if not lines:
        return []
    leading = _usual_distances(lines)
    hanging = _has_hanging_items(lines)
    right = _right_edges(lines)
    items = _bare_items(lines)
    groups = [Group([lines[0]])]
    for at in range(1, len(lines)):
        if at in items or at - 1 in items:
            groups.append(Group([lines[at]], Kind.LIST_ITEM if at in items else Kind.PARAGRAPH))
            continue
        following = lines[at + 1] if at + 1 < len(lines) else None
        if (hanging and _ends_item(groups[-1], lines[at])) or _breaks(
            groups[-1], lines[at], following, leading, right[at - 1], typography
        ):
            groups.append(Group([lines[at]]))
        else:
            groups[-1].lines.append(lines[at])
    groups = [one for group in groups for one in (_cells(group, typography) if group.first.cells else [group])]
    edge = max((line.x1 for group in groups for line in group.lines[:-1]), default=float("inf"))
    for group in groups:
        group.right = edge
    groups[0].first_in_column = groups[-1].last_in_column = True
    groups[0].hangs = _hangs(groups)
    return groups


def _cells(row: Group, typography: Typography) -> list[Group]:
    """The block of a table's row; a cell that holds a list makes blocks of its own."""
    cells = row.first.cells
    if sum(line.marker is not None for line in cells) > 1:
        groups = groups_of(cells, typography)
        for group in groups:
            group.first_in_column = group.last_in_column = False
        return groups
    return [Group(list(cells), is_row=True)]


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or a lead-in does."""
    return text.rstrip(_CLOSERS).endswith(_STOPS)


def _has_hanging_items(lines: Sequence[Line]) -> bool:
    """Whether the second lines of the column's list items stand under the text of the first, not under their marks."""
    return any(
        line.marker is not None
        and following.marker is None
        and following.x0 > line.x0 + 0.5 * line.size
        and abs(following.x0 - line.text_x0) < 0.5 * line.size
        for line, following in pairwise(lines)
    )


def _bare_items(lines: Sequence[Line]) -> set[int]:
    """The places of short lines that are indented under a lead-in: the items of a list without bullets."""
    items: set[int] = set()
    edge = max(line.x1 for line in lines)
    for at, lead in enumerate(lines[:-_ITEMS]):
        if not lead.text.endswith(":") or lead.cells:
            continue
        left = lines[at + 1].x0
        under = []
        for place in range(at + 1, len(lines)):
            line = lines[place]
            apart = line.baseline - lines[place - 1].baseline
            alike = abs(line.x0 - left) < 0.3 * line.size and same_size(line, lead) and apart < _NEXT_ITEM * line.size
            if not alike or line.marker is not None or line.x1 > edge - _SHORT * line.size:
                break
            under.append(place)
        if len(under) >= _ITEMS and left > lead.x0 + _INDENT * lead.size:
            items.update(under)
    return items


def _ends_item(group: Group, line: Line) -> bool:
    """Whether, in a column whose list items hang, the line stands left of an item's text, under its mark."""
    first, marker = group.first, group.first.marker
    # Numbers also begin headings, whose second lines need not hang.
    if marker is None or (marker.ordered and not ends_sentence(group.last.text)):
        return False
    return line.x0 < min(first.text_x0 - 0.5 * line.size, first.x0 + line.size)


def _hangs(groups: Sequence[Group]) -> bool:
    """Whether the column begins under the text of its list items: with the rest of an item."""
    first = groups[0].first
    return any(
        group.first.marker is not None
        and abs(group.first.text_x0 - first.x0) < 0.5 * first.size
        and group.first.x0 < first.x0 - 0.4 * first.size
        for group in groups[1:]
    )


def _lines_of_print(column: Sequence[Line]) -> list[Line]:
    """The column's rows, the parts of each put together unless they are far apart."""
    lines: list[Line] = []
    for row in rows_of(column):
        parts = [row[0]]
        for part in row[1:]:
            if part.x0 - parts[-1].x1 > _FAR * part.size:
                lines.append(joined(parts))
                parts = []
            parts.append(part)
        lines.append(joined(parts))
    return lines


def _usual_distances(lines: Sequence[Line]) -> dict[float, float]:
    """For each size the usual distance of baselines inside a paragraph, in points."""
    seen: dict[float, Counter[float]] = {}
    for before, line in pairwise(lines):
        apart, size = line.baseline - before.baseline, line.style.size
        if not 0.85 * size < apart < _RUNNING_ON * size or not same_size(before, line):
            continue
        # Lines further apart than usual count only where a sentence runs on from one to the next.
        if apart < _WIDEST * size or (line.text[:1].islower() and not ends_sentence(before.text)):
            seen.setdefault(size, Counter())[round(apart, 1)] += 1
    usual = {}
    for size, counts in seen.items():
        total = sum(counts.values())
        # The smallest distance that is not an exception: paragraphs are set wider than their lines.
        near = {apart: sum(counts[other] for other in counts if abs(other - apart) <= 0.35) for apart in counts}
        common = [apart for apart in counts if near[apart] >= max(2, 0.2 * total)]
        if common:
            usual[size] = min(common)
    return usual


def _right_edges(lines: Sequence[Line]) -> list[float]:
    """For each line how far right its neighbours reach."""
    return [max(line.x1 for line in lines[max(0, at - 4) : at + 5]) for at in range(len(lines))]


def _breaks(
    group: Group,
    line: Line,
    following: Line | None,
    leading: dict[float, float],
    right: float,
    typography: Typography,
) -> bool:
    """Whether `line` begins a new block after `group`."""
    last = group.last
    apart = line.baseline - last.baseline
    if apart < 0.3 * line.size or last.cells or line.cells or (last.parts and is_number(last.parts[-1])):
        return True
    if _begins_note(last, line):
        return True
    size = max(line.size, last.size)
    usual = leading.get(line.style.size, typography.leading * size)
    slack = 0.16 * size
    wide = apart > max(usual + slack, 1.05 * size)
    if wide and not _is_wider_leading(group, line, following, typography):
        return True
    if abs(line.size - last.size) > 0.09 * size or _begins_item(group, line) or _changes_style(group, line, following):
        return True
    return _ended_early(last, line, right) or _is_indented(group, line, following)


def _is_wider_leading(group: Group, line: Line, following: Line | None, typography: Typography) -> bool:
    """Whether a wide distance is that of the lines in this part of the page, as inside paragraphs elsewhere."""
    last = group.last
    apart = line.baseline - last.baseline
    if last.style.size != line.style.size or not typography.is_leading(line.style.size, apart):
        return False
    if len(group.lines) > 1:
        return apart <= 1.08 * (last.baseline - group.lines[-2].baseline)
    if following is not None and following.style.size == line.style.size and following.baseline > line.baseline:
        return apart <= 1.08 * (following.baseline - line.baseline)
    return not ends_sentence(last.text)


def _begins_note(last: Line, line: Line) -> bool:
    """Whether the line begins with the raised number of a note; the reference after a word may come on a new line."""
    return line.number is not None and (ends_sentence(last.text) or not line.text[:1].islower())


def _begins_item(group: Group, line: Line) -> bool:
    marker = line.marker
    if marker is None:
        return False
    if not marker.ordered and marker.text not in "-–—*":
        return True
    # A dash goes on with a sentence as often as it begins an item, and a number may be one of the sentence's.
    if group.first.marker is not None:
        return line.x0 < group.first.text_x0 - 0.3 * line.size or ends_sentence(group.last.text)
    return ends_sentence(group.last.text) or line.x0 > group.last.x0 + line.size


def _changes_style(group: Group, line: Line, following: Line | None) -> bool:
    """Whether the joint of two lines of one size is also one of style, as after a tight heading."""
    last = group.last
    if last.tail == line.head or last.style == line.style:
        return False
    heavier = (last.tail.weight >= 600) != (line.head.weight >= 600)
    recoloured = last.tail.colour != line.head.colour and last.style.colour == last.tail.colour
    # A name over an office has no text under it.
    other_font = last.tail.font != line.head.font and following is not None and following.style == line.style
    if not (heavier or recoloured or other_font) or last.head != last.tail or _is_centred_pair(last, line):
        return False
    return ends_sentence(last.text) or not line.text[:1].islower()


def _is_centred_pair(last: Line, line: Line) -> bool:
    """Whether two short lines stand centred one over the other: a name and an office, a place and a candidate."""
    if max(len(last.text), len(line.text)) > 40 or abs(last.middle - line.middle) > 0.3 * line.size:
        return False
    # Of two lines of one width, the second is under the first as its heading never is: when it is the heavier one.
    return abs(last.x0 - line.x0) > 0.15 * line.size or line.head.weight > last.tail.weight


def _ended_early(last: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word had room on the last line, which ends a sentence."""
    if not ends_sentence(last.text) and not _is_salutation(last, line, right):
        return False
    word = line.text.split(" ", 1)[0]
    width = (line.x1 - line.x0) / max(1, len(line.text)) * (len(word) + 1)
    return right - last.x1 > 1.25 * width + 1.5 * line.size


def _is_salutation(last: Line, line: Line, right: float) -> bool:
    """Whether a short line that ends in a comma addresses the reader of the letter that begins with the next line."""
    return (
        last.text.endswith(",")
        and last.text.count(" ") < _ADDRESSED
        and line.text[:1].isupper()
        and last.text[:1].isupper()
        and last.x1 - last.x0 < 0.5 * (right - last.x0)
    )


def _is_indented(group: Group, line: Line, following: Line | None) -> bool:
    """Whether the line's indent begins a paragraph: more than the lines before and after it."""
    if group.first.marker is not None or not ends_sentence(group.last.text):
        return False
    left = min(one.x0 for one in group.lines[-3:]) if len(group.lines) > 1 else group.last.x0 - line.size
    indent = line.x0 - left
    if not 0.7 * line.size < indent < 4 * line.size:
        return False
    return following is not None and following.x0 < line.x0 - 0.7 * line.size
