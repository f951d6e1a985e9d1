"""Reads Markdown (.md); the libraries behind it are imported only when a file is read.

A text without any of Markdown's marks is a plain text, whatever its name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reader.formats.registry import OnPage
from reader.formats.sniffing import is_binary
from reader.model import Manifesto

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!doctype\s+html|<html\b)", re.I)
_MARK = re.compile(
    rb"^(?:---[ \t]*\r?\n[\w-]+:|[ ]{0,3}#{1,6}[ \t]+\S|[ ]{0,3}>[ \t]?\S|[ ]{0,3}[-*+][ \t]+\S"
    rb"|\S.*\r?\n(?:={3,}|-{3,})[ \t]*\r?$|[ ]{0,3}\|?[ ]*:?-{3,}:?[ ]*\||[ ]{0,3}\[\^?[^\]\n]+\]:[ \t])"
    rb"|\]\([^)\s]+[^)\n]*\)|\*\*[^\s*][^*]*\*\*|__[^\s_][^_]*__",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Markdown:
    """Texts with Markdown's marks, with or without what pandoc and GitHub add to it."""

    name: str = "Markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")
    # Before web pages: a Markdown text may begin with an element of one.
    order: int = 35

    def recognises(self, path: Path, head: bytes) -> bool:
        if path.suffix.casefold() not in self.suffixes or is_binary(head) or _PAGE.match(head):
            return False
        return bool(_MARK.search(head))

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises NotFound, NoText."""
        from reader.formats.markdown.document import read_markdown

        return read_markdown(path, self.name, on_page)


FORMAT = Markdown()
