"""Reads web pages that Safari saved in one file (.webarchive): a property list with the page and its frames."""

from __future__ import annotations

import plistlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from reader.errors import NoText
from reader.formats.archives import damaged
from reader.formats.registry import OnPage
from reader.model import Manifesto
from reader.regular_files import bytes_of

_MAIN, _FRAMES = "WebMainResource", "WebSubframeArchives"
# Frames stand within each other no deeper than this.
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class SafariArchive:
    """Pages in the property lists of Safari."""

    name: str = "Web page"
    suffixes: tuple[str, ...] = (".webarchive",)
    # Before web pages: it holds one.
    order: int = 38

    def recognises(self, path: Path, head: bytes) -> bool:
        is_list = head.startswith(b"bplist00") or (head.startswith(b"<?xml") and b"<plist" in head)
        return is_list and (_MAIN.encode() in head or path.suffix.casefold() in self.suffixes)

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises Damaged, NotFound, NotSupported, NoText."""
        from reader.formats.html.document import manifesto_in

        try:
            archive = plistlib.loads(bytes_of(path))
        except (plistlib.InvalidFileException, ExpatError, ValueError, RecursionError):
            raise damaged(path) from None
        address, text = _page(archive)
        if not text:
            raise NoText(f"“{path.name}” holds no page.", "Save the page again as a web page, and add that.")
        frames: dict[str, str] = {}
        _gather(archive, frames, 1)
        source = address if address.startswith(("http://", "https://")) else ""
        manifesto = manifesto_in(text, path, self.name, source, frames)
        on_page(1, 1)
        return manifesto


def _gather(archive: Any, frames: dict[str, str], depth: int) -> None:
    """Add the frames of a page and of those frames to `frames`, by their addresses."""
    inside = archive.get(_FRAMES) if isinstance(archive, dict) else None
    for one in inside if isinstance(inside, list) and depth <= _DEEPEST else ():
        address, text = _page(one)
        if address not in frames:
            frames[address] = text
            _gather(one, frames, depth + 1)


def _page(archive: Any) -> tuple[str, str]:
    """The address and the text of the page in an archive, "" where there is none."""
    from reader.formats.html.encoding import text_of

    page = archive.get(_MAIN) if isinstance(archive, dict) else None
    if not isinstance(page, dict) or not isinstance(content := page.get("WebResourceData"), bytes):
        return "", ""
    told = page.get("WebResourceTextEncodingName")
    return str(page.get("WebResourceURL") or ""), text_of(content, told if isinstance(told, str) else "")


FORMAT = SafariArchive()
