"""What the comparison is about, as the panels beside it are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from index.topics.model import Topic
from reader.library.records import Document
from ui.compare.cards.entries import Entry
from ui.compare.table.loading import Loaded
from ui.shared.offer import Offer


@dataclass(frozen=True, slots=True)
class Subject:
    """What a panel is about: the topic, the columns, what is known of them, and the card or silence that keys act on.

    `document` is the manifesto of the column that the keys act on. `loaded` is None until views are there. `members`
    are all manifestos of the set in the order of the columns, also those that are no columns.
    """

    topic: Topic | None
    documents: tuple[Document, ...]
    loaded: Loaded | None = None
    entry: Entry | None = None
    document: Document | None = None
    members: tuple[Document, ...] = ()


class Panel(Protocol):
    """What Compare asks of a panel; each is a QWidget too.

    A panel may have the signals `passage_activated(str, str)` (document and block to open in Read),
    `columns_chosen(ColumnChoice)`, `topic_chosen(str, str)` (a topic to be compared, and in whose column) and `done()`
    (it has nothing more to show and may be closed).
    """

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for."""

    def show_subject(self, subject: Subject) -> None:
        """Show what belongs to this; called when the panel is opened and whenever the subject changes while it is."""

    def take_focus(self) -> None:
        """Give the keys to what people use first."""


class Exporting(Panel, Protocol):
    """A panel that stands in the place of the table and exports what it shows."""

    def offer(self) -> Offer | str:
        """What can leave now, or why nothing can."""
