"""A sample with its judgements and estimates, as JSON, or as a table.

As JSON:
    {"format": "hustings-sample", "format_version": 1, "id", "topic": {"id", "version", "name", "digest"}, "rules",
     "documents": [{"id", "title", "party", "election", "year"}], "seed", "size", "coder", "drawn": date and time,
     "judged": number, "precision": ESTIMATE, "recall": ESTIMATE,
     "groups": [{"group", "passages", "drawn", "judged", "on_topic"}], "passages": [PASSAGE]}
ESTIMATE is {"value": 0 to 1 or null, "low", "high": bounds of the 95 % interval, "judged": number of passages}.
PASSAGE, in the order of judging: {"number", "document", "title", "page", "block", "text", "lead_in", "group",
"on_topic"}; group and on_topic are null while it has not been judged, so that it can still be judged blind; text is
null where the document has been read again since and the passage is not in it any more; lead_in introduces its list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from index.accuracy import Estimate
from index.exports.registry import Exportable
from index.exports.sheets import Sheet, Value
from index.exports.topic_views import Json
from index.sampling import Stratum
from reader.lead_ins import before_words
from reader.library.library import Library
from reader.library.samples import SampleItem
from reader.model import Block

if TYPE_CHECKING:
    from index.sampled import Outcome

FORMAT_VERSION = 1

_HEAD = ("topic", "topic version", "seed", "coder", "drawn", "number", "manifesto", "page", "text", "group", "on topic")


def exportable(library: Library, found: Outcome, topic: str) -> Exportable:
    """The sample for the registry, made now; `topic` is what the topic is called."""
    values, rows = sample_values(library, found, topic), sheet(library, found, topic)
    name = f"sample {found.sample.topic} {found.sample.seed}"
    return Exportable(name, sheets=lambda: (rows,), values=lambda: values)


def sample_values(library: Library, found: Outcome, topic: str) -> Json:
    """The sample as values that `json` can write."""
    sample = found.sample
    return {
        "format": "hustings-sample",
        "format_version": FORMAT_VERSION,
        "id": sample.id,
        "topic": {"id": sample.topic, "version": sample.topic_version, "name": topic, "digest": sample.digest},
        "rules": sample.engine,
        "documents": [_document(library, name) for name in sample.documents],
        "seed": sample.seed,
        "size": sample.size,
        "coder": sample.coder.name,
        "drawn": sample.made,
        "judged": len(found.said),
        "precision": estimate_values(found.accuracy.precision),
        "recall": estimate_values(found.accuracy.recall),
        "groups": [_group(found, stratum) for stratum in Stratum],
        "passages": [_passage(library, found, item) for item in sample.items],
    }


def sheet(library: Library, found: Outcome, topic: str) -> Sheet:
    """One line for each passage; what has not been judged has no group and no judgement."""
    sample = found.sample
    same = (topic, sample.topic_version, sample.seed, sample.coder.name, sample.made)
    passages = [_passage(library, found, item) for item in sample.items]
    said = {True: "yes", False: "no", None: None}
    rows = tuple((*same, *_cells(library, one), said[one["on_topic"]]) for one in passages)
    return Sheet("Passages", _HEAD, rows)


def _cells(library: Library, one: Json) -> tuple[Value, ...]:
    """Number, manifesto, page, text and group of a passage; the text with a lead-in that does more than promise."""
    document = library.document(one["document"])
    led = before_words(one["lead_in"], document.language if document else "")
    text = one["text"] and led + one["text"]
    return one["number"], one["title"], one["page"], text, one["group"]


def accuracy_values(found: Outcome) -> Json:
    """What a sample says, for the exports of what it was drawn from."""
    sample = found.sample
    return {
        "sample": sample.id,
        "documents": list(sample.documents),
        "seed": sample.seed,
        "coder": sample.coder.name,
        "drawn": sample.made,
        "judged": len(found.said),
        "precision": estimate_values(found.accuracy.precision),
        "recall": estimate_values(found.accuracy.recall),
    }


def estimate_values(estimate: Estimate) -> Json:
    """An estimate as values that `json` can write."""
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high, "judged": estimate.judged}


def _document(library: Library, name: str) -> Mapping[str, str]:
    document = library.document(name)
    if document is None:
        return {"id": name}
    fields = {"title": document.title, "party": document.party, "election": document.election, "year": document.year}
    return {"id": name, **fields}


def _group(found: Outcome, stratum: Stratum) -> Json:
    judged = found.strata[stratum]
    drawn = sum(item.stratum == stratum for item in found.sample.items)
    counts = {"passages": judged.size, "drawn": drawn, "judged": judged.judged, "on_topic": judged.on_topic}
    return {"group": stratum.value, **counts}


def _passage(library: Library, found: Outcome, item: SampleItem) -> Json:
    document, block = library.document(item.document), library.block(item.document, item.block)
    leads = library.lead_ins(item.document, [item.block])
    judged = item.id in found.said
    return {
        "number": item.position + 1,
        "document": item.document,
        "title": document.title if document else "",
        "page": _page(block),
        "block": item.block,
        "text": block.text if block else None,
        "lead_in": leads.get(item.block, ""),
        "group": item.stratum if judged else None,
        "on_topic": found.said.get(item.id),
    }


def _page(block: Block | None) -> int | None:
    return block.pieces[0].page if block and block.pieces else None
