"""Opens PDF files and pictures of pages, and says in plain words why one cannot be opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pymupdf

from reader.errors import Damaged, Encrypted
from reader.passwords import unlock
from reader.regular_files import open_regular

# What PyMuPDF raises for broken files: MuPDF's own errors, and what its Python half runs into.
BROKEN: tuple[type[Exception], ...] = (
    pymupdf.mupdf.FzErrorBase,
    RuntimeError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    AssertionError,
)

# How files of pictures begin, and what PyMuPDF calls them.
_PICTURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"II*\x00": "tiff", b"MM\x00*": "tiff"}

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def open_pages(path: Path, passwords: Sequence[str] = ()) -> Any:
    """The open document, with at least one page; one of the passwords fits it, or it wants none.

    Raises Encrypted, Damaged, NotFound, NotSupported.
    """
    kind = _kind_of_pages(path)
    try:
        document = pymupdf.open(path, filetype=kind)
        if not unlock(document, passwords):
            document.close()
            raise _encrypted(path, tried=bool(passwords))
        pages = document.page_count
    except BROKEN:
        raise damaged(path) from None
    if pages == 0:
        document.close()
        raise damaged(path)
    return document


def names_inside(document: Any) -> list[str]:
    """The names of the files that a PDF keeps inside it, as portfolios do."""
    try:
        kept = [document.embfile_info(at) for at in range(document.embfile_count())]
    except BROKEN:
        return []
    return [" ".join((info["ufilename"] or info["filename"] or info["name"]).split()) for info in kept]


def _kind_of_pages(path: Path) -> str:
    """What PyMuPDF calls the kind of a file that holds pages, by its first bytes: "pdf" for all but pictures."""
    with open_regular(path) as file:
        head = file.read(4)
    return next((kind for start, kind in _PICTURES.items() if head.startswith(start)), "pdf")


def _encrypted(path: Path, *, tried: bool) -> Encrypted:
    problem = f"“{path.name}” is protected by a password."
    refused = f"“{path.name}” is protected. The password did not fit."
    return Encrypted(refused if tried else problem, "Give its password, or add a copy that needs none.")


def damaged(path: Path) -> Damaged:
    """The error for a file that cannot be read at all."""
    return Damaged(f"“{path.name}” is damaged or incomplete: no page of it can be read.", "Download or copy it again.")
