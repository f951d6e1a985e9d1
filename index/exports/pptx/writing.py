"""A publication as slides: one row of a table a slide, two manifestos beside each other; headings begin a slide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from index.exports.pptx.portions import Part, Portion, about, portions
from index.exports.pptx.slides import Slides
from index.exports.publication import (
    Answer,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Publication,
    Quotation,
    Table,
    TableRow,
)
from reader.wording import tr

_ROWS = 12  # of a table of figures on one slide
_BESIDE = 2  # columns


def pptx(publication: Publication) -> bytes:
    """The file."""
    slides = Slides(publication.title)
    slides.title(publication.title, publication.subtitle, about(publication))
    title = publication.title
    waiting: list[Part] = []

    def flush() -> None:
        if waiting:
            _contents(slides, title, waiting)
            waiting.clear()

    for block in publication.blocks:
        if isinstance(block, Paragraph | Quotation | Answer):
            waiting.append(block)
            continue
        flush()
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, Table):
            _table(slides, title, block)
        elif isinstance(block, Picture):
            slides.picture(block.caption or title, block)
        elif not isinstance(block, PageBreak):
            raise TypeError(type(block))
    flush()
    if publication.bibliography:
        _contents(slides, tr("References"), [Paragraph(entry) for entry in publication.bibliography])
    return slides.written()


def _contents(slides: Slides, title: str, parts: list[Part]) -> None:
    made = portions(parts, room=2)
    for number, portion in enumerate(made, 1):
        slides.content(numbered(title, number, len(made)), portion)


def _table(slides: Slides, title: str, table: Table) -> None:
    if _is_short(table):
        parts = range(0, len(table.rows), _ROWS)
        for number, first in enumerate(parts, 1):
            slides.table(numbered(title, number, len(parts)), table, slice(first, first + _ROWS))
        return
    for row in table.rows:
        made = list(_beside(table, row))
        for number, columns in enumerate(made, 1):
            slides.side_by_side(numbered(row.head, number, len(made)), columns, row.notes)


def _beside(table: Table, row: TableRow) -> Iterator[list[tuple[str, Portion]]]:
    """Two columns a slide; what does not fit goes on with the same two."""
    for first in range(0, len(table.columns), _BESIDE):
        heads = table.columns[first : first + _BESIDE]
        cells = [portions(cell) for cell in row.cells[first : first + _BESIDE]]
        for shown in zip_longest(*cells):
            empty = Portion((), 12)
            yield [(head.name, portion or empty) for head, portion in zip(heads, shown, strict=True)]


def numbered(title: str, number: int, of: int) -> str:
    """The title of a slide with its number among those that go on with one another."""
    return title if of == 1 else tr("{title} ({number} of {count})", title=title, number=number, count=of)


def _is_short(table: Table) -> bool:
    """Whether its cells are figures or words, not passages."""
    return not any(isinstance(part, Quotation) for row in table.rows for cell in row.cells for part in cell)
