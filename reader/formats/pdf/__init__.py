"""Reads PDF files; the library behind it is imported only when a file is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.model import Manifesto
from reader.recognition.pages import RecognisedPage


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
        return self.read_recognised(path, on_page, passwords, {})

    def read_recognised(
        self, path: Path, on_page: OnPage, passwords: Sequence[str], recognised: Mapping[int, RecognisedPage]
    ) -> Manifesto:
        """The same with what OCR has seen on some pages, by their numbers."""
        from reader.formats.pdf.document import read_pages

        return read_pages(path, self.name, on_page, passwords, recognised)


FORMAT = Pdf()
