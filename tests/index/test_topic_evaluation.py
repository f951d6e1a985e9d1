"""A topic evaluated on an index: what counts as evidence, where, and what a match says of itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from indexed import Indexed, Written

from index.analysis import Sieve
from index.damage import IndexDamaged
from index.topics.compiled import compiled
from index.topics.evaluate import evaluate_in
from index.topics.model import Match, Scope, Subtopic, Topic, TopicQuery
from index.topics.parsing import TopicInvalid
from index.topics.parties import voices
from index.topics.passage import Surroundings, look_at_each, match_passage
from index.topics.views import Views
from reader.facts import facts
from reader.home import home
from reader.lead_ins import lead_ins
from reader.library.library import Library

ROWS = (Subtopic("crews", "Crews"), Subtopic("boats", "Boats"))


def topic(*queries: TopicQuery, exclude: tuple[str, ...] = ()) -> Topic:
    return Topic("t", 1, "T", "#000000", "d", queries, exclude, ROWS)


def found(
    tmp_path: Path, text: str, *queries: TopicQuery, exclude: tuple[str, ...] = (), language: str = "en"
) -> list[Match]:
    return list(Indexed(tmp_path, Written(text, language=language)).matches(topic(*queries, exclude=exclude)))


def texts(matches: list[Match]) -> list[str]:
    return [match.text for match in matches]


LIFEBOATS = TopicQuery("lifeboat")


def test_a_passage_is_in_the_view_from_one_point_on(tmp_path: Path) -> None:
    queries = (TopicQuery("lifeboat", 0.6), TopicQuery("crew", 0.4), TopicQuery("harbour", 0.1))
    matches = found(tmp_path, "A lifeboat and its crew.\nA lifeboat in the harbour.\nThe crews of lifeboats.", *queries)
    assert texts(matches) == ["A lifeboat and its crew.", "The crews of lifeboats."]


def test_a_word_counts_once_even_where_several_queries_match_it(tmp_path: Path) -> None:
    queries = (TopicQuery("lifeboat", 0.6), TopicQuery('lifeboat OR "life raft"', 0.6))
    matches = found(tmp_path, "The lifeboat.\nThe lifeboat and the life raft.", *queries)
    assert texts(matches) == ["The lifeboat and the life raft."]


def test_a_query_matches_within_one_sentence(tmp_path: Path) -> None:
    matches = found(tmp_path, "The crew rests. The boat sails.\nThe crew boards a boat.", TopicQuery("crew boat"))
    assert texts(matches) == ["The crew boards a boat."]


def test_words_in_an_exclusion_do_not_count_but_the_same_words_beside_it_do(tmp_path: Path) -> None:
    text = "They hire and fire.\nThey hire and fire, but a fire must be put out.\nA fire."
    matches = found(tmp_path, text, TopicQuery("fire"), exclude=('"hire and fire"',))
    assert texts(matches) == text.splitlines()[1:]
    assert [(why.text, why.start) for why in matches[0].why] == [("fire", text.splitlines()[1].index("a fire") + 2)]


def test_an_exclusion_takes_words_apart_from_one_another_too(tmp_path: Path) -> None:
    matches = found(
        tmp_path, "A safe, legal boat.\nA boat that is safe.", TopicQuery('"boat safe"~4'), exclude=('"safe, legal"',)
    )
    assert texts(matches) == ["A boat that is safe."]


def test_without_and_filters_hold_for_topics_as_for_searches(tmp_path: Path) -> None:
    text = "A boat with sails.\nA boat with oars.\n- A boat in a list."
    made = Indexed(tmp_path, Written(text, fields={"year": "2017"}))
    for query, expected in (
        ("boat NOT sails", text.splitlines()[1:]),
        ("boat kind:list-item", text.splitlines()[2:]),
        ("boat party:green", []),
        ("boat party:labour year:2010-2020", text.splitlines()),
        ("boat year:2018", []),
        ("boat language:cy", []),
    ):
        assert [match.text for match in made.matches(topic(TopicQuery(query)))] == [
            one.lstrip("- ") for one in expected
        ]


def test_a_heading_lends_its_weight_to_what_stands_under_it_less_from_further_out(tmp_path: Path) -> None:
    text = """
# Lifeboats
They are paid for by gifts.
## Harbours
Walls keep the waves out.
## Crews
A crew trains at night.
# Roads
They have holes.
"""
    queries = (TopicQuery("lifeboat", scope=Scope.SECTION), TopicQuery("crew", 0.5))
    matches = found(tmp_path, text, *queries)
    assert texts(matches) == ["They are paid for by gifts.", "A crew trains at night."]
    assert [(why.text, why.field) for why in matches[1].why] == [("crew", "text"), ("Lifeboats", "section")]
    assert matches[1].section == ("Lifeboats", "Crews")


def test_evidence_against_takes_away_what_headings_lend_but_nothing_of_ones_own_words(tmp_path: Path) -> None:
    text = "# Lifeboats\nWaves are high.\nRoads are bad.\nA lifeboat beside a road."
    queries = (LIFEBOATS, TopicQuery("lifeboat", scope=Scope.SECTION), TopicQuery("road", -0.5))
    matches = found(tmp_path, text, *queries)
    assert texts(matches) == ["Waves are high.", "A lifeboat beside a road."]
    assert "road" not in [why.text for why in matches[1].why]


def test_a_heading_in_between_that_speaks_against_takes_away_what_those_further_out_lend(tmp_path: Path) -> None:
    text = "# Lifeboats\n## Crews\nNights are long.\n## Roads\nHoles are deep.\n# Lifeboats and roads\nBoth need care."
    queries = (TopicQuery("lifeboat", 1.4, Scope.SECTION), TopicQuery("road", -0.6, Scope.SECTION))
    assert texts(found(tmp_path, text, *queries)) == ["Nights are long.", "Both need care."]


def test_under_a_heading_on_the_topic_sentences_lend_to_one_another(tmp_path: Path) -> None:
    text = "# Lifeboats\n## Crews\nTheir crews train. Nights are long. Days are short.\n## Hulls\nDays are short."
    (match,) = found(tmp_path, text, TopicQuery("lifeboat", scope=Scope.SECTION), TopicQuery("crew", 0.2))
    assert [one.carries for one in match.statements] == [True, True, True]


def test_items_of_a_list_take_their_topic_from_the_sentence_that_introduces_it(tmp_path: Path) -> None:
    text = "Much is wrong. For lifeboats we will:\n- Buy engines.\n- Train crews.\nRoads are another matter."
    matches = found(tmp_path, text, TopicQuery("lifeboat", scope=Scope.LEAD_IN))
    assert texts(matches) == ["Buy engines.", "Train crews."]
    (why,) = matches[0].why
    assert (why.text, why.field) == ("lifeboats", "lead-in")
    assert "For lifeboats we will:"[why.start : why.end] == "lifeboats"


def test_a_sentence_that_points_back_carries_with_the_one_before_it(tmp_path: Path) -> None:
    text = "We love the lifeboat. It needs an engine. Roads have holes."
    (match,) = found(tmp_path, text, LIFEBOATS)
    assert [one.carries for one in match.statements] == [True, True, False]
    assert [match.text[one.start : one.end] for one in match.statements] == [one.text for one in match.statements]


def test_weak_evidence_in_several_sentences_comes_together(tmp_path: Path) -> None:
    queries = (TopicQuery("boat", 0.79), TopicQuery("crew", 0.6))
    (match,) = found(tmp_path, "A boat sails. The crew sings.\nA boat sails. The boat sings.", *queries)
    assert match.text == "A boat sails. The crew sings."
    assert [one.carries for one in match.statements] == [True, True]


def test_a_passing_mention_ranks_below_a_passage_on_the_topic(tmp_path: Path) -> None:
    passing = "Roads have holes. Trains are late. A lifeboat is red. Buses are slow."
    focused = "The lifeboat needs a crew. The lifeboat needs a boathouse."
    passing_match, focused_match = found(tmp_path, f"{passing}\n{focused}", LIFEBOATS, TopicQuery("crew", 0.5))
    assert 0.5 <= passing_match.score < focused_match.score <= 1


def test_within_limits_what_brings_a_passage_in_as_well(tmp_path: Path) -> None:
    text = "A crew and a boat.\nA crew sleeps in the old house at the harbour without a boat."
    assert texts(found(tmp_path, text, TopicQuery("crew boat", within=5))) == ["A crew and a boat."]


@pytest.mark.parametrize("within", [0, 7])
def test_the_words_of_each_alternative_stand_in_one_clause(tmp_path: Path, within: int) -> None:
    near, *far = "A crew sleeps; a boat and a mast lie near.", "A crew; a boat lies near; a mast is made.", "A boat."
    asked = TopicQuery("(crew boat) OR (boat mast)", within=within)
    assert texts(found(tmp_path, "\n".join([near, *far]), asked)) == [near]


def test_reasons_are_whole_words_of_the_passage_in_code_points(tmp_path: Path) -> None:
    text = "👩‍🚒 Café: the Lifeboats’ crews."
    (match,) = found(tmp_path, text, TopicQuery("lifeboat crew"))
    assert [why.text for why in match.why] == ["Lifeboats", "crews"]
    assert all(match.text[why.start : why.end] == why.text for why in match.why)


def test_a_query_in_another_language_is_not_asked(tmp_path: Path) -> None:
    queries = (TopicQuery("lifeboat", language="cy"), TopicQuery("bad", language="en"))
    assert texts(found(tmp_path, "A lifeboat.\nA bad boat.", *queries)) == ["A bad boat."]


def test_welsh_words_are_found_in_their_mutated_forms(tmp_path: Path) -> None:
    text = "Yr orsaf dân.\nGwasanaeth tân ac achub.\nHeddlu a thân.\nFy nhân.\nCyngor a phentref.\nY tai."
    matches = found(tmp_path, text, TopicQuery("tân OR pentref", language="cy"), language="cy")
    assert texts(matches) == text.splitlines()[:5]


def test_matches_stand_in_the_order_of_the_document_with_their_place_in_it(tmp_path: Path) -> None:
    matches = found(tmp_path, "# Head\nA lifeboat.\nA road.\nLifeboats.\nLifeboats.", LIFEBOATS)
    assert [(match.order, match.page, match.label, match.kind) for match in matches] == [
        (1, 1, "i", "paragraph"),
        (3, 1, "i", "paragraph"),
        (4, 1, "i", "paragraph"),
    ]
    assert len({match.block for match in matches}) == 3


def test_headings_are_no_passages(tmp_path: Path) -> None:
    assert found(tmp_path, "# Lifeboats\n# Roads", LIFEBOATS) == []


def test_beginnings_of_words_are_found_in_text_headings_and_lead_ins(tmp_path: Path) -> None:
    text = "Lifeboats sail.\n# Lifeboating\nNights are long.\n# Roads\nFor lifeboatmen we will:\n- Buy coats.\nHoles."
    queries = (
        TopicQuery("lifeb*"),
        TopicQuery("lifeb*", scope=Scope.SECTION),
        TopicQuery("lifeb*", scope=Scope.LEAD_IN),
    )
    expected = ["Lifeboats sail.", "Nights are long.", "For lifeboatmen we will:", "Buy coats."]
    assert texts(found(tmp_path, text, *queries)) == expected


def test_a_document_indexed_again_is_found_once(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("A lifeboat.\nA road."), Written("Lifeboats."))
    before = made.views(topic(LIFEBOATS))
    made.index_again()
    assert made.views(topic(LIFEBOATS)) == before


words = st.sampled_from(["lifeboat", "crew", "road", "boat", "sails", "Lifeboats", "night", "They", "and"])
sentence = st.lists(words, min_size=1, max_size=6).map(lambda chosen: " ".join(chosen).capitalize() + ".")
lines = st.tuples(st.sampled_from(["", "", "# ", "## ", "- "]), st.lists(sentence, min_size=1, max_size=3))
texts_of_lines = st.lists(lines, min_size=1, max_size=12).map(
    lambda chosen: "\n".join(mark + " ".join(sentences) for mark, sentences in chosen)
)
queries = st.lists(
    st.builds(
        TopicQuery,
        st.sampled_from(
            ["lifeboat", '"boat crew"~2', "crew boat", "road OR sails", "life*", "night NOT road", '"a boat"']
        ),
        st.sampled_from([-0.5, 0, 0.3, 0.5, 0.7, 1.0]),
        st.sampled_from(Scope),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=25, deadline=None)
@given(texts_of_lines, queries)
def test_the_index_leaves_out_no_passage_that_reading_all_would_find(text: str, asked: list[TopicQuery]) -> None:
    wanted = topic(*asked, exclude=("road sails",))
    with TemporaryDirectory() as folder:
        made = Indexed(Path(folder), Written(text))
        (document,) = made.documents
        with Library.open(made.home) as library:
            blocks = library.blocks(document.id)
        labour = voices(("Labour",), facts())
        every_word = Sieve("en", frozenset(), frozenset(), ("",))
        around = Surroundings(document.id, lead_ins(blocks, "en"), labour, {"language": "en"}, every_word)
        ready = compiled(wanted, "en")
        looked_at = look_at_each(ready, dict(enumerate(blocks)), around)
        found = (match_passage(ready, block, one, order, around) for order, (block, one) in looked_at.items())
        assert made.matches(wanted) == tuple(match for match in found if match is not None)


def test_nothing_is_said_of_documents_that_are_not_in_the_index(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("A lifeboat."), Written("A road."))
    views = made.views(topic(LIFEBOATS), [made.documents[1].id, "not there"])
    assert views == {made.documents[1].id: ()}


def test_documents_not_asked_for_are_not_looked_at(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("A lifeboat."), Written("Another lifeboat."))
    (only,) = made.views(topic(LIFEBOATS), [made.documents[1].id]).values()
    assert texts(list(only)) == ["Another lifeboat."]


def test_several_topics_at_once_are_what_each_is_alone(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("# Boats\nA lifeboat.\nA road."), Written("A road."))
    roads = replace(topic(TopicQuery("road"), TopicQuery("boat", 0.5, Scope.SECTION)), id="roads")
    boats = topic(LIFEBOATS)
    ids = [document.id for document in made.documents]
    with Views(made.home) as views, Library.open(made.home) as library:
        together = views.make_each(library, [boats, roads], ids)
    assert together == {"t": made.views(boats), "roads": made.views(roads)}


def test_a_topic_with_a_query_that_means_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TopicInvalid):
        found(tmp_path, "A lifeboat.", TopicQuery("kind:nonsense lifeboat"))


def test_without_an_index_it_is_said_so(tmp_path: Path) -> None:
    empty = home(tmp_path)
    with Library.open(empty) as library, pytest.raises(IndexDamaged):
        evaluate_in(empty, library, [topic(LIFEBOATS)], [])
