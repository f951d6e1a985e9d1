"""Topics as people write them: ids, faults by line, rows that go, and versions."""

from __future__ import annotations

from dataclasses import replace

from index.topics.drafting import (
    Part,
    begun,
    begun_from_search,
    duplicated,
    faults,
    finished,
    free_id,
    new_subtopic,
    usable,
    without_lost_rows,
)
from index.topics.model import Subtopic, Topic, TopicQuery

LAMPS = Topic(
    "lamps",
    3,
    "Street lamps",
    "#aa7700",
    "Lamps that light streets.",
    (TopicQuery("lamp", 1.0, subtopics=("repairs",)), TopicQuery("lantern", 0.5)),
    ('"lamp oil"',),
    (Subtopic("repairs", "Broken lamps"),),
)


def test_an_id_is_made_of_the_name_and_is_never_one_that_is_taken() -> None:
    assert free_id("Affordable homes & rents", ()) == "affordable-homes-rents"
    assert free_id("Côté jardin", ()) == "cote-jardin"
    assert free_id("Tân", ("tan",)) == "tan-2"
    assert free_id("防火", ()) == "topic"
    assert free_id("More", ()) == "more-2"
    assert new_subtopic("Broken lamps", [Subtopic("broken-lamps", "Old")]).id == "broken-lamps-2"


def test_a_draft_with_nothing_in_it_says_what_it_needs() -> None:
    found = faults(begun("#aa7700"))
    assert [fault.part for fault in found] == [Part.NAME, Part.WORDS]


def test_a_fault_names_the_line_it_is_in() -> None:
    draft = replace(LAMPS, queries=(*LAMPS.queries, TopicQuery("-lamp")), exclude=('"lamp oil"', "()"))
    assert [(fault.part, fault.number) for fault in faults(draft)] == [(Part.WORDS, 2), (Part.EXCLUDE, 1)]
    assert "leave out" in faults(draft)[0].sentence
    kept = usable(draft)
    assert kept.queries == LAMPS.queries
    assert kept.exclude == LAMPS.exclude


def test_two_topics_cannot_have_one_name() -> None:
    assert [fault.part for fault in faults(LAMPS, ["street LAMPS"])] == [Part.NAME]
    assert faults(LAMPS, ["Gardens"]) == ()


def test_a_topic_kept_for_the_first_time_gets_an_id_and_the_first_version() -> None:
    made = finished(replace(LAMPS, id="", version=0, name=" Lamps "), None, ["lamps"])
    assert (made.id, made.version, made.name) == ("lamps-2", 1, "Lamps")


def test_the_version_rises_only_when_something_is_different() -> None:
    assert finished(LAMPS, LAMPS, ["lamps"]) == LAMPS
    renamed = finished(replace(LAMPS, name="Lanterns"), LAMPS, ["lamps"])
    assert (renamed.id, renamed.version) == ("lamps", 4)


def test_ones_own_version_of_a_built_in_topic_keeps_its_id() -> None:
    own = finished(replace(LAMPS, definition="Mine.", builtin=True), replace(LAMPS, builtin=True), ["lamps"])
    assert (own.id, own.version, own.builtin) == ("lamps", 4, False)


def test_a_row_that_goes_leaves_the_words_that_spoke_for_it() -> None:
    assert without_lost_rows(replace(LAMPS, subtopics=())).queries[0] == TopicQuery("lamp")


def test_a_copy_has_a_name_of_its_own_and_no_id_yet() -> None:
    copy = duplicated(replace(LAMPS, builtin=True), ["Street lamps", "Street lamps (copy)"])
    assert (copy.id, copy.version, copy.name, copy.builtin) == ("", 0, "Street lamps (copy 2)", False)


def test_a_search_becomes_a_topic_named_after_it() -> None:
    draft = begun_from_search('"social housing"  OR party:harbour council', "#aa7700")
    assert draft.name == "Social housing harbour council"
    assert draft.queries == (TopicQuery('"social housing" OR party:harbour council'),)
    assert faults(draft) == ()
