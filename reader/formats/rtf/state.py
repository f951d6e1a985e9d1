"""What holds at a place of a Rich Text file: each group inherits it, and what it changes ends with the group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from reader.formats.rtf.body import Setting

DEFAULT_SIZE = 12.0


class Place(Enum):
    """Where the characters of a group go."""

    TEXT = auto()
    # Nowhere, but groups within may be text again.
    QUIET = auto()
    # Nowhere, with all that is in it.
    SKIPPED = auto()
    FONTS = auto()
    STYLES = auto()
    INFO = auto()
    # One of the things that the file says of itself.
    FACT = auto()
    INSTRUCTION = auto()
    # What is printed before an item of a list.
    MARKER = auto()


@dataclass(slots=True)
class Field:
    """A field whose instruction is being read."""

    instruction: str = ""

    @property
    def is_contents(self) -> bool:
        return self.instruction.split()[:1] == ["TOC"]


@dataclass(slots=True)
class State:
    """The settings of characters and paragraphs, where characters go, and what to do when the group closes."""

    place: Place = Place.TEXT
    font: int | None = None
    bold: bool = False
    size: float = DEFAULT_SIZE
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    # How many characters after a \u stand in for it in old programs.
    stand_ins: int = 1
    style: int = 0
    outline: int | None = None
    list_number: int = 0
    list_depth: int = 0
    in_table: bool = False
    table_level: int = 1
    # Within the definition of a row of a table that stands in another.
    is_nested_row: bool = False
    in_contents: bool = False
    field: Field = field(default_factory=Field)
    closing: Callable[[], None] | None = None

    def inside(self) -> State:
        """The state at the beginning of a group within this one."""
        return replace(self, closing=None)

    def reset_characters(self, font: int | None) -> None:
        self.font, self.bold, self.size = font, False, DEFAULT_SIZE
        self.hidden = self.deleted = self.raised = False

    def reset_paragraph(self) -> None:
        self.style, self.outline, self.list_number, self.list_depth = 0, None, 0, 0
        self.in_table, self.table_level = False, 1

    @property
    def setting(self) -> Setting:
        return Setting(self.style, self.outline, self.list_number, self.list_depth, self.in_contents)

    @property
    def table_depth(self) -> int:
        return max(1, self.table_level) if self.in_table else 0
