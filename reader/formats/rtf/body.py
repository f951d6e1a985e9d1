"""Gathers the paragraphs, cells and rows of a Rich Text body, note or text box into parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.cells import Cell, table
from reader.formats.rtf.characters import paired
from reader.formats.rtf.merged_cells import RowShape, with_reach
from reader.formats.rtf.styles import Styles
from reader.formats.style_names import BODY_LEVEL, Role
from reader.model import Kind
from reader.parts import Part, Run, looks_of, words_of

# Tables stand within each other no deeper than this.
DEEPEST_TABLE = 20

# A printed list number; anything else that is printed before an item is a bullet ("o" and "§" too).
_NUMBER = re.compile(r"\(?(?:\w{1,6}\.)*(?:\w{1,6}[.)]|\d{1,4})")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set when it ends: its style's number, its own outline level, its list and depth from 0."""

    style: int = 0
    outline: int | None = None
    list_number: int = 0
    depth: int = 0
    in_contents: bool = False


@dataclass(slots=True)
class _Grid:
    """A table as it grows."""

    rows: list[tuple[list[Cell], RowShape]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    cell: list[Part] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(Cell(self.cell))
        self.cell = []

    def end_row(self, shape: RowShape) -> None:
        if self.cell:
            self.end_cell()
        self.rows.append((self.cells, shape))
        self.cells = []


class Body:
    """The parts of one stream of text. Depths of tables count from 1; 0 is outside of any."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._parts: list[Part] = []
        self._grids: list[_Grid] = []
        self._runs: list[Run] = []
        self._after: list[Part] = []
        self._marker: str | None = None

    @property
    def begins_paragraph(self) -> bool:
        """Whether the paragraph has shown nothing yet."""
        return not any(run.text.strip() for run in self._runs)

    def add(self, run: Run) -> None:
        self._runs.append(run)

    def take_sign(self) -> str:
        """The raised characters that were added last, which are no longer there: the sign of a note that follows."""
        sign = ""
        while self._runs and self._runs[-1].raised:
            sign = self._runs.pop().text + sign
        return sign.strip()

    def mark(self, marker: str) -> None:
        """What the document prints before the paragraph as an item of a list."""
        self._marker = marker.strip()

    def follow(self, parts: list[Part]) -> None:
        """Parts that come after the paragraph: a note that it refers to, a text box that is anchored in it."""
        self._after.extend(parts)

    def end_paragraph(self, setting: Setting, table_depth: int) -> None:
        self._settle(table_depth)
        found = self._grids[-1].cell if self._grids else self._parts
        found.append(self._part(setting))
        found.extend(self._after)
        self._runs, self._after, self._marker = [], [], None

    def end_cell(self, setting: Setting, table_depth: int) -> None:
        self.end_paragraph(setting, table_depth)
        self._grids[-1].end_cell()

    def end_row(self, table_depth: int, shape: RowShape) -> None:
        self._settle(table_depth)
        self._grids[-1].end_row(shape)

    def finish(self, setting: Setting) -> list[Part]:
        """All parts; what has no end of its own ends here."""
        if self._runs or self._after:
            self.end_paragraph(setting, len(self._grids))
        self._settle(0)
        return self._parts

    def _settle(self, depth: int) -> None:
        """Close the tables deeper than `depth`, and open those up to it."""
        while len(self._grids) > depth:
            grid = self._grids.pop()
            if grid.cell or grid.cells:
                grid.end_row(RowShape())
            (self._grids[-1].cell if self._grids else self._parts).extend(table(with_reach(grid.rows)))
        while len(self._grids) < min(depth, DEEPEST_TABLE):
            self._grids.append(_Grid())

    def _part(self, setting: Setting) -> Part:
        text = paired(words_of(self._runs))
        looks = looks_of(self._runs)
        role = self._role(setting)
        marker = self._marker if self._marker and _NUMBER.fullmatch(self._marker) else None
        if setting.in_contents and text.rstrip()[-1:].isdigit():
            role = Role(Kind.CONTENTS)
        if role and role.kind is not Kind.LIST_ITEM:
            return Part(role.kind, text, role.level, marker if role.kind is Kind.HEADING else None, looks)
        if role or setting.list_number or self._marker is not None:
            least = role.level or 1 if role else 1
            return Part(Kind.LIST_ITEM, text, max(setting.depth + 1, least), marker, looks)
        return Part(Kind.PARAGRAPH, text, looks=looks)

    def _role(self, setting: Setting) -> Role | None:
        role = self._styles.role(setting.style)
        if setting.outline is None or (role and role.kind is not Kind.HEADING):
            return role
        return Role(Kind.HEADING, setting.outline + 1) if setting.outline < BODY_LEVEL else None
