"""Codes and notes as a report: the passages of each code, or of each manifesto, with their citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from index.annotations.rows import Row
from index.citations.citing import Citations, citations
from index.citations.styles import Opened
from index.exports.provenance import heading, sources
from index.exports.publication import Block, Heading, Paragraph, Publication, Quotation, Role, Run, Runs, text
from index.exports.sources import column_names
from reader.lead_ins import before_words
from reader.library.clock import written_day
from reader.library.codes import Codebook
from reader.library.records import Document
from reader.wording import tr, tr_count


class By(StrEnum):
    """What the report has a section for."""

    CODE = "code"
    MANIFESTO = "manifesto"


@dataclass(frozen=True, slots=True)
class Report:
    """A report on these rows, which are in the order of manifestos and places.

    `style` is that of its citations, `made` the moment of the export, `program` the program with its version.
    """

    rows: tuple[Row, ...]
    book: Codebook
    by: By
    style: Opened
    made: str
    program: str


@dataclass(frozen=True, slots=True)
class _Same:
    """Rows of one section on the very same words."""

    rows: tuple[Row, ...]

    @property
    def first(self) -> Row:
        return self.rows[0]


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    about: str
    parts: tuple[tuple[str, tuple[_Same, ...]], ...]


def publication(report: Report) -> Publication:
    """The report, with what it cites at its end."""
    documents = list({row.document.id: row.document for row in report.rows}.values())
    names = dict(zip((one.id for one in documents), column_names(documents), strict=True))
    sections = list(_by_code(report, names) if report.by is By.CODE else _by_manifesto(report, names))
    quoted = [same for section in sections for _, part in section.parts for same in part if same.first.passage.words]
    cited = _cited(report.style, quoted)
    each = iter(cited.each)
    blocks: list[Block] = [Paragraph(text(_how_many(report, documents)), Role.ABOUT)]
    for section in sections:
        blocks.append(Heading(section.title))
        blocks += [Paragraph(text(line), Role.ABOUT) for line in section.about.splitlines() if line.strip()]
        for title, part in section.parts:
            blocks += [Heading(title, 2)] if title else []
            for same in part:
                blocks += _passage(report, same, each, notes=cited.notes)
    made = tr("{day} with {program}", day=written_day(report.made), program=report.program)
    blocks += [Heading(heading()), Paragraph((Run(f"{tr('Made')}: ", strong=True), Run(made)), Role.ABOUT)]
    blocks.append(sources(documents))
    title = tr("Passages by code") if report.by is By.CODE else tr("Passages by manifesto")
    foot = tr("Made with {program}", program=report.program)
    return Publication(title, tuple(blocks), foot=foot, bibliography=cited.bibliography)


def _how_many(report: Report, documents: Sequence[Document]) -> str:
    passages = tr_count("1 code or note", "{count:,} codes and notes", len(report.rows))
    manifestos = tr_count("1 manifesto", "{count} manifestos", len(documents))
    return tr("{passages} in {manifestos}.", passages=passages, manifestos=manifestos)


def _by_code(report: Report, names: dict[str, str]) -> Iterator[_Section]:
    """The codes as the tree is read, those of no code left out; then the notes."""
    found: dict[str, list[Row]] = {}
    for row in report.rows:
        found.setdefault(row.code.id if row.code else "", []).append(row)
    for code in report.book.codes:
        if code.id in found:
            yield _Section(report.book.written_path(code.id), code.definition, _by_document(found[code.id], names))
    if "" in found:
        yield _Section(tr("Notes without a code"), "", _by_document(found[""], names))


def _by_document(rows: Sequence[Row], names: dict[str, str]) -> tuple[tuple[str, tuple[_Same, ...]], ...]:
    groups = groupby(rows, key=lambda row: row.document.id)
    return tuple((names[document], _same(list(group))) for document, group in groups)


def _by_manifesto(report: Report, names: dict[str, str]) -> Iterator[_Section]:
    for document, group in groupby(report.rows, key=lambda row: row.document.id):
        yield _Section(names[document], "", (("", _same(list(group))),))


def _same(rows: Sequence[Row]) -> tuple[_Same, ...]:
    """The rows with those on the very same words together, in the order of the first of them."""
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        # Words that were not found again may have stood in different places.
        place = (row.passage.start, row.passage.end) if row.passage.start is not None or row.of_document else (row.id,)
        found.setdefault((*place, row.passage.words), []).append(row)
    return tuple(_Same(tuple(same)) for same in found.values())


def _cited(style: Opened, quoted: Sequence[_Same]) -> Citations:
    """A citation for each, in their order; a style that cites in the text cites the same place in the same way."""
    places = [(same.first.document, same.first.passage.cited) for same in quoted]
    if style.notes:
        return citations(style, places)
    once = list({(document.id, place): (document, place) for document, place in places}.values())
    made = citations(style, once)
    known = {(document.id, place): runs for (document, place), runs in zip(once, made.each, strict=True)}
    return Citations(tuple(known[document.id, place] for document, place in places), made.bibliography, made.notes)


def _passage(report: Report, same: _Same, each: Iterator[Runs], *, notes: bool) -> Iterator[Block]:
    row = same.first
    said = _said(report, same)
    if row.passage.words:
        lead_in = before_words(row.passage.lead_in, row.document.language)
        cited = next(each)
        runs = (Run("", note=cited),) if notes else cited
        words = (*text(lead_in), *text(row.passage.words))
        yield Quotation(words, said, runs, row.document.language)
    else:
        yield Paragraph((Run(f"{tr('The whole manifesto')}: ", strong=True), Run(said)))
    for one in same.rows:
        by = f"{one.coder.name}: " if len(same.rows) > 1 else ""
        lines = [line for line in one.memo.splitlines() if line.strip()]
        yield from (Paragraph(text(f"{by}{line}"), Role.OWN) for line in lines)


def _said(report: Report, same: _Same) -> str:
    """Which codes, by whom and when: "Crime > Police (Ann Example, 23 November 2026)"."""
    parts = []
    for one in same.rows:
        by = f"{one.coder.name}, {written_day(one.made)}"
        path = one.path or tr("note")
        parts.append(by if report.by is By.CODE else f"{path} ({by})")
    lost = [] if same.first.found else [tr("not found again when the manifesto was read anew")]
    return "; ".join([*parts, *lost])
