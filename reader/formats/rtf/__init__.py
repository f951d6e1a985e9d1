"""Reads Rich Text documents (.rtf)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.model import Manifesto


@dataclass(frozen=True, slots=True)
class RichText:
    """Rich Text, as Word, LibreOffice, WordPad and TextEdit write it."""

    name: str = "Rich Text"
    suffixes: tuple[str, ...] = (".rtf",)
    order: int = 22

    def recognises(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by the head alone
        return head.lstrip().startswith(b"{\\rtf")

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises Damaged, NoText, NotFound, TookTooMuchMemory."""
        from reader.formats.rtf.document import read_rtf

        return read_rtf(path, self.name, on_page)


FORMAT = RichText()
