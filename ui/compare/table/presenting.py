"""A loaded comparison as columns to show: found passages where they are known, a quiet line where they are not yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.comparison import Column, Row
from index.marks import with_marks
from index.naming import is_whole, told_apart
from index.sensitive import note_on
from index.shares import counted, share_sentence
from reader.library.records import Document
from ui.compare.cards.entries import Reading, column_entries, working_entries
from ui.compare.cards.less_certain import less_certain_entries, rows_with_less_certain
from ui.compare.table.columns_area import ShownColumn
from ui.compare.table.heads import subtitle
from ui.compare.table.linear import linear_rows
from ui.compare.table.loading import Loaded

WORKING = "Working it out…"


@dataclass(frozen=True, slots=True)
class HeadShown:
    """What the head of a column says: the column where its passages are known, else the manifesto alone."""

    document: Document
    column: Column | None
    apart: str  # what tells it from others of its name, "" where nothing is needed


class Presentation:
    """One loaded comparison, ready to be shown from any column on."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.documents = loaded.wanted.documents
        self._known = {column.document.id: at for at, column in enumerate(loaded.comparison.columns)}
        self._names = told_apart(self.documents)
        whole = [column.share for column in loaded.comparison.columns if is_whole(column.document)]
        self.largest_share = max((share.per_thousand or 0.0 for share in whole), default=0.0)

    @property
    def unknown(self) -> str:
        """What columns say whose passages are not known (yet)."""
        return self.loaded.problem or WORKING

    @property
    def warnings(self) -> tuple[str, ...]:
        """What should be known before the columns are compared, a sentence each."""
        return self.loaded.comparison.warnings

    @property
    def sensitive_note(self) -> str:
        """What is said before the first passage that speaks of violence; "" where none does."""
        shown = self.loaded.comparison.passages
        return note_on(len(shown & self.loaded.sensitive), len(shown))

    @property
    def summary(self) -> str:
        """What is said to those who cannot see that another comparison is shown."""
        comparison = self.loaded.comparison
        passages = counted(sum(column.share.passages for column in comparison.columns))
        said = f"{comparison.topic.name}: {passages} in {len(self.documents)} manifestos."
        return " ".join(filter(None, [said, self.sensitive_note]))

    def heads(self, first: int, count: int) -> list[HeadShown]:
        """The heads of `count` columns from `first` (0-based) on."""
        return [
            HeadShown(document, self._column(document), self._apart(document))
            for document in self.documents[first : first + count]
        ]

    def columns(self, first: int, count: int, reading: Reading) -> list[ShownColumn]:
        """The entries of `count` columns from `first` (0-based) on."""
        return [self._shown(document, reading) for document in self.documents[first : first + count]]

    def as_list(self, reading: Reading) -> list[ShownColumn]:
        """All columns as one list."""
        columns = [self._shown(document, reading).rows for document in self.documents]
        rows = linear_rows(self.documents, columns, [self._figures(document) for document in self.documents])
        first, *others = self.documents
        return [ShownColumn(first, f"{self.loaded.comparison.topic.name}, as one list", rows, tuple(others))]

    def _apart(self, document: Document) -> str:
        """What tells the manifesto from others of its name in the comparison, "" where nothing is needed."""
        return self._names[document.id].removeprefix(document.name).removeprefix(" · ")

    def _figures(self, document: Document) -> str:
        """What the head of the document's column would say."""
        column = self._column(document)
        if column is None:
            said = self.unknown
        else:
            said = column.silence.sentence if column.silence else share_sentence(column.share, column.shown)
            said = with_marks(said, column)
        return ".\n".join(filter(None, [subtitle(document, name_taken=bool(self._apart(document))), said]))

    def _column(self, document: Document) -> Column | None:
        at = self._known.get(document.id)
        return None if at is None else self.loaded.comparison.columns[at]

    def _shown(self, document: Document, reading: Reading) -> ShownColumn:
        at = self._known.get(document.id)
        if at is None:
            rows = working_entries(self._rows(), document, self.unknown)
        else:
            comparison = self.loaded.comparison
            last = less_certain_entries(comparison, comparison.columns[at], reading)
            rows = (*column_entries(comparison, at, reading), *([last] if last else []))
        return ShownColumn(
            document,
            ", ".join(filter(None, [document.name, subtitle(document, name_taken=bool(self._apart(document)))])),
            rows,
        )

    def _rows(self) -> Sequence[Row]:
        """The rows; those that the topic names while no manifesto's passages are known."""
        comparison = self.loaded.comparison
        return rows_with_less_certain(comparison) or [Row(subtopic, ()) for subtopic in comparison.topic.subtopics]
