"""`hustings search QUERY --concordance`: a line for each place where the words stand, sorted, or a sample of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from index.citations.styles import USUAL, Opened, opened
from index.concordance import Line, levels_of, sample_of, sorted_lines
from index.concording import read_lines
from index.exports.concordance import Concordance, Thinned, about, exportable, values
from index.search import Searcher
from reader.home import Home, home
from reader.library.clock import now
from reader.library.library import Library
from reader.library.records import Document
from ui import assets
from ui.cli import exporting, output
from ui.cli.importing import bring_up_to_date
from ui.cli.numbers import positive
from ui.cli.refusing import refuse
from ui.cli.viewing import speaking_of_violence, usable_topics
from ui.version import PROGRAM

_SEED = 1
_LEFT, _RIGHT = 48, 64  # characters beside the hit on a terminal


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--concordance", action="store_true", help="a line for each place where the words stand")
    parser.add_argument("--sort", metavar="LEVELS", help="of these: r1,r2,r3,l1,l2,l3,hit,manifesto,year,party")
    parser.add_argument("--sample", type=positive, metavar="N", help="of these: N lines drawn at random")
    parser.add_argument("--seed", type=int, metavar="S", help=f"what the sample is drawn with (else {_SEED})")


def refuse_apart(options: argparse.Namespace) -> None:
    """Raises WithoutEffect where something was asked of lines that are not asked for."""
    refuse(options, ("sort", "sample", "seed"), "It belongs to --concordance.")


def run(options: argparse.Namespace, form: str) -> int:
    """Print or write the lines; `form` is the id of a format, "" for none."""
    refuse(options, ("limit",), "A concordance has all lines: thin it with --sample N.")
    if options.sample is None:
        refuse(options, ("seed",), "It belongs to --sample N.")
    levels = levels_of(options.sort or "")
    chosen = home(options.library)
    with Library.open(chosen) as library:
        documents = {document.id: document for document in library.documents()}
        bring_up_to_date(chosen, library)
        with Searcher(chosen, lambda: usable_topics(chosen)) as searcher:
            every = read_lines(searcher.search, library, options.query, list(documents))
    lines = every if options.sample is None else sample_of(every, options.sample, _seed(options))
    shown = Concordance(
        options.query,
        tuple(sorted_lines(lines, levels, documents)),
        documents,
        now(),
        PROGRAM,
        _style,
        levels,
        None if len(lines) == len(every) else Thinned(_seed(options), len(every)),
        sensitive=_sensitive(chosen, lines, documents) if form else frozenset(),
    )
    if options.json:
        output.write_json({**values(shown), "errors": []}, options.out)
    elif form:
        exporting.write(exportable(shown), form, options)
    else:
        _say(shown)
    return 0


def _seed(options: argparse.Namespace) -> int:
    return _SEED if options.seed is None else int(options.seed)


def _style() -> Opened:
    return opened(USUAL, assets.citation_styles())


def _sensitive(chosen: Home, lines: Sequence[Line], documents: dict[str, Document]) -> frozenset[tuple[str, str]]:
    there = [documents[name] for name in dict.fromkeys(line.hit.document for line in lines)]
    with Library.open(chosen) as library:
        return speaking_of_violence(chosen, library, there)


def _say(shown: Concordance) -> None:
    for line in shown.lines:
        left = " ".join(line.left.split())[-_LEFT:].rjust(_LEFT)
        right = output.one_line(line.right, _RIGHT) if line.right.strip() else ""
        after = " " if line.right[:1].isspace() else ""
        place = ", ".join(
            filter(None, (shown.documents[line.hit.document].name, output.where(line.hit.page, line.hit.label)))
        )
        output.say(f"{left} [{line.match}]{after}{right}  ({place})")
    if shown.lines:
        output.say(" ".join(about(shown)))
    else:
        output.say("Nothing found.")
