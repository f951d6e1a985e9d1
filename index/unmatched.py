"""A passage that the program has no opinion on, as the match that a person's verdict makes of it."""

from __future__ import annotations

from index.topics.cells import led_in, sentence_spans
from index.topics.model import Match, Statement, StatementKind
from index.topics.parties import UNKNOWN, Voices
from index.topics.statements import Setting, kind_of
from reader.library.records import Document
from reader.model import Block


def unmatched(document: Document, block: Block, order: int, lead_in: str, voiced: Voices = UNKNOWN) -> Match:
    """The passage at the place `order` of the document: nothing carries it, and it stands in no row.

    `lead_in` is what introduces it as an item of a list, "" where nothing does.
    """
    language = document.language[:2]
    statements: list[Statement] = []
    before: StatementKind | None = None
    for place, (start, end) in enumerate(sentence_spans(block.text, lead_in, language)):
        text = block.text[start:end]
        setting = Setting(block.kind, block.section, lead_in, voiced, place == 0, before)
        before = kind_of(text, led_in(setting, block.text, start))
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
        language=language,
    )
