"""The tables about samples as models: those drawn before, what each group says, and the errors that were found."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from index import sample_words as words
from index.sampled import Outcome
from reader.library.clock import written_day
from reader.library.samples import SampleItem
from ui.compare.sample.in_context import InContext
from ui.theme.rows import FAINT_ROLE, NOTE_ROLE
from ui.theme.words import tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


EARLIER_HEADS = ("Drawn", "Topic version", "Judged", "Precision", "Recall", "Seed")
GROUP_HEADS = ("Passages", "In all", "Drawn", "Judged", "Belong")


def earlier_row(found: Outcome) -> tuple[str, ...]:
    """A sample in one line; while it is being judged, no figure tells what the program thinks."""
    sample, accuracy = found.sample, found.accuracy
    figures = [words.figure(each) if found.finished else "—" for each in (accuracy.precision, accuracy.recall)]
    return (
        written_day(sample.made),
        str(sample.topic_version),
        f"{len(found.said):,} of {len(sample.items):,}",
        *figures,
        str(sample.seed),
    )


def group_rows(found: Outcome) -> list[tuple[str, ...]]:
    """What each group of passages says; groups of none are left out."""
    return [
        (
            words.GROUPS[stratum],
            f"{judged.size:,}",
            f"{sum(item.stratum == stratum for item in found.sample.items):,}",
            f"{judged.judged:,}",
            f"{judged.on_topic:,}",
        )
        for stratum, judged in found.strata.items()
        if judged.size
    ]


class Errors(QAbstractListModel):
    """The passages of a sample on which the program was wrong: those it missed first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[SampleItem, str, str]] = []

    def show_errors(self, found: Outcome, contexts: dict[str, InContext]) -> None:
        """Show the errors of this sample."""
        self.beginResetModel()
        kinds = (("Missed", found.missed), ("Wrongly shown", found.wrongly_shown))
        self._rows = [(item, kind, _words(contexts.get(item.id))) for kind, items in kinds for item in items]
        self.endResetModel()

    def item(self, row: int) -> SampleItem:
        """The passage in this row."""
        return self._rows[row][0]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        _, kind, text = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(text)
        if role == NOTE_ROLE:
            return kind
        if role == FAINT_ROLE:
            return False
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{kind}: {text}"
        return None


def _words(context: InContext | None) -> str:
    return context.text if context and context.text else "This passage is not in the text any more."
