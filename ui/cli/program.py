"""Finds the command among the arguments, runs it, and turns what goes wrong into sentences and exit statuses."""

from __future__ import annotations

import argparse
import importlib
import os
import sqlite3
from collections.abc import Sequence
from contextlib import nullcontext
from typing import NamedTuple, Protocol, cast

from reader import passing, wording
from reader.errors import DocumentDamaged, UserError
from reader.full_disk import in_words
from reader.home import home
from ui import assets
from ui.cli import output
from ui.cli.log import logged
from ui.cli.naming import path
from ui.cli.noise import kept_from_terminal
from ui.version import VERSION

FAILED, PIPE_CLOSED = 1, 141


class Command(NamedTuple):
    """A row of the table of commands: its name, the module that does it, what it is for."""

    name: str
    module: str
    purpose: str


class CommandModule(Protocol):
    """What the module of a command holds."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say which arguments the command takes."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it, and return the exit status. Raises UserError."""


COMMANDS = (
    Command("add", "ui.cli.add", "read files and folders into the library and index them"),
    Command("list", "ui.cli.listing", "show what is in the library"),
    Command("extract", "ui.cli.extract", "write what was read from files, as JSON"),
    Command("search", "ui.cli.search", "search the library"),
    Command("words", "ui.cli.words", "count words: frequencies, key words, where they stand, what is near them"),
    Command("topics", "ui.cli.topics", "show the topic views of files"),
    Command("compare", "ui.cli.compare", "set manifestos side by side on one topic"),
    Command("demands", "ui.cli.demands", "make a topic of a list of demands, to set manifestos against it"),
    Command("sample", "ui.cli.sample", "show how accurate topics are, from passages judged blind"),
    Command("verdicts", "ui.cli.verdicts", "show what people said of passages, by whom and when"),
    Command("plan", "ui.cli.plan", "write a plan to a file: its quotations with citations, and what was written"),
    Command("lesson", "ui.cli.lesson", "write a plan as a lesson to a file, or a sheet of what it shows"),
    Command("quotes", "ui.cli.quotes", "check the quotations of an essay against the manifestos"),
    Command("quiz", "ui.cli.quiz", "ask who said it: passages of a topic with their names hidden"),
    Command("export", "ui.cli.export", "write what coders made to a file: annotations, units, the codebook"),
    Command("import", "ui.cli.take_in", "take annotations or a codebook in"),
    Command("restore", "ui.cli.restore", "go on with the newest sound copy of a damaged library"),
    Command("scene", "ui.opening.scene", "draw a named screen of the program as a picture"),
)
WINDOW = Command("", "ui.opening.window", "")

DESCRIPTION = "Sets election manifestos side by side, topic by topic. Without a command it opens the window."
EPILOG = """commands:
{commands}

`hustings COMMAND --help` tells about one. A file that has the name of a command is given as ./list.
Exit status: 0 done; 1 something failed, and a sentence says what; 2 the arguments were not understood; 130 stopped."""


def run(arguments: Sequence[str]) -> int:
    """Run the program with these arguments; returns the exit status.

    Raises SystemExit where argparse does, and KeyboardInterrupt.
    """
    output.speak_utf8()
    try:
        passing.begin()
    except UserError as error:
        output.complain(str(error))
        return FAILED
    wording.use(assets.translations(), os.environ.get(wording.VARIABLE, ""))
    command, rest = split(arguments)
    module = cast(CommandModule, importlib.import_module(command.module))
    try:
        options = parser(command, module).parse_args(rest)
    except SystemExit:
        if output.delivered():
            raise
        return FAILED
    logs = home(options.library).logs
    # The window logs for itself.
    with kept_from_terminal(logs), logged(logs) if command.name else nullcontext():
        return _done(module, options)


def _done(module: CommandModule, options: argparse.Namespace) -> int:
    try:
        status = _attempted(module, options)
        return status if output.delivered() else FAILED
    except BrokenPipeError:
        output.print_nowhere()
        return PIPE_CLOSED
    except (OSError, sqlite3.Error) as error:
        # What could not be printed still waits to be: if that is what failed, it fails again.
        if output.delivered():
            told = in_words(error)
            if told is None:
                raise
            output.complain(str(told))
        return FAILED


def _attempted(module: CommandModule, options: argparse.Namespace) -> int:
    try:
        return _run(module, options)
    except UserError as error:
        if getattr(options, "json", False):
            output.write_json({**getattr(module, "NOTHING", {}), "errors": [output.failure("", error)]})
        output.complain(str(error))
        return FAILED


def _run(module: CommandModule, options: argparse.Namespace) -> int:
    """Run the command, once more where what it looked at was damaged and could be read again."""
    try:
        return module.run(options)
    except DocumentDamaged:
        from ui.cli.importing import read_damaged_again  # loads what most commands do not need

        read_damaged_again(home(options.library))
        return module.run(options)


def split(arguments: Sequence[str]) -> tuple[Command, list[str]]:
    """The command that is asked for, wherever `--library DIR` stands, and the arguments without its name."""
    at = 0
    while at < len(arguments):
        if arguments[at] == "--library":
            at += 1
        elif not arguments[at].startswith("-"):
            break
        at += 1
    named = arguments[at] if at < len(arguments) else ""
    for command in COMMANDS:
        if command.name == named:
            return command, [*arguments[:at], *arguments[at + 1 :]]
    return WINDOW, list(arguments)


def parser(command: Command, module: CommandModule) -> argparse.ArgumentParser:
    """The parser of one command, with what every command takes."""
    purposes = "\n".join(f"  {row.name:10} {row.purpose}" for row in COMMANDS)
    made = argparse.ArgumentParser(
        prog=f"hustings {command.name}".strip(),
        description=command.purpose.capitalize() + "." if command.purpose else DESCRIPTION,
        epilog=None if command.purpose else EPILOG.format(commands=purposes),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.add_argument(
        "--library",
        type=path,
        metavar="DIR",
        help="the folder of the library to use, with its settings (else HUSTINGS_HOME, else your own)",
    )
    made.add_argument("--version", action="version", version=f"hustings {VERSION}")
    module.arguments(made)
    if command.purpose:
        made.epilog = getattr(module, "EPILOG", None)
    return made
