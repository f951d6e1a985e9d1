"""Matches as compact JSON text, and back: offsets instead of repeated words."""

from __future__ import annotations

import json
from collections.abc import Sequence

from index.topics.model import Match, Reason, Statement, StatementKind

_KINDS = tuple(StatementKind)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}


def pack(matches: Sequence[Match]) -> str:
    """The matches of one document as JSON text. Sections, being shared by many passages, are written once."""
    sections: dict[tuple[str, ...], int] = {}
    rows = []
    for match in matches:
        section = sections.setdefault(match.section, len(sections))
        rows.append(
            [
                match.block,
                match.order,
                match.text,
                match.kind,
                match.page,
                match.label,
                section,
                match.score,
                match.subtopics,
                [[why.text, why.field, why.start, why.end] for why in match.why],
                [_packed(one, match.subtopics) for one in match.statements],
                match.lead_in,
                match.language,
                int(match.uncertain),
            ]
        )
    return json.dumps([list(sections), rows], ensure_ascii=False, separators=(",", ":"))


def unpack(document: str, packed: str) -> tuple[Match, ...]:
    """The matches of the document that `pack` wrote."""
    sections, rows = json.loads(packed)
    paths = [tuple(section) for section in sections]
    matches = []
    for block, order, text, kind, page, label, section, score, subtopics, why, statements, *rest in rows:
        lead_in, language, uncertain = rest
        matches.append(
            Match(
                document,
                block,
                order,
                text,
                kind,
                page,
                label,
                paths[section],
                score,
                tuple(subtopics),
                tuple([Reason(*one) for one in why]),
                tuple([_statement(text, subtopics, *one) for one in statements]),
                lead_in=lead_in,
                language=language,
                uncertain=uncertain == 1,
            )
        )
    return tuple(matches)


def _packed(one: Statement, rows: Sequence[str]) -> list[int]:
    """Where the sentence stands, its kind, whether it carries, and the places of its rows among its passage’s."""
    return [one.start, one.end, _NUMBERS[one.kind], int(one.carries), *map(rows.index, one.subtopics)]


def _statement(text: str, rows: Sequence[str], start: int, end: int, kind: int, carries: int, *own: int) -> Statement:
    return Statement(start, end, text[start:end], _KINDS[kind], carries == 1, tuple([rows[each] for each in own]))
