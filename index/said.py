"""Gathers from the library what people said of documents and a topic, with the passages that the view lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.topics.model import Match
from index.verdicts import Said
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import About, Placed


def said_of(
    library: Library,
    topic: str,
    documents: Sequence[Document],
    matches: Mapping[str, Sequence[Match]],
    coder: str = "",
) -> dict[str, Said]:
    """What was said of each document that concerns this topic (an id); documents without any of it are left out.

    `matches` are the views by document id: passages that stand in them are not read again. With a `coder` (an id) only
    what that one said counts.
    """
    wanted = {document.id for document in documents}
    spoken: dict[str, list[Placed]] = {}
    for one in library.all_annotations():
        said = one.annotation
        if coder and said.coder.id != coder:
            continue
        if said.document in wanted and (said.target == topic or said.about is About.STATEMENT):
            spoken.setdefault(said.document, []).append(one)
    return {
        document.id: Said(
            tuple(spoken[document.id]), _missing(library, document, spoken[document.id], matches.get(document.id, ()))
        )
        for document in documents
        if document.id in spoken
    }


def _missing(
    library: Library, document: Document, spoken: Sequence[Placed], matches: Sequence[Match]
) -> dict[str, Match]:
    """The passages that are spoken of and not in the view."""
    shown = {match.block for match in matches}
    # The kind of a statement is no reason to be in a view.
    named = {span.block for one in spoken if one.annotation.about is not About.STATEMENT for span in one.spans} - shown
    if not named:
        return {}
    # The rules of statements take long to compile, and a start of the program needs none.
    from index.topics.parties import voices
    from index.unmatched import unmatched
    from reader.facts import usable_facts

    blocks = library.some_blocks(document.id, sorted(named))
    leads = library.lead_ins(document.id, named)
    voiced = voices((document.party, document.candidate), usable_facts(library.home.settings))
    return {
        block.id: unmatched(document, block, order, leads.get(block.id, ""), voiced) for order, block in blocks.items()
    }
