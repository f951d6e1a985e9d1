"""What an edit means for what is shown: which documents it speaks of, and what depends on it."""

from __future__ import annotations

from reader.edits import Change, Edit
from reader.library.annotation_rows import is_coding

# Topic views depend on these: on who speaks, what is a pledge and what is criticism; on the language, how words count.
_SPEAKING = ("party", "candidate", "language")
# Nothing that comparisons and lists of manifestos show depends on these: plans, samples and their judgements, what
# coders work with.
_APART = (
    *("collections", "collected", "plan_parts", "lesson_items", "samples", "sample_items", "judgements"),
    *("codes", "memos", "schemes", "units"),
)


def judged_anew(edit: Edit) -> frozenset[str]:
    """The documents whose topic views do not hold after this edit."""
    return frozenset(
        change.id
        for change in edit.changes
        if change.table == "documents"
        for field in _SPEAKING
        if change.before and change.after and change.before.get(field) != change.after.get(field)
    )


def is_apart(edit: Edit) -> bool:
    """Whether nothing that manifestos are shown in depends on the edit."""
    return all(change.table in _APART or is_coding(change) or _keeps_names(change) for change in edit.changes)


def _keeps_names(change: Change) -> bool:
    """Whether a change of coders leaves the names as they are that stand beside verdicts."""
    if change.table != "coders":
        return False
    return change.before is None or change.after is None or "name" not in change.after


def brings_back(edit: Edit) -> bool:
    """Whether the edit does nothing but bring back documents that had been removed."""
    return all(change.table == "documents" and change.after == {"removed": 0} for change in edit.changes)


def documents_in(edit: Edit) -> frozenset[str]:
    """The ids of the documents that an edit speaks of."""
    found = set()
    for change in edit.changes:
        if change.table == "documents":
            found.add(change.id)
        for row in (change.before, change.after):
            if row and isinstance(row.get("document"), str):
                found.add(str(row["document"]))
    return frozenset(found)
