"""Taking what was marked in PDF files with other programs as annotations."""

from __future__ import annotations

from collections.abc import Sequence

from reader.library.highlight_edits import take_highlights
from reader.library.verdicts import About
from reader.wording import tr, tr_count
from ui.session.session import Session


def take(session: Session, documents: Sequence[str]) -> None:
    """Take the highlights of these documents (ids) in one edit, and say what came of it; nobody is asked again."""
    library = session.library
    edit = session.attempt(lambda: take_highlights(library, documents))
    if edit is None:
        return
    answer(session, documents)
    taken = sum((change.after or {}).get("kind") == About.NOTE.value for change in edit.changes)
    if taken:
        session.say(tr_count("Took one highlight.", "Took {count} highlights.", taken), undo=True)
    elif any(library.highlighted_files(each) for each in documents):
        session.say(tr("All highlights of these files are among the annotations already."))
    else:
        session.say(tr("No highlights were found in these files."))


def answer(session: Session, documents: Sequence[str]) -> None:
    """The person has decided about these highlights."""
    for each in documents:
        session.library.answer_highlights(each)
    session.highlights_answered.emit()
