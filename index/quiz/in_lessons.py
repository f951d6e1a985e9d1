"""The quizzes of a lesson, made from what is in the library when it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from index.lessons import of_plan
from index.lessons.slides import QuestionSlide
from index.quiz.quiz import USUAL_COUNT, Asked, NotSwitchedOn, Sources, quiz_of
from reader.library.plans import LessonItem
from reader.library.records import Document


def asked(sources: Sources, *, sensitive: bool) -> of_plan.Asked:
    """What `of_plan.Materials` wants: the questions of a quiz, none for a sensitive topic that is not switched on."""
    topics = {topic.id: topic for topic in sources.topics}

    def questions(name: str, item: LessonItem, documents: Sequence[Document]) -> tuple[QuestionSlide, ...]:
        wanted = Asked(item.seed, item.count or USUAL_COUNT, sensitive, name)
        try:
            return quiz_of(sources, topics[item.topic], documents, wanted).questions
        except NotSwitchedOn:
            return ()

    return questions
