"""Tables in text files as people and spreadsheets save them: any encoding, commas, semicolons or tabs between cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from index.exports.as_csv import unguarded
from reader.errors import EmptyFile, NotSupported
from reader.formats.decoding import decode
from reader.regular_files import open_regular
from reader.wording import tr

# Bytes: the codings of the longest manifestos take a twentieth of it.
_LARGEST = 64 << 20
_BETWEEN = ",;\t"


@dataclass(frozen=True, slots=True)
class Line:
    """One row under the head: its `number` as spreadsheets count (the head is 1), its cells by column."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The text of a cell, "" where the table lacks the column or the row ends before it."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` are the names in the head, in small letters."""

    columns: frozenset[str]
    lines: tuple[Line, ...]


def bounded(path: Path) -> bytes:
    """The bytes of a file. Raises NotFound, NotSupported for what is no file or far too large, EmptyFile."""
    with open_regular(path) as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise NotSupported(
            tr("“{file}” is too large.", file=path.name), tr("Check that it is the file you meant, or part it.")
        )
    if not content.strip():
        raise EmptyFile(tr("“{file}” is empty.", file=path.name), tr("Choose another file."))
    return content


def table(path: Path) -> Table:
    """The table in a file, without empty rows.

    The apostrophe that our own tables have before what a spreadsheet would take for a formula is taken off. Raises as
    `bounded` does, and NotSupported for what is no table.
    """
    text = decode(bounded(path))
    before = csv.field_size_limit(max(csv.field_size_limit(), _LARGEST))
    try:
        return _parsed(text)
    except csv.Error as error:
        raise NotSupported(
            tr("“{file}” is no table that can be read ({error}).", file=path.name, error=error),
            tr("Save it as CSV (UTF-8) and try again."),
        ) from error
    finally:
        csv.field_size_limit(before)


def _parsed(text: str) -> Table:
    between = max(_BETWEEN, key=lambda sign: len(_head(text, sign)))
    names = [name.strip().casefold() for name in _head(text, between)]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between)
    next(reader, None)
    return Table(frozenset(names), tuple(_lines(reader, names)))


def _head(text: str, between: str) -> list[str]:
    return next(csv.reader(io.StringIO(text, newline=""), delimiter=between), [])


def _lines(reader: Iterator[list[str]], names: list[str]) -> Iterator[Line]:
    for number, row in enumerate(reader, 2):
        cells: dict[str, str] = {}
        for name, cell in zip(names, row, strict=False):
            cells.setdefault(name, unguarded(cell))
        if any(cell.strip() for cell in cells.values()):
            yield Line(number, cells)
