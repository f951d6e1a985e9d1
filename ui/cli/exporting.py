"""What the commands that export have in common: the format, the paper, and where it goes."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from pathlib import Path

from index.exports.registry import FORMATS, Exportable, Layout, Paper, format_called, format_of_file, formats_of
from reader.errors import UserError
from ui import assets
from ui.cli import naming, output
from ui.cli.refusing import refuse
from ui.shared.file_writing import write_file

# What a terminal can show.
_TEXTS = frozenset(("html", "md", "csv", "json", "gift"))
# What has pages, and the options that say how those are set.
_PAGES = frozenset(("docx", "pdf", "html"))
OF_PAGES = ("paper", "landscape", "large")


class WrongFormat(UserError):
    """Something was asked for in a format that cannot hold it."""


class NeedsFile(UserError):
    """A format that is no text was asked for without a file to write it to."""


def arguments(parser: argparse.ArgumentParser, formats: Collection[str] = ()) -> None:
    """The options that say what is written, in which of these formats (else the usual ones), on which paper, where."""
    # No command draws a chart; codebooks and quizzes have commands of their own.
    usual = [each.id for each in FORMATS if each.needs not in ("picture", "qdc", "gift")]
    known = [each.id for each in FORMATS if each.id in formats] if formats else usual
    parser.add_argument("--format", choices=known, help="else what the name of FILE says")
    parser.add_argument("--out", type=naming.path, metavar="FILE", help="write it to this file")
    parser.add_argument("--paper", choices=[each.value for each in Paper], help="for PDF, Word, web pages (else a4)")
    parser.add_argument(
        "--landscape", action=argparse.BooleanOptionalAction, help="of these (else automatic: for wide tables)"
    )
    parser.add_argument("--large", action="store_true", help="large print, of these")


def chosen(options: argparse.Namespace, usual: str) -> str:
    """The id of the format that was asked for, by name or by suffix, else the usual one.

    Raises NeedsFile, and WithoutEffect for options of pages where there are none.
    """
    by_file = format_of_file(options.out) if options.out else None
    form = options.format or (by_file.id if by_file else usual)
    if form not in _TEXTS and options.out is None:
        raise NeedsFile(f"A terminal cannot show {form.upper()}.", "Name a file for it with --out FILE.")
    if form not in _PAGES:
        refuse(options, OF_PAGES, "It is for docx, pdf and html alone.")
    return str(form)


def write(thing: Exportable, form: str, options: argparse.Namespace) -> None:
    """Write the thing to the file that was named, else print it. Raises WrongFormat, DiskFull, NotFound."""
    layout = Layout(assets.for_exports(), Paper(options.paper or Paper.A4), options.landscape, options.large)
    write_with(thing, form, layout, options.out)


def write_with(thing: Exportable, form: str, layout: Layout, out: Path | None) -> None:
    """Write the thing to this file, for None print it. Raises WrongFormat, DiskFull, NotFound."""
    writer = format_called(form)
    if not writer.takes(thing):
        possible = ", ".join(each.id for each in formats_of(thing))
        raise WrongFormat(f"“{thing.name}” cannot be written as {writer.name}.", f"Choose one of: {possible}.")
    written = writer.made(thing, layout)
    if out:
        write_file(out, written)
    else:
        output.write(written.decode())
