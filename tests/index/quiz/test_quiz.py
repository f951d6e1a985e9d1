"""A quiz of a library: fair, without names, and with nothing in it that the program is unsure of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from indexed import Indexed
from quizzed import HARM, LAMPS, NAMES, PARTIES, SHARED, UNSURE, quizzed

from index.citations.styles import opened
from index.quiz.in_lessons import asked
from index.quiz.quiz import Asked, NotSwitchedOn, Pool, Quiz, Sources, pool_of, quiz_from, quiz_of, summary
from index.quiz.reasons import Reason
from index.topics.views import Views
from reader.facts import usable_facts
from reader.library import judging
from reader.library.library import Library
from reader.library.plans import LessonItem
from reader.library.verdicts import Verdict

STYLE = opened("harvard", Path(__file__).resolve().parents[3] / "assets" / "citation-styles")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    return quizzed(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def sources(made: Indexed) -> Iterator[Sources]:
    with Library.open(made.home) as library, Views(made.home) as views:
        yield Sources(library, views, (LAMPS, HARM), usable_facts(made.home.settings), STYLE)


@pytest.fixture(scope="module")
def pool(made: Indexed, sources: Sources) -> Pool:
    return pool_of(sources, LAMPS, made.documents, sensitive=False)


def words(quiz: Quiz) -> list[str]:
    return [slide.extract.words for slide in quiz.questions]


def right(quiz: Quiz) -> Counter[str]:
    return Counter(slide.answers[slide.right].name for slide in quiz.questions)


def test_every_question_has_its_answer_with_page_and_citation(made: Indexed, sources: Sources) -> None:
    quiz = quiz_of(sources, LAMPS, made.documents, Asked(7, 8, name="part"))
    assert [(slide.id, slide.number, slide.of) for slide in quiz.questions] == [
        (f"part/{number}", number, 8) for number in range(1, 9)
    ]
    for slide in quiz.questions:
        assert [who.name for who in slide.answers] == sorted(PARTIES)
        answer = slide.answers[slide.right]
        assert answer.document == slide.extract.document
        block = sources.library.block(answer.document, slide.extract.block)
        assert block is not None
        assert slide.extract.words in block.text
        assert slide.source.startswith(f"{answer.name}, ")
        assert slide.source.endswith(f"p. i. ({answer.name}, 2031, p. i)")
    assert summary(quiz)[0].startswith("Anchor Movement: ")


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 28))
def test_over_all_seeds_it_is_fair_and_tells_nothing(pool: Pool, sources: Sources, seed: int, count: int) -> None:
    quiz = quiz_from(sources, pool, Asked(seed, count))
    assert len(quiz.questions) == count
    times = [right(quiz)[party] for party in PARTIES]
    assert max(times) - min(times) <= 1
    text = "\n".join(words(quiz))
    assert [name for name in NAMES if name.casefold() in text.casefold()] == []
    assert not {SHARED, UNSURE} & set(words(quiz))
    assert count > 24 or "[" not in text


def test_neither_the_order_of_manifestos_nor_anything_but_the_seed_matters(
    made: Indexed, pool: Pool, sources: Sources
) -> None:
    quiz = quiz_from(sources, pool, Asked(3, 9))
    assert quiz_of(sources, LAMPS, made.documents[::-1], Asked(3, 9)).questions == quiz.questions
    assert quiz_from(sources, pool, Asked(4, 9)).questions != quiz.questions


def test_names_that_had_to_be_hidden_tell_no_letter(pool: Pool, sources: Sources) -> None:
    hidden = sorted(one for one in words(quiz_from(sources, pool, Asked(1, 28))) if "[" in one)
    assert [one[:45] for one in hidden] == [
        "Ask [a politician] where the lamps of the fis",
        "Only [party] has counted the lamps of each st",
        "Vote for [party] and the lamps on both sides ",
        "[A politician] gave the first of all our lamp",
    ]


def test_what_was_left_out_is_counted_by_reason(made: Indexed, sources: Sources) -> None:
    quiz = quiz_of(sources, LAMPS, made.documents, Asked(1, 40))
    assert (len(quiz.questions), quiz.possible, quiz.passages) == (28, 28, 28)
    assert quiz.left_out == {
        Reason.SHARED: 4, Reason.LEANS: 4, Reason.NAMES: 8, Reason.VIOLENCE: 4, Reason.LENGTH: 4, Reason.UNSURE: 4,
        Reason.LANGUAGE: 1,
    }  # fmt: skip
    told = summary(quiz)
    assert told[0].startswith("28 questions could be drawn of the 40 that were asked for, each manifesto as often")
    assert "Llais: 0 passages can be asked about; so it takes no part; left out: 1 is in another language." in told


def test_on_a_sensitive_topic_it_is_off_until_it_is_switched_on(made: Indexed, sources: Sources) -> None:
    with pytest.raises(NotSwitchedOn, match="speaks of violence and abuse"):
        quiz_of(sources, HARM, made.documents, Asked())
    on = quiz_of(sources, LAMPS, made.documents, Asked(1, 32, sensitive=True))
    assert sum(slide.extract.speaks_of_violence for slide in on.questions) == 4
    assert Reason.VIOLENCE not in on.left_out


def test_what_people_said_decides(made: Indexed, sources: Sources) -> None:
    first = made.documents[0].id
    by_text = {block.text: block.id for block in sources.library.blocks(first)}
    before = quiz_of(sources, LAMPS, made.documents, Asked(1, 24))
    rejected = next(one for one in words(before) if one in by_text)
    edits = [(rejected, Verdict.DOES_NOT_BELONG), (UNSURE, Verdict.BELONGS)]
    for text, verdict in edits:
        sources.library.apply(judging.set_verdict(sources.library, first, by_text[text], LAMPS, verdict))
    after = quiz_of(sources, LAMPS, made.documents, Asked(1, 24))
    sources.library.undo()
    sources.library.undo()
    assert rejected not in words(after)
    assert after.left_out[Reason.REJECTED] == 1
    assert after.left_out[Reason.UNSURE] == 3


def test_lessons_ask_what_their_plan_says(made: Indexed, sources: Sources) -> None:
    item = LessonItem("lamps", count=3, seed=5)
    slides = asked(sources, sensitive=False)("part", item, made.documents)
    assert slides == quiz_of(sources, LAMPS, made.documents, Asked(5, 3, name="part")).questions
    assert asked(sources, sensitive=False)("part", LessonItem("harm", count=3), made.documents) == ()
