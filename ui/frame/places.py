"""The places of the window: each made when first gone to, put back as it was left, connected to the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from ui.actions.offered import CODING, COMPARE, LIBRARY, NOTES, PLANS, READ, SEARCH
from ui.codebook.wishes import wishes
from ui.session.session import Session

if TYPE_CHECKING:
    from index.topics.model import Topic
    from ui.coding.place import CodingPlace
    from ui.compare.place import ComparePlace
    from ui.library.place import LibraryPlace
    from ui.notes.place import NotesPlace
    from ui.plans.place import PlansPlace
    from ui.read.place import ReadPlace
    from ui.search.place import SearchPlace
    from ui.shared.offer import Offer


class Place(Protocol):
    """What the window asks of every place; each is a widget too."""

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for."""

    def arrived(self) -> None:
        """The place has become visible: be up to date, and take the focus where it belongs."""

    def state(self) -> dict[str, Any]:
        """How it is now, as plain JSON values."""

    def restore(self, state: Mapping[str, Any]) -> None:
        """Be again as `state` says, as far as that is still possible."""


class Places(QStackedWidget):
    """A stack of places. Each is imported and made when it is first wanted: the first window needs but one."""

    gone_to = Signal(str)
    lesson_wished = Signal(object, str)  # a Lesson to be presented, and the id of the slide to begin at
    plan_wished = Signal(object, str)  # a Lesson to be presented, and the id of the plan that it was made of

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._made: dict[str, Place] = {}
        self._been: list[str] = []
        self._library: LibraryPlace | None = None
        self._compare: ComparePlace | None = None
        self._read: ReadPlace | None = None
        self._search: SearchPlace | None = None
        self._notes: NotesPlace | None = None
        self._plans: PlansPlace | None = None
        self._coding: CodingPlace | None = None
        self._offers: dict[str, Callable[[], Offer | str]] = {}
        self.here = ""
        wished = wishes(session)
        wished.passages_wished.connect(self.search_for)
        wished.search_wished.connect(lambda: self.go(SEARCH))
        wished.topic_wished.connect(self.begin_topic)

    @property
    def library(self) -> LibraryPlace:
        if self._library is None:
            from ui.library.place import LibraryPlace

            self._library = LibraryPlace(self._session)
            self._add(LIBRARY, self._library, self._library)
            self._library.passage_activated.connect(self.open_passage)
            self._library.comparison_wished.connect(self.compare_only)
        return self._library

    @property
    def compare(self) -> ComparePlace:
        if self._compare is None:
            from ui.compare.place import ComparePlace

            self._compare = ComparePlace(self._session)
            self._add(COMPARE, self._compare, self._compare)
            self._compare.passage_activated.connect(self.open_passage)
            self._compare.search_requested.connect(self.search_for)
            self._compare.lesson_wished.connect(self.lesson_wished)
            self._offers[COMPARE] = self._compare.offer
        return self._compare

    @property
    def read(self) -> ReadPlace:
        if self._read is None:
            from ui.read.place import ReadPlace

            self._read = ReadPlace(self._session)
            self._add(READ, self._read, self._read)
            self._offers[READ] = self._read.offer
            self._read.passage_activated.connect(self.open_passage)
        return self._read

    @property
    def search(self) -> SearchPlace:
        if self._search is None:
            from ui.search.place import SearchPlace

            self._search = SearchPlace(self._session)
            self._add(SEARCH, self._search, self._search)
            self._search.passage_activated.connect(self.open_passage)
            self._search.topic_wished.connect(self.keep_search)
            self._search.examples_wished.connect(self.use_examples)
            self._offers[SEARCH] = self._search.offer
        return self._search

    @property
    def notes(self) -> NotesPlace:
        if self._notes is None:
            from ui.notes.place import NotesPlace

            self._notes = NotesPlace(self._session)
            self._add(NOTES, self._notes, self._notes)
            self._notes.passage_activated.connect(self.open_passage)
            self._offers[NOTES] = self._notes.offer
        return self._notes

    @property
    def plans(self) -> PlansPlace:
        if self._plans is None:
            from ui.plans.place import PlansPlace

            self._plans = PlansPlace(self._session)
            self._add(PLANS, self._plans, self._plans)
            self._plans.passage_activated.connect(self.open_passage)
            self._plans.lesson_wished.connect(self.plan_wished)
            self._offers[PLANS] = self._plans.panel.offer
        return self._plans

    @property
    def coding(self) -> CodingPlace:
        if self._coding is None:
            from ui.coding.place import CodingPlace

            self._coding = CodingPlace(self._session)
            self._add(CODING, self._coding, self._coding)
            self._coding.passage_activated.connect(self.open_passage)
            self._coding.wished.connect(lambda: self.go(CODING))
            self._coding.left.connect(self.go_back)
        return self._coding

    @property
    def settled(self) -> bool:
        """Whether the place in use shows what was last asked for."""
        return self.here not in self._made or self._made[self.here].settled

    @property
    def exports(self) -> bool:
        """Whether what the place in use shows can be exported."""
        return self.here in self._offers

    def offer(self) -> Offer | str:
        """What the place in use has to export, or a sentence why nothing now."""
        return self._offers[self.here]() if self.exports else "Nothing of this place can be exported."

    def go(self, name: str) -> None:
        """Show the place with this name."""
        if self.here and self.here != name:
            self._been.append(self.here)
        self._show(name)

    def go_back(self) -> None:
        """Show the place that was left last."""
        if self._been:
            self._show(self._been.pop())

    def open_passage(self, document: str, block: str = "") -> None:
        """Read this document, at this passage, or where it was left for none."""
        self.read.open_passage(document, block or None, None)
        self.go(READ)

    def begin_coding(self) -> None:
        """Ask what is to be coded unit after unit; the manifesto that is being read is proposed."""
        opened = self._read.manifesto if self._read is not None and self.here == READ else None
        self.coding.begin(opened.document.id if opened is not None else "")

    def check(self, document: str) -> None:
        """See the row of this document in the Library, at what a citation of it lacks or guesses."""
        self.go(LIBRARY)
        self.library.check(document)

    def show_topic(self, topic: str) -> None:
        """Compare on this topic."""
        self.go(COMPARE)
        self.compare.show_topic(topic)

    def compare_only(self, documents: Sequence[str]) -> None:
        """Compare these documents and no others."""
        self.compare.show_set(documents)
        self.go(COMPARE)

    def search_for(self, query: str) -> None:
        """Search all manifestos for this."""
        self.search.search(query)
        self.go(SEARCH)

    def keep_search(self, query: str) -> None:
        """Begin a topic that looks for this."""
        self.go(COMPARE)
        self.compare.topics.from_search(query)

    def begin_topic(self, draft: Topic, passages: Sequence[tuple[str, str]]) -> None:
        """Begin a topic as this draft, with the words that these passages share."""
        self.go(COMPARE)
        self.compare.topics.from_draft(draft, passages)

    def use_examples(self) -> None:
        """Begin a topic from the passages that were pointed out."""
        self.go(COMPARE)
        self.compare.topics.from_examples()

    def remember(self) -> None:
        """Keep how each place is now, for the next start."""
        kept = dict(self._session.settings.now.places)
        kept |= {name: place.state() for name, place in self._made.items()}
        here = READ if self.here == CODING else self.here  # coding is gone to by what is to be coded
        self._session.settings.change(places=kept, place=here or self._session.settings.now.place)

    def _add(self, name: str, place: Place, widget: QWidget) -> None:
        self._made[name] = place
        for child in widget.findChildren(QWidget):
            if not takes_own_rows(child):
                child.setAcceptDrops(False)  # files are dropped on the window, wherever that is
        self.addWidget(widget)
        self._session.actions.attach(name, widget)
        state = self._session.settings.now.places.get(name)
        if isinstance(state, dict):
            place.restore(state)

    def _show(self, name: str) -> None:
        place = self._place(name)
        self.here = name
        self.setCurrentWidget(place)
        self._session.actions.show_place(name)
        self.gone_to.emit(name)
        place.arrived()

    def _place(
        self, name: str
    ) -> LibraryPlace | ComparePlace | ReadPlace | SearchPlace | NotesPlace | PlansPlace | CodingPlace:
        match name:
            case "library":
                return self.library
            case "compare":
                return self.compare
            case "read":
                return self.read
            case "notes":
                return self.notes
            case "plans":
                return self.plans
            case "coding":
                return self.coding
            case _:
                return self.search


def takes_own_rows(widget: QWidget) -> bool:
    """Whether it is a list in which rows are dragged to another place, which takes no files."""
    view = widget.parent() if not isinstance(widget, QAbstractItemView) else widget
    return isinstance(view, QAbstractItemView) and view.dragDropMode() is QAbstractItemView.DragDropMode.InternalMove
