"""A worksheet: extracts of a comparison with space for answers, and on a page of its own where each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.comparison import Cell as ComparisonCell
from index.comparison import Column, Row
from index.exports.publication import (
    Answer,
    Block,
    Cell,
    ColumnHead,
    Heading,
    PageBreak,
    Paragraph,
    Publication,
    Quotation,
    Role,
    Run,
    Table,
    TableRow,
    text,
)
from index.exports.registry import Exportable
from index.exports.shown import Shown
from index.exports.sources import column_names, kind_words, source
from index.row_words import in_row, shown_in_row
from index.topics.model import Match, Term
from reader.lead_ins import before_words
from reader.wording import spoken, tr, tr_count

# The languages that a worksheet can be in, each with its own name; quotations are never translated.
LANGUAGES = {"en": "English", "cy": "Cymraeg"}
_LINES = 3
_MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What a worksheet is made from. `language` is "en" or "cy", that of all but the quotations.

    `supported` adds a glossary and sentence starters; `extracts` is how many a manifesto has in each row.
    """

    shown: Shown
    language: str = "en"
    supported: bool = False
    extracts: int = 2


@dataclass(frozen=True, slots=True)
class _Extract:
    """An extract with its number on the sheet."""

    number: int
    match: Match
    column: Column


def exportable(sheet: Worksheet) -> Exportable:
    """The worksheet for the registry."""
    topic = sheet.shown.comparison.topic
    return Exportable(topic.named(sheet.language), publication=lambda: publication(sheet))


def publication(sheet: Worksheet) -> Publication:
    """The rows in which at least one manifesto speaks and which are not folded; then the answers."""
    language = sheet.language
    comparison = sheet.shown.comparison
    names = column_names([column.document for column in comparison.columns])
    blocks: list[Block] = [Paragraph(text(_about(language)), Role.ABOUT)]
    terms = [term for term in comparison.topic.glossary if term.language == sheet.language]
    if sheet.supported and terms:
        blocks += _glossary(language, terms)
    before, extracts = len(blocks), list[_Extract]()
    for row in comparison.rows:
        if row.subtopic.id in sheet.shown.folded or all(not cell.matches for cell in row.cells):
            continue
        blocks.append(Heading(comparison.topic.named(sheet.language, row.subtopic)))
        blocks += _tables(sheet, row, names, extracts)
        blocks += _tasks(sheet)
    quoted = [(one.column.document.id, one.match.block) for one in extracts]
    if speaking := sheet.shown.speaking(quoted):
        violence = _violence(language) if speaking == len(quoted) else _some_violence(language)
        blocks.insert(before, Paragraph(text(violence), Role.NOTICE))
    blocks += _answers(language, extracts)
    title = comparison.topic.named(sheet.language)
    foot = tr("For teaching; not for a public website", into=language)
    return Publication(title, tuple(blocks), spoken(language), ", ".join(names), foot=foot)


def _about(language: str) -> str:
    return tr(
        "Read what each manifesto says. The words are as printed; […] is where some were left out.", into=language
    )


def _violence(language: str) -> str:
    return tr(
        "The extracts below speak of violence and abuse. Talk to an adult you trust in school if they upset you.",
        into=language,
    )


def _some_violence(language: str) -> str:
    return tr(
        "Some of the extracts below speak of violence and abuse. "
        "Talk to an adult you trust in school if they upset you.",
        into=language,
    )


def _glossary(language: str, terms: Sequence[Term]) -> Iterator[Block]:
    yield Heading(tr("Words to know", into=language))
    for term in terms:
        yield Paragraph((Run(f"{term.term}: ", strong=True), Run(term.meaning)))


def _tables(sheet: Worksheet, row: Row, names: Sequence[str], extracts: list[_Extract]) -> Iterator[Table]:
    """The row, in parts of so few columns that they can be read in class."""
    columns = sheet.shown.comparison.columns
    cells = [
        _cell(sheet, row.subtopic.id, column, cell, extracts) for column, cell in zip(columns, row.cells, strict=True)
    ]
    named = sheet.shown.comparison.topic.named(sheet.language, row.subtopic)
    parts = -(-len(columns) // _MOST_COLUMNS)
    edges = [len(columns) * part // parts for part in range(parts + 1)]
    for first, last in pairwise(edges):
        heads = tuple(ColumnHead(name) for name in names[first:last])
        corner = tr("About", into=sheet.language)
        yield Table("", corner, heads, (TableRow(named, tuple(cells[first:last])),), reading=True)


def _cell(sheet: Worksheet, row: str, column: Column, cell: ComparisonCell, extracts: list[_Extract]) -> Cell:
    if not cell.matches:
        return (Paragraph(text(tr("Nothing on this was found in the manifesto.", into=sheet.language)), Role.SILENCE),)
    chosen = sorted(sorted(cell.matches, key=lambda one: -one.score)[: sheet.extracts], key=lambda one: one.order)
    parts: list[Paragraph | Quotation | Answer] = []
    for match in chosen:
        extracts.append(_Extract(len(extracts) + 1, match, column))
        quoted = (*text(before_words(match.lead_in, match.language)), *text(shown_in_row(match, row).text))
        place = " · ".join([f"[{len(extracts)}]", *kind_words(in_row(match, row), sheet.language)])
        parts.append(Quotation(quoted, place, language=column.document.language))
    left = len(cell.matches) - len(chosen)
    if left:
        more = tr_count(
            "1 more passage in the manifesto",
            "{count} more passages in the manifesto",
            left,
            into=sheet.language,
        )
        parts.append(Paragraph(text(more), Role.ABOUT))
    return tuple(parts)


def _tasks(sheet: Worksheet) -> Iterator[Block]:
    into = sheet.language
    write = (
        tr("One manifesto promises", into=into),
        tr("Another says", into=into),
        tr("The evidence for this is", into=into),
    )
    differ = (tr("They agree that", into=into), tr("They differ because", into=into))
    for task, starters in (
        (tr("What does each manifesto promise? Write it in your own words.", into=into), write),
        (tr("How do they differ? Quote the words that show it.", into=into), differ),
    ):
        yield Paragraph(text(task), Role.TASK)
        if sheet.supported:
            yield from (Answer(_LINES, f"{starter} …") for starter in starters)
        else:
            yield Answer(2 * _LINES)


def _answers(language: str, extracts: Sequence[_Extract]) -> Iterator[Block]:
    """Where each extract stands: manifesto and page, which a pupil may not be meant to see at first."""
    yield PageBreak()
    yield Heading(tr("Where the extracts come from", into=language))
    for one in extracts:
        label = one.match.label or one.match.page
        page = "" if label is None else tr("p. {page}", into=language, page=label)
        where = ", ".join(filter(None, [source(one.column.document), page, *one.match.section[-1:]]))
        numbered = tr("Extract [{number}]:", into=language, number=one.number)
        yield Paragraph((Run(f"{numbered} ", strong=True), Run(where)))
