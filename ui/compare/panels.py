"""The panels of Compare by name: what stands beside the table or in its place, each made when first wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from index.topics.model import Topic
from reader.library.records import Document
from ui.compare.entries import Entry
from ui.compare.loading import Loaded
from ui.session import Session


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


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """One panel: `action` opens and closes it; a `whole` one takes the place of the table, others stand beside it.

    `answers` are the other actions of Compare that mean something while a whole panel hides the table.
    """

    id: str
    title: str
    action: str
    make: Callable[[Session], QWidget]
    whole: bool = False
    answers: tuple[str, ...] = ()


def _sample(session: Session) -> QWidget:
    from ui.compare.sample.panel import SamplePanel

    return SamplePanel(session)


def _collected(session: Session) -> QWidget:
    from ui.collecting.panel import CollectedPanel

    return CollectedPanel(session)


def _closest(session: Session) -> QWidget:
    from ui.compare.closest_panel import ClosestPanel

    return ClosestPanel(session)


def _nearest(session: Session) -> QWidget:
    from ui.compare.nearest_panel import NearestPanel

    return NearestPanel(session)


def _columns(session: Session) -> QWidget:
    from ui.compare.columns_panel import ColumnsPanel

    return ColumnsPanel(session)


def _topic(session: Session) -> QWidget:
    from ui.topics.editor import TopicEditor

    return TopicEditor(session)


def _charts(session: Session) -> QWidget:
    from ui.compare.charts.panel import ChartsPanel

    return ChartsPanel(session)


def _verdicts(session: Session) -> QWidget:
    from ui.compare.verdicts_panel import VerdictsPanel

    return VerdictsPanel(session)


_NEW_TOPICS = ("compare.new-topic", "compare.topic-from-examples", "compare.topic-from-collected")
_IN_EDITOR = (
    "compare.save-topic",
    "compare.duplicate-topic",
    "compare.delete-topic",
    "compare.restore-topic",
    "compare.import-topic",
    "compare.export-topic",
)
_TURNING = ("compare.next-topic", "compare.previous-topic")

PANELS: tuple[PanelSpec, ...] = (
    PanelSpec("topic", "Topic", "compare.edit-topic", _topic, whole=True, answers=(*_IN_EDITOR, *_NEW_TOPICS)),
    PanelSpec("closest", "Closest in the others", "compare.closest", _closest),
    PanelSpec("collected", "Collected", "compare.collected", _collected),
    PanelSpec("nearest", "Nearest passages", "compare.nearest", _nearest),
    PanelSpec("verdicts", "Verdicts", "compare.verdicts", _verdicts),
    PanelSpec("columns", "Columns", "compare.columns", _columns),
    PanelSpec("charts", "Charts", "compare.charts", _charts, whole=True, answers=(*_TURNING, *_NEW_TOPICS)),
    PanelSpec(
        "sample",
        "Check accuracy",
        "compare.sample",
        _sample,
        whole=True,
        answers=("compare.sample-yes", "compare.sample-no", "compare.sample-skip", "compare.sample-back", *_NEW_TOPICS),
    ),
)
