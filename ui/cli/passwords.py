"""Passwords for protected files on the command line: through standard input, where no list of processes shows them."""

from __future__ import annotations

import argparse
import getpass
import sys

from reader.errors import NotFound
from reader.passwords import Passwords

_HELP = "read passwords for protected files from standard input, one a line; on a terminal you are asked for one"


def argument(parser: argparse.ArgumentParser) -> None:
    """The option of every command that reads files."""
    parser.add_argument("--password-stdin", action="store_true", help=_HELP)


def given(options: argparse.Namespace) -> Passwords:
    """What came through standard input, if it was to be read. Raises NotFound where nothing came."""
    if not options.password_stdin:
        return Passwords()
    lines = _asked() if sys.stdin.isatty() else _piped()
    passwords = tuple(line for line in lines if line)
    if not passwords:
        raise NotFound("There was no password on standard input.", "Write passwords to it, one a line.")
    return Passwords(shared=passwords)


def _piped() -> list[str]:
    lines = sys.stdin.buffer.read().decode("utf-8-sig", "replace").split("\n")
    return [line.removesuffix("\r") for line in lines]


def _asked() -> list[str]:
    try:
        return [getpass.getpass("Password for protected files: ")]
    except EOFError:
        return []
