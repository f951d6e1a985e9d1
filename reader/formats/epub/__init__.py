"""Reads e-books (.epub); the libraries behind it are imported only when a file is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.model import Manifesto

_TYPE = b"application/epub+zip"
_CONTAINER = "META-INF/container.xml"
# The member that names the type should come first and uncompressed.
_TYPE_WITHIN = 200


@dataclass(frozen=True, slots=True)
class ElectronicBook:
    """Books in EPUB 2 and 3."""

    name: str = "E-book"
    suffixes: tuple[str, ...] = (".epub",)
    order: int = 22

    def recognises(self, path: Path, head: bytes) -> bool:
        from reader.formats.archives import declared_type, is_zip, members_of

        if not is_zip(head):
            return False
        members = members_of(path)
        if not members:
            # Cut off, it has no list of its members any more; its type stands in front.
            return _TYPE in head[:_TYPE_WITHIN] or path.suffix.casefold() in self.suffixes
        # Zipped again by hand, the type is anywhere, or wrong, or gone. Other kinds of files hold containers too.
        declared = declared_type(path)
        return declared == _TYPE.decode() or (_CONTAINER in members and not declared.startswith("application/vnd."))

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises Damaged, CannotDecrypt, NoText, NotFound, TookTooMuchMemory."""
        from reader.formats.epub.document import read_book

        return read_book(path, self.name, on_page)


FORMAT = ElectronicBook()
