"""What a search found, as a publication and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from index.exports.provenance import origin, sources
from index.exports.publication import Block, Heading, Paragraph, Publication, Quotation, Role, Run, Runs, text
from index.exports.registry import Exportable
from index.exports.sheets import Sheet, Value
from index.exports.sources import column_names
from index.results import Hit, Results
from index.sensitive import note_before
from reader.lead_ins import before_words
from reader.library.records import Document
from reader.wording import tr, tr_count

_COLUMNS = (
    *("number", "manifesto", "title", "party", "election", "year", "lead-in", "before", "match", "after", "words"),
    *("page", "section", "score", "sha-256"),
)


@dataclass(frozen=True, slots=True)
class Search:
    """A search as it is shown: its hits, of which there may be more, and the documents that they are in, by id.

    `made` is the moment of the export (`reader.library.clock.now`), `program` the program with its version. `narrowed`
    names what the hits are narrowed to ("Labour, 2017"), "" for nothing. `sensitive` are the passages (document and
    block) that speak of violence and abuse.
    """

    results: Results
    documents: Mapping[str, Document]
    made: str
    program: str
    narrowed: str = ""
    sensitive: frozenset[tuple[str, str]] = frozenset()


def exportable(search: Search) -> Exportable:
    """The search for the registry."""
    return Exportable(
        tr("Search for {query}", query=search.results.query),
        publication=lambda: publication(search),
        sheets=lambda: (sheet(search),),
        values=lambda: values(search.results),
    )


def publication(search: Search) -> Publication:
    """The hits by manifesto, in the order in which the first of each was found."""
    results = search.results
    groups: dict[str, list[Hit]] = {}
    for hit in results.hits:
        groups.setdefault(hit.document, []).append(hit)
    known = [search.documents[name] for name in groups if name in search.documents]
    blocks: list[Block] = [Paragraph(text(_how_many(search)), Role.ABOUT)]
    if note := note_before([(hit.document, hit.block) for hit in results.hits], search.sensitive):
        blocks.append(Paragraph(text(note), Role.NOTICE))
    for document, name in zip(known, column_names(known), strict=True):
        blocks.append(Heading(name))
        blocks.extend(_quotation(hit, document) for hit in groups[document.id])
    asked = tr("Searched for: {query}", query=results.query)
    blocks += [*origin(search.made, search.program, asked), sources(known)]
    title = tr("“{query}” in manifestos", query=results.query)
    return Publication(title, tuple(blocks), foot=tr("Made with {program}", program=search.program))


def _how_many(search: Search) -> str:
    results, shown = search.results, len(search.results.hits)
    if search.narrowed:
        return tr_count(
            "1 passage found; narrowed to {to}: {shown:,}.",
            "{count:,} passages found; narrowed to {to}: {shown:,}.",
            results.total,
            shown=shown,
            to=search.narrowed,
        )
    if shown >= results.total:
        return tr_count("1 passage found.", "{count:,} passages found.", results.total)
    return tr_count(
        "1 passage found; the best {shown:,} are here.",
        "{count:,} passages found; the best {shown:,} are here.",
        results.total,
        shown=shown,
    )


def _quotation(hit: Hit, document: Document) -> Quotation:
    return Quotation(
        (*text(before_words(hit.lead_in, hit.language)), *_marked(hit)), place_of(hit), language=document.language
    )


def place_of(hit: Hit) -> str:
    """Page and section of a hit: "p. 47, Police and crime"; "" where it has neither."""
    page = [] if hit.page is None else [tr("p. {page}", page=hit.label or hit.page)]
    return ", ".join([*page, *hit.section[-1:]])


def _marked(hit: Hit) -> Runs:
    runs: list[Run] = []
    at = 0
    for start, end in hit.marks:
        runs += [*text(hit.text[at:start]), Run(hit.text[start:end], marked=True)]
        at = end
    return (*runs, *text(hit.text[at:]))


def sheet(search: Search) -> Sheet:
    """A line for each hit: the words before the first match, the match, and the words after it."""
    return Sheet("Hits", _COLUMNS, tuple(_lines(search)))


def _lines(search: Search) -> Iterator[tuple[Value, ...]]:
    for number, hit in enumerate(search.results.hits, 1):
        document = search.documents.get(hit.document)
        if document is None:
            continue
        start, end = hit.marks[0] if hit.marks else (0, 0)
        about = (document.name, document.called, document.party, document.election, document.year)
        around = (
            before_words(hit.lead_in, hit.language) or None,
            hit.text[:start],
            hit.text[start:end],
            hit.text[end:],
            hit.text,
        )
        page = None if hit.page is None else hit.label or str(hit.page)
        yield (number, *about, *around, page, " > ".join(hit.section), round(hit.score, 4), document.id)


def values(results: Results) -> dict[str, Any]:
    """The search as values that `json` can write; docs/command-line.md tells of them."""
    return {
        "query": results.query,
        "total": results.total,
        "suggestion": results.suggestion,
        "also": [{"word": one.word, "query": one.query, "total": one.total} for one in results.also],
        "hits": [_value(hit) for hit in results.hits],
    }


def _value(hit: Hit) -> dict[str, Any]:
    return {
        "document": hit.document,
        "block": hit.block,
        "text": hit.text,
        "lead_in": hit.lead_in,
        "kind": hit.kind,
        "page": hit.page,
        "label": hit.label,
        "section": list(hit.section),
        "score": round(hit.score, 4),
        "marks": [list(mark) for mark in hit.marks],
    }
