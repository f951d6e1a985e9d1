"""Samples and their blind judgements: kept as drawn, judged once by each coder, undone, thrown away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library import samples
from reader.library.judging import set_verdict
from reader.library.library import Library
from reader.library.records import Document
from reader.library.sample_edits import OnTrial, judge, keep, remove
from reader.library.samples import KeptSample
from reader.library.verdicts import Verdict
from reader.model import Block, Kind, Manifesto

TEXTS = ("The wall will be mended.", "Nets are paid for by the council.", "Boats are painted in spring.")


@pytest.fixture
def document(library: Library, write_file: Callable[..., Path]) -> Document:
    blocks = tuple(Block(Kind.PARAGRAPH, text) for text in TEXTS)
    return library.store(write_file(), Manifesto("A plan", "en", blocks, format="Plain text"), {})


@pytest.fixture
def sample(library: Library, document: Document) -> KeptSample:
    """Three passages, one shown and two not, drawn with seed 7."""
    drawn = [
        (document.id, block.id, stratum)
        for block, stratum in zip(library.blocks(document.id), ("rest", "shown", "near"), strict=True)
    ]
    trial = OnTrial("harbour", 2, "Harbour", "abc", 9, (document.id,))
    new, edit = keep(library, trial, drawn, {"shown": 4, "near": 1, "words": 0, "rest": 20}, seed=7, size=10)
    library.apply(edit)
    kept = library.read(lambda connection: samples.one(connection, new))
    assert kept is not None
    return kept


def said(library: Library, sample: KeptSample) -> dict[str, bool]:
    return {one.item: one.on_topic for one in library.read(lambda each: samples.judgements(each, sample.id))}


def test_a_sample_is_kept_with_all_that_is_needed_to_draw_it_again(
    library: Library, document: Document, sample: KeptSample
) -> None:
    assert (sample.topic, sample.topic_version, sample.digest, sample.engine) == ("harbour", 2, "abc", 9)
    assert (sample.seed, sample.size, sample.documents) == (7, 10, (document.id,))
    assert sample.sizes == {"shown": 4, "near": 1, "words": 0, "rest": 20}
    assert [item.stratum for item in sample.items] == ["rest", "shown", "near"]
    assert library.undo_label() == "Draw a sample of 3 passages for “Harbour”"
    assert library.read(lambda each: samples.of_topic(each, "harbour")) == [sample]
    assert library.read(lambda each: samples.of_topic(each, "fleet")) == []


def test_each_passage_is_judged_once_and_the_last_word_counts(library: Library, sample: KeptSample) -> None:
    first, second, _ = sample.items
    library.apply(judge(library, first, "Harbour", on_topic=True))
    library.apply(judge(library, second, "Harbour", on_topic=True))
    library.apply(judge(library, first, "Harbour", on_topic=False))
    assert said(library, sample) == {first.id: False, second.id: True}
    assert judge(library, first, "Harbour", on_topic=False).changes == ()
    library.undo()
    assert said(library, sample)[first.id] is True


def test_casual_verdicts_are_no_judgements(library: Library, document: Document, sample: KeptSample) -> None:
    class Harbour:
        id, version, name = "harbour", 2, "Harbour"

    library.apply(set_verdict(library, document.id, sample.items[0].block, Harbour(), Verdict.BELONGS))
    assert said(library, sample) == {}


def test_a_sample_that_is_removed_comes_back_whole(library: Library, sample: KeptSample) -> None:
    library.apply(judge(library, sample.items[0], "Harbour", on_topic=True))
    library.apply(remove(library, sample, "Harbour"))
    assert library.read(samples.every) == []
    library.undo()
    assert library.read(samples.every) == [sample]
    assert said(library, sample) == {sample.items[0].id: True}
