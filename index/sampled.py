"""Samples of a library's passages: drawn, kept, and what the judgements of a kept one say of the topic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index import store
from index.accuracy import Accuracy, accuracy
from index.damage import IndexDamaged
from index.sampling import Item, Judged, Sample, Stratum, draw, judged
from index.topics.languages import missing_language
from index.topics.model import Topic
from index.topics.nearest import strata
from index.topics.views import ENGINE, Views, topic_digest
from reader.edits import Edit
from reader.errors import Damaged, UserError
from reader.home import Home
from reader.library import sample_edits, samples
from reader.library.library import Library
from reader.library.records import Document
from reader.library.samples import Judgement, KeptSample, SampleItem


class NothingToDraw(UserError):
    """The documents have no passages."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sample with what its own coder said of its passages, by item id, and what that says of the topic."""

    sample: KeptSample
    said: Mapping[str, bool]
    strata: Mapping[Stratum, Judged]
    accuracy: Accuracy

    @property
    def finished(self) -> bool:
        """Whether all passages have been judged."""
        return len(self.said) == len(self.sample.items)

    @property
    def wrongly_shown(self) -> tuple[SampleItem, ...]:
        """The passages that the topic shows although they do not belong to it."""
        return tuple(item for item in self.sample.items if _is_shown(item) and self.said.get(item.id) is False)

    @property
    def missed(self) -> tuple[SampleItem, ...]:
        """The passages that belong to the topic and are not shown."""
        return tuple(item for item in self.sample.items if not _is_shown(item) and self.said.get(item.id) is True)


def searched(topic: Topic, documents: Iterable[Document]) -> tuple[Document, ...]:
    """Those of the documents in which the topic has words to look for: of the others a sample could tell nothing."""
    return tuple(document for document in documents if not missing_language(topic, document))


def drawn(home: Home, topic: Topic, documents: Iterable[str], seed: int, size: int) -> Sample:
    """A sample of the passages of these documents, shown by the topic or not; views that are missing are made.

    Raises NothingToDraw, and Damaged where the index cannot be read.
    """
    names = list(dict.fromkeys(documents))
    try:
        with Library.open(home) as library, Views(home) as views, store.reading(home) as reader:
            found, missing = views.cached(topic, names)
            if missing:
                found = {**found, **views.make(library, topic, missing)}
            sample = draw(strata(reader, library, topic, found), seed, size)
    except IndexDamaged:
        raise Damaged("The index cannot be read.", "Start the program again: it is then built again.") from None
    if not sample.items:
        raise NothingToDraw("There are no passages to draw from.", "Choose a set with manifestos that have been read.")
    return sample


def keeping(library: Library, topic: Topic, documents: Iterable[str], sample: Sample, size: int) -> tuple[str, Edit]:
    """The id under which a sample is kept, and the edit that does it."""
    digest = topic_digest(topic)
    trial = sample_edits.OnTrial(topic.id, topic.version, topic.name, digest, ENGINE, tuple(sorted(set(documents))))
    items = [(item.document, item.block, sample.strata[item].value) for item in sample.items]
    sizes = {stratum.value: number for stratum, number in sample.sizes.items()}
    return sample_edits.keep(library, trial, items, sizes, seed=sample.seed, size=size)


def outcome(library: Library, sample: KeptSample) -> Outcome:
    """What the judgements of a kept sample say so far; those of the coder who had it drawn count."""
    given = library.read(lambda connection: samples.judgements(connection, sample.id))
    return _outcome(sample, given)


def latest(library: Library, topic: Topic) -> Outcome | None:
    """The latest sample of this very version of the topic that tells its precision; None where none does."""
    for sample in library.read(lambda connection: samples.of_topic(connection, topic.id)):
        if (sample.topic_version, sample.digest, sample.engine) == (topic.version, topic_digest(topic), ENGINE):
            found = outcome(library, sample)
            if found.accuracy.precision.value is not None:
                return found
    return None


def _outcome(sample: KeptSample, given: Iterable[Judgement]) -> Outcome:
    said = {one.item: one.on_topic for one in given if one.coder.id == sample.coder.id}
    plain = Sample(
        sample.seed,
        tuple(Item(item.document, item.block) for item in sample.items),
        {Item(item.document, item.block): Stratum(item.stratum) for item in sample.items},
        {stratum: sample.sizes.get(stratum.value, 0) for stratum in Stratum},
    )
    by_item = {Item(item.document, item.block): said[item.id] for item in sample.items if item.id in said}
    counted = judged(plain, by_item)
    return Outcome(sample, said, counted, accuracy(counted))


def _is_shown(item: SampleItem) -> bool:
    return item.stratum == Stratum.SHOWN
