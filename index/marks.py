"""What is said of the marks that people give to rows: as words, and as counts of a manifesto."""

from __future__ import annotations

from collections import Counter

from index.comparison import Column, Comparison
from index.verdicts import who_and_when
from reader.library.row_marks import Mark, RowMark
from reader.wording import tr


def mark_word(mark: Mark) -> str:
    """A mark in a word or two."""
    return {
        Mark.MET: tr("Met"),
        Mark.PARTLY: tr("Partly met"),
        Mark.SILENT: tr("Silent"),
        Mark.OPPOSED: tr("Opposed"),
    }[mark]


def mark_in_words(given: RowMark) -> str:
    """ "Partly met: half of it only"."""
    word = mark_word(given.mark)
    return tr("{mark}: {reason}", mark=word, reason=given.reason) if given.reason else word


def marked_by(given: RowMark) -> str:
    """ "Partly met: half of it only (by Ann Example, 23 November 2026)"."""
    return tr("{mark} ({who})", mark=mark_in_words(given), who=who_and_when(given.said))


def has_marks(comparison: Comparison) -> bool:
    """Whether anybody has marked any row of it."""
    return any(column.marks for column in comparison.columns)


def with_marks(said: str, column: Column) -> str:
    """What is `said` of a manifesto, and how many of its rows have which mark: "… · 2 met, 1 partly met, 3 silent"."""
    counts = Counter(column.marks)
    words = {
        Mark.MET: tr("{count} met", count=counts[Mark.MET]),
        Mark.PARTLY: tr("{count} partly met", count=counts[Mark.PARTLY]),
        Mark.SILENT: tr("{count} silent", count=counts[Mark.SILENT]),
        Mark.OPPOSED: tr("{count} opposed", count=counts[Mark.OPPOSED]),
    }
    return " · ".join(filter(None, (said, ", ".join(word for mark, word in words.items() if counts[mark]))))
