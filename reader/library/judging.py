"""What people say of passages, as edits that can be applied and undone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from reader.edits import Change, Edit
from reader.errors import StaleEdit
from reader.library.anchoring import anchor
from reader.library.annotation_rows import new_annotation, said_anew
from reader.library.library import Library
from reader.library.verdicts import About, Anchor, Annotation, Placed, Verdict


class TopicNamed(Protocol):
    """The topic that something is said about, in the version that the person saw."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def version(self) -> int:
        """Its version."""

    @property
    def name(self) -> str:
        """What people call it."""


def set_verdict(library: Library, document: str, block: str, topic: TopicNamed, verdict: Verdict) -> Edit:
    """Say that a passage belongs to a topic, or does not, in place of what was said of it before.

    The edit has no changes when the same was said already. Raises StaleEdit where the passage is gone.
    """
    said = "about" if verdict is Verdict.BELONGS else "not about"
    whole = _whole(library, document, block)
    return Edit(
        f"Mark a passage as {said} “{topic.name}”",
        _saying(library, document, whole, About.TOPIC, (topic.id, topic.version), verdict.value),
    )


def set_rows(library: Library, document: str, block: str, topic: TopicNamed, rows: Iterable[str]) -> Edit:
    """Say to which sub-topics of a topic a passage belongs, none for "more on this topic". Else as `set_verdict`."""
    whole = _whole(library, document, block)
    return Edit(
        f"Put a passage into other rows of “{topic.name}”",
        _saying(library, document, whole, About.ROWS, (topic.id, topic.version), " ".join(sorted(set(rows)))),
    )


def set_statement_kind(library: Library, document: str, block: str, start: int, end: int, kind: str) -> Edit:
    """Say of which kind the sentence from `start` to `end` of a block is (code points). Else as `set_verdict`."""
    sentence = anchor(library.blocks(document), block, start, end)
    return Edit(f"Mark a statement as {kind}", _saying(library, document, sentence, About.STATEMENT, ("", 0), kind))


def confirm_silence(library: Library, document: str, topic: TopicNamed, row: str = "") -> Edit:
    """Say that a document says nothing on a topic, or nothing that belongs to this row of it (a sub-topic's id).

    Raises StaleEdit where the document is gone.
    """
    found = library.document(document)
    if found is None:
        raise StaleEdit("This manifesto is not in the library any more.", "Add it again if it is still wanted.")
    changes = _saying(library, document, Anchor(), About.SILENCE, (topic.id, topic.version), row)
    return Edit(f"Confirm that “{found.name}” says nothing on “{topic.name}”", changes)


def withdraw(library: Library, annotations: Iterable[str]) -> Edit:
    """Take back what was said under these ids. Raises StaleEdit where one is gone."""
    changes = tuple(Change("annotations", one, library.row("annotations", one), None) for one in annotations)
    return Edit("Withdraw a verdict" if len(changes) == 1 else f"Withdraw {len(changes)} verdicts", changes)


def _whole(library: Library, document: str, block: str) -> Anchor:
    blocks = library.blocks(document, first_pieces=True)
    length = next((len(one.text) for one in blocks if one.id == block), 1)
    return anchor(blocks, block, 0, length)


def _saying(
    library: Library, document: str, place: Anchor, about: About, topic: tuple[str, int], value: str
) -> tuple[Change, ...]:
    """The rows that say it, in place of what this coder said of the same before.

    What was said of more than this place stays: where several stand on one place, the last said counts.
    """
    coder = library.coder
    before = [
        one.annotation
        for one in library.annotations(document)
        if (one.annotation.about, one.annotation.target, one.annotation.coder.id) == (about, topic[0], coder)
        and (_lies_in(one, place) if place.block else one.annotation.value == value)
    ]
    kept = [one for one in before if _is_the_same(one, place)][-1:]
    changes = [
        Change("annotations", one.id, library.row("annotations", one.id), None) for one in before if one not in kept
    ]
    if not kept:
        changes.append(new_annotation(document, place, about, topic[0], value, coder, version=topic[1]))
    for one in kept:
        changes += said_anew(one, value, topic[1])
    return tuple(changes)


def _lies_in(one: Placed, place: Anchor) -> bool:
    """Whether it was said of nothing but the place or a part of it, or of what this place overlaps in one block."""
    return bool(one.spans) and all(
        span.block == place.block and span.start < place.end and place.start < span.end for span in one.spans
    )


def _is_the_same(one: Annotation, place: Anchor) -> bool:
    made = one.anchor
    return (made.block, made.start, made.end, made.quote) == (place.block, place.start, place.end, place.quote)
