"""What Notes counts and reads, as it leaves: codes by manifestos, units by codes, and the report by party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.annotations.listing import Annotations, Listed
from index.annotations.matrix import Matrix
from index.annotations.retrieval import OfParty, retrieved
from index.annotations.unit_matrix import UnitMatrix
from index.exports.annotation_sheets import told_apart
from index.exports.provenance import origin, sources
from index.exports.publication import Block, Heading, Paragraph, Publication, Quotation, Role, text
from index.exports.registry import Exportable
from index.exports.sheets import Sheet, Value
from index.exports.sources import column_names
from reader.wording import tr, tr_count


def report(annotations: Annotations, rows: Sequence[Listed], made: str, program: str) -> Publication:
    """The coded passages among these rows by party, each with manifesto, page, section, code and memo."""
    parties = retrieved(annotations, "", rows)
    documents = [one.document for party in parties for one in party.manifestos]
    names = dict(zip([one.id for one in documents], column_names(documents), strict=True))
    passages = sum(party.passages for party in parties)
    blocks: list[Block] = [Paragraph(text(tr_count("1 passage.", "{count:,} passages.", passages)), Role.ABOUT)]
    for party in parties:
        blocks += _of_party(party, names)
    blocks += origin(made, program)
    if documents:
        blocks.append(sources(documents))
    return Publication(tr("Coded passages"), tuple(blocks), foot=tr("Made with {program}", program=program))


def _of_party(party: OfParty, names: dict[str, str]) -> Iterator[Block]:
    yield Heading(party.party or tr("No party"))
    for one in party.manifestos:
        if len(party.manifestos) > 1 or names[one.document.id] != party.party:
            yield Heading(names[one.document.id], 2)
        for row in one.rows:
            page = tr("p. {page}", page=row.pages) if row.pages else ""
            place = ", ".join(filter(None, (page, *row.section[-1:])))
            said = ". ".join(filter(None, (place, row.path, row.memo)))
            yield Quotation(text(row.words or tr("The whole manifesto")), said, language=one.document.language)


def by_manifestos(matrix: Matrix, names: Sequence[str]) -> Exportable:
    """Codes by manifestos; a workbook has a sheet each for passages, words, and words of every 1,000."""
    heads = ("code", *told_apart(names, ("code",)))

    def sheets() -> tuple[Sheet, ...]:
        def lines(value: str) -> tuple[tuple[Value, ...], ...]:
            rows = zip(matrix.paths, matrix.cells, strict=True)
            return tuple((name, *(getattr(cell, value) for cell in cells)) for name, cells in rows)

        kinds = ((tr("Passages"), "passages"), (tr("Words"), "words"), (tr("Words per 1,000"), "per_thousand"))
        return tuple(Sheet(title, heads, lines(value)) for title, value in kinds)

    return Exportable(tr("Codes by manifestos"), sheets=sheets, exact=True)


def by_units(found: UnitMatrix, names: dict[str, str]) -> Exportable:
    """Units by codes: 1 and 0 where the coder has looked, an empty cell where nothing is known."""
    own = ("unit", "manifesto", "words", "state")
    heads = (*own, *told_apart(found.paths, own))
    rows = tuple(
        (number, names.get(row.unit.unit.document, ""), row.words, row.state.value, *row.cells)
        for number, row in enumerate(found.rows, 1)
    )
    return Exportable(found.scheme.name, sheets=lambda: (Sheet("Units", heads, rows),), exact=True)
