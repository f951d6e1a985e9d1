"""Which passages of a search say what they say as a pledge, a record, criticism or context."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from index.marking import Span as Marked
from index.topics.model import Statement, StatementKind
from index.topics.parties import voices
from index.unmatched import unmatched
from index.verdicts import kinds_of
from reader.facts import usable_facts
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import About, Annotation, Span
from reader.model import Kind

Spoken = Mapping[str, Sequence[tuple[Annotation, Span]]]


class Sayings:
    """What the sentences of a library's passages do, by the parties and the words of people as they are now.

    With a `coder` (an id) only what that one said of kinds counts.
    """

    def __init__(self, library: Library, documents: Mapping[str, Document], coder: str = "") -> None:
        self._library = library
        self._documents = documents
        self._facts = usable_facts(library.home.settings)
        self._spoken = _spoken(library, coder)

    def of_kind(
        self, kind: StatementKind, passages: Sequence[tuple[str, str]], marked: Callable[[str], Sequence[Marked]]
    ) -> set[tuple[str, str]]:
        """Those of the passages (ids of document and block) with a sentence of this kind in which a mark stands.

        `marked` gives the marks in a text; where it holds none, any sentence of the kind counts. Headings and documents
        that are not shown say nothing.
        """
        asked: dict[str, list[str]] = defaultdict(list)
        for document, block in passages:
            if document in self._documents:
                asked[document].append(block)
        return {
            (document, block)
            for document, blocks in asked.items()
            for block, text, statements in self.passages(document, blocks)
            if _says(kind, statements, marked(text))
        }

    def passages(self, name: str, blocks: Sequence[str]) -> list[tuple[str, str, list[Statement]]]:
        """Id, text and sentences, as people see them, of these passages of the document with this id."""
        document = self._documents[name]
        leads = self._library.lead_ins(name, blocks)
        voiced = voices((document.party, document.candidate), self._facts)
        found = []
        for order, block in self._library.some_blocks(name, blocks).items():
            if block.kind is not Kind.HEADING:
                match = unmatched(document, block, order, leads.get(block.id, ""), voiced)
                kinds = kinds_of(match.statements, self._spoken.get(block.id, ()))
                found.append((block.id, block.text, list(map(_as, match.statements, kinds))))
        return found


def _as(statement: Statement, kind: StatementKind) -> Statement:
    return Statement(statement.start, statement.end, statement.text, kind, statement.carries)


def _says(kind: StatementKind, statements: Sequence[Statement], marks: Sequence[Marked]) -> bool:
    of_kind = [statement for statement in statements if statement.kind is kind]
    if not marks:
        return bool(of_kind)
    return any(start < statement.end and end > statement.start for statement in of_kind for start, end in marks)


def _spoken(library: Library, coder: str) -> Spoken:
    """By block id, what this coder, or anybody for "", said of the kinds of sentences, the last said last."""
    spoken: dict[str, list[tuple[Annotation, Span]]] = defaultdict(list)
    for one in library.all_annotations():
        said = one.annotation
        if said.about is About.STATEMENT and coder in ("", said.coder.id):
            for span in one.spans:
                spoken[span.block].append((said, span))
    return spoken
