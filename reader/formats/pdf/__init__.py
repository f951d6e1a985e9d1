"""Reads PDF files; the library behind it is imported only when a file is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.model import Manifesto
from reader.recognition.pages import RecognisedPage
from reader.regular_files import open_regular

_HEADER = b"%PDF-"
_HEADER_OF_ANY_VERSION = re.compile(rb"%PDF-\d")
_OBJECT = re.compile(rb"\b\d+\s+\d+\s+obj\b")
# So much of a file that is called PDF is looked through for a sign of one.
_FAR = 1 << 20


@dataclass(frozen=True, slots=True)
class Pdf:
    """PDF files with a text layer."""

    name: str = "PDF"
    suffixes: tuple[str, ...] = (".pdf",)
    order: int = 10

    def recognises(self, path: Path, head: bytes) -> bool:
        if head.startswith(_HEADER):
            return True
        # Other things may stand before it, or the header be lost; a text may speak of PDFs.
        if path.suffix.casefold() not in self.suffixes:
            return _HEADER in head and bool(_OBJECT.search(head))
        with open_regular(path) as file:
            content = file.read(_FAR)
        return bool(_HEADER_OF_ANY_VERSION.search(content) or _OBJECT.search(content))

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises Encrypted, Damaged, NoText."""
        return self.read_protected(path, on_page, ())

    def read_protected(self, path: Path, on_page: OnPage, passwords: Sequence[str]) -> Manifesto:
        """Raises Encrypted, Damaged, NoText."""
        return self.read_recognised(path, on_page, passwords, {})

    def read_recognised(
        self, path: Path, on_page: OnPage, passwords: Sequence[str], recognised: Mapping[int, RecognisedPage]
    ) -> Manifesto:
        """The same with what OCR has seen on some pages, by their numbers."""
        from reader.formats.pdf.document import read_pages

        return read_pages(path, self.name, on_page, passwords, recognised)


FORMAT = Pdf()
