"""The entries of one column, top to bottom: the head of each row, then its cards or its silence."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum, auto

from index.comparison import UNCERTAIN, Cell, Comparison, Row, SilenceReason
from index.marks import marked_by
from index.shares import counted
from index.topics.model import Match, Subtopic, Topic
from reader.library.records import Document
from ui.compare.cards.card import Card, Density, explanation, spoken, what_lent
from ui.compare.cards.card import card as make_card


class EntryKind(Enum):
    """What an entry is."""

    HEAD = auto()  # of a row, over all columns: for the eye alone
    HEADING = auto()  # of a row, in the list
    MANIFESTO = auto()  # whose passages follow, in the list
    CARD = auto()
    SILENCE = auto()
    MARK = auto()  # what a person says that the row comes to in a manifesto
    WORKING = auto()
    FOLDED = auto()  # what is said of a row that is folded up
    NEAREST = auto()  # the way to what comes close without being shown
    FIGURES = auto()  # what is said of a manifesto, in the list


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
        why = explanation(self.match, self.topic) if self.explained else what_lent(self.match)
        return make_card(self.match, row, self.density, expanded=self.expanded, why=why, topic=self.topic)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One item of a column. `row` is its sub-topic's id, `subtopic` and `name` what sub-topic and manifesto are called.

    `text` is what a head or a silence says; a card says what its passage says. `document` is the manifesto's id, ""
    for what belongs to all; `leads` whether it is the first of its row. `onward` is the row (an id) that a silence
    leads to, "" for none. Compared by identity, so that heights and layouts can be kept by entry.
    """

    kind: EntryKind
    row: str
    subtopic: str
    name: str
    text: str
    passage: PassageShown | None = None
    document: str = ""
    folded: bool = False
    leads: bool = True
    onward: str = ""

    @property
    def is_link(self) -> bool:
        """Whether it leads to what stands elsewhere."""
        return self.kind is EntryKind.NEAREST or bool(self.onward)

    @property
    def place(self) -> tuple[str, str, str]:
        """Which entry this is in its column, whatever it shows just now."""
        if self.passage is None:
            return self.row, self.document, self.kind.name
        return self.row, self.passage.match.document, self.passage.match.block

    @property
    def card(self) -> Card | None:
        """The card of a passage. Made anew each time: most cards of a long column are never looked at."""
        return None if self.passage is None else self.passage.card(self.row)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        if (card := self.card) is not None:
            return spoken(card, self.name, self.subtopic, leads=self.leads)
        folded = "Folded up. " if self.folded else ""
        if self.kind is EntryKind.HEAD:
            return f"{self.subtopic}. {self.name}. {folded}{self.text}"
        if self.kind is EntryKind.HEADING:
            return f"Heading. {self.subtopic}. {folded}{self.text}".strip()
        if self.kind is EntryKind.MANIFESTO:
            return f"Heading, level 2. {self.name}. {self.text}"
        parts = (self.name, self.subtopic, folded, self.text)
        return ". ".join(part.strip(" .") for part in parts if part) + "."


@dataclass(frozen=True, slots=True)
class Reading:
    """How cards are to be shown: the density of all, which (by place) are expanded or explained; the folded rows."""

    density: Density = Density.SHORT
    expanded: Set[tuple[str, str, str]] = frozenset()
    explained: Set[tuple[str, str, str]] = frozenset()
    folded: Set[str] = frozenset()


Rows = tuple[tuple[Entry, ...], ...]


def column_entries(comparison: Comparison, column: int, reading: Reading) -> Rows:
    """The entries of the comparison's column `column` (0-based), by row."""
    document = comparison.columns[column].document
    return tuple(_row(comparison.topic, row.subtopic, row.cells[column], document, reading) for row in comparison.rows)


def working_entries(rows: Sequence[Row], document: Document, sentence: str) -> Rows:
    """A column whose passages are not known (yet): `sentence` says so once, in its first row."""
    return tuple(
        (
            _head(row.subtopic, document.name, sentence),
            Entry(
                EntryKind.WORKING,
                row.subtopic.id,
                row.subtopic.name,
                document.name,
                "" if at else sentence,
                document=document.id,
            ),
        )
        for at, row in enumerate(rows)
    )


def _head(subtopic: Subtopic, name: str, text: str, *, folded: bool = False) -> Entry:
    return Entry(EntryKind.HEAD, subtopic.id, subtopic.name, name, text, folded=folded)


def _row(topic: Topic, subtopic: Subtopic, cell: Cell, document: Document, reading: Reading) -> tuple[Entry, ...]:
    """The row's head, its mark, then its cards or silence; one line instead of them where the row is folded up."""
    folded, name = subtopic.id in reading.folded, document.name
    number = f"{counted(len(cell.matches))}."
    head = _head(subtopic, name, number, folded=folded)
    marks: tuple[Entry, ...] = ()
    if cell.mark is not None:
        text = marked_by(cell.mark)
        marks = (Entry(EntryKind.MARK, subtopic.id, subtopic.name, name, text, document=document.id, folded=folded),)
    if cell.matches and not folded:
        cards = (card_entry(match, topic, subtopic.id, subtopic.name, name, reading) for match in cell.matches)
        return head, *marks, next(cards), *(replace(each, leads=False) for each in cards)
    said = cell.silence.sentence if cell.silence else counted(len(cell.matches))
    kind = EntryKind.FOLDED if folded else EntryKind.SILENCE
    to_check = not folded and cell.silence is not None and cell.silence.reason is SilenceReason.UNCERTAIN
    onward = UNCERTAIN.id if to_check else ""
    said_so = Entry(kind, subtopic.id, subtopic.name, name, said, None, document.id, folded=folded, onward=onward)
    return head, *marks, said_so


def read_differently(entry: Entry, topic: Topic, reading: Reading) -> Entry:
    """The card's entry, expanded or explained as `reading` now says."""
    if entry.passage is None:
        return entry
    again = card_entry(entry.passage.match, topic, entry.row, entry.subtopic, entry.name, reading)
    return replace(again, leads=entry.leads)


def card_entry(match: Match, topic: Topic, row: str, subtopic: str, name: str, reading: Reading) -> Entry:
    """The entry of a passage in a row; `name` is what the manifesto is called."""
    place = (row, match.document, match.block)
    shown = PassageShown(match, topic, reading.density, place in reading.expanded, place in reading.explained)
    return Entry(EntryKind.CARD, row, subtopic, name, match.text, shown, match.document)
