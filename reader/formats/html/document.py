"""Turns a web page into a manifesto."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from reader.assembling import manifesto_of
from reader.errors import NoText, NotSupported
from reader.formats.html.edges import trimmed
from reader.formats.html.embedded import Embedded, with_embedded
from reader.formats.html.encoding import text_of
from reader.formats.html.main_content import Content, content_of
from reader.formats.html.metadata import metadata_of, source_of
from reader.formats.html.names import word_count
from reader.formats.html.printed_lines import rejoined
from reader.formats.html.style_rules import with_raised_classes
from reader.formats.html.tree import page_tree, xhtml_tree
from reader.formats.html.walking import parts_of
from reader.formats.registry import OnPage
from reader.model import Kind, Manifesto
from reader.parts import Part
from reader.regular_files import bytes_of

_XML = re.compile(r"\s*<\?xml\b", re.I)
# What servers answer instead of a page, when the answer is as short as theirs are.
_REFUSAL = re.compile(
    r"\b(?:40[0134]|410|429|50[0234])\b|not found|forbidden|access denied|just a moment|attention required"
    r"|page (?:unavailable|cannot be)|nicht gefunden|are you (?:a )?(?:robot|human)|enable javascript",
    re.I,
)
_SHORT = 120


def read_page(path: Path, format_name: str, on_page: OnPage) -> Manifesto:
    """The manifesto in the page, without ids. Raises NotFound, NotSupported, NoText."""
    content = bytes_of(path)
    manifesto = manifesto_in(text_of(content), path, format_name)
    on_page(1, 1)
    return manifesto


def manifesto_in(
    text: str, path: Path, format_name: str, source: str = "", frames: Mapping[str, str] | None = None
) -> Manifesto:
    """The manifesto in the text of a page; `source` is its address where something but the page says it.

    `frames` are the pages that came with it, by their addresses.

    Raises NotSupported, NoText.
    """
    root = xhtml_tree(text) if _XML.match(text) else page_tree(text)
    if root is None:
        raise NoText(f"“{path.name}” holds no words.", "Open it to see what it holds, and add the file with the text.")
    metadata = metadata_of(root, source or source_of(text))
    address = metadata.get("source", "").partition("#")[0]
    embedded = with_embedded(root, frames or {}, source or address)
    with_raised_classes(root)
    content = content_of(root, address)
    parts = trimmed(parts_of(content), content)
    _refuse_refusals(path, metadata.get("title", ""), parts)
    return manifesto_of(path, rejoined(parts), format_name, metadata=metadata, notes=_notes(content, embedded))


def _notes(content: Content, embedded: Embedded) -> tuple[str, ...]:
    """What a person who looks at the page in a browser may miss there."""
    notes = []
    if content.closed:
        notes.append("Parts of the page that were closed when it was saved were read too.")
    if embedded.were_read:
        notes.append("What stands in frames of the page, or in parts that scripts made, was read too.")
    if embedded.beside:
        notes.append(
            f"What stands in frames of the page was not read: it was saved in the folder “{embedded.beside}” beside "
            "it. Save the page again as a single file, and add that."
        )
    return tuple(notes)


def _refuse_refusals(path: Path, title: str, parts: Sequence[Part]) -> None:
    """Raise where the page is what a server sent instead of the one asked for."""
    words = sum(word_count(part.text) for part in parts)
    headings = [part.text for part in parts if part.kind is Kind.HEADING]
    said = next((" ".join(text.split()) for text in (title, *headings) if _REFUSAL.search(text)), "")
    if words <= _SHORT and said:
        raise NotSupported(
            f"“{path.name}” is a web page that says “{said[:80]}”, no manifesto.",
            "Open the address in a browser again, and add what you see there.",
        )
