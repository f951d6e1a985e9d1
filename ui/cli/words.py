"""`hustings words`: words counted over manifestos: frequencies, key words, where they stand, what stands near them."""

from __future__ import annotations

import argparse
from functools import partial

from index.annotations.importing import named
from index.exports.words import Words, exportable
from index.words.collocates import Window
from index.words.statistics import LEAST_KEYNESS
from index.words.tables import WordTable
from index.words.terms import Unit
from index.words.wishes import OF_CHOICES, Answer, Counted, NothingCounted, Wish, answer
from reader.errors import NotFound
from reader.home import Home, home
from reader.library.clock import now
from reader.library.library import Library
from ui.cli import exporting, output
from ui.cli.compare import topic_called
from ui.cli.importing import bring_up_to_date
from ui.cli.numbers import positive
from ui.cli.refusing import refuse
from ui.cli.sets import members
from ui.cli.viewing import views_of
from ui.version import PROGRAM

_FORMATS = ("csv", "xlsx", "json", "docx", "html", "md", "pdf")
# Lines that a terminal shows unless another number is asked for; files have all.
_SHOWN = 40
_WIDEST = 48  # characters of a cell on a terminal

EPILOG = """TABLE is frequency, crosstab (WORDS by manifesto), keyness (--of one manifesto or several against the rest),
dispersion (where WORDS stand), ngrams, collocates (of one word or phrase) or readability. WORDS are as in a search,
with commas between them: police, "fire safety", =exactly, polic*, housing OR homes. Lists are of one language at a
time. Formulas and sources: docs/command-line.md. Without --format or --out the first lines are printed."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("table", choices=[one.value for one in Counted], metavar="TABLE", help="what is counted")
    parser.add_argument("words", nargs="*", metavar="WORDS", help="for crosstab, dispersion and collocates")
    parser.add_argument("--set", metavar="NAME", help="the manifestos of this set (else of the library)")
    parser.add_argument("--language", metavar="CODE", help="of the list: en, cy … (else the one with the most words)")
    parser.add_argument("--stems", action="store_true", help="count all inflections of a word as one")
    parser.add_argument("--stop-words", action="store_true", help="leave stop words out")
    parser.add_argument("--least", type=positive, metavar="N", help="only what stands N times or more")
    parser.add_argument("--length", type=int, choices=range(2, 7), help="how many words a run of ngrams has (else 2)")
    parser.add_argument("--of", action="append", metavar="NAME", help="keyness: of this manifesto; may be repeated")
    parser.add_argument("--against", action="append", metavar="NAME", help="keyness: against this one (else the rest)")
    parser.add_argument("--sure", type=float, metavar="G2", help=f"keyness: at least this sure (else {LEAST_KEYNESS})")
    parser.add_argument("--window", type=_window, metavar="L,R", help="collocates: words to the left, right (else 5,5)")
    parser.add_argument("--in-sentence", action="store_true", help="collocates: within the sentence")
    parser.add_argument("--topic", metavar="ID", help="readability: of what is said on this topic")
    parser.add_argument("--limit", type=positive, metavar="N", help=f"print so many lines (else {_SHOWN})")
    exporting.arguments(parser, _FORMATS)


def run(options: argparse.Namespace) -> int:
    table = Counted(options.table)
    form = exporting.chosen(options, "csv") if options.format or options.out else ""
    _refuse_idle(table, options, form)
    chosen = home(options.library)
    with Library.open(chosen) as library:
        bring_up_to_date(chosen, library)
        found = answer(library, _wish(table, options, chosen, library), partial(views_of, chosen, library))
    if form:
        exporting.write(exportable(Words(found.table, found.documents, now(), PROGRAM)), form, options)
    else:
        _say(found, options.limit or _SHOWN)
    return 0


def _refuse_idle(table: Counted, options: argparse.Namespace, form: str) -> None:
    if table in OF_CHOICES and not options.words:
        raise NothingCounted("There are no words to count.", f"Write them after “{table.value}”.")
    if table not in OF_CHOICES and options.words:
        raise NothingCounted(f"“{table.value}” counts all words.", "Leave the words out.")
    if table is Counted.KEYNESS and not options.of:
        raise NothingCounted("Key words are those of one manifesto.", "Name it with --of NAME.")
    of_lists = table in (Counted.FREQUENCY, Counted.NGRAMS, Counted.KEYNESS, Counted.COLLOCATES)
    if not of_lists:
        refuse(options, ("language", "stems", "stop_words", "least"), "It is for lists of words.")
    for name, belongs in {
        "length": Counted.NGRAMS,
        "of": Counted.KEYNESS,
        "against": Counted.KEYNESS,
        "sure": Counted.KEYNESS,
        "window": Counted.COLLOCATES,
        "in_sentence": Counted.COLLOCATES,
        "topic": Counted.READABILITY,
    }.items():
        if table is not belongs:
            refuse(options, (name,), f"It is for {belongs.value} alone.")
    if form:
        refuse(options, ("limit",), "A file has all lines.")
    else:
        refuse(options, exporting.OF_PAGES, "It belongs to --format or --out.")


def _wish(table: Counted, options: argparse.Namespace, chosen: Home, library: Library) -> Wish:
    documents = library.documents() if options.set is None else members(library, options.set)
    if not documents:
        raise NotFound("There are no manifestos to count words in.", "Add some with: hustings add FILE ...")
    left, right = options.window or (5, 5)
    return Wish(
        table,
        tuple(document.id for document in documents),
        typed=" ".join(options.words),
        language=options.language or "",
        unit=Unit.STEMS if options.stems else Unit.WORDS,
        length=options.length or 2,
        least=options.least or 0,
        without_stop_words=options.stop_words,
        here=tuple(named(library, name).id for name in options.of or ()),
        against=tuple(named(library, name).id for name in options.against or ()),
        sure=LEAST_KEYNESS if options.sure is None else options.sure,
        window=Window(left, right, options.in_sentence),
        topic=topic_called(options.topic, chosen) if options.topic else None,
    )


def _say(found: Answer, most: int) -> None:
    for table in (found.table, *found.table.more):
        if table.name != "places":
            _say_table(table, most)


def _say_table(table: WordTable, most: int) -> None:
    output.say(table.title)
    for sentence in table.about:
        output.say(sentence)
    heads = tuple(column.head for column in table.columns)
    rows = [heads, *list(table.texts())[:most]]
    widths = [min(_WIDEST, max(len(row[at]) for row in rows)) for at in range(len(heads))]
    for row in rows:
        cells = (
            output.one_line(cell, _WIDEST).rjust(width)
            if column.is_figures
            else output.one_line(cell, _WIDEST).ljust(width)
            for cell, width, column in zip(row, widths, table.columns, strict=True)
        )
        output.say("  ".join(cells).rstrip())
    if len(table.lines) > most:
        output.say(f"({most} of {len(table.lines):,})")


def _window(argument: str) -> tuple[int, int]:
    left, _, right = argument.partition(",")
    if not (left.isdecimal() and right.isdecimal() and 0 < int(left) + int(right) <= 40):
        raise argparse.ArgumentTypeError("give two numbers of words, as in 5,5")
    return int(left), int(right)
