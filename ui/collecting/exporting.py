"""What is collected in a list, as it is cited and as Markdown and JSON have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from index.exports.markdown_text import plain
from index.naming import told_apart
from reader.lead_ins import before_words
from reader.library.collected import Collection, Evidence
from ui.citing import citation, labels_of, pages_named, section_named


def place(one: Evidence) -> str:
    """Where the words stand: "p. 47", else heading and paragraph; "" where they were not found again."""
    if one.block is None:
        return ""
    named = pages_named(labels_of(one.block.pieces, one.spans))
    return named or section_named(one.block.section, one.paragraph)


def cited(one: Evidence) -> str:
    """Who said it, in what, when and where."""
    return citation(one.document, place(one))


def as_markdown(collection: Collection, evidence: Sequence[Evidence]) -> str:
    """The list as Markdown: a heading for each quotation, one's own sentence, the words as a quote, the citation."""
    return "\n".join(_lines(collection, evidence)) + "\n"


def _lines(collection: Collection, evidence: Sequence[Evidence]) -> Iterator[str]:
    names = told_apart(one.document for one in evidence)
    yield f"# {plain(collection.name)}"
    for number, one in enumerate(evidence, 1):
        yield from ("", f"## {number}. {plain(names[one.document.id])}", "")
        if one.item.sentence:
            yield from (plain(one.item.sentence), "")
        for line in (before_words(one.lead_in, one.document.language) + one.words).split("\n"):
            yield from (f"> {plain(line)}", ">")
        yield f"> — {plain(cited(one))}"


def as_values(collection: Collection, evidence: Sequence[Evidence]) -> dict[str, Any]:
    """The list as values that `json` can write; docs/command-line.md tells of them."""
    return {"id": collection.id, "name": collection.name, "passages": [_value(one) for one in evidence]}


def _value(one: Evidence) -> dict[str, Any]:
    block, made = one.block, one.item
    return {
        "document": made.document,
        "block": block.id if block is not None else made.anchor.block,
        "start": one.spans[0][0] if one.spans else made.anchor.start,
        "end": one.spans[-1][1] if one.spans else made.anchor.end,
        "quote": one.words,
        "lead_in": one.lead_in,
        "citation": cited(one),
        "page": block.page if block is not None else None,
        "label": block.label if block is not None else None,
        "section": list(block.section) if block is not None else [],
        "sentence": made.sentence,
        "found": block is not None,
        "collected": made.made,
    }
