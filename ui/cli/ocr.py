"""The option of commands that read files to do without OCR."""

from __future__ import annotations

import argparse


def argument(parser: argparse.ArgumentParser, later: str = "") -> None:
    """Adds the option; `later` says when OCR is done instead."""
    parser.add_argument("--no-ocr", action="store_true", help=f"do not read pages that are pictures{later}")
