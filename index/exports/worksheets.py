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
from index.exports.sources import column_names, source
from index.exports.worksheet_words import LANGUAGES, Words
from index.shortening import shortened
from index.topics.model import Match, Term
from reader.lead_ins import before_words

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
    words = LANGUAGES[sheet.language]
    comparison = sheet.shown.comparison
    names = column_names([column.document for column in comparison.columns])
    blocks: list[Block] = [Paragraph(text(words.about), Role.ABOUT)]
    terms = [term for term in comparison.topic.glossary if term.language == sheet.language]
    if sheet.supported and terms:
        blocks += _glossary(words, terms)
    before, extracts = len(blocks), list[_Extract]()
    for row in comparison.rows:
        if row.subtopic.id in sheet.shown.folded or all(not cell.matches for cell in row.cells):
            continue
        blocks.append(Heading(comparison.topic.named(sheet.language, row.subtopic)))
        blocks += _tables(sheet, words, row, names, extracts)
        blocks += _tasks(sheet, words)
    quoted = [(one.column.document.id, one.match.block) for one in extracts]
    if speaking := sheet.shown.speaking(quoted):
        violence = words.violence if speaking == len(quoted) else words.some_violence
        blocks.insert(before, Paragraph(text(violence), Role.NOTICE))
    blocks += _answers(words, extracts)
    title = comparison.topic.named(sheet.language)
    return Publication(title, tuple(blocks), words.tag, ", ".join(names), foot=words.foot)


def _glossary(words: Words, terms: Sequence[Term]) -> Iterator[Block]:
    yield Heading(words.glossary)
    for term in terms:
        yield Paragraph((Run(f"{term.term}: ", strong=True), Run(term.meaning)))


def _tables(
    sheet: Worksheet, words: Words, row: Row, names: Sequence[str], extracts: list[_Extract]
) -> Iterator[Table]:
    """The row, in parts of so few columns that they can be read in class."""
    columns = sheet.shown.comparison.columns
    cells = [_cell(sheet, words, column, cell, extracts) for column, cell in zip(columns, row.cells, strict=True)]
    named = sheet.shown.comparison.topic.named(sheet.language, row.subtopic)
    parts = -(-len(columns) // _MOST_COLUMNS)
    edges = [len(columns) * part // parts for part in range(parts + 1)]
    for first, last in pairwise(edges):
        heads = tuple(ColumnHead(name) for name in names[first:last])
        yield Table("", words.sub_topic, heads, (TableRow(named, tuple(cells[first:last])),), reading=True)


def _cell(sheet: Worksheet, words: Words, column: Column, cell: ComparisonCell, extracts: list[_Extract]) -> Cell:
    if not cell.matches:
        return (Paragraph(text(words.nothing), Role.SILENCE),)
    chosen = sorted(sorted(cell.matches, key=lambda one: -one.score)[: sheet.extracts], key=lambda one: one.order)
    parts: list[Paragraph | Quotation | Answer] = []
    for match in chosen:
        extracts.append(_Extract(len(extracts) + 1, match, column))
        kinds = [words.kinds[kind] for kind in dict.fromkeys(one.kind.value for one in match.statements if one.carries)]
        quoted = (*text(before_words(match.lead_in, match.language)), *text(shortened(match).text))
        place = " · ".join([f"[{len(extracts)}]", *kinds])
        parts.append(Quotation(quoted, place, language=column.document.language))
    left = len(cell.matches) - len(chosen)
    if left:
        parts.append(Paragraph(text(words.more(left)), Role.ABOUT))
    return tuple(parts)


def _tasks(sheet: Worksheet, words: Words) -> Iterator[Block]:
    for task, starters in ((words.task, words.starters), (words.compare, words.compare_starters)):
        yield Paragraph(text(task), Role.TASK)
        if sheet.supported:
            yield from (Answer(_LINES, f"{starter} …") for starter in starters)
        else:
            yield Answer(2 * _LINES)


def _answers(words: Words, extracts: Sequence[_Extract]) -> Iterator[Block]:
    """Where each extract stands: manifesto and page, which a pupil may not be meant to see at first."""
    yield PageBreak()
    yield Heading(words.answers)
    for one in extracts:
        page = "" if one.match.page is None else f"{words.page} {one.match.label or one.match.page}"
        where = ", ".join(filter(None, [source(one.column.document), page, *one.match.section[-1:]]))
        yield Paragraph((Run(f"{words.found_at} [{one.number}]: ", strong=True), Run(where)))
