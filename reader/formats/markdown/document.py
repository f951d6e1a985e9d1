"""Turns a Markdown text into a manifesto, by way of the web page that it would make."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt

from reader.assembling import manifesto_of
from reader.errors import NoText
from reader.formats.decoding import cleaned, decoded
from reader.formats.html.main_content import whole
from reader.formats.html.tree import page_tree
from reader.formats.html.walking import parts_of
from reader.formats.markdown.footnotes import with_linked_notes
from reader.formats.markdown.front_matter import without_front_matter
from reader.formats.markdown.raised import read_raised
from reader.formats.registry import OnPage
from reader.model import Manifesto
from reader.regular_files import bytes_of

# What pandoc takes for a heading's id and classes: "## Housing {#housing .unnumbered}".
_ATTRIBUTES = re.compile(r"^( {0,3}#{1,6}[ \t].*?)[ \t]*\{[#.:-][^{}\n]*\}[ \t]*#*[ \t]*$", re.M)


def read_markdown(path: Path, format_name: str, on_page: OnPage) -> Manifesto:
    """The manifesto in the text, without ids. Raises NotFound, NoText."""
    written, note = decoded(bytes_of(path))
    text, metadata = without_front_matter(cleaned(written).replace("\f", "\n"))
    root = page_tree(_page_of(text))
    if root is None:
        raise NoText(f"“{path.name}” holds no words.", "Open it to see what it holds, and add the file with the text.")
    notes = (note,) if note else ()
    manifesto = manifesto_of(path, parts_of(whole(root)), format_name, metadata=metadata, notes=notes)
    on_page(1, 1)
    return manifesto


def _page_of(text: str) -> str:
    """The text as a web page."""
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    markdown.inline.ruler.before("emphasis", "raised", read_raised)
    linked, notes = with_linked_notes(_ATTRIBUTES.sub(r"\1", text), markdown.renderInline)
    return f"<html><body>{markdown.render(linked)}{notes}</body></html>"
