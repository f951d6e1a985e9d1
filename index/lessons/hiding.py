"""Who is hidden in a lesson: its manifestos given to `index/hiding`."""

from __future__ import annotations

from collections.abc import Mapping

from index.hiding.hiding import Hiding
from index.hiding.speakers import Speaker
from index.lessons.slides import Lesson, Who
from reader.facts import Facts
from reader.library.records import Document


def names_of(lesson: Lesson, documents: Mapping[str, Document], known: Facts, seed: int) -> Hiding:
    """The names to hide in a lesson, for `hidden` and `answers`; `documents` by id, the letters are drawn by `seed`."""
    return Hiding(known, [_speaker(who, documents) for who in lesson.who], seed)


def _speaker(who: Who, documents: Mapping[str, Document]) -> Speaker:
    document = documents.get(who.document)
    return Speaker(who.name) if document is None else Speaker.of(document)
