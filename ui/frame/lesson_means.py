"""What a lesson is presented with: how its names are hidden, what still tells, and where notes on it are kept."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from index.hiding.telltales import telltales
from index.lessons.hidden import hidden
from index.lessons.hiding import names_of
from index.lessons.notices import NOTICE
from index.lessons.of_plan import part_of
from index.lessons.slides import Lesson
from reader.facts import usable_facts
from reader.library.lesson_edits import write_note, write_row_note
from reader.library.plans import parts
from ui.present.presented import Presented
from ui.session.session import Session

_SEEDS = 1_000_000


def presented(session: Session, lesson: Lesson, start: str, keep_notes: Callable[[str, str], None]) -> Presented:
    """The lesson with the means for it. Letters are drawn anew each time: no class learns them from the last lesson."""
    documents = {document.id: document for document in session.library.documents()}
    settings, seed = session.home.settings, secrets.randbelow(_SEEDS)

    def hide(shown: Lesson) -> Lesson:
        return hidden(shown, names_of(shown, documents, usable_facts(settings), seed))

    def tell(text: str) -> list[tuple[int, int]]:
        return [(tale.start, tale.end) for tale in telltales(text)]

    return Presented(lesson, start, hide, tell, keep_notes)


def keep_row_note(session: Session, slide: str, text: str) -> None:
    """Keep the note on the row that this slide of a comparison shows ("policing/officers/2" is its second)."""
    topic, _, rest = slide.partition("/")
    row = rest.partition("/")[0]
    if row and slide != NOTICE:
        session.attempt(lambda: write_row_note(session.library, f"{topic}/{row}", text))


def keep_part_note(session: Session, plan: str, slide: str, text: str) -> None:
    """Keep the note on the part of the plan that this slide shows."""
    found = session.library.read(lambda connection: parts(connection, plan))
    part = part_of(found, slide)
    if part is not None:
        session.attempt(lambda: write_note(session.library, plan, part, text))
