"""Lessons that ship with the program, begun as plans of one's own."""

from __future__ import annotations

from index.lessons.ready import ReadyKind, ReadyLesson, ReadyPart, ready_lessons
from reader.edits import Edit
from reader.errors import UserError
from reader.library.collected import collections
from reader.library.lesson_edits import make_lesson
from reader.library.library import Library
from reader.library.plans import LessonItem, PartKind
from reader.names import free_name
from reader.wording import tr
from ui import assets


class SamplesMissing(UserError):
    """The invented manifestos that a ready lesson is about are not in the library."""


def offered() -> tuple[ReadyLesson, ...]:
    """The lessons that can be begun with. Raises LessonInvalid."""
    return ready_lessons(assets.lessons())


def begun(library: Library, ready: ReadyLesson) -> Edit:
    """A plan as this lesson, under a name of its own; its id is that of the first change. Raises SamplesMissing."""
    there = {document.file_name: document.id for document in library.documents() if document.sample}
    if not set(ready.manifestos) <= set(there):
        raise SamplesMissing(
            tr("“{title}” is about the invented manifestos, which are not in the library.", title=ready.title),
            tr("Add the samples first: Ctrl+K, then “samples”."),
        )
    documents = tuple(there[name] for name in ready.manifestos)
    name = free_name(ready.title, (one.name for one in library.read(collections)))
    return make_lesson(library, name, [_part(part, documents) for part in ready.parts])


def _part(part: ReadyPart, documents: tuple[str, ...]) -> tuple[PartKind, str | LessonItem, str]:
    if part.kind is ReadyKind.HEADING:
        return PartKind.HEADING, part.text, part.note
    if part.kind is ReadyKind.SLIDE:
        return PartKind.SLIDE, LessonItem(title=part.title, text=part.text), part.note
    return PartKind.ROW, LessonItem(part.target, documents), part.note
