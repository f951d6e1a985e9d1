"""Readers that do what hostile files make readers do; the pool's worker processes import them by name."""

from __future__ import annotations

import ctypes
import os
import re
import time
from collections.abc import Sequence
from pathlib import Path

from reader.errors import Damaged
from reader.formats.registry import OnPage
from reader.model import Block, Kind, Manifesto

_KEPT: list[bytes] = []


def read(path: Path, on_page: OnPage, passwords: Sequence[str] = ()) -> Manifesto:
    """Behaves as the file's first word says; the second is a number where one is needed."""
    what, _, amount = path.read_text().partition(" ")
    if what == "calm":
        return manifesto(path, str(os.getpid()))
    if what == "pages":
        return _with_pages(path, on_page, int(amount))
    if what == "keep":
        _KEPT.append(b"z" * int(amount))
        return manifesto(path, str(os.getpid()))
    if what == "large":
        return manifesto(path, "x" * int(amount))
    return _trouble(path, what, amount)


def manifesto(path: Path, text: str) -> Manifesto:
    return Manifesto(path.stem, "en", (Block(Kind.PARAGRAPH, text),))


def _with_pages(path: Path, on_page: OnPage, milliseconds: int) -> Manifesto:
    for page in range(1, 31):
        time.sleep(milliseconds / 1000)
        on_page(page, 30)
    return manifesto(path, "thirty pages")


def _trouble(path: Path, what: str, amount: str) -> Manifesto:
    if what == "damaged":
        raise Damaged("It is broken.", "Mend it.")
    if what == "bug":
        raise ZeroDivisionError("a reader with a mistake in it")
    if what == "exit":
        os._exit(3)
    if what == "segfault":
        ctypes.string_at(0)
    if what == "hang":
        time.sleep(600)
    if what == "hang-in-c":
        re.match(r"(a+)+$", "a" * 60 + "b")  # holds the interpreter for longer than anybody lives
    if what == "eat-slowly":
        hoard = []
        while True:
            hoard.append(b"x" * (8 << 20))
            time.sleep(0.005)
    if what == "eat-at-once":
        return manifesto(path, "y" * int(amount))
    raise AssertionError(f"no such trouble: {what}")
