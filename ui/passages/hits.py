"""How a passage that a search found is named: its place and its kind."""

from __future__ import annotations

from index.results import Hit
from reader.model import Kind

KIND_NAMES = {
    Kind.HEADING: "Heading",
    Kind.PARAGRAPH: "Paragraph",
    Kind.LIST_ITEM: "List item",
    Kind.QUOTE: "Quotation",
    Kind.CAPTION: "Caption",
}


def kind_name(kind: str) -> str:
    """What people call this kind of block."""
    return KIND_NAMES.get(Kind(kind), kind)


def place_of(hit: Hit) -> str:
    """Where it stands: "p. 47 · List item · Safer streets", with its kind where that is worth saying."""
    kind = kind_name(hit.kind) if hit.kind != "paragraph" else ""
    page = f"p. {hit.label or hit.page}" if hit.page is not None else ""
    return " · ".join(part for part in (page, kind, hit.section[-1] if hit.section else "") if part)
