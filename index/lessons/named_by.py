"""Who is hidden in a lesson: its manifestos by their parties and candidates, with all that the facts know of those."""

from __future__ import annotations

from collections.abc import Mapping

from index.hiding.hiding import Hiding
from index.hiding.speakers import Speaker
from index.lessons.slides import Lesson
from reader.facts import Facts
from reader.library.records import Document


def hiding_of(lesson: Lesson, documents: Mapping[str, Document], facts: Facts, seed: int) -> Hiding:
    """What hides the names of this lesson, for `hidden` and `answers`; the same `seed` draws the same letters.

    `documents` are its manifestos by their ids.
    """
    spoken = [documents[who.document] for who in lesson.who]
    return Hiding(facts, [Speaker(one.party, one.candidate, one.year) for one in spoken], seed)
