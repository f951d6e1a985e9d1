"""Reads OpenDocument texts (.odt, .fodt); the XML library behind it is imported only when a file is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.model import Manifesto

_TYPE = b"application/vnd.oasis.opendocument.text"
# The member that names the type should come first and uncompressed.
_TYPE_WITHIN = 200
_CONTENT = "content.xml"
# A text begins after its styles: by so many bytes at the latest.
_FAR = 1 << 20


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """Texts of LibreOffice and its kin, zipped or as one XML file."""

    name: str = "OpenDocument"
    suffixes: tuple[str, ...] = (".odt", ".ott", ".fodt")
    order: int = 21

    def recognises(self, path: Path, head: bytes) -> bool:
        from reader.formats.archives import beginning_of_member, declared_type, is_zip, members_of

        if not is_zip(head):
            return b"<office:document" in head and _TYPE in head
        members = members_of(path)
        if not members:
            # Cut off, it has no list of its members any more; its type stands in front.
            return _TYPE in head[:_TYPE_WITHIN] or path.suffix.casefold() in self.suffixes
        # Zipped again by hand, the type is anywhere, or wrong, or gone.
        declared = declared_type(path)
        if declared.startswith("application/vnd."):
            return declared.startswith(_TYPE.decode())
        return _CONTENT in members and b"<office:text" in beginning_of_member(path, _CONTENT, _FAR)

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises Damaged, CannotDecrypt, NoText, NotFound, TookTooMuchMemory."""
        from reader.formats.opendocument.document import read_opendocument

        return read_opendocument(path, self.name, on_page)


FORMAT = OpenDocument()
