"""Numbers as people write them on the command line."""

from __future__ import annotations

import argparse


def positive(argument: str) -> int:
    """A whole number from 1 up, as argparse takes it."""
    if not argument.isdecimal() or int(argument) < 1:
        raise argparse.ArgumentTypeError("give a number from 1 up")
    return int(argument)
