"""The entries of one column, top to bottom: the head of each row, then its cards or its silence."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import Enum, auto

from index.comparison import Cell, Comparison, Row
from index.topics.model import Match, Subtopic, Topic
from ui.compare.card import Card, Density, explanation, spoken
from ui.compare.card import card as make_card


class EntryKind(Enum):
    """What an entry is."""

    HEAD = auto()
    CARD = auto()
    SILENCE = auto()
    WORKING = auto()


@dataclass(frozen=True, slots=True)
class PassageShown:
    """A passage and how it is to be shown: at which density, whole, with the explanation of why it is there."""

    match: Match
    topic: Topic
    density: Density
    expanded: bool
    explained: bool

    def card(self, row: str) -> Card:
        """The card in the row with this id."""
        why = explanation(self.match, self.topic) if self.explained else ""
        return make_card(self.match, row, self.density, expanded=self.expanded, why=why)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One item of a column. `row` is its sub-topic's id, `subtopic` and `name` what sub-topic and manifesto are called.

    `text` is what a head or a silence says; a card says what its passage says. Compared by identity, so that heights
    and layouts can be kept by entry.
    """

    kind: EntryKind
    row: str
    subtopic: str
    name: str
    text: str
    passage: PassageShown | None = None

    @property
    def place(self) -> tuple[str, str, str]:
        """Which entry this is in its column, whatever it shows just now."""
        if self.passage is None:
            return self.row, "", self.kind.name
        return self.row, self.passage.match.document, self.passage.match.block

    @property
    def card(self) -> Card | None:
        """The card of a passage. Made anew each time: most cards of a long column are never looked at."""
        return None if self.passage is None else self.passage.card(self.row)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        if (card := self.card) is not None:
            return spoken(card, self.name, self.subtopic)
        if self.kind is EntryKind.HEAD:
            return f"{self.subtopic}. {self.name}. {self.text}"
        return f"{self.name}. {self.subtopic}. {self.text}"


@dataclass(frozen=True, slots=True)
class Reading:
    """How cards are to be shown: the density of all, and which (by place) are expanded or explained."""

    density: Density = Density.SHORT
    expanded: Set[tuple[str, str, str]] = frozenset()
    explained: Set[tuple[str, str, str]] = frozenset()


Rows = tuple[tuple[Entry, ...], ...]


def column_entries(comparison: Comparison, column: int, reading: Reading) -> Rows:
    """The entries of the comparison's column `column` (0-based), by row."""
    document = comparison.columns[column].document
    return tuple(
        (
            _head(row.subtopic, document.name, _counted(len(row.cells[column].matches))),
            *_cell(comparison.topic, row.subtopic, row.cells[column], document.name, reading),
        )
        for row in comparison.rows
    )


def working_entries(rows: Sequence[Row], name: str, sentence: str) -> Rows:
    """A column whose passages are not known (yet): `sentence` says so once, in its first row."""
    return tuple(
        (
            _head(row.subtopic, name, sentence),
            Entry(EntryKind.WORKING, row.subtopic.id, row.subtopic.name, name, "" if at else sentence),
        )
        for at, row in enumerate(rows)
    )


def _head(subtopic: Subtopic, name: str, text: str) -> Entry:
    return Entry(EntryKind.HEAD, subtopic.id, subtopic.name, name, text)


def _counted(passages: int) -> str:
    return f"{passages} {'passage' if passages == 1 else 'passages'}."


def _cell(topic: Topic, subtopic: Subtopic, cell: Cell, name: str, reading: Reading) -> tuple[Entry, ...]:
    if not cell.matches:
        sentence = cell.silence.sentence if cell.silence else ""
        return (Entry(EntryKind.SILENCE, subtopic.id, subtopic.name, name, sentence),)
    return tuple(_card_entry(match, topic, subtopic.id, subtopic.name, name, reading) for match in cell.matches)


def read_differently(entry: Entry, topic: Topic, reading: Reading) -> Entry:
    """The card's entry, expanded or explained as `reading` now says."""
    if entry.passage is None:
        return entry
    return _card_entry(entry.passage.match, topic, entry.row, entry.subtopic, entry.name, reading)


def _card_entry(match: Match, topic: Topic, row: str, subtopic: str, name: str, reading: Reading) -> Entry:
    place = (row, match.document, match.block)
    shown = PassageShown(match, topic, reading.density, place in reading.expanded, place in reading.explained)
    return Entry(EntryKind.CARD, row, subtopic, name, match.text, shown)
