"""Words that mean something else where they stand: what the built-in topics take and what they leave."""

from __future__ import annotations

from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.topics.files import load_topics
from index.topics.model import Topic, TopicQuery

BUILT_IN = {one.id: one for one in load_topics([], builtin_folder=Path("assets/topics"))}

ON = {
    "policing": [
        "We will end over-zealous policing of festivals.",
        "Tenants need help alongside proper police action.",
        "We will stop the policing of protests by drones.",
        "The force must police our streets again.",
        "Officers who police football matches deserve rest.",
        "We will recruit nurses, teachers and 900 police officers.",
        "We will back the Police Federation of our county.",
        "The police must log every call.",
        "Former police officers will train recruits.",
    ],
    "vawg": [
        "We will end attacks on women and girls.",
        "The harm done to women by stalkers is real.",
        "Attacks on older women must be punished.",
        "We will make spiking a crime.",
        "Women die at the hands of men every week.",
        "We will act on stalking.",
    ],
    "fire-safety": [
        "We will fund firefighting equipment.",
        "Unsafe cladding will be removed from every block.",
        "More firefighting crews will be hired.",
    ],
}
OFF = {
    "policing": [
        "We will buy ships that police the fishing grounds.",
        "A body will be set up to police the price of software.",
        "Regulators who police the accounts of banks need power.",
        "We will strengthen timber law enforcement.",
        "Our progressive polices on tax are known.",
        "We will build homes for nurses, police officers and teachers.",
        "Soldiers need a body like the Police Federation.",
        "Last year 900 such cases were logged by police forces.",
        "Nobody should police the speech of students.",
    ],
    "vawg": [
        "Deer stalks are sold by the estate.",
        "Demand spikes in winter and women pay more.",
        "We will end animal abuse.",
        "Aid money is abused by women and men alike.",
        "Non-sexual offences are rising.",
        "Women with disabilities die younger.",
        "We will stop the online grooming of children.",
    ],
    "fire-safety": [
        "The health service goes on firefighting from one winter to the next.",
        "Ministers are always firefighting.",
        "Buildings need less concrete and cladding to save carbon.",
    ],
}


def test_what_a_portrait_says_of_somebody_is_no_heading_on_the_topic(tmp_path: Path) -> None:
    text = "# Former Police Sergeant\nThe stations need better cameras.\n# The police\nThe cells need a lamp."
    found = held(tmp_path, BUILT_IN["policing"], [text])
    assert found == {"The cells need a lamp."}


def held(tmp_path: Path, topic: Topic, lines: list[str]) -> set[str]:
    return {match.text for match in Indexed(tmp_path, Written("\n".join(lines))).matches(topic)}


@pytest.mark.parametrize("name", sorted(BUILT_IN.keys() & ON.keys()))
def test_topics_take_words_in_their_own_sense_alone(tmp_path: Path, name: str) -> None:
    found = held(tmp_path, BUILT_IN[name], ON[name] + OFF[name])
    assert sorted(set(ON[name]) - found) == []
    assert sorted(found & set(OFF[name])) == []


@pytest.mark.parametrize(
    ("word", "takes", "leaves"),
    [
        ("housing", "Housing is dear.", "The House of Lords sits."),
        ("training", "Training is free.", "A train is late."),
        ("planning", "Planning is slow.", "We have a plan."),
        ("arms", "Arms are sold.", "An arm is broken."),
        ("stalking", "Stalking is a crime.", "The stalks are green."),
    ],
)
def test_a_word_whose_stem_is_anothers_is_taken_as_it_is(tmp_path: Path, word: str, takes: str, leaves: str) -> None:
    asked = Topic("t", 1, "T", "#000000", "d", (TopicQuery(word),), (), ())
    assert held(tmp_path, asked, [takes, leaves]) == {takes}


def test_words_that_are_to_stand_together_stand_in_one_clause(tmp_path: Path) -> None:
    near = "The crew of the old grey boat sleeps."
    far = "The crew sleeps in huts that the town of Hythe built in the spring of last year for all who mend a boat."
    asked = Topic("t", 1, "T", "#000000", "d", (TopicQuery("crew boat"),), (), ())
    assert held(tmp_path, asked, [near, far]) == {near}
