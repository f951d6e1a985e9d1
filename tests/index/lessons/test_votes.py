"""Votes by show of hands: totals alone, never below none."""

from __future__ import annotations

from index.lessons.slides import Extract, QuestionSlide, Who
from index.lessons.votes import MOST, Votes

WHO = (Who("a", "Harbour"), Who("b", "Quay"))


def question(name: str) -> QuestionSlide:
    return QuestionSlide(name, 1, 1, Extract("Lit.", "Lit."), WHO, 0, "Harbour, p. 1")


def test_hands_are_added_taken_away_and_set() -> None:
    one, other = question("quiz/1"), question("quiz/2")
    votes = Votes().counted(one, 0, 1).counted(one, 0, 1).counted(one, 1, 1).counted(other, 1, 1)
    assert (votes.of(one), votes.of(other)) == ((2, 1), (0, 1))
    assert votes.counted(one, 1, -1).counted(one, 1, -1).of(one) == (2, 0)
    assert votes.set_to(one, 1, 23).of(one) == (2, 23)
    assert votes.set_to(one, 1, 5000).of(one) == (2, MOST)
    assert Votes().of(one) == (0, 0)
