"""All that people said of passages, as a list: what, of which words, by whom and when, and where it stands now."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import About, Annotation, Placed, Verdict
from reader.model import Block


class Standing(StrEnum):
    """What a verdict comes to now."""

    LEFT_OUT = "left-out"
    ADDED = "added"  # the program would not have found it
    CONFIRMED = "confirmed"
    ROWS = "rows"
    KIND = "kind"
    SILENCE = "silence"
    MARK = "mark"  # what a manifesto says to a row
    LOST = "lost"  # its words were not found again when the manifesto was read anew


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing that a person said. `block` and the code points are where its words begin now.

    `block` is None for what speaks of a whole manifesto and for words that were not found again. `lead_in` introduces
    the list in which the words stand, "" for none.
    """

    annotation: Annotation
    standing: Standing
    document: Document
    block: Block | None = None
    start: int = 0
    end: int = 0
    lead_in: str = ""

    @property
    def words(self) -> str:
        """The words it speaks of, as they stand now; those that were lost as they stood then."""
        return self.annotation.anchor.quote if self.block is None else self.block.text[self.start : self.end]


def listed(library: Library, topic: str, found: Set[tuple[str, str]] = frozenset(), coder: str = "") -> list[Listed]:
    """All that was said about this topic (an id; "" for all topics), by standing, manifesto and place in it.

    What the program finds by itself is only confirmed: `found` are the ids of topics and blocks that it finds. The
    kind of a statement is of no topic and always listed. With a `coder` (an id) only what that one said.
    """
    documents = {document.id: document for document in library.documents()}
    wanted = [
        one
        for one in library.all_annotations()
        if one.annotation.document in documents
        and coder in ("", one.annotation.coder.id)
        and (not topic or one.annotation.target == topic or one.annotation.about is About.STATEMENT)
    ]
    standing = _standing(library, wanted)
    order = list(Standing)
    ranks = {document: at for at, document in enumerate(documents)}
    rows = []
    for one in wanted:
        said = one.annotation
        nowhere = (0, None, "")
        place, block, lead_in = standing.get((said.document, one.spans[0].block), nowhere) if one.spans else nowhere
        start, end = (one.spans[0].start, one.spans[0].end) if block is not None else (0, 0)
        entry = Listed(said, _comes_to(one, found), documents[said.document], block, start, end, lead_in)
        rows.append((order.index(entry.standing), ranks[said.document], place, said.made, entry))
    return [row[-1] for row in sorted(rows, key=lambda row: row[:-1])]


def _standing(library: Library, said: list[Placed]) -> dict[tuple[str, str], tuple[int, Block, str]]:
    """The blocks that are spoken of, with their places and what introduces their lists, by document and id."""
    named: dict[str, set[str]] = {}
    for one in said:
        for span in one.spans[:1]:
            named.setdefault(one.annotation.document, set()).add(span.block)
    found: dict[tuple[str, str], tuple[int, Block, str]] = {}
    for document, names in named.items():
        leads = library.lead_ins(document, names)
        for place, block in library.some_blocks(document, sorted(names)).items():
            found[document, block.id] = place, block, leads.get(block.id, "")
    return found


def _comes_to(one: Placed, found: Set[tuple[str, str]]) -> Standing:
    said = one.annotation
    if not one.found:
        return Standing.LOST
    match said.about:
        case About.SILENCE:
            return Standing.SILENCE
        case About.MARK:
            return Standing.MARK
        case About.STATEMENT:
            return Standing.KIND
        case About.ROWS:
            return Standing.ROWS
    if said.value == Verdict.DOES_NOT_BELONG:
        return Standing.LEFT_OUT
    return Standing.CONFIRMED if any((said.target, span.block) in found for span in one.spans) else Standing.ADDED
