"""In which rows a passage stands: which words of it, and of what stands above it, name one, and which row leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.topics.model import Match, Subtopic, Topic, TopicQuery

ROWS = (Subtopic("crews", "Crews"), Subtopic("boats", "Boats"))
LIFEBOATS = TopicQuery("lifeboat")


def found(tmp_path: Path, text: str, *queries: TopicQuery) -> list[Match]:
    topic = Topic("t", 1, "T", "#000000", "d", queries, (), ROWS)
    return list(Indexed(tmp_path, Written(text)).matches(topic))


def test_rows_come_from_what_the_sentences_say_surest_first(tmp_path: Path) -> None:
    queries = (
        LIFEBOATS,
        TopicQuery("crew", 0.4, subtopics=("crews",)),
        TopicQuery('"new boat"', 0.5, subtopics=("boats",)),
        TopicQuery("engine", 0, subtopics=("boats",)),
    )
    text = "The lifeboat gets a new boat, an engine and a crew.\nThe lifeboat."
    both, none = found(tmp_path, text, *queries)
    assert both.subtopics == ("boats", "crews")
    assert none.subtopics == ()


def test_a_sentence_beside_those_that_carry_names_a_row_by_a_sure_sign_alone(tmp_path: Path) -> None:
    queries = (
        LIFEBOATS,
        TopicQuery("crew", 0, subtopics=("crews",)),
        TopicQuery("oars", 0, subtopics=("boats",), row_weight=0.35),
    )
    text = "The lifeboat. Elsewhere a crew.\nThe lifeboat. Elsewhere oars."
    sure, likely = found(tmp_path, text, *queries)
    assert sure.subtopics == ("crews",)
    assert sure.statements[1].subtopics == ()
    assert likely.subtopics == ()


def test_a_likely_sign_counts_in_a_sentence_without_a_sure_one_and_lends_nothing(tmp_path: Path) -> None:
    queries = (
        LIFEBOATS,
        TopicQuery("crew", 0, subtopics=("crews",), row_weight=0.35),
        TopicQuery("hull", 0, subtopics=("boats",)),
    )
    text = """
A lifeboat and its crew.
A lifeboat, its crew and a hull.
A lifeboat and its crew. A lifeboat and a hull.
# Crews
A lifeboat sails.
# Hulls
A lifeboat and its crew.
"""
    likely, sure, both, below, said = found(tmp_path, text, *queries)
    assert likely.subtopics == ("crews",)
    assert likely.statements[0].subtopics == ("crews",)
    assert sure.subtopics == ("boats",)
    assert both.subtopics == ("boats", "crews")
    assert below.subtopics == ()
    assert said.subtopics == ("crews",)


def test_of_rows_as_sure_the_one_that_most_sentences_name_leads_then_the_one_said_first(tmp_path: Path) -> None:
    queries = (
        LIFEBOATS,
        TopicQuery("lifeboat crew", 0, subtopics=("crews",), within=9),
        TopicQuery("hull", 0, subtopics=("boats",)),
        TopicQuery('"long oars"', 0, subtopics=("oars",)),
        TopicQuery("long", 0, subtopics=("length",)),
    )
    text = """
A lifeboat has a crew. A lifeboat has a hull. A lifeboat needs a hull.
A lifeboat with a hull needs a crew.
A lifeboat with long oars.
"""
    often, later, longer = found(tmp_path, text, *queries)
    assert often.subtopics == ("boats", "crews")
    # A pair is said where its later word is.
    assert later.subtopics == ("boats", "crews")
    assert longer.subtopics == ("oars", "length")


def test_each_sentence_names_its_own_rows_and_the_first_said_leads(tmp_path: Path) -> None:
    queries = (LIFEBOATS, TopicQuery("crew", 0, subtopics=("crews",)), TopicQuery("hull", 0, subtopics=("boats",)))
    text = "The lifeboat has a hull. A lifeboat needs a crew. It needs that soon. Elsewhere a crew and a hull."
    (match,) = found(tmp_path, text, *queries)
    assert [one.subtopics for one in match.statements] == [("boats",), ("crews",), ("crews",), ()]
    assert match.subtopics == ("boats", "crews")


def test_a_surer_sign_of_a_row_leads_and_a_weak_one_counts_where_there_is_no_other(tmp_path: Path) -> None:
    queries = (
        LIFEBOATS,
        TopicQuery("crew", 0.2, subtopics=("crews",)),
        TopicQuery("oars", 0, subtopics=("crews",), row_weight=0.6),
        TopicQuery("hull", 0, subtopics=("boats",)),
    )
    text = "A lifeboat, oars and a hull.\nA lifeboat, its crew and a hull.\nA lifeboat and its crew."
    surer, only, weak = found(tmp_path, text, *queries)
    assert surer.subtopics == ("boats", "crews")
    assert only.subtopics == ("boats",)
    assert weak.subtopics == ("crews",)
    assert weak.statements[0].subtopics == ()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("# Crews\nA lifeboat sails.", ("crews",)),
        ("# Crews\nA lifeboat has a hull.", ("boats",)),
        ("# Crews\n## Harbours\nA lifeboat sails.", ("crews",)),
        ("# Crews\n## Hulls\nA lifeboat sails.", ("boats",)),
        ("# Crews and hulls\nA lifeboat sails.", ()),
        ("# What we shall do for all crews\nA lifeboat sails.", ()),
        ("# Crews\nOf hulls we say that we will:\n- Paint the lifeboat.", ("boats",)),
        ("# Crews\nMuch was said of hulls.\n- Paint the lifeboat.", ("crews",)),
        ("Crews are tired.\nA lifeboat sails.", ()),
    ],
)
def test_what_stands_above_lends_a_row_only_where_no_sentence_names_one(
    tmp_path: Path, text: str, rows: tuple[str, ...]
) -> None:
    queries = (LIFEBOATS, TopicQuery("crew", 0, subtopics=("crews",)), TopicQuery("hull", 0, subtopics=("boats",)))
    match = next(one for one in found(tmp_path, text, *queries) if "lifeboat" in one.text)
    assert match.subtopics == rows
    assert match.statements[0].subtopics == (rows if "has a hull" in text else ())


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("A lifeboat and a trained crew.", True),
        ("The crew, tired and wet, left the lifeboat.", True),
        ("A lifeboat is old, and much else in this harbour is old, as every crew knows.", False),
        ("A lifeboat sails; its crew sleeps.", False),
        ("The lifeboat sails, but no crew does.", False),
        ("A crew far away from every sea that one may think of; here the lifeboat and the crew.", True),
    ],
)
def test_words_asked_for_close_together_stand_in_one_clause(tmp_path: Path, text: str, near: bool) -> None:
    queries = (LIFEBOATS, TopicQuery("lifeboat crew", 0, subtopics=("crews",), within=7))
    (match,) = found(tmp_path, text, *queries)
    assert match.subtopics == (("crews",) if near else ())


def test_a_query_of_weight_nought_speaks_for_its_row_and_not_for_the_view(tmp_path: Path) -> None:
    queries = (LIFEBOATS, TopicQuery("engine", 0, subtopics=("boats",)))
    (match,) = found(tmp_path, "An engine.\nA lifeboat with an engine.", *queries)
    assert match.subtopics == ("boats",)
