"""The words of a draft as a table: each line a word, phrase or query with its weight, and an empty one to write in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from index.topics.drafting import fault_of
from index.topics.languages import is_untranslated
from index.topics.model import TopicQuery
from ui.compare.topics.draft import Draft
from ui.compare.topics.line_changes import follow
from ui.compare.topics.wording import rows_name, weight_name, where_code, where_name, where_of
from ui.theme.rows import FAINT_ROLE, FIGURES_ROLE
from ui.theme.words import tip

Index = QModelIndex | QPersistentModelIndex

WORDS, WEIGHT, WHERE, ROWS, FOUND = range(5)
HEADS = ("Word, phrase or query", "Weight", "Looks in", "Sub-topic", "Passages")
_HINTS = (
    "A word in any of its forms; “several words” in this order; =exactly this form; OR between what is as good.",
    "How surely it tells that a sentence is on the topic.",
    "The sentence itself, the headings above it, or the sentence that introduces its list.",
    "The rows of the comparison that it speaks for.",
    "How many passages in the library contain it.",
)
_EMPTY = "Add words here"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class WordsModel(QAbstractTableModel):
    """Writes what is edited into the draft."""

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._queries = draft.topic.queries
        self._found: Mapping[TopicQuery, int] = {}
        draft.changed.connect(self._follow)

    def query(self, row: int) -> TopicQuery | None:
        """The query in this row; None in the empty one."""
        return self._queries[row] if 0 <= row < len(self._queries) else None

    def show_found(self, found: Mapping[TopicQuery, int]) -> None:
        """So many passages hold the queries."""
        self._found = found
        self.dataChanged.emit(self.index(0, FOUND), self.index(self.rowCount() - 1, FOUND))

    def has(self, query: TopicQuery | None) -> bool:
        """Whether a line says this."""
        return query in self._queries

    def add(self, query: TopicQuery) -> None:
        queries = self._draft.topic.queries
        self._draft.change(replace(self._draft.topic, queries=(*queries, query)))

    def write(self, row: int, query: TopicQuery) -> None:
        """Put this query into the row."""
        queries = list(self._draft.topic.queries)
        queries[row] = query
        self._draft.change(replace(self._draft.topic, queries=tuple(queries)))

    def remove(self, row: int) -> None:
        """Take the line out."""
        queries = self._draft.topic.queries
        self._draft.change(replace(self._draft.topic, queries=queries[:row] + queries[row + 1 :]))

    def _follow(self) -> None:
        queries = self._draft.topic.queries

        def take() -> None:
            self._queries = queries

        follow(self, self._queries, queries, take, len(HEADS))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._queries) + 1

    def columnCount(self, _parent: Index | None = None) -> int:
        return len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return HEADS[section]
            case Qt.ItemDataRole.ToolTipRole:
                return tip(_HINTS[section])
            case Qt.ItemDataRole.TextAlignmentRole if section == FOUND:
                return _RIGHT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        here = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        chosen = index.column() in (WEIGHT, WHERE) and self.query(index.row()) is not None
        editable = chosen or index.column() == WORDS
        return here | Qt.ItemFlag.ItemIsEditable if editable else here

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        query = self.query(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(query, index.column())
            case Qt.ItemDataRole.EditRole:
                return self._value(query, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{HEADS[index.column()]}: {self._text(query, index.column()) or 'empty'}"
            case Qt.ItemDataRole.ToolTipRole if query is not None and index.column() == WORDS:
                return tip(fault_of(query.query) or query.query)
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == FOUND:
                return int(_RIGHT)
            case _ if role == FAINT_ROLE:
                return query is None or index.column() != WORDS
            case _ if role == FIGURES_ROLE:
                return index.column() == FOUND
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        query = self.query(index.row())
        match index.column():
            case column if column == WORDS:
                return self._write_words(index.row(), query, " ".join(str(value).split()))
            case column if column == WEIGHT and query is not None:
                self.write(index.row(), replace(query, weight=float(value)))
            case column if column == WHERE and query is not None:
                scope, language = where_of(str(value))
                self.write(index.row(), replace(query, scope=scope, language=language))
            case _:
                return False
        return True

    def _write_words(self, row: int, query: TopicQuery | None, words: str) -> bool:
        if query is None:
            if words:
                self.add(TopicQuery(words))
        elif words:
            self.write(row, replace(query, query=words))
        else:
            self.remove(row)
        return True

    def _text(self, query: TopicQuery | None, column: int) -> str:
        if query is None:
            return _EMPTY if column == WORDS else ""
        match column:
            case c if c == WORDS:
                return query.query
            case c if c == WEIGHT:
                return weight_name(query.weight)
            case c if c == WHERE:
                return where_name(query.scope, query.language)
            case c if c == ROWS:
                return rows_name(query, self._draft.topic.subtopics)
        if fault_of(query.query):
            return "?"
        if is_untranslated(query, self._queries):
            return "to do"
        return f"{self._found[query]:,}" if query in self._found else "…"

    def _value(self, query: TopicQuery | None, column: int) -> Any:
        if query is None:
            return ""
        match column:
            case c if c == WEIGHT:
                return query.weight
            case c if c == WHERE:
                return where_code(query.scope, query.language)
        return query.query
