"""Reads Word documents (.docx and its kin); the XML library behind it is imported only when a file is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.model import Manifesto


@dataclass(frozen=True, slots=True)
class Word:
    """Word documents since 2007."""

    name: str = "Word"
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx", ".dotm")
    order: int = 20

    def recognises(self, path: Path, head: bytes) -> bool:
        from reader.formats.archives import is_zip, members_of

        if not is_zip(head):
            return False
        members = members_of(path)
        if members:
            return any(name.startswith("word/document") and name.endswith(".xml") for name in members)
        # Too damaged to have a list of members: what begins like a Word document was one.
        return b"word/" in head or path.suffix.casefold() in self.suffixes

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises Damaged, CannotDecrypt, NoText, TookTooMuchMemory."""
        from reader.formats.word.document import read_word

        return read_word(path, self.name, on_page)


FORMAT = Word()
