"""Reads the Word documents of before 2007 (.doc) through LibreOffice, and says what protected ones need."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.model import Manifesto


@dataclass(frozen=True, slots=True)
class OlderWord:
    """Word documents in the binary format, and newer ones that a password wraps into it."""

    name: str = "Word 97"
    suffixes: tuple[str, ...] = (".doc", ".dot")
    order: int = 23

    def recognises(self, path: Path, head: bytes) -> bool:
        from reader.formats.older_word.compound import ENCRYPTED, SIGNATURE, WORD, streams_of

        if not head.startswith(SIGNATURE):
            return False
        streams = streams_of(path)
        # Where the list of streams is lost, the name has to do.
        return WORD in streams or ENCRYPTED in streams or (not streams and path.suffix.casefold() in self.suffixes)

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises Damaged, CannotDecrypt, NoText, NotFound, NotSupported, TookTooLong."""
        from reader.formats.older_word.document import read_older_word

        return read_older_word(path, self.name, on_page)


FORMAT = OlderWord()
