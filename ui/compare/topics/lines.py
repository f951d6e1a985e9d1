"""The lists of a draft that people write line by line: its sub-topics, and what is left out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from index.topics.drafting import fault_of, new_subtopic, without_lost_rows
from index.topics.model import Subtopic, Topic
from ui.compare.topics.draft import Draft
from ui.compare.topics.line_changes import follow
from ui.theme.rows import FAINT_ROLE
from ui.theme.words import tip

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Lines:
    """One kind of list: where the draft holds it, what it and its empty line are called, how items are written."""

    of: Callable[[Topic], tuple[Any, ...]]
    put: Callable[[Topic, tuple[Any, ...]], Topic]
    name: str
    empty: str
    explained: str
    text: Callable[[Any], str]
    made: Callable[[str, Sequence[Any]], Any]
    renamed: Callable[[Any, str], Any]
    fault: Callable[[str], str]


SUBTOPICS = Lines(
    lambda topic: topic.subtopics,
    lambda topic, rows: replace(topic, subtopics=rows),
    "Sub-topics",
    "Add a sub-topic",
    "The rows of the comparison, in this order. Passages that fit none of them come under “More on this topic”.",
    lambda row: row.name,
    new_subtopic,
    lambda row, name: Subtopic(row.id, name),
    lambda _: "",
)
LEFT_OUT = Lines(
    lambda topic: topic.exclude,
    lambda topic, texts: replace(topic, exclude=texts),
    "Left out",
    "Add words that do not count",
    "Words inside these phrases do not count: with “fire sale” left out, its “fire” says nothing of fire safety.",
    str,
    lambda text, _: text,
    lambda _, text: text,
    fault_of,
)


class LinesModel(QAbstractListModel):
    """The lines, and an empty one to write in. Writes what is edited into the draft."""

    def __init__(self, draft: Draft, kind: Lines, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._kind = kind
        self.items = kind.of(draft.topic)
        draft.changed.connect(self._follow)

    def write(self, row: int, text: str) -> None:
        """Write this into the row, which may be the empty one; a line that is left empty goes."""
        items, words = list(self.items), " ".join(text.split())
        if row >= len(items):
            items += [self._kind.made(words, items)] if words else []
        elif words:
            items[row] = self._kind.renamed(items[row], words)
        else:
            del items[row]
        self._put(items)

    def remove(self, row: int) -> None:
        """Take the line out; of a sub-topic, the words that spoke for it stay."""
        items = list(self.items)
        if 0 <= row < len(items):
            del items[row]
            self._put(items)

    def move(self, row: int, by: int) -> int:
        """Move the line up (-1) or down (1); gives the row where it stands then."""
        items = list(self.items)
        if not (0 <= row < len(items) and 0 <= row + by < len(items)):
            return row
        items.insert(row + by, items.pop(row))
        self._put(items)
        return row + by

    def _put(self, items: Sequence[Any]) -> None:
        self._draft.change(without_lost_rows(self._kind.put(self._draft.topic, tuple(items))))

    def _follow(self) -> None:
        items = self._kind.of(self._draft.topic)

        def take() -> None:
            self.items = items

        follow(self, self.items, items, take)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items) + 1

    def flags(self, _index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        items = self.items
        there = index.row() < len(items)
        text = self._kind.text(items[index.row()]) if there else ""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text or self._kind.empty
            case Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.ToolTipRole if there:
                return tip(self._kind.fault(text) or text)
        return not there if role == FAINT_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.write(index.row(), str(value))
        return True
