"""`hustings scene`: draws a named screen of the program with sample content, without a display."""

from __future__ import annotations

import argparse
import re

from ui.cli import naming

EPILOG = "The names of the scenes are in docs/command-line.md; a wrong one is answered with the right ones."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="which screen, compare-policing for instance")
    parser.add_argument("out", type=naming.path, metavar="OUT.png", help="the picture to write")
    parser.add_argument("--dark", action="store_true", help="in the dark theme")
    parser.add_argument("--scale", type=_scale, default=1.0, metavar="N", help="pixels for each point, 1 to 4 (else 1)")
    parser.add_argument(
        "--size", type=_size, default=(1280, 800), metavar="WIDTHxHEIGHT", help="of the window (else 1280x800)"
    )


def run(options: argparse.Namespace) -> int:
    # A scene plays in homes of its own: the library that is chosen for other commands is neither read nor changed.
    from ui.scenes import draw

    draw(options.name, options.out, dark=options.dark, scale=options.scale, size=options.size)
    return 0


def _scale(argument: str) -> float:
    try:
        scale = float(argument)
    except ValueError:
        scale = 0.0
    if not 1 <= scale <= 4:
        raise argparse.ArgumentTypeError("give a number from 1 to 4")
    return scale


def _size(argument: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", argument)
    if not found:
        raise argparse.ArgumentTypeError("give width and height as 1024x640")
    return int(found[1]), int(found[2])
