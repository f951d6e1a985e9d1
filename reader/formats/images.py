"""Reads photographs and scans of pages: PNG, JPEG, and TIFF with any number of pages. Their words come from OCR."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.model import Manifesto
from reader.recognition.pages import RecognisedPage

_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")


@dataclass(frozen=True, slots=True)
class Images:
    """Pictures of pages; each is a page without text until OCR has seen it."""

    name: str = "Picture"
    suffixes: tuple[str, ...] = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
    order: int = 20

    def recognises(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - told by the head alone
        return head.startswith(_BEGINNINGS)

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises Damaged."""
        return self.read_recognised(path, on_page, (), {})

    def read_recognised(
        self, path: Path, on_page: OnPage, passwords: Sequence[str], recognised: Mapping[int, RecognisedPage]
    ) -> Manifesto:
        """The same with what OCR has seen on some pages, by their numbers; pictures are never protected."""
        from reader.formats.pdf.document import read_pages

        return read_pages(path, self.name, on_page, passwords, recognised)


FORMAT = Images()
