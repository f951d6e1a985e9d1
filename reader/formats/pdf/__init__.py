"""Reads PDF files; the library behind it is imported only when a file is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.model import Manifesto


@dataclass(frozen=True, slots=True)
class Pdf:
    """PDF files with a text layer."""

    name: str = "PDF"
    suffixes: tuple[str, ...] = (".pdf",)
    order: int = 10

    def recognises(self, path: Path, head: bytes) -> bool:
        return b"%PDF-" in head[:1024] or (path.suffix.casefold() == ".pdf" and b" obj" in head)

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises Encrypted, Damaged, NoText."""
        return self.read_protected(path, on_page, ())

    def read_protected(self, path: Path, on_page: OnPage, passwords: Sequence[str]) -> Manifesto:
        """Raises Encrypted, Damaged, NoText."""
        from reader.formats.pdf.document import read_pdf

        return read_pdf(path, self.name, on_page, passwords)


FORMAT = Pdf()
