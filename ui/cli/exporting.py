"""What the commands that export have in common: the format, the paper, and where it goes."""

from __future__ import annotations

import argparse

from index.exports.registry import FORMATS, Exportable, Layout, Paper, format_called, format_of_file
from reader.errors import UserError
from ui import assets
from ui.cli import naming, output
from ui.shared.file_writing import write_file

# What a terminal can show.
_TEXTS = frozenset(("html", "md", "csv", "json"))


class NeedsFile(UserError):
    """A format that is no text was asked for without a file to write it to."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options that say what is written, on which paper, and where."""
    parser.add_argument("--format", choices=[each.id for each in FORMATS], help="else what the name of FILE says")
    parser.add_argument("--out", type=naming.path, metavar="FILE", help="write it to this file")
    parser.add_argument(
        "--paper", choices=[each.value for each in Paper], default="a4", help="for PDF, Word, web pages"
    )
    parser.add_argument("--landscape", action=argparse.BooleanOptionalAction, help="else as its tables need it")
    parser.add_argument("--large", action="store_true", help="large print")


def chosen(options: argparse.Namespace, usual: str) -> str:
    """The id of the format that was asked for, by name or by suffix, else the usual one. Raises NeedsFile."""
    by_file = format_of_file(options.out) if options.out else None
    form = options.format or (by_file.id if by_file else usual)
    if form not in _TEXTS and options.out is None:
        raise NeedsFile(f"A terminal cannot show {form.upper()}.", "Name a file for it with --out FILE.")
    return str(form)


def write(thing: Exportable, form: str, options: argparse.Namespace) -> None:
    """Write the thing to the file that was named, else print it. Raises DiskFull, NotFound."""
    layout = Layout(assets.for_exports(), Paper(options.paper), options.landscape, options.large)
    written = format_called(form).write(thing, layout)
    if options.out:
        write_file(options.out, written)
    else:
        output.write(written.decode())
