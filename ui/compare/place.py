"""The Compare place: topics, filters and the table, and which comparison they show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from index.topics.model import Topic
from reader.library.records import Document
from ui.compare.chosen_view import ChosenView
from ui.compare.columns_of_set import columns_of, members_of, offered_sets
from ui.compare.controls import Controls
from ui.compare.exporting import offer_of
from ui.compare.lesson_commands import LessonCommands
from ui.compare.mark_commands import MarkCommands
from ui.compare.panels.pager import Pager
from ui.compare.panels.panel_host import PanelHost
from ui.compare.table.loading import ComparisonLoader, Loaded, Wanted
from ui.compare.table.presenting import Presentation
from ui.compare.table.subject import Subject
from ui.compare.table.table import ComparisonTable
from ui.compare.topic_commands import TopicCommands
from ui.compare.topic_tabs import TopicTabs
from ui.compare.verdict_commands import VerdictCommands
from ui.compare.view_state import ViewState
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.shared.icon_button import IconButton
from ui.shared.menus import offer
from ui.shared.offer import Offer
from ui.shared.placeholder import Placeholder, Step
from ui.theme.parts import Surface
from ui.theme.tokens import STEP, TWO

# While files are being read, documents come faster than the table needs to be made again.
_GATHER_MS = 200
# The keys go from card to card faster than a panel beside them need follow.
_FOLLOW_MS = 60


class ComparePlace(Surface):
    """One topic across the manifestos of a set. Remembers, for each set, how people left it."""

    passage_activated = Signal(str, str)  # document, block
    search_requested = Signal(str)  # a query in the language of the search box
    lesson_wished = Signal(object, str)  # a Lesson, and the id of the slide to begin at

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen = ChosenView(session, lambda: self._table.first if self._asked else None, self)
        self._loader = ComparisonLoader(session, self)
        self._tabs = TopicTabs()
        self._controls = Controls()
        self._pager = Pager(session.actions)
        self._table = ComparisonTable(session)
        self._placeholder = Placeholder()
        self._body = QStackedWidget()
        self._asked: Wanted | None = None
        self._members: tuple[Document, ...] = ()
        self._stale = True
        self._keep_place = False
        self._wants_focus = False
        self._gathering = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gathering.timeout.connect(self._follow_library)
        self._following = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._following.timeout.connect(self._tell_panel)
        self._comparison = QWidget()
        self._verdicts = VerdictCommands(session, self._table)
        self._marks = MarkCommands(session, self._table)
        self.lessons = LessonCommands(session, self._loaded, lambda: self._table.area.row() or "", self)
        self._host = PanelHost(session, self._comparison, self._body)
        self.topics = TopicCommands(session, self._host, self._topic, self._table.area.entry, self)
        self._compose()
        self._connect()
        self._connect_actions()

    # What the window asks of a place

    def arrived(self) -> None:
        """The place has become visible."""
        self._catch_up()
        self._following.start()
        self._wants_focus = True
        self._take_focus()

    def state(self) -> dict[str, Any]:
        """How people left the place, as plain JSON values."""
        return self._chosen.now.as_json()

    def restore(self, state: Mapping[str, Any]) -> None:
        """Be again as `state` says, as far as that is still possible."""
        self._chosen.state = ViewState.from_json(state)
        self._renew()

    def show_topic(self, topic: str) -> None:
        """Show the topic with this id."""
        if self._stale:  # the tabs do not stand yet, or not as they should
            self._chosen.state = replace(self._chosen.state, topic=topic)
            self._renew()
            return
        self._tabs.choose(topic)
        self._chosen.choose_topic(topic)

    def _show_topic_in(self, topic: str, document: str) -> None:
        self.show_topic(topic)
        self._table.show_document(document)

    def show_set(self, documents: Sequence[str]) -> None:
        """Show these manifestos (ids) as columns, in this order, under no name."""
        self._chosen.choose_documents(documents)

    @property
    def table(self) -> ComparisonTable:
        """The heads and columns."""
        return self._table

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for, with nothing left to be worked out."""
        shown = self._table.presentation
        to_be_told = self._following.isActive() and self._host.shown  # without a panel nothing comes of it
        if self._stale or self._gathering.isActive() or to_be_told or not self._host.settled:
            return False
        return self._asked is None or (
            shown is not None
            and shown.loaded.wanted is self._asked
            and (not shown.loaded.missing or bool(shown.loaded.problem))
        )

    def offer(self) -> Offer | str:
        """What can be exported now, or a sentence why nothing can."""
        return offer_of(self._session, self._host, self._chosen.now, self._loaded(), self._members)

    def _loaded(self) -> Loaded | None:
        shown = self._table.presentation
        return shown.loaded if self._asked is not None and shown is not None else None

    @property
    def host(self) -> PanelHost:
        """Where panels open."""
        return self._host

    # How it is put together

    def _compose(self) -> None:
        self._body.addWidget(self._table)
        self._body.addWidget(self._placeholder)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._host)
        column = QVBoxLayout(self._comparison)
        column.setContentsMargins(0, STEP, 0, 0)
        column.setSpacing(STEP)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(STEP, 0, TWO, 0)
        tabs.addWidget(self._tabs)
        tabs.addWidget(IconButton("zoom-in", self._session.actions.action("compare.new-topic")))
        tabs.addStretch()
        tabs.addWidget(self._pager)
        column.addLayout(tabs)
        column.addWidget(self._controls)
        column.addWidget(self._host.splitter, 1)

    def _connect(self) -> None:
        session, table = self._session, self._table
        self._tabs.topic_chosen.connect(self._chosen.choose_topic)
        self._controls.changed.connect(self._chosen.choose_filters)
        self._controls.set_chosen.connect(self._chosen.choose_set)
        self._chosen.changed.connect(self._follow_choice)
        self._chosen.look_changed.connect(lambda: table.look_again(self._chosen.look))
        self._chosen.set_changed.connect(self._renew)
        self._controls.picked.connect(self._table.area.focus_columns)
        self._controls.columns_wished.connect(session.actions.action("compare.columns").trigger)
        table.turned.connect(self._pager.show_columns)
        table.column_menu_wished.connect(self._show_column_menu)
        table.commands.passage_opened.connect(self.passage_activated)
        table.commands.search_wished.connect(self.search_requested)
        table.commands.fold_wished.connect(self._chosen.fold)
        table.commands.nearest_wished.connect(lambda: self._host.open_panel("nearest"))
        self._loader.loaded.connect(self._show_loaded)
        self.lessons.lesson_wished.connect(self.lesson_wished)
        table.area.entry_chosen.connect(self._following.start)
        self._host.passage_activated.connect(self.passage_activated)
        self._host.columns_chosen.connect(self._chosen.choose_columns)
        self._host.topic_chosen.connect(self._show_topic_in)
        self._host.opened.connect(lambda _: self._tell_panel())
        self._host.closed.connect(table.area.focus_columns)
        session.library_changed.connect(self._hear_of_change)
        session.topics_changed.connect(self._renew)
        self.topics.topic_wished.connect(self.show_topic)

    def _connect_actions(self) -> None:
        slots = {
            "compare.fold": lambda: self._chosen.fold(self._table.area.row()),
            "compare.fold-all": lambda: self._chosen.fold_all(self._table.area.common_scroll.rows),
            "compare.next-difference": lambda: self._go_to_difference(1),
            "compare.previous-difference": lambda: self._go_to_difference(-1),
            "compare.next-topic": lambda: self._tabs.step(1),
            "compare.previous-topic": lambda: self._tabs.step(-1),
            "compare.later-columns": lambda: self._table.turn(1),
            "compare.earlier-columns": lambda: self._table.turn(-1),
            "compare.column-right": lambda: self._move_chosen_column(1),
            "compare.column-left": lambda: self._move_chosen_column(-1),
        }
        for name, slot in slots.items():
            self._session.actions.connect(name, slot)

    def _go_to_difference(self, by: int) -> None:
        if not (row := self._table.go_to_difference(by)):
            which = "later" if by > 0 else "earlier"
            self._session.say(f"There is no {which} row where some manifestos speak and others are silent.")
        else:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._table, row))

    def _move_chosen_column(self, by: int) -> None:
        if (document := self._table.area.document()) is not None:
            self._chosen.move_column(document.id, by)

    def _follow_choice(self, keep_place: bool) -> None:
        state = self._chosen.state
        self._controls.show_filters(state.filters, own_order=bool(state.by_hand))
        self._ask(keep_place=keep_place)

    # What is shown

    def _topic(self) -> Topic | None:
        return next((each for each in self._session.topics if each.id == self._chosen.state.topic), None)

    def _renew(self) -> None:
        """What there is to choose from may be different: now, or when the place is gone to."""
        self._stale = True
        self._asked = None
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._stale:
            self._show_choices()
            self._ask(keep_place=self._asked is not None)

    def _show_choices(self) -> None:
        topic = self._tabs.show_topics(self._session.topics, self._chosen.state.topic)
        self._chosen.state = state = replace(self._chosen.state, topic=topic)
        self._controls.show_filters(state.filters, own_order=bool(state.by_hand))
        self._chosen.check_actions()
        self._show_sets()

    def _show_sets(self) -> None:
        self._controls.show_sets(offered_sets(self._session.library, self._chosen.state.chosen), self._chosen.state.set)

    def _ask(self, *, keep_place: bool) -> None:
        """Have the comparison that is wanted now got together; or say what is missing for one."""
        self._gathering.stop()
        self._members = members_of(self._session.library, self._chosen.state)
        documents = columns_of(self._members, self._chosen.state)
        topic = self._topic()
        self._pager.show_set(len(documents), len(self._members))
        self.topics.allow()
        self._stale = False
        if topic is None or not documents:
            self._asked = None
            self._say_empty(topic)
            return
        filters = self._chosen.state.filters
        self._keep_place = keep_place
        self._asked = Wanted(topic, documents, filters.only, filters.best_first)
        self._loader.ask(self._asked)

    def _say_empty(self, topic: Topic | None) -> None:
        if topic is None:
            self._placeholder.say("There are no topics.", "Topic files belong in the topics folder of the library.")
        elif self._session.library.documents():
            self._placeholder.say("This set is empty.", "Choose another set above, or add manifestos to this one.")
        else:
            sentence = "Manifestos are set side by side here, topic by topic. None is in the library yet."
            add = Step.of(self._session.actions.action("add-files"))
            self._placeholder.say("Nothing to compare yet", sentence, add)
        self._pager.show_columns(None)
        self._body.setCurrentWidget(self._placeholder)
        self._tell_panel()

    def _show_loaded(self, loaded: Loaded) -> None:
        first = self._chosen.now.first
        self._body.setCurrentWidget(self._table)
        presentation = Presentation(loaded)
        self._table.present(presentation, self._chosen.look, first, keep_place=self._keep_place)
        self._chosen.state = replace(self._chosen.state, first=self._table.first)
        if not self._keep_place:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._table, presentation.summary))
        self._keep_place = True
        self._take_focus()
        self._tell_panel()

    def _tell_panel(self) -> None:
        """Tell the open panel what the comparison is about now; out of sight, not before it is gone to."""
        if not self.isVisible() or not self._host.shown:
            return
        area, topic = self._table.area, self._topic()
        documents = columns_of(self._members, self._chosen.state)
        self._host.show_subject(Subject(topic, documents, self._loaded(), area.entry(), area.document(), self._members))

    def _take_focus(self) -> None:
        """Give the keys to the columns, once after the place was gone to, once there are any; else to the step."""
        if not self._wants_focus or not self.isVisible():
            return
        if self._body.currentWidget() is self._placeholder:
            self._placeholder.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._table.presentation is not None:
            self._wants_focus = False
            self._table.area.focus_columns()

    def _hear_of_change(self, change: LibraryChange) -> None:
        """Documents were added, removed or corrected, or judged: show that, without losing what is being read."""
        if change.only_said and self.isVisible() and not self._stale:
            self._ask(keep_place=True)
            return
        self._stale = True
        if self.isVisible():
            self._gathering.start()

    def _follow_library(self) -> None:
        self._show_sets()
        self._ask(keep_place=True)

    def _show_column_menu(self, document: str, point: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction("Open in Read", lambda: self.passage_activated.emit(document, ""))
        menu.addAction("Move left", lambda: self._chosen.move_column(document, -1))
        menu.addAction("Move right", lambda: self._chosen.move_column(document, 1))
        offer(menu, point)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._gathering.stop()
        self._following.stop()
