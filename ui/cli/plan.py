"""`hustings plan`: a plan with its citations, in any format in which plans leave the program."""

from __future__ import annotations

import argparse

from index.citations.styles import STYLES, USUAL, opened
from index.exports.planning import Plan, exportable
from reader.errors import NotFound
from reader.home import home
from reader.library.collected import Collection, collections
from reader.library.library import Library
from reader.library.plans import parts
from ui import assets
from ui.cli import exporting
from ui.cli.viewing import speaking_of_violence, usable_topics
from ui.version import PROGRAM

_USUAL_FORMAT = "md"

EPILOG = f"""Plans are made in the window: K adds a passage to one, the place Plans is for writing. Citation styles that
ship with the program: {", ".join(style.id for style in STYLES)}. docs/command-line.md tells what is in the JSON."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME", help="the plan with this name (else the only one there is)")
    parser.add_argument(
        "--style", default=USUAL, metavar="STYLE", help=f"the citation style, or a .csl file of your own (else {USUAL})"
    )
    exporting.arguments(parser)


def run(options: argparse.Namespace) -> int:
    form = exporting.chosen(options, _USUAL_FORMAT)
    style = opened(options.style, assets.citation_styles())
    chosen = home(options.library)
    with Library.open(chosen) as library:
        plan = called(options.name, library.read(collections))
        found = library.read(lambda connection: tuple(parts(connection, plan.id)))
        quoted = {part.quoted.document.id: part.quoted.document for part in found if part.quoted is not None}
        sensitive = speaking_of_violence(chosen, library, list(quoted.values()))
    shown = any(part.item is not None for part in found)
    topics = {topic.id: topic for topic in usable_topics(chosen)} if shown else {}
    made = Plan(plan.name, found, style, PROGRAM, sensitive, topics)
    exporting.write(exportable(plan.name, lambda: made), form, options)
    return 0


def called(name: str | None, plans: list[Collection]) -> Collection:
    """The plan of this name, for None the only one. Raises NotFound."""
    wanted = name.strip().casefold() if name is not None else None
    fitting = [one for one in plans if wanted in (None, one.name.casefold())]
    if len(fitting) == 1:
        return fitting[0]
    there = ", ".join(f"“{one.name}”" for one in plans)
    if not plans:
        raise NotFound("There is no plan yet.", "In the window, K adds a passage to one.")
    if name is None:
        raise NotFound("There are several plans.", f"Name one of them: {there}.")
    raise NotFound(f"There is no plan “{name}”.", f"There are: {there}.")
