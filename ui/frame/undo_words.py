"""What Undo and Redo are called: by what they take back or do again, "Undo recoding 14 passages"."""

from __future__ import annotations

from reader.wording import ENGLISH, spoken

# The verbs that names of edits begin with; other names are taken as they are.
_VERBS = frozenset(
    (
        *("add", "bring", "change", "code", "collect", "colour", "confirm", "delete", "draw"),
        *("give", "join", "judge", "leave", "lock", "make", "mark", "merge", "move"),
        *("nest", "note", "order", "put", "recode", "remove", "rename", "say", "set"),
        *("split", "take", "withdraw", "write"),
    )
)
_DOUBLED = frozenset({"put", "set", "split"})


def doing(label: str) -> str:
    """The name of an edit after "Undo": "Recode 14 passages" as "recoding 14 passages", abbreviations as they are.

    A translation has verbs of its own: there, and where no known verb begins it, only its first letter is small.
    """
    verb, space, rest = label.partition(" ")
    if spoken() == ENGLISH and verb.lower() in _VERBS and verb[1:].islower():
        return f"{_ing(verb.lower())}{space}{rest}"
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _ing(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    return f"{verb.removesuffix('e')}ing"
