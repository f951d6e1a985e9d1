"""The last row of the comparison: what is less certain, folded up until people ask for it."""

from __future__ import annotations

from dataclasses import replace

from index.comparison import UNCERTAIN, Column, Comparison, Row
from index.shares import caution
from index.topics.languages import no_words
from index.topics.model import Subtopic
from reader.wording import tr, tr_count
from ui.compare.cards.entries import Entry, EntryKind, Reading, card_entry


def less_certain(comparison: Comparison) -> Subtopic | None:
    """The row as it is called over all columns, "Less certain (4)"; None where no manifesto has such passages."""
    number = sum(len(column.uncertain) for column in comparison.columns)
    return replace(UNCERTAIN, name=tr("Less certain ({number:,})", number=number)) if number else None


def rows_with_less_certain(comparison: Comparison) -> tuple[Row, ...]:
    """The rows as they are headed, for columns whose passages are not known yet."""
    last = less_certain(comparison)
    return comparison.rows if last is None else (*comparison.rows, Row(last, ()))


def less_certain_entries(comparison: Comparison, column: Column, reading: Reading) -> tuple[Entry, ...]:
    """What stands in the row in one column: its head and one line, which says how many are to be checked.

    Unfolded, that line warns; the cards follow it, and last the way to the near misses. () where there is no row.
    """
    last = less_certain(comparison)
    if last is None:
        return ()
    folded, document = last.id in reading.folded, column.document
    said = _to_check(column)
    head = Entry(EntryKind.HEAD, last.id, last.name, document.name, f"{said.rstrip('.')}.", folded=folded)
    warned = said if folded or not column.uncertain else f"{said}. {caution()}"
    line = Entry(EntryKind.FOLDED, last.id, last.name, document.name, warned, document=document.id, folded=folded)
    if folded:
        return head, line
    cards = (
        card_entry(match, comparison.topic, last.id, UNCERTAIN.name, document.name, reading)
        for match in column.uncertain
    )
    nearest = Entry(EntryKind.NEAREST, last.id, last.name, document.name, tr("Near misses"), document=document.id)
    return head, line, *(replace(card, leads=False) for card in cards), nearest


def _to_check(column: Column) -> str:
    """How many passages of the column are to be checked; that nobody looked where the topic lacks its language."""
    if column.uncertain:
        return tr_count("{count:,} to check", "{count:,} to check", len(column.uncertain))
    unasked = column.share.without_words_in
    return f"{no_words(unasked)}." if unasked else tr("None to check")
