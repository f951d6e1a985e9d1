"""A plan begun from a ready lesson, with the manifestos of the library that it was written for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from index.lessons.ready import ReadyKind, ReadyLesson, ReadyPart
from reader.edits import Change, Edit
from reader.errors import UserError
from reader.library.collected import collections
from reader.library.collecting import make_collection
from reader.library.lesson_edits import add_items
from reader.library.library import Library
from reader.library.memo_edits import cleaned, new_memo
from reader.library.memos import MemoOf
from reader.library.planning import add_part
from reader.library.plans import LessonItem, PartKind
from reader.names import free_name
from reader.wording import tr


class SamplesMissing(UserError):
    """A manifesto that the lesson shows is not among those of the library."""


def begin(library: Library, ready: ReadyLesson) -> tuple[Edit, str]:
    """The one edit that makes a plan of the lesson, and the plan's id. Raises SamplesMissing.

    What the teacher should know before it begins stands in the note on the first part.
    """
    documents = _documents(library, ready)
    name = free_name(ready.title, (one.name for one in library.read(collections)))
    made = make_collection(library, name).changes
    plan = made[0].id
    changes = list(made)
    for at, part in enumerate(ready.parts):
        changes += _part(library, plan, at, _with_aims(ready, part) if at == 0 else part, documents)
    return Edit(tr("Begin the lesson “{title}”", title=ready.title), tuple(changes)), plan


def _documents(library: Library, ready: ReadyLesson) -> tuple[str, ...]:
    """The ids of the manifestos, in the order of the lesson's columns."""
    there = {document.file_name: document.id for document in library.documents() if document.sample}
    if not there.keys() >= set(ready.manifestos):
        raise SamplesMissing(
            tr("The sample manifestos that this lesson shows are not in the library."),
            tr("Add them with File > Add the samples, then begin the lesson again."),
        )
    return tuple(there[name] for name in ready.manifestos)


def _part(library: Library, plan: str, at: int, part: ReadyPart, documents: tuple[str, ...]) -> Iterable[Change]:
    if part.kind is ReadyKind.HEADING:
        kind, row = MemoOf.PART, add_part(library, plan, (), at, PartKind.HEADING, part.text).changes[0]
    else:
        shown = part.kind is ReadyKind.ROW
        item = LessonItem(part.target, documents if shown else (), part.title, part.text)
        edit, _ = add_items(library, plan, [(PartKind.ROW if shown else PartKind.SLIDE, item)])
        kind, row = MemoOf.ITEM, edit.changes[0]
    yield replace(row, after={**(row.after or {}), "position": at})
    if part.note:
        yield new_memo(kind, row.id, cleaned(part.note), library.coder)


def _with_aims(ready: ReadyLesson, first: ReadyPart) -> ReadyPart:
    aims = "\n".join(ready.aims)
    told = tr("{minutes} minutes, ages {ages}. Aims:", minutes=ready.minutes, ages=ready.ages)
    return replace(first, note=f"{told}\n{aims}\n\n{first.note}".strip())
