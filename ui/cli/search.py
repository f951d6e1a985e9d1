"""`hustings search`: passages of the library that match a query, best first."""

from __future__ import annotations

import argparse

from index.exports import searching
from index.exports.searching import Search
from index.mistakes import mistakes
from index.results import Results
from index.search import Searcher
from reader.home import home
from reader.lead_ins import before_words
from reader.library.clock import now
from reader.library.library import Library
from reader.library.records import Document
from reader.wording import tr
from ui.cli import concordance, exporting, output
from ui.cli.importing import bring_up_to_date
from ui.cli.numbers import positive
from ui.cli.refusing import refuse
from ui.cli.viewing import speaking_of_violence, usable_topics
from ui.version import PROGRAM

WIDTH = 160
_LIMIT = 20

EPILOG = """With --json: {"query", "total", "suggestion", "also": [{"word", "query", "total"}]: words akin to those
typed that were not looked for, "hits": [{"document", "block", "text", "lead_in": what introduces its list, "kind",
"page", "label", "section": [headings above], "score", "marks": [[start, end]]}], "errors": []}, one hit per passage,
best first; marks are code points in the text. Words are found in singular and plural and in all tenses, "in quotation
marks" one after the other, =exactly as they stand; also: OR, NOT, -word, polic*, wom?n, "two words"~5, (groups),
party:labour, year:2017, section:women, kind:pledge. --format or the suffix of --out writes the hits with where they
come from. --concordance gives a line for each place: {"query", "total", "sort", "sample": {"size", "seed"} or null,
"lines": [{"document", "block", "start", "end", "left", "hit", "right", "kind", "page", "label", "section",
"category"}], "errors": []}."""

# What stands beside `errors` where nothing could be done at all.
NOTHING: output.Json = {"hits": []}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help='words, "exact phrases", AND, OR, NOT, field:word')
    parser.add_argument("--limit", type=positive, metavar="N", help=f"at most so many hits (else {_LIMIT})")
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")
    concordance.arguments(parser)
    exporting.arguments(parser)


def run(options: argparse.Namespace) -> int:
    if options.json:
        refuse(options, ("format", *exporting.OF_PAGES), "--json is a format of its own: leave it out, or the other.")
        form = "json"
    elif options.format or options.out:
        form = exporting.chosen(options, "md")
    else:
        refuse(options, exporting.OF_PAGES, "It belongs to --format or --out.")
        form = ""
    if options.concordance:
        return concordance.run(options, "" if options.json else form)
    concordance.refuse_apart(options)
    chosen = home(options.library)
    with Library.open(chosen) as library:
        documents = {document.id: document for document in library.documents()}
        bring_up_to_date(chosen, library)
    searcher = Searcher(chosen, lambda: usable_topics(chosen))
    try:
        results = searcher.search(options.query, limit=options.limit or _LIMIT)
    finally:
        searcher.close()
    if options.json:
        output.write_json(described(results), options.out)
    elif form:
        shown = [documents[name] for name in {hit.document for hit in results.hits} & documents.keys()]
        with Library.open(chosen) as library:
            sensitive = speaking_of_violence(chosen, library, shown)
        found = Search(results, documents, now(), PROGRAM, sensitive=sensitive)
        exporting.write(searching.exportable(found), form, options)
    else:
        _say(results, documents)
    return 0


def described(results: Results) -> output.Json:
    return {**searching.values(results), "errors": []}


def _say(results: Results, documents: dict[str, Document]) -> None:
    for hit in results.hits:
        name = documents[hit.document].name if hit.document in documents else hit.document[:12]
        place = ", ".join(filter(None, (name, output.where(hit.page, hit.label))))
        output.say(f"{place}: {output.one_line(before_words(hit.lead_in, hit.language) + hit.text, WIDTH)}")
    if results.total > len(results.hits):
        output.say(f"({len(results.hits)} of {results.total})")
    if not results.hits:
        output.say("Nothing found.")
    if results.also:
        akin = " · ".join(f"{one.word}, {one.total:,}" for one in results.also)
        output.say(tr("Not looked for: {words}", words=akin))
    for sentence in mistakes(results.query):
        output.say(sentence)
    if results.suggestion:
        output.say(f"Did you mean: {results.suggestion}")
