"""What coders made, for the registry: annotations, units, the codebook and quasi-sentences. All of it is exact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from index.annotations.quasi_sentences import Parted
from index.annotations.rows import Row, rows
from index.annotations.unit_rows import unit_rows
from index.citations.styles import Opened
from index.exports import annotation_sheets as sheets
from index.exports import marpor
from index.exports.annotation_report import By, Report, publication
from index.exports.publication import Publication
from index.exports.registry import Exportable
from index.exports.sheets import Sheet
from reader.home import Home
from reader.library import noted
from reader.library.codes import Codebook
from reader.library.library import Library
from reader.library.memos import MemoOf
from reader.library.units import Scheme
from reader.library.verdicts import About
from reader.wording import tr


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of the annotations leaves, and how a report of it is made.

    `coder` and `document` are ids, "" for all; of the codes and notes `only` those with these ids, None for all. `made`
    is the moment of the export, `program` the program. Tables have the rows in the order of `only`; reports are by code
    or manifesto, and in these by place.
    """

    style: Opened
    made: str
    program: str
    by: By = By.CODE
    coder: str = ""
    document: str = ""
    only: tuple[str, ...] | None = None


def exportable(library: Library, chosen: Chosen) -> Exportable:
    """The codes and notes: a table or workbook, or a report. The workbook has codebook, memos and units too."""
    only = None if chosen.only is None else frozenset(chosen.only)
    found = rows_of(library, chosen.coder, chosen.document, only)
    order = {name: number for number, name in enumerate(chosen.only or ())}
    in_order = found if only is None else sorted(found, key=lambda row: order[row.id])
    book = library.codebook()
    report = Report(tuple(found), book, chosen.by, chosen.style, chosen.made, chosen.program)
    tables = (
        sheets.annotations_sheet(in_order),
        sheets.codebook_sheet(book, Counter(row.code.id for row in found if row.code is not None)),
        _memos(library, book),
        *(_units(library, scheme, book, chosen.coder) for scheme in library.schemes()),
    )
    return Exportable(
        tr("Annotations"), publication=cache(lambda: publication(report)), sheets=lambda: tables, exact=True
    )


def from_home(place: Home, chosen: Callable[[], Chosen]) -> Exportable:
    """The same, for a window, which is not to wait: the thread that makes the file opens library and style."""

    @cache
    def made() -> Exportable:
        with Library.open(place) as library:
            return exportable(library, chosen())

    def report() -> Publication:
        found = made().publication
        return found() if found is not None else Publication("", ())

    def tables() -> tuple[Sheet, ...]:
        found = made().sheets
        return found() if found is not None else ()

    return Exportable(tr("Annotations"), publication=report, sheets=tables, exact=True)


def rows_of(library: Library, coder: str = "", document: str = "", only: frozenset[str] | None = None) -> list[Row]:
    """The codes and notes of one coder (an id) or all, on one manifesto (an id) or all, by manifesto and place.

    Of them `only` those with these ids, None for all.
    """
    every = library.read(noted.every)
    wanted = [one for one in every if coder in ("", one.coder) and document in ("", one.document)]
    wanted = [one for one in wanted if only is None or one.id in only]
    return library.read(lambda connection: rows(connection, wanted))


def units(library: Library, scheme: Scheme, coder: str = "") -> Exportable:
    """The units of a scheme by codes, for one coder (an id) or for each who said something of them."""
    table = _units(library, scheme, library.codebook(), coder)
    return Exportable(table.name, sheets=lambda: (table,), exact=True)


def codebook(library: Library, program: str) -> Exportable:
    """The codebook as a table, and as other programs read it."""
    from index.exports.qdc import qdc  # lxml is loaded when it is wanted

    book = library.codebook()
    table = sheets.codebook_sheet(book, Counter(one.target for one in library.noted() if one.about is About.CODE))
    return Exportable(tr("Codebook"), sheets=lambda: (table,), qdc=lambda: qdc(book, program), exact=True)


def quasi_sentences(made: Parted) -> Exportable:
    """A coded manifesto as the Manifesto Project has it."""
    table = marpor.sheet(made)
    return Exportable(marpor.file_name(made.document), sheets=lambda: (table,), exact=True)


def _units(library: Library, scheme: Scheme, book: Codebook, coder: str) -> Sheet:
    coders = [coder] if coder else []
    found = library.read(lambda connection: unit_rows(connection, scheme, coders))
    return sheets.units_sheet(scheme, found, book)


def _memos(library: Library, book: Codebook) -> Sheet:
    kinds = (MemoOf.LIBRARY, MemoOf.DOCUMENT, MemoOf.CODE)
    names = {code.id: book.written_path(code.id) for code in book.codes}
    names |= {document.id: document.name for document in library.documents()}
    return sheets.memos_sheet([one for kind in kinds for one in library.memos(kind)], names)
