"""A quiz leaves printed, as values and for Moodle; what is printed for pupils holds no answer before its page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gift_reader import NotGift, read_gift
from hypothesis import given, settings
from hypothesis import strategies as st

from index.exports.gift import gift
from index.exports.publication import Heading, PageBreak, Quotation
from index.exports.quiz import exportable, publication, values
from index.exports.registry import Layout, Resources, format_called
from index.lessons.slides import Extract, QuestionSlide, Who
from index.quiz.quiz import Asked, Quiz
from index.topics.model import Topic

TOPIC = Topic("lamps", 3, "Lamps/oil: all", "#000000", "d", ())
LAYOUT = Layout(Resources(Path(), ()))


def quiz(*said: str, names: tuple[str, ...] = ("Harbour Union", "Quay League"), source: str = "p. 4") -> Quiz:
    """A quiz of these passages, each said by the last of the names."""
    who = tuple(Who(name, name, document=f"d-{name}") for name in names)
    slides = tuple(
        QuestionSlide(f"quiz/{at}", at, len(said), Extract(one, one, language="en"), who, len(who) - 1, source)
        for at, one in enumerate(said, 1)
    )
    return Quiz(TOPIC, Asked(7, len(said)), slides, (), len(said))


anything = st.text(min_size=1, max_size=60).filter(lambda text: bool(text.strip()))


@settings(max_examples=50, deadline=None)
@given(st.lists(anything, min_size=1, max_size=3), st.lists(anything, min_size=2, max_size=4), anything)
def test_moodle_reads_back_every_sign_whatever_passages_names_and_sources_hold(
    said: list[str], names: list[str], source: str
) -> None:
    for one, told in zip(read_gift(gift(quiz(*said, names=tuple(names), source=source))), said, strict=True):
        assert one.category == ("Who said it?", "Lamps/oil: all")
        assert one.text.startswith("Who said it?\n\n“")
        assert one.text.removeprefix("Who said it?\n\n“").removesuffix("”").split() == told.split()
        assert [answer.split() for answer in one.answers] == [name.split() for name in names]
        assert one.right == (len(names) - 1,)
        assert one.feedback.split() == source.split()


@pytest.mark.parametrize(
    "broken",
    [
        "::a::[plain]One {b} {\n=[plain]c\n~[plain]d\n}",
        "::a::[plain]One {\n=[plain]c = d\n~[plain]e: f\n}",
        "::a::One {\n=[plain]c\n}",
        "[plain]One {\n=[plain]c\n}",
        "::a::[plain]One\\x {\n=[plain]c\n}",
    ],
)
def test_the_reader_of_these_tests_is_strict(broken: str) -> None:
    with pytest.raises(NotGift):
        read_gift(broken.encode())


def test_answers_stand_on_a_page_of_their_own_with_their_sources_or_not_at_all() -> None:
    made = publication(quiz("We light lamps.", "We mend nets."), "Hustings 0", with_answers=True)
    at = made.blocks.index(PageBreak())
    questions, answers = made.blocks[:at], made.blocks[at + 1 :]
    assert [one.words[0].text for one in questions if isinstance(one, Quotation)] == [
        "We light lamps.",
        "We mend nets.",
    ]
    assert "p. 4" not in repr(questions)
    assert answers[0] == Heading("Answers")
    assert "Question 2: Quay League. p. 4" in repr(answers[2])
    for_pupils = publication(quiz("We light lamps."), "Hustings 0", with_answers=False)
    assert PageBreak() not in for_pupils.blocks
    assert "p. 4" not in repr(for_pupils)


def test_it_leaves_in_every_format_that_it_is_offered_in() -> None:
    thing = exportable(quiz("We light lamps."), "Hustings 0")
    assert format_called("docx").made(thing, LAYOUT).startswith(b"PK")
    assert read_gift(format_called("gift").made(thing, LAYOUT))[0].name == "Lamps/oil: all, question 1"
    read = json.loads(format_called("json").made(thing, LAYOUT))
    assert read == values(quiz("We light lamps."), "Hustings 0")
    assert (read["seed"], read["questions"][0]["right"], read["questions"][0]["source"]) == (7, 1, "p. 4")
