"""A comparison as a publication and as rows: exactly what is shown, and where it comes from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from index.comparison import UNCERTAIN, Column, Comparison, Row, Share, Silence
from index.exports import provenance
from index.exports.comparison_json import comparison_values
from index.exports.publication import (
    Block,
    Cell,
    ColumnHead,
    Heading,
    Paragraph,
    Publication,
    Quotation,
    Role,
    Run,
    Runs,
    Table,
    TableRow,
    text,
)
from index.exports.registry import Exportable
from index.exports.scorecard import mark_paragraph, scorecard_of, scorecard_sheet
from index.exports.sheets import Sheet, Value
from index.exports.shown import Shown
from index.exports.sources import column_names, kind_words, kinds, place, source, verdicts
from index.marks import has_marks
from index.row_words import also_under, in_row, shown_in_row
from index.sensitive import note_on
from index.shares import caution, counted, definition_for, share_sentence
from index.shortening import Shown as Extract
from index.shortening import whole
from index.topics.model import Match, Subtopic, Topic
from reader.lead_ins import before_words
from reader.library.records import Document
from reader.library.row_marks import RowMark
from reader.wording import tr

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_COLUMNS = (
    *("topic", "topic version", "row", "manifesto", "title", "party", "candidate", "election", "year", "extent"),
    *("lead-in", "words", "kind", "page", "section", "score", "verdicts", "silence", "silence confirmed", "sha-256"),
    *("passage", "also under", "passages on the topic", "words on the topic", "words per 1,000", "less certain"),
    *("mark", "reason"),
)


def exportable(shown: Shown) -> Exportable:
    """The comparison as it stands, for the registry."""
    comparison = shown.comparison
    return Exportable(
        comparison.topic.name,
        publication=lambda: publication(shown),
        sheets=lambda: _sheets(comparison),
        values=lambda: comparison_values(comparison, shown.sampled),
    )


def publication(shown: Shown) -> Publication:
    """The comparison as text: rows by manifestos, what is less certain, what people left out, where all comes from."""
    comparison = shown.comparison
    names = column_names([column.document for column in comparison.columns])
    blocks: list[Block] = list(_before(shown))
    if has_marks(comparison):
        blocks += [Heading(tr("Scorecard")), scorecard_of(comparison), Heading(tr("What the manifestos say"))]
    if comparison.columns:
        blocks.append(table_of(comparison, shown.folded))
    columns = list(zip(comparison.columns, names, strict=True))
    blocks.extend(_apart([(one, name, one.uncertain) for one, name in columns], tr("Less certain"), caution()))
    blocks.extend(_apart([(one, name, one.left_out) for one, name in columns], tr("Left out by people")))
    blocks.extend(provenance.of_comparison(shown))
    return Publication(
        comparison.topic.name,
        tuple(blocks),
        subtitle=", ".join(names),
        foot=tr("Made with {program}", program=shown.program),
    )


def table_of(comparison: Comparison, folded: Collection[str], only: Collection[str] | None = None) -> Table:
    """The rows, or `only` some of them (ids), by manifestos; those that are `folded` with counts alone."""
    names = column_names([column.document for column in comparison.columns])
    heads = tuple(_head(column, name) for column, name in zip(comparison.columns, names, strict=True))
    rows = tuple(
        _row(comparison, row, folded=row.subtopic.id in folded)
        for row in comparison.rows
        if only is None or row.subtopic.id in only
    )
    return Table(tr("What the manifestos say, one row for each sub-topic."), tr("Sub-topic"), heads, rows)


def _before(shown: Shown) -> Iterator[Block]:
    comparison = shown.comparison
    if comparison.topic.definition:
        yield Paragraph(text(comparison.topic.definition), Role.ABOUT)
    if defined := definition_for([column.share for column in comparison.columns]):
        yield Paragraph(text(defined), Role.ABOUT)
    for warning in comparison.warnings:
        yield Paragraph(text(warning), Role.WARNING)
    if note := note_on(shown.speaking(comparison.passages), len(comparison.passages)):
        yield Paragraph(text(note), Role.NOTICE)


def _head(column: Column, name: str) -> ColumnHead:
    document = column.document
    return ColumnHead(
        name, (source(document), said_of_column(column)), document.colour if _COLOUR.fullmatch(document.colour) else ""
    )


def said_of_column(column: Column) -> str:
    """ "2.8 words per 1,000 · 47 passages", or why nothing stands in the column."""
    return column.silence.sentence if column.silence is not None else share_sentence(column.share, column.shown)


def _row(comparison: Comparison, row: Row, *, folded: bool) -> TableRow:
    cells: list[Cell] = []
    for column, cell in zip(comparison.columns, row.cells, strict=True):
        mark = () if cell.mark is None else (mark_paragraph(cell.mark),)
        if cell.silence is not None:
            cells.append((*mark, _silence(cell.silence)))
        elif folded:
            cells.append((*mark, Paragraph(text(counted(len(cell.matches))), Role.ABOUT)))
        else:
            quoted = (_quoted(match, row.subtopic, column, comparison.topic) for match in cell.matches)
            cells.append((*mark, *quoted))
    return TableRow(row.subtopic.name, tuple(cells))


def _silence(silence: Silence) -> Paragraph:
    role = Role.SILENCE if silence.confirmed is None else Role.CONFIRMED_SILENCE
    return Paragraph(text(silence.sentence), role)


def _quoted(match: Match, row: Subtopic, column: Column, topic: Topic) -> Quotation:
    """A passage as it stands in a row: whole in its first, and what of it speaks for the row in its further ones."""
    mine = in_row(match, row.id)
    shown = whole(match.text) if mine is match else shown_in_row(match, row.id)
    quoted = quotation(mine, column.document, shown)
    under = " · ".join(filter(None, (quoted.place, also_under(match, topic, row.id))))
    return replace(quoted, place=under)


def quotation(match: Match, document: Document, shown: Extract | None = None) -> Quotation:
    """A passage in its own words, with the words marked that put it into the view, and its place under it.

    All of it, or what of it is `shown`.
    """
    under = " · ".join([*([place(match)] if place(match) else []), *kind_words(match), *verdicts(match)])
    return Quotation(
        (*text(before_words(match.lead_in, match.language)), *marked(match, shown or whole(match.text))),
        under,
        language=document.language,
    )


def marked(match: Match, shown: Extract) -> Runs:
    """What is shown of the passage in pieces, of which those are marked that put it into the view."""
    runs: list[Run] = []
    at = 0
    for start, end in (there for first, last in _spans(match) for there in shown.placed(first, last)):
        runs.extend(text(shown.text[at:start]))
        runs.append(Run(shown.text[start:end], marked=True))
        at = end
    return (*runs, *text(shown.text[at:]))


def _spans(match: Match) -> Sequence[tuple[int, int]]:
    """The words in the text that caused the match, in order, none overlapping another."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((one.start, one.end) for one in match.why if one.field == "text"):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _apart(columns: Sequence[tuple[Column, str, Sequence[Match]]], title: str, note: str = "") -> Iterator[Block]:
    """Passages of the columns that stand in no row, under a heading of their own; nothing where there are none."""
    if any(matches for _, _, matches in columns):
        yield Heading(title)
        if note:
            yield Paragraph(text(note), Role.WARNING)
    for column, name, matches in columns:
        if matches:
            yield Heading(name, 2)
            yield from (quotation(match, column.document) for match in matches)


def _sheets(comparison: Comparison) -> tuple[Sheet, ...]:
    sheets: tuple[Sheet, ...] = (passages_sheet(comparison), manifestos_sheet(comparison))
    if has_marks(comparison):
        sheets = (*sheets, scorecard_sheet(comparison))
    return (*sheets, less_certain_sheet(comparison)) if any(one.uncertain for one in comparison.columns) else sheets


def passages_sheet(comparison: Comparison) -> Sheet:
    """A line for each passage of each row, and for each silence; `words` are what the row shows of the passage."""
    return Sheet("Passages", _COLUMNS, tuple(_lines(comparison)))


def _lines(comparison: Comparison) -> Iterator[tuple[Value, ...]]:
    for row in comparison.rows:
        for column, cell in zip(comparison.columns, row.cells, strict=True):
            for match in cell.matches:
                yield _line(comparison.topic, row.subtopic, column, match, cell.mark)
            if cell.silence is not None:
                confirmed = None if cell.silence.confirmed is None else cell.silence.confirmed.coder.name
                first = _first(comparison.topic, row.subtopic, column.document)
                said = (cell.silence.sentence, confirmed, column.document.id)
                yield (*first, *[None] * 7, *said, None, None, *_figures(column.share), *_mark(cell.mark))


def less_certain_sheet(comparison: Comparison) -> Sheet:
    """A line for each passage that is to be checked, apart from those that count; without a row of its own."""
    lines = tuple(
        _line(comparison.topic, UNCERTAIN, column, match, None)
        for column in comparison.columns
        for match in column.uncertain
    )
    return Sheet(UNCERTAIN.name, _COLUMNS, lines)


def _line(topic: Topic, row: Subtopic, column: Column, match: Match, mark: RowMark | None) -> tuple[Value, ...]:
    first, passage = _first(topic, row, column.document), _passage(match, row.id)
    last = (None, None, column.document.id, match.text, also_under(match, topic, row.id) or None)
    return (*first, *passage, *last, *_figures(column.share), *_mark(mark))


def _mark(mark: RowMark | None) -> tuple[Value, Value]:
    """What a person says that the row comes to in the manifesto, and why."""
    return (None, None) if mark is None else (mark.mark.value, mark.reason or None)


def _first(topic: Topic, subtopic: Subtopic, document: Document) -> tuple[Value, ...]:
    about = (document.party, document.candidate, document.election, document.year, str(document.extent))
    return (topic.name, topic.version, subtopic.name, document.name, document.called, *about)


def _passage(match: Match, row: str) -> tuple[Value, ...]:
    """The passage as the row shows it."""
    section = " > ".join(match.section)
    page = None if match.page is None else match.label or str(match.page)
    lead_in = before_words(match.lead_in, match.language)
    judged = "; ".join(verdicts(match))
    words, spoken = shown_in_row(match, row).text, ", ".join(kinds(in_row(match, row)))
    return lead_in or None, words, spoken, page, section, round(match.score, 4), judged or None


def _figures(share: Share) -> tuple[Value, ...]:
    """What the topic takes of the manifesto: the same on each of its lines."""
    return share.passages, share.words, share.per_thousand, share.uncertain


def manifestos_sheet(comparison: Comparison) -> Sheet:
    """A line for each manifesto: what is known of it, and how much of it the topic takes."""
    columns = (
        *("manifesto", "title", "party", "candidate", "office", "election", "year", "nation", "language", "source"),
        *("extent", "pages", "readable pages", "words", "passages", "words on the topic", "words per 1,000"),
        *("passages per 1,000", "less certain", "silence", "sha-256"),
    )
    fields = ("name", "title", "party", "candidate", "office", "election", "year", "nation", "language", "source")
    rows = []
    for column in comparison.columns:
        document, share = column.document, column.share
        rows.append(
            (
                *(str(getattr(document, field)) for field in (*fields, "extent")),
                *(document.page_count, document.readable_pages, document.words),
                *(share.passages, share.words, share.per_thousand, share.passages_per_thousand),
                share.uncertain,
                *(None if column.silence is None else column.silence.sentence, document.id),
            )
        )
    return Sheet("Manifestos", columns, tuple(rows))
