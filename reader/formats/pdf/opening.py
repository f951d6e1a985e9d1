"""Opens PDF files and says in plain words why one cannot be opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pymupdf

from reader.errors import Damaged, Encrypted

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

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def open_pdf(path: Path) -> Any:
    """The open document, with at least one page and no password wanted. Raises Encrypted, Damaged."""
    try:
        document = pymupdf.open(path, filetype="pdf")
        if document.needs_pass and not document.authenticate(""):
            document.close()
            raise Encrypted(
                f"“{path.name}” is protected by a password.",
                "Open it with the password, save or print it as a PDF without one, and add that.",
            )
        pages = document.page_count
    except BROKEN:
        raise damaged(path) from None
    if pages == 0:
        document.close()
        raise damaged(path)
    return document


def damaged(path: Path) -> Damaged:
    """The error for a file that cannot be read at all."""
    return Damaged(f"“{path.name}” is damaged or incomplete: no page of it can be read.", "Download or copy it again.")
