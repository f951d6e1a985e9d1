"""Keeping a sample, judging its passages and throwing it away, as edits that can be applied and undone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.edits import Change, Edit, Value
from reader.library import samples
from reader.library.clock import now
from reader.library.library import Library
from reader.library.packing import compact
from reader.library.samples import KeptSample, SampleItem

TABLES = frozenset({"samples", "sample_items", "judgements"})


@dataclass(frozen=True, slots=True)
class OnTrial:
    """What a sample tries: a topic with the digest of its queries, the number of the rules, the documents (ids)."""

    topic: str
    version: int
    name: str
    digest: str
    engine: int
    documents: tuple[str, ...]


def keep(
    library: Library,
    trial: OnTrial,
    drawn: Sequence[tuple[str, str, str]],
    sizes: Mapping[str, int],
    *,
    seed: int,
    size: int,
) -> tuple[str, Edit]:
    """The id of a new sample and the edit that keeps it.

    `drawn` is document, block and stratum of each passage in the order of judging; `sizes` how large each stratum was.
    """
    new = str(uuid.uuid4())
    row: dict[str, Value] = {
        "id": new,
        "topic": trial.topic,
        "topic_version": trial.version,
        "topic_digest": trial.digest,
        "engine": trial.engine,
        "documents": compact(list(trial.documents)),
        "seed": seed,
        "size": size,
        "sizes": compact(dict(sizes)),
        "coder": library.coder,
        "made": now(),
    }
    changes = [Change("samples", new, None, row)]
    for position, (document, block, stratum) in enumerate(drawn):
        name = str(uuid.uuid4())
        item: dict[str, Value] = {
            "id": name,
            "sample": new,
            "position": position,
            "document": document,
            "block": block,
            "stratum": stratum,
        }
        changes.append(Change("sample_items", name, None, item))
    return new, Edit(f"Draw a sample of {len(drawn)} passages for “{trial.name}”", tuple(changes))


def judge(library: Library, item: SampleItem, name: str, *, on_topic: bool) -> Edit:
    """Say of a passage whether it belongs to the topic called `name`, in place of what this coder said before.

    The edit has no changes when the same was said already.
    """
    coder = library.coder
    label = f"Judge a passage as {'about' if on_topic else 'not about'} “{name}”"
    rows = _rows(library, [item.id], coder)
    if not rows:
        new = str(uuid.uuid4())
        row: dict[str, Value] = {
            "id": new,
            "sample_item": item.id,
            "coder": coder,
            "on_topic": int(on_topic),
            "made": now(),
        }
        return Edit(label, (Change("judgements", new, None, row),))
    known = library.row("judgements", rows[0])
    if known["on_topic"] == int(on_topic):
        return Edit(label, ())
    before: dict[str, Value] = {"on_topic": known["on_topic"], "made": known["made"]}
    after: dict[str, Value] = {"on_topic": int(on_topic), "made": now()}
    return Edit(label, (Change("judgements", rows[0], before, after),))


def remove(library: Library, sample: KeptSample, name: str) -> Edit:
    """Throw a sample away with all judgements of it. Raises StaleEdit where it is gone."""
    items = [item.id for item in sample.items]
    gone = [("judgements", row) for row in _rows(library, items)]
    gone += [("sample_items", item) for item in items] + [("samples", sample.id)]
    changes = tuple(Change(table, row, library.row(table, row), None) for table, row in gone)
    return Edit(f"Remove a sample for “{name}”", changes)


def _rows(library: Library, items: Iterable[str], coder: str = "") -> list[str]:
    """The ids of the judgements of these items, of all coders or of one."""
    asked = compact(list(items))
    return library.read(lambda connection: samples.judgement_ids(connection, asked, coder))
