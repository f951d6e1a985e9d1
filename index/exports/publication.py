"""What leaves the program, before it is written in any format: headings, quotations, tables, notes.

Builders (`comparing.py` and others) make a `Publication`; writers turn it into a file. What manifestos and people say
is text here and never markup: each writer escapes it in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import pairwise
from typing import TypeAlias

from reader.wording import spoken, tr


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `marked` words put a passage into a view; `link` is an address to open.

    A `note` stands at the foot of the page, or at the end where there are no pages; its number follows the text.
    """

    text: str
    strong: bool = False
    italic: bool = False
    marked: bool = False
    link: str = ""
    note: tuple[Run, ...] = ()


Runs: TypeAlias = tuple[Run, ...]


class Role(Enum):
    """What a paragraph is; writers give each a style of its own."""

    BODY = auto()
    ABOUT = auto()  # what the program says of what follows: definitions, figures
    WARNING = auto()  # what to mind before comparing
    NOTICE = auto()  # passages that speak of violence follow
    SILENCE = auto()  # nothing was found
    CONFIRMED_SILENCE = auto()  # nothing is there: a person has looked
    OWN = auto()  # the words of the person who writes, never a manifesto's
    TASK = auto()  # what is asked of whoever works with a sheet


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is that of a section; the publication's own title stands above it."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a manifesto, as printed. `language` is that of the words ("cy", "en-GB"), "" for unknown.

    `place` stands under it: page, section, what the passage does, what people judged. `cited` is the citation in the
    text, in brackets, or a run with a note; () where `place` is enough.
    """

    words: Runs
    place: str = ""
    cited: Runs = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Space for so many lines of handwriting; `start` is how the first of them begins, "" for none."""

    lines: int
    start: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in two forms. `alt` says in words what it shows; `width` is that of the drawing, in points."""

    png: bytes
    svg: bytes
    alt: str
    caption: str
    width: float


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """The head of a column: its name, smaller lines under it, and the colour of its bar ("#rrggbb", "" for none)."""

    name: str
    lines: tuple[str, ...] = ()
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`corner` is the head over the rows' heads; `rows` have a cell for each of `columns`. Figures are set right.

    One for `reading` is set as large as the text around it, not smaller the more columns it has.
    """

    caption: str
    corner: str
    columns: tuple[ColumnHead, ...]
    rows: tuple[TableRow, ...]
    figures: bool = False
    reading: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """`notes` are for whoever speaks while the row is shown."""

    head: str
    cells: tuple[Cell, ...]
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


Cell: TypeAlias = "tuple[Paragraph | Quotation | Answer, ...]"
Block: TypeAlias = Paragraph | Heading | Quotation | Answer | Picture | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Publication:
    """The whole. `language` is that of the program's own words; `foot` stands at the foot of each page.

    `bibliography` are the works that are cited, in the order of the style; its heading is the style's too.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = field(default_factory=spoken)
    subtitle: str = ""
    foot: str = ""
    bibliography: tuple[Runs, ...] = ()


def text(words: str) -> Runs:
    """Words in the plain style; none for no words."""
    return (Run(words),) if words else ()


def plain(runs: Iterable[Run]) -> str:
    """The words alone, without what stands in notes."""
    return "".join(run.text for run in runs)


def is_wide(publication: Publication) -> bool:
    """Whether a table has so many columns that pages had better lie on their side."""
    return any(isinstance(block, Table) and len(block.columns) > 2 for block in publication.blocks)


def bands(table: Table, most: int) -> tuple[Table, ...]:
    """The table in parts of at most so many columns, each with its heads, for pages that hold no more."""
    count = len(table.columns)
    if count <= most:
        return (table,)
    parts = -(-count // most)
    edges = [count * part // parts for part in range(parts + 1)]
    return tuple(
        replace(
            table,
            caption=" ".join(
                filter(
                    None,
                    [
                        table.caption,
                        tr("Columns {first} to {last} of {count}.", first=first + 1, last=last, count=count),
                    ],
                )
            ),
            columns=table.columns[first:last],
            rows=tuple(replace(row, cells=row.cells[first:last]) for row in table.rows),
        )
        for first, last in pairwise(edges)
    )
