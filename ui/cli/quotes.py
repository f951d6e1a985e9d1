"""`hustings quotes`: checks the quotations of an essay against the manifestos of the library."""

from __future__ import annotations

import argparse
import sys

from index.citations.styles import USUAL, opened
from index.exports.quoting import Check, exportable
from index.quoting.essay import Essay, essay_of_text
from index.quoting.opening import essay_in, essay_of_markup
from index.quoting.report import checked_against
from reader.errors import EmptyFile
from reader.formats.decoding import decode
from reader.formats.sniffing import is_html
from reader.home import home
from reader.library.clock import now
from reader.library.library import Library
from ui import assets
from ui.cli import exporting, naming
from ui.cli.importing import bring_up_to_date
from ui.cli.sets import members
from ui.version import PROGRAM

_USUAL_FORMAT = "md"

EPILOG = """Each quotation is exact; exact but for brackets, capitals or the style of marks; shortened, as its dots say;
altered, with what differs; in none of the manifestos; or, of one or two words, too short to be checked. Nothing of the
essay is kept. docs/command-line.md tells what is in the JSON."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=naming.path, metavar="FILE", help="the essay, of any kind that can be read; - for standard input"
    )
    parser.add_argument("--set", metavar="NAME", help="check against the manifestos of this set (else of the library)")
    parser.add_argument(
        "--style", default=USUAL, metavar="STYLE", help=f"the citation style, or a .csl file of your own (else {USUAL})"
    )
    exporting.arguments(parser)


def run(options: argparse.Namespace) -> int:
    form = exporting.chosen(options, _USUAL_FORMAT)
    style = opened(options.style, assets.citation_styles())
    essay = _typed() if options.file == naming.STANDARD_INPUT else essay_in(options.file)
    chosen = home(options.library)
    with Library.open(chosen) as library:
        documents = library.documents() if options.set is None else members(library, options.set)
        bring_up_to_date(chosen, library)
        report = checked_against(chosen, library, essay, documents)
    made = Check(report, now(), PROGRAM, style)
    exporting.write(exportable(report, lambda: made), form, options)
    return 0


def _typed() -> Essay:
    """The essay from standard input. Raises EmptyFile."""
    content = sys.stdin.buffer.read()
    text = decode(content)
    if not any(map(str.isalnum, text)):
        raise EmptyFile("Standard input holds no words.", "Give the text of an essay to it, or name a file.")
    return essay_of_markup(text) if is_html(content) else essay_of_text(text)
