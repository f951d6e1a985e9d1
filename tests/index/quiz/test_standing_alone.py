"""What a quiz shows of a passage: whole sentences that need nothing around them, neither short nor long."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from index.quiz.reasons import Reason
from index.quiz.standing_alone import LONGEST, SHORTEST, alone, leans
from index.topics.model import Match, Statement, StatementKind
from index.topics.model import Reason as Why
from reader.sentences import sentences

LAMP = "We will fit a new lamp on every quay and keep it lit all through the dark evenings of the year."
NET = "Every net in the harbour will be mended in spring, and the menders paid before the season begins."


def match(text: str, *, about: str = "lamp", lead_in: str = "", kind: str = "paragraph") -> Match:
    """A passage whose sentences with this word carry it."""
    spans = sentences(text, "en")
    statements = tuple(
        Statement(start, end, text[start:end], StatementKind.PLEDGE, about in text[start:end]) for start, end in spans
    )
    at = text.find(about)
    why = (Why(about, "text", at, at + len(about)),) if at >= 0 else ()
    return Match(
        "d", "b", 0, text, kind, 1, "1", (), 0.9, (), why, statements, lead_in=lead_in, language="en"
    )  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "This will cost less.",
        "But such lamps are dear.",
        "They will be paid.",
        "To do this we will borrow.",
        "We will pay for these lamps from the harbour fund.",
        "Instead, we will row.",
        "We will work with them to mend every net.",
        "Our lamps are brighter, as the table below shows.",
    ],
)
def test_a_sentence_that_speaks_of_another_leans(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We will light every quay in this country.",
        "Those who mend nets will be paid.".replace("Those", "We will pay those"),
        "Harbours such as ours need lamps.",
        "We will ask all the people of the harbour what lights suit them best.",
        "Within this Parliament every lamp will be lit.",
    ],
)
def test_what_points_at_nothing_before_it_stands_alone(sentence: str) -> None:
    assert not leans(sentence)


def test_a_passage_that_fits_is_shown_whole() -> None:
    assert alone(match(LAMP)) == (LAMP, 0, len(LAMP))


def test_of_a_long_passage_the_sentences_about_the_topic_are_shown_with_what_limits_them() -> None:
    limit = "Not where the quay is private."
    text = f"{NET} {NET} {LAMP} {limit} {NET}"
    shown = alone(match(text))
    assert shown == (f"{LAMP} {limit}", text.index(LAMP), text.index(limit) + len(limit))


def test_what_leans_takes_the_sentence_before_with_it_or_is_not_asked() -> None:
    leaning = "This lamp will be lit all night and paid for by the harbour fund, whatever the weather may be."
    text = f"{NET} {LAMP} {leaning} {NET}"
    shown = alone(match(text, about="This lamp"))
    assert not isinstance(shown, Reason)
    assert shown[0] == f"{LAMP} {leaning}"
    assert alone(match(leaning, about="lamp")) is Reason.LEANS


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("We will light a lamp.", Reason.LENGTH),
        (LAMP.replace("a new lamp", "a new lamp, " + "a very bright one, " * 15), Reason.LENGTH),
        (LAMP.rstrip("."), Reason.LEANS),
        (LAMP[:-1] + ":", Reason.LEANS),
        (LAMP[0].lower() + LAMP[1:], Reason.LEANS),
        (NET, Reason.UNSURE),
    ],
)
def test_what_is_no_whole_sentence_of_usual_length_on_the_topic_is_not_asked(text: str, reason: Reason) -> None:
    assert alone(match(text)) is reason


def test_items_of_lists_are_said_with_what_must_introduce_them() -> None:
    item = "Take the lamp off any quay that boats still use in the dark months of the year"
    shown = alone(match(item, lead_in="We will never:", kind="list_item"))
    assert not isinstance(shown, Reason)
    assert shown[0] == f"We will never: […] {item}"
    promised = alone(match(item, lead_in="For these reasons we will:", kind="list_item"))
    assert promised == (item, 0, len(item))
    assert alone(match(item, lead_in="These harbours oppose plans to:", kind="list_item")) is Reason.LEANS


@pytest.mark.parametrize("kind", ["caption", "quote"])
def test_captions_and_words_of_other_people_are_not_asked(kind: str) -> None:
    assert alone(match(LAMP, kind=kind)) is Reason.LEANS


def lengths(shown: Sequence[object]) -> list[int]:
    return [len(one[0]) for one in shown if isinstance(one, tuple)]


def test_all_that_is_shown_is_of_like_length() -> None:
    shown = [alone(match(" ".join([NET] * before + [LAMP] * times))) for before in range(4) for times in range(1, 5)]
    assert len(lengths(shown)) == len(shown)
    assert all(SHORTEST <= length <= LONGEST for length in lengths(shown))
