"""Reads e-books (.epub); the libraries behind it are imported only when a file is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.model import Manifesto

_TYPE = b"application/epub+zip"
_CONTAINER = "META-INF/container.xml"
# The member that names the type comes first and uncompressed: its name at byte 30, its content behind it.
_NAME_AT = 30


@dataclass(frozen=True, slots=True)
class ElectronicBook:
    """Books in EPUB 2 and 3."""

    name: str = "E-book"
    suffixes: tuple[str, ...] = (".epub",)
    order: int = 22

    def recognises(self, path: Path, head: bytes) -> bool:
        from reader.formats.archives import is_zip, members_of

        if not is_zip(head):
            return False
        if head[_NAME_AT : _NAME_AT + 8] == b"mimetype":
            return _TYPE in head[:200]
        # Zipped again by hand, the type is no longer in front.
        return _CONTAINER in members_of(path)

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises Damaged, CannotDecrypt, NoText, NotFound, TookTooMuchMemory."""
        from reader.formats.epub.document import read_book

        return read_book(path, self.name, on_page)


FORMAT = ElectronicBook()
