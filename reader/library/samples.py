"""Samples of passages drawn to be judged blind, with the judgements: records, and how they are read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reader.library.verdicts import Coder


@dataclass(frozen=True, slots=True)
class SampleItem:
    """A passage of a sample: `position` is its place in the order of judging, from 0."""

    id: str
    position: int
    document: str
    block: str
    stratum: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one coder said of one passage of a sample, without knowing what the program thinks. `made` is UTC."""

    item: str
    coder: Coder
    on_topic: bool
    made: str


@dataclass(frozen=True, slots=True)
class KeptSample:
    """What was drawn and how: enough to draw it again. `sizes` is how many passages each stratum had.

    `digest` and `engine` say which queries and rules were on trial; `size` is what was asked for, of which there may
    have been less. `made` is UTC, ISO 8601.
    """

    id: str
    topic: str
    topic_version: int
    digest: str
    engine: int
    documents: tuple[str, ...]
    seed: int
    size: int
    sizes: Mapping[str, int]
    coder: Coder
    made: str
    items: tuple[SampleItem, ...]


_SAMPLES = """
SELECT samples.id, topic, topic_version, topic_digest, engine, documents, seed, size, sizes,
    coders.id, coders.name, coders.colour, coders.confirmed, made
FROM samples JOIN coders ON coders.id = coder
"""


def every(connection: sqlite3.Connection) -> list[KeptSample]:
    """All samples, the latest first."""
    return [
        _sample(connection, row) for row in connection.execute(f"{_SAMPLES} ORDER BY made DESC, samples.rowid DESC")
    ]


def of_topic(connection: sqlite3.Connection, topic: str) -> list[KeptSample]:
    """The samples of a topic in any of its versions, the latest first."""
    query = f"{_SAMPLES} WHERE topic = ? ORDER BY made DESC, samples.rowid DESC"
    return [_sample(connection, row) for row in connection.execute(query, (topic,))]


def one(connection: sqlite3.Connection, sample: str) -> KeptSample | None:
    """The sample with this id."""
    row = connection.execute(f"{_SAMPLES} WHERE samples.id = ?", (sample,)).fetchone()
    return _sample(connection, row) if row else None


def judgements(connection: sqlite3.Connection, sample: str) -> list[Judgement]:
    """What was said of the passages of a sample, in their order, by coder."""
    query = """
    SELECT sample_item, coders.id, coders.name, coders.colour, coders.confirmed, on_topic, judgements.made
    FROM judgements
    JOIN sample_items ON sample_items.id = sample_item JOIN coders ON coders.id = coder
    WHERE sample = ? ORDER BY position, coders.rowid
    """
    return [
        Judgement(item, Coder(coder, name, colour, bool(confirmed)), bool(on_topic), made)
        for item, coder, name, colour, confirmed, on_topic, made in connection.execute(query, (sample,))
    ]


def _sample(connection: sqlite3.Connection, row: tuple[Any, ...]) -> KeptSample:
    name, topic, version, digest, engine, documents, seed, size, sizes, coder, coder_name, colour, confirmed, made = row
    query = "SELECT id, position, document, block, stratum FROM sample_items WHERE sample = ? ORDER BY position"
    items = tuple(SampleItem(*item) for item in connection.execute(query, (name,)))
    return KeptSample(
        name,
        topic,
        version,
        digest,
        engine,
        tuple(json.loads(documents)),
        seed,
        size,
        json.loads(sizes),
        Coder(coder, coder_name, colour, bool(confirmed)),
        made,
        items,
    )


def judgement_ids(connection: sqlite3.Connection, items: str, coder: str = "") -> list[str]:
    """The ids of the judgements of these items (a JSON list of ids), of all coders or of one."""
    query = """
    SELECT id FROM judgements WHERE sample_item IN (SELECT value FROM json_each(?)) AND (? = '' OR coder = ?)
    ORDER BY rowid
    """
    return [row[0] for row in connection.execute(query, (items, coder, coder))]
