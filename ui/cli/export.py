"""`hustings export`: what coders made: codes and notes, units by codes, and the codebook."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from index.annotations.importing import named
from index.annotations.quasi_sentences import parted
from index.citations.styles import USUAL, opened
from index.exports import coded
from index.exports.annotation_report import By
from index.exports.coded import Chosen
from index.exports.registry import Exportable, Layout, Paper
from reader.errors import NotFound, UserError
from reader.home import home
from reader.library.clock import now
from reader.library.library import Library
from reader.library.units import Scheme
from reader.library.verdicts import About
from ui import assets
from ui.cli import exporting, naming, output
from ui.cli.exporting import NeedsFile, WrongFormat
from ui.shared.file_writing import write_file
from ui.version import PROGRAM

_FORMATS = {
    "annotations": ("csv", "xlsx", "docx", "html", "md", "pdf", "marpor"),
    "units": ("csv", "xlsx"),
    "codebook": ("csv", "xlsx", "qdc"),
}
_SUFFIXES = {".htm": "html", ".markdown": "md"}

EPILOG = """annotations: one row for each code or note (csv, xlsx), a report with citations by code or manifesto (docx,
html, md), quasi-sentences as the Manifesto Project has them (marpor: one manifesto into FILE, or all into the folder
FILE). units: the units of NAME by codes as 1 and 0; an empty cell is undecided. codebook: csv, xlsx or REFI-QDA (qdc).
Every file is read back before it is handed over. docs/command-line.md tells of the columns."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=tuple(_FORMATS), help="what leaves")
    parser.add_argument("name", nargs="?", metavar="NAME", help="which units, by their name (else the only ones)")
    every = dict.fromkeys(form for forms in _FORMATS.values() for form in forms)
    parser.add_argument("--format", choices=tuple(every), help="else what the name of FILE says, else csv")
    parser.add_argument("--out", type=naming.path, metavar="FILE", help="write it to this file")
    parser.add_argument("--document", metavar="NAME", help="only this manifesto: its SHA-256, file name or title")
    parser.add_argument("--coder", metavar="NAME", help="only what this coder made")
    parser.add_argument("--units", metavar="NAME", help="for marpor: cut into these units as well")
    parser.add_argument("--by", choices=[each.value for each in By], default="code", help="the sections of a report")
    parser.add_argument("--style", default=USUAL, metavar="STYLE", help=f"the citation style, or a .csl file ({USUAL})")
    parser.add_argument("--bom", action="store_true", help="begin CSV so that Excel knows it for UTF-8")
    parser.add_argument("--paper", choices=[each.value for each in Paper], default="a4", help="for Word and web pages")
    parser.add_argument("--large", action="store_true", help="large print")


def run(options: argparse.Namespace) -> int:
    form = _format(options)
    with Library.open(home(options.library)) as library:
        coder = _coder(library, options.coder)
        document = named(library, options.document).id if options.document else ""
        if options.name and options.what != "units":
            raise NotFound("Only units have a name.", "Leave it out, or ask for units.")
        if form == "marpor":
            return _marpor(library, options, document, coder)
        if form == "pdf":
            answer = _annotated(library, options, document, coder)
        else:
            answer = 0
            _write(_thing(library, options, document, coder), form, options.out, options)
        _tell_of_name(library, options, document, coder)
    return answer


def _tell_of_name(library: Library, options: argparse.Namespace, document: str, coder: str) -> None:
    """Say under which name codes left where nobody has chosen it: the log-in's is often a number."""
    if options.what != "annotations":
        return
    noted = [one for one in library.noted() if document in ("", one.document)]
    there = {one.coder for one in noted if coder in ("", one.coder)}
    for one in library.coders():
        if one.id in there and not one.confirmed:
            advice = "another is given in the window, Edit > Your name…"
            output.complain(f"The codes are under “{one.name}”, the name of the log-in: {advice}")


def _thing(library: Library, options: argparse.Namespace, document: str, coder: str) -> Exportable:
    if options.what == "codebook":
        return coded.codebook(library, PROGRAM)
    if options.what == "units":
        return coded.units(library, _scheme(library, options.name), coder)
    style = opened(options.style, assets.citation_styles())
    return coded.exportable(library, Chosen(style, now(), PROGRAM, By(options.by), coder, document))


def _format(options: argparse.Namespace) -> str:
    """The format that was asked for, by name or by suffix, else CSV. Raises WrongFormat, NeedsFile."""
    possible = _FORMATS[options.what]
    suffix = options.out.suffix.casefold() if options.out else ""
    by_file = _SUFFIXES.get(suffix, suffix[1:])
    form = str(options.format or (by_file if by_file in possible else "csv"))
    if form not in possible:
        problem = f"{options.what.title()} cannot be written as {form.upper()}."
        raise WrongFormat(problem, f"Choose one of: {', '.join(possible)}.")
    if options.out is None and form in ("xlsx", "docx", "pdf", "qdc"):
        raise NeedsFile(f"A terminal cannot show {form.upper()}.", "Name a file for it with --out FILE.")
    return form


def _write(thing: Exportable, form: str, out: Path | None, options: argparse.Namespace) -> None:
    layout = Layout(assets.for_exports(), Paper(options.paper), large=options.large, for_excel=options.bom)
    exporting.write_with(thing, form, layout, out)


def _coder(library: Library, name: str | None) -> str:
    """The id of the coder of this name; "" for all. Raises NotFound."""
    if name is None:
        return ""
    found = next((one for one in library.coders() if one.name.casefold() == name.strip().casefold()), None)
    if found is None:
        there = ", ".join(f"“{one.name}”" for one in library.coders())
        raise NotFound(f"There is no coder “{name}”.", f"There are: {there}.")
    return found.id


def _scheme(library: Library, name: str | None) -> Scheme:
    """The units of this name, else the only ones. Raises NotFound."""
    schemes = library.schemes()
    fitting = [one for one in schemes if name is None or one.name.casefold() == name.strip().casefold()]
    if len(fitting) == 1:
        return fitting[0]
    if not schemes:
        raise NotFound("No manifesto is parted into units.", "That is done in the window.")
    there = ", ".join(f"“{one.name}”" for one in schemes)
    problem = f"There are no units “{name}”." if name else "There are several kinds of units."
    raise NotFound(problem, f"There are: {there}.")


def _marpor(library: Library, options: argparse.Namespace, document: str, coder: str) -> int:
    """Write one manifesto into the file, else all that have codes into a folder."""
    scheme = _scheme(library, options.units) if options.units else None
    rows = [one for one in coded.rows_of(library, coder, document) if one.code is not None]
    documents = list(dict.fromkeys(row.document.id for row in rows)) or ([document] if document else [])
    if not documents:
        raise NotFound("No manifesto has a code.", "Code some passages first.")
    whole, taken = len(documents) == 1, set[Path]()
    if not whole and options.out is None:
        raise NeedsFile(
            f"{len(documents)} manifestos have codes.", "Name a folder for them with --out, or one of them."
        )
    for name in documents:
        by = coder or _only_coder(library, name)
        cut = scheme.id if scheme and name in scheme.documents else ""
        made = library.read(partial(parted, document=name, coder=by, scheme=cut))
        thing = coded.quasi_sentences(made)
        out = options.out if whole else _free(options.out / f"{thing.name}.csv", made.document.id, taken)
        _write(thing, "csv", out, options)
        several = sum(bool(one.others) for one in made.sentences)
        if several:
            output.complain(
                f"{made.document.name}: {several} quasi-sentences have several codes; the first is written."
            )
    return 0


def _annotated(library: Library, options: argparse.Namespace, document: str, coder: str) -> int:
    """Write a copy of the original of one manifesto into the file, else of all that have annotations into a folder."""
    from index.exports.annotated_pdf import annotated_pdfs, copy_name

    rows = coded.rows_of(library, coder, document)
    documents = list(dict.fromkeys(row.document.id for row in rows))
    if not documents:
        raise NotFound("No manifesto has a code or note.", "Code some passages first.")
    whole, taken, status = len(documents) == 1, set[Path](), 0
    for which, made in annotated_pdfs(library, documents, coders=[coder] if coder else None):
        if isinstance(made, UserError):
            if whole:
                raise made
            output.complain(f"{which.name}: {made}")
            status = 1
            continue
        write_file(options.out if whole else _free(options.out / copy_name(which), which.id, taken), made.content)
        if made.left_out:
            output.complain(f"{which.name}: {made.left_out} codes and notes stand on no words of a page.")
    return status


def _free(path: Path, document: str, taken: set[Path]) -> Path:
    """The path, with the beginning of the manifesto's id where another manifesto has taken it."""
    found = path.with_name(f"{path.stem}_{document[:8]}{path.suffix}") if path in taken else path
    taken.add(found)
    return found


def _only_coder(library: Library, document: str) -> str:
    """Whoever coded the manifesto. Raises NotFound where that is not one."""
    coders = {one.annotation.coder for one in library.coded(document) if one.annotation.about is About.CODE}
    if len(coders) > 1:
        names = ", ".join(sorted(f"“{one.name}”" for one in coders))
        raise NotFound("Several coders have coded it.", f"Name one with --coder: {names}.")
    return next((one.id for one in coders), library.coder)
