"""Reads web pages (.html, .htm, .xhtml), saved from a browser or written by hand or by an office program.

Nothing is fetched and nothing is run. The XML library behind it is imported only when a file is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.formats.sniffing import is_binary, is_html
from reader.model import Manifesto

# A page without a head of its own may begin with any of these; only a file called .html is believed then.
_ELEMENT = re.compile(
    rb"<(?:!doctype|html|head|body|title|meta|p|div|br|h[1-6]|ul|ol|li|table|a|b|i|span|font|center)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class WebPage:
    """Pages in HTML or XHTML."""

    name: str = "Web page"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".xht")
    order: int = 40

    def recognises(self, path: Path, head: bytes) -> bool:
        if is_html(head):
            return True
        named = path.suffix.casefold() in self.suffixes
        # A comment that stands here is one that never ends.
        return named and not is_binary(head) and (head.startswith(b"<!--") or bool(_ELEMENT.search(head)))

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises NotFound, NotSupported, NoText."""
        from reader.formats.html.document import read_page

        return read_page(path, self.name, on_page)


FORMAT = WebPage()
