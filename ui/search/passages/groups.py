"""What was found, by manifesto, and the facets by which it can be narrowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeAlias

from index.results import Hit, Results
from reader.library.records import Document

# Gives what people and topics say of a hit, by facet: the written paths of its codes, the names of its topics.
LabelsOf: TypeAlias = Callable[[Hit], Mapping[str, Sequence[str]]]


def _unlabelled(_hit: Hit) -> Mapping[str, Sequence[str]]:
    return {}


@dataclass(frozen=True, slots=True)
class Group:
    """The hits in one manifesto, best first."""

    document: Document
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """What the results are narrowed to; "" for everything."""

    party: str = ""
    year: str = ""
    topic: str = ""  # its name
    kind: str = ""
    code: str = ""  # its path as it is written

    @property
    def words(self) -> str:
        """ "Labour, 2017"; "" for everything."""
        return ", ".join(filter(None, (self.party, self.year, self.topic, self.kind, self.code)))


def grouped(
    hits: Iterable[Hit], documents: Mapping[str, Document], narrowed: Facets, labels: LabelsOf = _unlabelled
) -> tuple[Group, ...]:
    """The hits that fit, by manifesto, the one with the best hit first. Hits in unknown documents are left out."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        document = documents.get(hit.document)
        if document is not None and _fits(hit, document, narrowed, labels):
            found.setdefault(hit.document, []).append(hit)
    return tuple(Group(documents[name], tuple(some)) for name, some in found.items())


def choices(
    hits: Iterable[Hit], documents: Mapping[str, Document], labels: LabelsOf = _unlabelled
) -> dict[str, Sequence[tuple[str, int]]]:
    """For each facet its values and how many hits have them, by name; years the latest first."""
    counts: dict[str, Counter[str]] = {field.name: Counter() for field in fields(Facets)}
    for hit in hits:
        document = documents.get(hit.document)
        if document is not None:
            for name, values in _values(hit, document, labels).items():
                counts[name].update(values)
    offered = {name: sorted((value, count) for value, count in some.items() if value) for name, some in counts.items()}
    offered["year"].reverse()
    return dict(offered)


def found_sentence(results: Results, shown: Sequence[Group]) -> str:
    """How many of the passages that were found are shown, and in how many manifestos; "" for none."""
    count, manifestos = sum(len(group.hits) for group in shown), len(shown)
    where = f"in {manifestos:,} manifestos" if manifestos > 1 else "in one manifesto"
    if not count:
        return ""
    if len(results.hits) < results.total:
        return f"The best {count:,} of {results.total:,} passages, {where}"
    return f"{count:,} passages {where}" if count > 1 else f"One passage {where}"


def _values(hit: Hit, document: Document, labels: LabelsOf) -> dict[str, Sequence[str]]:
    values = {"party": document.party, "year": document.year, "kind": hit.kind}
    return {**{name: (value,) for name, value in values.items()}, **labels(hit)}


def _fits(hit: Hit, document: Document, narrowed: Facets, labels: LabelsOf) -> bool:
    values = _values(hit, document, labels)
    return all(not wanted or wanted in values.get(name, ()) for name, wanted in _wanted(narrowed).items())


def _wanted(narrowed: Facets) -> dict[str, str]:
    return {each.name: getattr(narrowed, each.name) for each in fields(narrowed)}
