"""The lines of a concordance as they are shown: as a publication with citations, and as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from index.citations.citing import Place as CitedPlace
from index.citations.citing import citations
from index.citations.styles import Opened
from index.concordance import Level, Line, Place, level_name
from index.exports.provenance import origin, sources
from index.exports.publication import (
    Block,
    Cell,
    ColumnHead,
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
from index.exports.sheets import Sheet, Value
from index.exports.sources import column_names
from index.sensitive import note_before
from reader.library.records import Document
from reader.wording import tr, tr_count

# A page of print holds so many characters on either side of the hit.
_BESIDE = 70
# More lines than anybody reads in a document; tables for programs hold all.
_MOST = 1000
_COLUMNS = (
    *("number", "manifesto", "title", "party", "election", "year", "left", "hit", "right", "category"),
    *("page", "section", "block", "start", "end", "sha-256"),
)


@dataclass(frozen=True, slots=True)
class Thinned:
    """That the lines are a random sample: drawn with this seed from `of` lines."""

    seed: int
    of: int


@dataclass(frozen=True, slots=True)
class Concordance:
    """A concordance as it is shown: its lines in their order, and the documents that they are in, by id.

    `made` is the moment of the export (`reader.library.clock.now`), `program` the program with its version, `style`
    that of the citations. `categories` names that of each line that is in one. `sensitive` are the passages (document
    and block) that speak of violence and abuse.
    """

    query: str
    lines: tuple[Line, ...]
    documents: Mapping[str, Document]
    made: str
    program: str
    style: Callable[[], Opened]
    levels: tuple[Level, ...] = ()
    thinned: Thinned | None = None
    categories: Mapping[Place, str] = field(default_factory=dict)
    sensitive: frozenset[tuple[str, str]] = frozenset()


def exportable(shown: Concordance) -> Exportable:
    """The concordance for the registry."""
    return Exportable(
        tr("Concordance of {query}", query=shown.query),
        publication=lambda: publication(shown),
        sheets=lambda: (sheet(shown),),
        values=lambda: values(shown),
    )


def publication(shown: Concordance) -> Publication:
    """The lines as a table around the hit, what they are, and the works that they are from in the person's style."""
    lines = shown.lines[:_MOST]
    known = [
        shown.documents[name] for name in dict.fromkeys(line.hit.document for line in lines) if name in shown.documents
    ]
    names = dict(zip([one.id for one in known], column_names(known), strict=True))
    blocks: list[Block] = [Paragraph(text(said), Role.ABOUT) for said in about(shown)]
    if len(lines) < len(shown.lines):
        more = tr("The first {shown:,} lines are here; a workbook or a CSV table holds all.", shown=len(lines))
        blocks.append(Paragraph(text(more), Role.WARNING))
    if note := note_before([(line.hit.document, line.hit.block) for line in lines], shown.sensitive):
        blocks.append(Paragraph(text(note), Role.NOTICE))
    heads = [tr("Left"), tr("Hit"), tr("Right"), *([tr("Category")] if shown.categories else [])]
    rows = tuple(_row(line, names, shown) for line in lines if line.hit.document in names)
    blocks.append(Table("", tr("Manifesto"), tuple(map(ColumnHead, heads)), rows))
    blocks += [*origin(shown.made, shown.program), sources(known)]
    cited = citations(shown.style(), [(document, CitedPlace()) for document in known])
    title = tr("Concordance of “{query}”", query=shown.query)
    foot = tr("Made with {program}", program=shown.program)
    return Publication(title, tuple(blocks), foot=foot, bibliography=cited.bibliography)


def about(shown: Concordance) -> list[str]:
    """What the lines are: how many, by what they are sorted, and how they were drawn."""
    said = [tr_count("1 line.", "{count:,} lines.", len(shown.lines))]
    if shown.thinned is not None:
        said = [
            tr(
                "A random sample of {count:,} of {of:,} lines, drawn with the seed {seed}.",
                count=len(shown.lines),
                of=shown.thinned.of,
                seed=shown.thinned.seed,
            )
        ]
    if shown.levels:
        said.append(tr("Sorted by: {levels}.", levels=", ".join(map(level_name, shown.levels))))
    return said


def _row(line: Line, names: Mapping[str, str], shown: Concordance) -> TableRow:
    language = shown.documents[line.hit.document].language
    left, right = line.left, line.right
    # Cut between words where there are any.
    before = left if len(left) <= _BESIDE else f"… {left[-_BESIDE:].partition(' ')[2] or left[-_BESIDE:]}"
    after = right if len(right) <= _BESIDE else f"{right[:_BESIDE].rpartition(' ')[0] or right[:_BESIDE]} …"

    def words(runs: Runs) -> Cell:
        return (Quotation(runs, language=language),)

    cells = [
        words(text(before.strip())),
        words((Run(line.match, marked=True),) if line.match else ()),
        words(text(after.strip())),
    ]
    if shown.categories:
        cells.append((Paragraph(text(shown.categories.get(line.place, ""))),))
    page = [] if line.hit.page is None else [tr("p. {page}", page=line.hit.label or line.hit.page)]
    return TableRow(", ".join([names[line.hit.document], *page]), tuple(cells))


def sheet(shown: Concordance) -> Sheet:
    """A row for each line, in the order of the lines."""
    return Sheet(tr("Lines"), _COLUMNS, tuple(_rows(shown)))


def _rows(shown: Concordance) -> Iterator[tuple[Value, ...]]:
    for number, line in enumerate(shown.lines, 1):
        document = shown.documents.get(line.hit.document)
        if document is None:
            continue
        hit = line.hit
        about_it = (document.name, document.called, document.party, document.election, document.year)
        around = (line.left, line.match, line.right, shown.categories.get(line.place))
        page = None if hit.page is None else hit.label or str(hit.page)
        yield (
            *(number, *about_it, *around, page, " > ".join(hit.section)),
            *(hit.block, line.start, line.end, document.id),
        )


def values(shown: Concordance) -> dict[str, Any]:
    """The concordance as values that `json` can write; docs/command-line.md tells of them."""
    thinned = shown.thinned
    return {
        "query": shown.query,
        "total": len(shown.lines) if thinned is None else thinned.of,
        "sort": list(shown.levels),
        "sample": None if thinned is None else {"size": len(shown.lines), "seed": thinned.seed},
        "lines": _values(shown.lines, shown.categories),
    }


def _values(lines: Sequence[Line], categories: Mapping[Place, str]) -> list[dict[str, Any]]:
    return [
        {
            "document": line.hit.document,
            "block": line.hit.block,
            "start": line.start,
            "end": line.end,
            "left": line.left,
            "hit": line.match,
            "right": line.right,
            "kind": line.hit.kind,
            "page": line.hit.page,
            "label": line.hit.label,
            "section": list(line.hit.section),
            "category": categories.get(line.place, ""),
        }
        for line in lines
    ]
