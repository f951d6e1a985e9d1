"""Turns a Rich Text document into a manifesto."""

from __future__ import annotations

from pathlib import Path

from reader.assembling import manifesto_of
from reader.formats.archives import damaged
from reader.formats.registry import OnPage
from reader.formats.rtf.stream import Stream, TooDeep
from reader.model import Manifesto
from reader.regular_files import bytes_of

_CUT_SHORT = "The file ends in the middle: what came after its last words is missing."


def read_rtf(path: Path, format_name: str, on_page: OnPage) -> Manifesto:
    """The manifesto in the document, without ids. Raises Damaged, NoText, NotFound."""
    # A mark that says how texts are encoded may stand before it, where it means nothing.
    content = bytes_of(path).lstrip(b"\xef\xbb\xbf \t\r\n")
    try:
        stream = Stream(content)
    except TooDeep:
        raise damaged(path) from None
    notes = () if stream.complete else (_CUT_SHORT,)
    manifesto = manifesto_of(path, stream.parts, format_name, metadata=stream.header.facts, notes=notes)
    on_page(1, 1)
    return manifesto
