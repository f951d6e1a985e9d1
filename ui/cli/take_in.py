"""`hustings import`: takes annotations or a codebook in, in one step that can be undone, and says what was left out."""

from __future__ import annotations

import argparse

from index.annotations.importing import HEADER, from_csv
from index.annotations.importing_codebook import codebook
from index.annotations.taken_in import TakenIn
from reader.home import home
from reader.library import backups
from reader.library.backups import Reason
from reader.library.connection import plainly
from reader.library.library import Library
from ui.cli import naming, output

EPILOG = f"""annotations: CSV with the columns {",".join(HEADER)}, of which quote, or start and end, may be empty; or
the Manifesto Project's text,cmp_code,eu_code. codebook: REFI-QDA (.qdc), our own CSV, or the Manifesto Project's table
of categories. What is not certain is listed and left out, and the exit status is 1. A copy of the library is kept
before; in the window all of it is undone in one step. With --json: {{"annotations", "units", "codes", "coders",
"there", "left_out": [{{"row", "words", "problem"}}], "remarks": [sentence], "errors": []}}."""

# What stands beside `errors` where nothing could be done at all.
NOTHING: output.Json = {
    "annotations": 0,
    "units": 0,
    "codes": 0,
    "coders": 0,
    "there": 0,
    "left_out": [],
    "remarks": [],
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("annotations", "codebook"), help="what the file holds")
    parser.add_argument("file", type=naming.path, metavar="FILE", help="the file")
    parser.add_argument("--document", default="", metavar="NAME", help="the manifesto of a file that names none")
    parser.add_argument("--coder", default="", metavar="NAME", help="who coded the rows that do not say it")
    parser.add_argument("--dry-run", action="store_true", help="say what would come of it and change nothing")
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")


def run(options: argparse.Namespace) -> int:
    with Library.open(home(options.library)) as library:
        if options.what == "codebook":
            found = codebook(library, options.file)
        else:
            found = from_csv(library, options.file, document=options.document, coder=options.coder)
        if not options.dry_run and found.edit.changes:
            with plainly(library.home.database):
                backups.keep(library.home.database, Reason.IMPORT)
            library.apply(found.edit)
    _report(found, as_json=options.json)
    return 1 if found.left_out else 0


def _report(found: TakenIn, *, as_json: bool) -> None:
    if as_json:
        skipped = [{"row": one.number, "words": one.words, "problem": one.why} for one in found.left_out]
        counts = {"annotations": found.annotations, "units": found.units, "codes": found.codes}
        counts |= {"coders": found.coders, "there": found.there}
        output.write_json({**counts, "left_out": skipped, "remarks": list(found.remarks), "errors": []})
        return
    output.say(found.summary)
    for remark in found.remarks:
        output.complain(remark)
    for one in found.left_out:
        output.complain(f"row {one.number}: {one.why} “{one.words}”")
