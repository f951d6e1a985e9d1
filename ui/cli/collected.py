"""`hustings collected`: the lists of collected passages, as Markdown or JSON."""

from __future__ import annotations

import argparse
import json
from functools import partial

from reader.errors import NotFound
from reader.home import home
from reader.library.collected import Collection, collections, evidence
from reader.library.library import Library
from ui.cli import naming, output
from ui.collecting.exporting import as_markdown, as_values
from ui.file_writing import write_file

EPILOG = """Passages are collected in the window, with the key K. With --json: {"lists": [{"id", "name", "passages":
[{"document", "block", "start", "end", "quote", "lead_in", "citation", "page", "label", "section": [headings above],
"sentence", "found", "collected"}]}], "errors": []}. "sentence" is the person's own; "lead_in" introduces the list in
which the words stand; "found" is false where the words were not found again when the manifesto was read anew."""

NOTHING: output.Json = {"lists": []}


def arguments(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--md", action="store_true", help="as Markdown, which it is unless told otherwise")
    form.add_argument("--json", action="store_true", help="as JSON, for scripts")
    parser.add_argument("--list", metavar="NAME", help="only the list with this name")
    parser.add_argument("--out", type=naming.path, metavar="FILE", help="write it to this file")


def run(options: argparse.Namespace) -> int:
    with Library.open(home(options.library)) as library:
        lists = library.read(collections)
        wanted = lists if options.list is None else [_called(options.list, lists)]
        found = [(one, library.read(partial(evidence, collection=one.id))) for one in wanted]
    if options.json:
        values = {"lists": [as_values(*one) for one in found], "errors": []}
        text = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    else:
        text = "\n".join(as_markdown(*one) for one in found)
    if options.out:
        write_file(options.out, text)
    else:
        output.write(text)
    return 0


def _called(name: str, lists: list[Collection]) -> Collection:
    found = next((one for one in lists if one.name.casefold() == name.strip().casefold()), None)
    if found is None:
        there = ", ".join(f"“{one.name}”" for one in lists)
        raise NotFound(
            f"There is no list “{name}”.", f"There are: {there}." if lists else "Nothing has been collected yet."
        )
    return found
