"""Samples of a library: the same for the same seed, kept, judged, and told with their version."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.exports.as_csv import as_csv
from index.exports.samples import sample_values, sheet
from index.sampled import NothingToDraw, drawn, keeping, latest, outcome
from index.sampling import Stratum
from index.topics.model import Topic, TopicQuery
from reader.library import samples
from reader.library.library import Library
from reader.library.sample_edits import judge
from reader.library.samples import KeptSample

TOPIC = Topic("boats", 3, "Boats", "#000000", "d", (TopicQuery("lifeboat"), TopicQuery("boat", 0.4)))
HARBOUR = "\n".join(["A lifeboat at last.", "A boat.", *(f"The sheep number {number} sleeps." for number in range(9))])
MEADOW = "\n".join(["Another lifeboat.", "The lifeboat crew.", *(f"The hedge number {one} grows." for one in range(9))])


@pytest.fixture
def made(tmp_path: Path) -> Indexed:
    return Indexed(tmp_path, Written(HARBOUR), Written(MEADOW))


def kept(made: Indexed, library: Library, topic: Topic = TOPIC) -> KeptSample:
    names = [document.id for document in made.documents]
    new, edit = keeping(library, topic, names, drawn(made.home, topic, names, 5, 30), 30)
    library.apply(edit)
    found = library.read(lambda connection: samples.one(connection, new))
    assert found is not None
    return found


def judge_all(library: Library, sample: KeptSample) -> None:
    """As someone would who finds that all boats belong, but for one lifeboat that does not."""
    for item in sample.items:
        block = library.block(item.document, item.block)
        assert block is not None
        belongs = "boat" in block.text and "crew" not in block.text
        library.apply(judge(library, item, TOPIC.name, on_topic=belongs))


def test_the_same_seed_draws_the_same_sample_whatever_the_order_of_documents(made: Indexed) -> None:
    names = [document.id for document in made.documents]
    assert drawn(made.home, TOPIC, names, 5, 8) == drawn(made.home, TOPIC, names[::-1], 5, 8)
    assert drawn(made.home, TOPIC, names, 5, 8).items != drawn(made.home, TOPIC, names, 6, 8).items


def test_passages_that_are_not_shown_are_drawn_too(made: Indexed) -> None:
    sample = drawn(made.home, TOPIC, [document.id for document in made.documents], 5, 30)
    assert sample.sizes == {Stratum.SHOWN: 3, Stratum.UNCERTAIN: 0, Stratum.NEAR: 1, Stratum.WORDS: 0, Stratum.REST: 18}
    assert len(sample.items) == 22


def test_what_was_judged_tells_precision_recall_and_the_errors(made: Indexed) -> None:
    with Library.open(made.home) as library:
        sample = kept(made, library)
        assert outcome(library, sample).accuracy.precision.value is None
        judge_all(library, sample)
        found = outcome(library, sample)
        assert found.finished
        assert found.accuracy.precision.value == pytest.approx(2 / 3)
        assert found.accuracy.recall.value == pytest.approx(2 / 3)
        assert [library.texts([one.block])[one.block] for one in found.missed] == ["A boat."]
        assert [library.texts([one.block])[one.block] for one in found.wrongly_shown] == ["The lifeboat crew."]


def test_what_is_less_certain_is_a_group_of_its_own(made: Indexed) -> None:
    doubtful = replace(
        TOPIC, queries=(TopicQuery("crew"), TopicQuery("lifeboat", 0.6), TopicQuery("boat OR last", 0.3))
    )
    with Library.open(made.home) as library:
        sample = kept(made, library, doubtful)
        assert (sample.sizes["shown"], sample.sizes["uncertain"]) == (1, 1)
        judge_all(library, sample)
        found = outcome(library, sample)
        assert [library.texts([one.block])[one.block] for one in found.wrongly_shown] == ["The lifeboat crew."]
        assert "A lifeboat at last." in [library.texts([one.block])[one.block] for one in found.missed]
        assert [one["group"] for one in sample_values(library, found, "Hustings")["groups"]] == list(Stratum)


def test_a_sample_that_was_kept_before_anything_was_less_certain_is_read_as_ever(made: Indexed) -> None:
    with Library.open(made.home) as library:
        sample = kept(made, library)
        earlier = replace(sample, sizes={name: size for name, size in sample.sizes.items() if name != "uncertain"})
        judge_all(library, sample)
        found = outcome(library, earlier)
        assert found.accuracy == outcome(library, sample).accuracy
        assert found.strata[Stratum.UNCERTAIN].size == 0


def test_the_latest_sample_counts_for_its_own_version_of_the_topic_only(made: Indexed) -> None:
    with Library.open(made.home) as library:
        sample = kept(made, library)
        assert latest(library, TOPIC) is None
        judge_all(library, sample)
        found = latest(library, TOPIC)
        assert found is not None
        assert found.sample == sample
        assert latest(library, replace(TOPIC, version=4)) is None
        assert latest(library, replace(TOPIC, queries=TOPIC.queries[:1])) is None


def test_the_exports_hold_passages_judgements_and_estimates_and_stay_blind_where_nobody_judged(made: Indexed) -> None:
    with Library.open(made.home) as library:
        sample = kept(made, library)
        library.apply(judge(library, sample.items[0], "Boats", on_topic=False))
        found = outcome(library, sample)
        said = sample_values(library, found, "Boats")
        lines = list(csv.DictReader(io.StringIO(as_csv(sheet(library, found, "Boats")))))
    assert (said["topic"]["version"], said["seed"], said["judged"]) == (3, 5, 1)
    assert [one["on_topic"] for one in said["passages"]] == [False] + 21 * [None]
    assert said["passages"][0]["group"] == sample.items[0].stratum
    assert {one["group"] for one in said["passages"][1:]} == {None}
    assert [line["on topic"] for line in lines] == ["no"] + 21 * [""]
    assert [line["text"] for line in lines] == [one["text"] for one in said["passages"]]
    assert {line["topic version"] for line in lines} == {"3"}


def test_where_there_are_no_passages_nothing_is_drawn(made: Indexed) -> None:
    with pytest.raises(NothingToDraw):
        drawn(made.home, TOPIC, [], 1, 10)


def test_an_item_of_a_list_is_exported_with_a_lead_in_that_negates_it(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("We will not:\n- Sell a lifeboat.\n- Close a quay."))
    with Library.open(made.home) as library:
        sample = kept(made, library)
        found = outcome(library, sample)
        said = {one["text"]: one["lead_in"] for one in sample_values(library, found, "Boats")["passages"]}
        lines = {line["text"] for line in csv.DictReader(io.StringIO(as_csv(sheet(library, found, "Boats"))))}
    assert said == {"We will not:": "", "Sell a lifeboat.": "We will not:", "Close a quay.": "We will not:"}
    assert lines == {"We will not:", "We will not: […] Sell a lifeboat.", "We will not: […] Close a quay."}
