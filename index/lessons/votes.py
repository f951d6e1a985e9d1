"""Votes by show of hands: totals by question and answer, nobody's name; a value, which nothing keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.lessons.slides import QuestionSlide

MOST = 999  # hands in one room


@dataclass(frozen=True, slots=True)
class Votes:
    """How many hands went up: for each question (the id of its slide) the totals of its answers, in their order."""

    totals: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def of(self, slide: QuestionSlide) -> tuple[int, ...]:
        """The totals of a question's answers, all 0 while nobody has voted."""
        return self.totals.get(slide.id, (0,) * len(slide.answers))

    def counted(self, slide: QuestionSlide, answer: int, by: int) -> Votes:
        """One more (`by` 1) or one less (-1) for an answer, counted from 0."""
        return self.set_to(slide, answer, self.of(slide)[answer] + by)

    def set_to(self, slide: QuestionSlide, answer: int, total: int) -> Votes:
        """The answer has this total, within 0 and `MOST`."""
        before = self.of(slide)
        total = max(0, min(total, MOST))
        return Votes({**self.totals, slide.id: (*before[:answer], total, *before[answer + 1 :])})
