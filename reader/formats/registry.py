"""Finds the format reader for a file, by what the file holds, and reads it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Protocol, runtime_checkable

import reader.formats
from reader.errors import Damaged, EmptyFile, NoText
from reader.formats.sniffing import beginning_of, refusal
from reader.identity import document_id, with_ids
from reader.model import Manifesto
from reader.recognition.pages import RecognisedPage
from reader.regular_files import open_regular

# Called after each page with how many pages are done and how many there are; formats without pages call it once.
OnPage = Callable[[int, int], None]


class Format(Protocol):
    """One kind of file. A module or package in this folder that holds a `FORMAT` of this shape is found by itself."""

    name: str
    suffixes: tuple[str, ...]
    # Formats are asked in ascending order: the choosy ones first, plain text last.
    order: int

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether the file is of this kind, judged by `head`, its beginning as `sniffing.beginning_of` gives it."""

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """The manifesto in the file, its blocks still without ids. Raises UserError."""


@runtime_checkable
class TakesPasswords(Protocol):
    """What a format has besides whose protected files can be opened. Others raise CannotDecrypt for theirs."""

    def read_protected(self, path: Path, on_page: OnPage, passwords: Sequence[str]) -> Manifesto:
        """As `read`, with passwords to try on a file that is protected. Raises Encrypted where none of them fits."""


@runtime_checkable
class Pictured(Protocol):
    """What a format has besides whose pages may be pictures, on which OCR sees the words."""

    def read_recognised(
        self, path: Path, on_page: OnPage, passwords: Sequence[str], recognised: Mapping[int, RecognisedPage]
    ) -> Manifesto:
        """As `read_protected`, with what OCR has seen on some pages, by their numbers (from 1)."""


@cache
def formats() -> tuple[Format, ...]:
    """Every format in this folder, in the order in which they are asked."""
    found: list[Format] = []
    for module in pkgutil.iter_modules(reader.formats.__path__, reader.formats.__name__ + "."):
        described = getattr(importlib.import_module(module.name), "FORMAT", None)
        if described is not None:
            found.append(described)
    return tuple(sorted(found, key=lambda one: (one.order, one.name)))


def suffixes() -> tuple[str, ...]:
    """The suffixes (".pdf") of the files that can be read, for file dialogs and for walking folders."""
    return tuple(suffix for one in formats() for suffix in one.suffixes)


def recognise(path: Path) -> Format:
    """The format of the file. Raises NotFound, EmptyFile, NoText, NotSupported, Damaged."""
    try:
        with open_regular(path) as file:
            head = beginning_of(file)
            is_empty = not file.tell()
    except OSError as error:
        raise _broken_off(path, error) from None
    if is_empty:
        raise EmptyFile(f"“{path.name}” holds nothing at all (0 bytes).", "Download or copy the file again.")
    if head and not head.strip(b"\0"):
        raise NoText(f"“{path.name}” holds nothing but zeros.", "Download or copy the file again.")
    for one in formats():
        if one.recognises(path, head):
            return one
    raise refusal(path, head)


def _broken_off(path: Path, error: OSError) -> Damaged:
    return Damaged(
        f"“{path.name}” could not be read to its end ({error.strerror}).", "Copy the file again, then add it."
    )


def nothing(done: int, pages: int) -> None:
    """An `OnPage` for callers that do not watch progress."""


def read(
    path: Path,
    on_page: OnPage = nothing,
    passwords: Sequence[str] = (),
    recognised: Sequence[RecognisedPage] = (),
) -> Manifesto:
    """Read the file into a manifesto whose blocks have their ids.

    `on_page` is called as each page is finished with the number done and the number of all pages. `passwords` are
    tried if it is protected; `recognised` is what OCR has seen on some pages. Raises UserError.
    """
    found = recognise(path)
    if recognised and isinstance(found, Pictured):
        seen = {page.number: page for page in recognised}
        manifesto = found.read_recognised(path, on_page, passwords, seen)
    elif isinstance(found, TakesPasswords):
        manifesto = found.read_protected(path, on_page, passwords)
    else:
        manifesto = found.read(path, on_page)
    try:
        blocks = with_ids(document_id(path), manifesto.blocks)
    except OSError as error:
        raise _broken_off(path, error) from None
    notes = manifesto.notes
    if path.suffix.casefold() == ".pdf" and manifesto.format == "Web page":
        # Often what a server sent in place of the file; what it says is for a person to judge.
        notes = (*notes, "The file is called .pdf and holds a web page: check that it is the manifesto.")
    return replace(manifesto, blocks=blocks, notes=notes)
