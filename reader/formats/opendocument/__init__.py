"""Reads OpenDocument texts (.odt, .fodt); the XML library behind it is imported only when a file is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.model import Manifesto

_TYPE = b"application/vnd.oasis.opendocument.text"
# The member that names the type comes first and uncompressed: its name at byte 30, its content behind it.
_NAME_AT = 30


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """Texts of LibreOffice and its kin, zipped or as one XML file."""

    name: str = "OpenDocument"
    suffixes: tuple[str, ...] = (".odt", ".ott", ".fodt")
    order: int = 21

    def recognises(self, path: Path, head: bytes) -> bool:
        from reader.formats.archives import is_zip, members_of

        if not is_zip(head):
            return b"<office:document" in head and _TYPE in head
        if head[_NAME_AT : _NAME_AT + 8] == b"mimetype":
            return _TYPE in head[:200]
        # Zipped again by hand, the type is no longer in front.
        return path.suffix.casefold() in self.suffixes and "content.xml" in members_of(path)

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises Damaged, CannotDecrypt, NoText, NotFound, TookTooMuchMemory."""
        from reader.formats.opendocument.document import read_opendocument

        return read_opendocument(path, self.name, on_page)


FORMAT = OpenDocument()
