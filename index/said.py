"""Gathers from the library what people said of documents and a topic, with the passages that the view lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.topics.model import Match, Statement, StatementKind
from index.topics.parties import UNKNOWN, Voices, voices
from index.topics.statements import Setting, kind_of
from index.verdicts import Said
from reader.facts import usable_facts
from reader.lead_ins import last_sentence
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import About, Placed
from reader.model import Block
from reader.sentences import sentences


def said_of(
    library: Library, topic: str, documents: Sequence[Document], matches: Mapping[str, Sequence[Match]]
) -> dict[str, Said]:
    """What was said of each document that concerns this topic (an id); documents without any of it are left out.

    `matches` are the views by document id: passages that stand in them are not read again.
    """
    wanted = {document.id for document in documents}
    spoken: dict[str, list[Placed]] = {}
    for one in library.all_annotations():
        said = one.annotation
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
    blocks = library.some_blocks(document.id, sorted(named))
    leads = library.introducing(document.id, blocks)
    voiced = voices((document.party, document.candidate), usable_facts(library.home.settings))
    return {
        block.id: _unmatched(document, block, order, leads.get(order, ""), voiced) for order, block in blocks.items()
    }


def _unmatched(document: Document, block: Block, order: int, leads: str, voiced: Voices = UNKNOWN) -> Match:
    """A passage that the program has no opinion on: nothing carries it, and it stands in no row."""
    language = document.language[:2]
    lead_in = last_sentence(leads, language)
    statements: list[Statement] = []
    before: StatementKind | None = None
    for place, (start, end) in enumerate(sentences(block.text, language)):
        text = block.text[start:end]
        before = kind_of(text, Setting(block.kind, block.section, lead_in, voiced, place == 0, before))
        statements.append(Statement(start, end, text, before, False))
    return Match(
        document=document.id,
        block=block.id,
        order=order,
        text=block.text,
        kind=block.kind.value,
        page=block.page,
        label=block.label,
        section=block.section,
        score=0.0,
        subtopics=(),
        why=(),
        statements=tuple(statements),
        lead_in=lead_in,
    )
