"""What a manifesto is once it has been read: blocks in reading order, each with its pieces of print."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a block is to its reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"
    CONTENTS = "contents"
    FURNITURE = "furniture"


# The kinds that hold what a manifesto says: each such block is one passage.
PASSAGE_KINDS = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE, Kind.CAPTION})


class Rect(NamedTuple):
    """A rectangle in points from the top left of the page as shown."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of print of a block.

    `start` and `end` are code points in the block's text, end exclusive. `page` is 1-based, `label` the number
    printed on that page, or what it counts as (reader.page_labels); both and `rect` are None where the format has no
    pages.
    """

    start: int
    end: int
    page: int | None = None
    label: str | None = None
    rect: Rect | None = None


class Reference(NamedTuple):
    """A raised reference to a note ("crime¹²"), which is no part of the words.

    `offset` is where it stands, in code points of the block's text (0 to its length, before the character there);
    `label` is what is printed ("12", "*", "iv").
    """

    offset: int
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item ... in reading order.

    `level` is 1 to 4 for a heading, the depth from 1 for a list item, otherwise None. `section` is the path of
    headings above the block, outermost first, without the block itself. A list item's bullet is in `marker`, not in
    `text`, references to notes in `references`, in their order. `id` is empty until `reader.identity.with_ids` has
    set it.
    """

    kind: Kind
    text: str
    level: int | None = None
    section: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()
    marker: str | None = None
    id: str = ""
    references: tuple[Reference, ...] = ()

    @property
    def is_passage(self) -> bool:
        return self.kind in PASSAGE_KINDS

    @property
    def page(self) -> int | None:
        """The 1-based page on which the block begins."""
        return self.pieces[0].page if self.pieces else None

    @property
    def label(self) -> str | None:
        """The printed label of the page on which the block begins."""
        return self.pieces[0].label if self.pieces else None


@dataclass(frozen=True, slots=True)
class Page:
    """A page as shown: 1-based `number`, printed `label`, size in points, and whether its text can be read.

    A page of a text that only says where its pages begin has no size: nobody can draw it.
    """

    number: int
    label: str | None
    width: float
    height: float
    readable: bool = True

    @classmethod
    def unseen(cls, number: int, label: str | None) -> Page:
        """A page of which only the words are there."""
        return cls(number, label, 0.0, 0.0)

    @property
    def has_picture(self) -> bool:
        """Whether the page can be drawn."""
        return self.width > 0 and self.height > 0


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One entry of a file's own outline (bookmarks): depth from 1, title, 1-based page."""

    level: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Manifesto:
    """One file as read: its title and language, its pages (none for formats without), its blocks in reading order.

    `metadata` holds what the file says of itself (author, subject, created, ...), as text. `notes` are sentences for
    the reader about what could not be read ("Pages 3 and 4 hold no text").
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    format: str = ""
