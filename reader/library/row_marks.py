"""A person's marks: what a manifesto says to one row of a topic (a demand, say), and why; as data and as edits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.edits import Change, Edit
from reader.errors import StaleEdit
from reader.library.annotation_rows import new_annotation, said_anew
from reader.library.judging import TopicNamed
from reader.library.library import Library
from reader.library.verdicts import About, Anchor, Annotation


class Mark(StrEnum):
    """What a manifesto says to a demand."""

    MET = "met"
    PARTLY = "partly"
    SILENT = "silent"
    OPPOSED = "opposed"


@dataclass(frozen=True, slots=True)
class RowMark:
    """The mark of a row (a sub-topic's id), who gave it and when; `reason` is "" for none."""

    row: str
    mark: Mark
    reason: str
    said: Annotation


def row_mark(said: Annotation) -> RowMark | None:
    """The mark that an annotation gives; None for one that gives none, or one of a later version of the program."""
    if said.about is not About.MARK:
        return None
    row, _, rest = said.value.partition(" ")
    named, _, reason = rest.partition(" ")
    return RowMark(row, Mark(named), reason, said) if named in set(Mark) else None


def mark_row(library: Library, document: str, topic: TopicNamed, row: str, mark: Mark, reason: str = "") -> Edit:
    """Mark what a document says to this row, in place of this coder's mark before.

    The edit has no changes when that is the same. Raises StaleEdit where the document is gone.
    """
    found = library.document(document)
    if found is None:
        raise StaleEdit("This manifesto is not in the library any more.", "Add it again if it is still wanted.")
    value = " ".join((row, mark.value, *reason.split()))
    before = _mine(library, document, topic.id, row)
    label = f"Mark “{found.name}” on “{topic.name}”"
    if not before:
        new = new_annotation(document, Anchor(), About.MARK, topic.id, value, library.coder, version=topic.version)
        return Edit(label, (new,))
    *others, kept = before
    gone = (Change("annotations", one.id, library.row("annotations", one.id), None) for one in others)
    return Edit(label, (*gone, *said_anew(kept, value, topic.version)))


def unmark_row(library: Library, document: str, topic: TopicNamed, row: str) -> Edit:
    """Take this coder's mark of the row back; no changes where there is none."""
    before = _mine(library, document, topic.id, row)
    changes = (Change("annotations", one.id, library.row("annotations", one.id), None) for one in before)
    return Edit(f"Take back a mark on “{topic.name}”", tuple(changes))


def _mine(library: Library, document: str, topic: str, row: str) -> list[Annotation]:
    """The marks of the row by the coder at work, the last given last."""
    said = (one.annotation for one in library.annotations(document))
    mine = (one for one in said if one.target == topic and one.coder.id == library.coder)
    return [one for one in mine if (mark := row_mark(one)) is not None and mark.row == row]
