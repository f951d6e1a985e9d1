"""A publication as Markdown: a table becomes headings and lists, quotations are quoted, notes stand at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.exports.markdown_text import plain as escaped
from index.exports.publication import (
    Answer,
    Block,
    ColumnHead,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Publication,
    Quotation,
    Role,
    Run,
    Runs,
    Table,
    TableRow,
    plain,
)
from reader.wording import tr

_QUIET = frozenset((Role.WARNING, Role.NOTICE, Role.SILENCE))


def markdown(publication: Publication) -> str:
    """The text; what manifestos and people say is escaped, so that it shows as it is printed."""
    return "\n".join(_Text(publication).lines()) + "\n"


class _Text:
    """One text while it is written: its notes are numbered as they come. `level` is that of the last heading."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._notes: list[Runs] = []
        self._level = 1

    def lines(self) -> Iterator[str]:
        made = self._publication
        yield f"# {escaped(made.title)}"
        if made.subtitle:
            yield from ("", escaped(made.subtitle))
        for block in made.blocks:
            yield ""
            yield from self._block(block)
        if made.bibliography:
            yield from ("", f"## {escaped(tr('References'))}")
        for entry in made.bibliography:
            yield from ("", self._runs(entry))
        for number, note in enumerate(self._notes, 1):
            yield from ("", f"[^{number}]: {self._runs(note)}")
        if made.foot:
            yield from ("", f"*{escaped(made.foot)}*")

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            self._level = block.level + 1
            yield f"{'#' * self._level} {escaped(block.text)}"
        elif isinstance(block, Table):
            yield from self._figures(block) if table_of_words(block) else self._table(block)
        elif isinstance(block, Picture):
            yield f"*{escaped(block.caption)}* {escaped(block.alt)}"
        elif isinstance(block, PageBreak):
            yield "---"
        else:
            yield from self._inner(block)

    def _inner(self, block: Paragraph | Quotation | Answer) -> Iterator[str]:
        if isinstance(block, Paragraph):
            words = self._runs(block.runs)
            yield f"*{words}*" if block.role in _QUIET and words else words
        elif isinstance(block, Quotation):
            cited = f" {self._runs(block.cited)}" if plain(block.cited) else self._runs(block.cited)
            *before, last = plain(block.words).split("\n")
            yield from (line for words in before for line in (f"> {escaped(words)}", ">"))
            yield f"> {escaped(last)}{cited}"
            if block.place:
                yield from (">", f"> — {escaped(block.place)}")
        else:
            yield escaped(block.start)
            yield from ["", r"\_" * 40] * block.lines

    def _table(self, table: Table) -> Iterator[str]:
        """What the columns are, then a heading for each row and one for each of its cells."""
        yield from (f"- {_head(head)}" for head in table.columns)
        for row in table.rows:
            yield from ("", f"{'#' * (self._level + 1)} {escaped(row.head)}")
            for head, cell in zip(table.columns, row.cells, strict=True):
                yield from ("", f"{'#' * (self._level + 2)} {escaped(head.name)}")
                for block in cell:
                    yield ""
                    yield from self._inner(block)

    def _figures(self, table: Table) -> Iterator[str]:
        """The table as one, whose cells hold a line each."""
        aligned = "---:" if table.figures else "---"
        yield _line([escaped(table.corner), *(escaped(head.name) for head in table.columns)])
        yield _line(["---", *[aligned] * len(table.columns)])
        yield from (_line([escaped(row.head), *self._cells(row)]) for row in table.rows)

    def _cells(self, row: TableRow) -> Iterator[str]:
        for cell in row.cells:
            yield " ".join(self._runs(block.runs) for block in cell if isinstance(block, Paragraph))

    def _runs(self, runs: Iterable[Run]) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        words = escaped(run.text)
        if not words:
            written = run.text
        else:
            # Marks of emphasis must touch the words, white space stands outside.
            mark = "**" if run.strong else "*" if run.italic else ""
            before, after = (" " if run.text[:1].isspace() else ""), (" " if run.text[-1:].isspace() else "")
            written = f"{before}{mark}{words}{mark}{after}"
        if run.note:
            self._notes.append(run.note)
            written += f"[^{len(self._notes)}]"
        return written


def table_of_words(table: Table) -> bool:
    """Whether every cell is a line, so that it can stand in a table of Markdown."""
    return all(isinstance(block, Paragraph) for row in table.rows for cell in row.cells for block in cell) and (
        table.figures or not any(head.lines for head in table.columns)
    )


def _head(head: ColumnHead) -> str:
    return ": ".join([f"**{escaped(head.name)}**", *([escaped(". ".join(head.lines))] if head.lines else [])])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
