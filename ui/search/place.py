"""The Search place: one box and one set of manifestos, looked at in several ways, each a face."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from index.mistakes import mistakes
from index.query_tree import NotUnderstood
from reader.errors import UserError
from reader.wording import tr
from ui import theme
from ui.actions.offered import SEARCH, actions_of
from ui.codebook.beside import codebook_beside
from ui.plans.beside import plan_beside
from ui.search.face import Around, Asked, Face, FaceSpec
from ui.search.faces import FACES
from ui.search.guidance import examples
from ui.search.recall import Recall
from ui.search.scope import Scope
from ui.search.way_back import WayBack
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.shared.choosing import Choice, choose
from ui.shared.filter_field import FilterField
from ui.shared.offer import Offer
from ui.shared.pointing_out import answer
from ui.theme.parts import Splitter, Surface, TabBar
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, MEASURE, STEP, THREE, TWO
from ui.theme.words import one_line

if TYPE_CHECKING:
    from ui.search.concordance.face import ConcordanceFace
    from ui.search.passages.face import PassagesFace
    from ui.search.words.face import WordsFace

_TYPING_MS = 200
_ROOMY = 820  # pixels at 100 %
# What the place does whichever face is in front; all else is the face's, if it answers.
_ALWAYS = (
    *("search.field", "search.keep-topic", "search.plan", "search.codebook"),
    *("search.example", "search.topic-from-examples", "search.save", "search.recall", "search.examples"),
    *(f"search.{spec.id}" for spec in FACES),
)


class SearchPlace(Surface):
    """What is asked in the box is asked of the face in front; another face is asked when it comes forward."""

    passage_activated = Signal(str, str)  # document, block
    topic_wished = Signal(str)  # a topic is to be made of this search
    examples_wished = Signal()  # a topic is to be made of the examples pointed out

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Search"))
        self._session = session
        self._around = Around(self)
        self._made: dict[str, Face] = {}
        self._kept: dict[str, Mapping[str, Any]] = {}  # states of faces that are not made yet
        self._asked: dict[str, Asked] = {}  # what each face was asked last, while that is still true
        self.field = FilterField(tr("Search all manifestos"), tr("Search"))
        self.field.setMaximumWidth(MEASURE)
        self.scope = Scope()
        self._way_back = WayBack(self.field, self.scope)
        self._problem = Text("", Role.ERROR).wrapped()
        self._problem.hide()
        self._doubt = Text("", Role.SECONDARY).wrapped()
        self._doubt.hide()
        self._instead = ""  # what is searched in place of what was not understood
        self._recall = Recall()
        self._earlier, self._examples = QPushButton(tr("Earlier…")), QPushButton(tr("Examples…"))
        self._box = QWidget()
        self.tabs = TabBar()
        self.tabs.setAccessibleName(tr("Ways of looking at what is found"))
        for spec in FACES:
            self.tabs.add(spec.title(), spec.hint())
        self._stack = QStackedWidget()
        self._beside = Splitter(Qt.Orientation.Horizontal)
        self._beside.addWidget(self._stack)
        self.plan = plan_beside(session, "search.plan", self._beside, self.passage_activated.emit)
        self.codebook = codebook_beside(session, "search.codebook", self._beside)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out()
        self._connect()
        self.scope.offer(self._session.library)

    # What the window asks for

    @property
    def settled(self) -> bool:
        """Whether what was typed has been looked for and can be seen."""
        beside = self.plan.settled and self.codebook.settled
        return not self._typing.isActive() and self.face.settled and beside

    @property
    def said(self) -> str:
        """What stands above the results, or why there are none."""
        return self.face.said if self._problem.isHidden() else self._problem.text()

    @property
    def spec(self) -> FaceSpec:
        """The face in front, as it stands in FACES."""
        return FACES[max(0, self.tabs.currentIndex())]

    @property
    def face(self) -> Face:
        """The face in front."""
        return self.face_called(self.spec.id)

    def face_called(self, name: str) -> Face:
        """The face with this id, made if it has not been."""
        if name not in self._made:
            spec = next(each for each in FACES if each.id == name)
            widget = spec.make(self._session, self._around)
            self._stack.addWidget(widget)
            self._made[name] = face = cast(Face, widget)
            face.restore(self._kept.pop(name, {}))
        return self._made[name]

    @property
    def words(self) -> WordsFace:
        """The face of tables of words."""
        return cast("WordsFace", self.face_called("words"))

    @property
    def passages(self) -> PassagesFace:
        """The face of whole passages."""
        return cast("PassagesFace", self.face_called("passages"))

    @property
    def concordance(self) -> ConcordanceFace:
        """The face of lines."""
        return cast("ConcordanceFace", self.face_called("concordance"))

    def show_face(self, name: str) -> None:
        """Bring the face with this id forward, and give it the keys where it was not there yet."""
        at = next(number for number, spec in enumerate(FACES) if spec.id == name)
        if at == self.tabs.currentIndex():
            self.face.take_focus()
        self.tabs.setCurrentIndex(at)

    def search(self, query: str) -> None:
        """Look for this at once, in the face in front if it answers to the box, else in the first."""
        with QSignalBlocker(self.field):
            self.field.setText(query)
        if not self.spec.box:
            self.show_face(FACES[0].id)
        self._recall.note(query.strip(), self.scope.value)
        self._ask()

    def arrived(self) -> None:
        """The place has come into sight: ready for typing, or for going on in the list."""
        self.scope.offer(self._session.library)
        self._show_face()
        widget = cast(QWidget, self.face)
        focus = self.window().focusWidget()
        if not self.spec.box:
            self.face.take_focus()
        elif focus is None or not widget.isAncestorOf(focus):
            self.field.use(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        """What is looked for where, which face is in front, and how each is."""
        faces = {name: face.state() for name, face in self._made.items()}
        return {
            "query": self.field.text(),
            "scope": self.scope.kept,
            "face": self.spec.id,
            "faces": {**self._kept, **faces},
            **self._recall.state(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Look for what state() told of, once the place comes into sight."""
        query, faces = state.get("query"), state.get("faces")
        with QSignalBlocker(self.field):
            self.field.setText(query if isinstance(query, str) else "")
        self.scope.want(state.get("scope"))
        self._recall.restore(state)
        self.scope.offer(self._session.library)
        for name, kept in (faces if isinstance(faces, dict) else {}).items():
            if isinstance(kept, dict) and name in self._made:
                self._made[name].restore(kept)
            elif isinstance(kept, dict):
                self._kept[name] = kept
        names = [spec.id for spec in FACES]
        if state.get("face") in names:
            self.tabs.setCurrentIndex(names.index(str(state["face"])))

    def offer(self) -> Offer | str:
        """What the face in front shows; or why there is nothing to export."""
        return self.face.offer()

    # Asking

    def _ask(self) -> None:
        """Ask the face in front what stands in the box now."""
        self._typing.stop()
        self._problem.hide()
        self._instead = ""
        if self.spec.box:
            asked = Asked(self.field.text().strip(), self.scope.documents)
            self._doubt.setText(" ".join(mistakes(asked.query)))
            self._doubt.setVisible(bool(self._doubt.text()))
            self._asked[self.spec.id] = asked
            self.face.ask(asked)

    def _show_face(self) -> None:
        """Bring the face in front into sight, up to date; what was wrong with a query is said by the one asked."""
        face, spec = self.face, self.spec
        self._stack.setCurrentWidget(cast(QWidget, face))
        self._box.setVisible(spec.box)
        self._session.actions.narrow(SEARCH, frozenset(_ALWAYS) | frozenset(face.answers))
        if spec.box and self._asked.get(spec.id) != Asked(self.field.text().strip(), self.scope.documents):
            self._ask()
        face.arrived()

    def _on_tab(self) -> None:
        self._way_back.come(self.spec.id)
        self._show_face()
        if not self.tabs.hasFocus():
            self.face.take_focus()

    def _answer(self, action: str) -> None:
        if (does := self.face.answers.get(action)) is not None:
            does()

    def _on_refused(self, error: UserError) -> None:
        said = f"{error.problem} {error.advice}"
        if isinstance(error, NotUnderstood) and error.instead and not self._instead:
            self._instead = error.instead
            meanwhile = tr("Meanwhile this is searched: {query}", query=one_line(error.instead))
            said = f"{said} {meanwhile}"
            self.face.ask(Asked(error.instead, self.scope.documents))
        self._problem.setText(said)
        self._problem.show()
        self._doubt.hide()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._problem.text()))

    def _on_library_changed(self, change: LibraryChange) -> None:
        if change.only_said:
            return
        self.scope.offer(self._session.library)
        self._look_again()

    def _look_again(self) -> None:
        """What was found may be different: asked again soon, or when the place comes into sight."""
        self._asked.clear()
        if self.isVisible():
            self._typing.start()

    def _show_places(self, query: str, document: str) -> None:
        """Bring forward the lines of a query, in this manifesto alone where one is named."""
        self._way_back.leave(self.spec.id, query)
        if document:
            self.scope.choose(document)
        self.show_face("concordance")
        self.search(query)

    def _keep_as_topic(self) -> None:
        if (query := self.field.text().strip()) and self._problem.isHidden():
            self.topic_wished.emit(query)
        else:
            self._session.say(tr("Search for something first: a topic can then be made of it."))

    def _save(self) -> None:
        """Save what is searched, or save it no longer."""
        query = self.field.text().strip()
        if not query:
            self._session.say(tr("Search for something first: the search can then be saved."))
        elif self._recall.save(query, self.scope.value):
            self._session.say(tr("Saved. Alt+Down shows all saved and earlier searches."))
        else:
            self._session.say(tr("The search is no longer saved."))

    def _ask_what_to_recall(self) -> None:
        if not (self._recall.saved or self._recall.earlier):
            self._session.say(tr("Nothing has been searched yet."))
            return
        library = self._session.library
        names = {one.id: one.name for one in library.sets()} | {one.id: one.name for one in library.documents()}
        self._recall.ask(self, names, self._search_again)

    def _search_again(self, query: str, scope: str) -> None:
        self.scope.want(scope)
        self.scope.choose(scope)
        self.search(query)
        self.face.take_focus()

    def _show_examples(self) -> None:
        """Show what can be typed; what is chosen is put into the box."""
        choices = [Choice(typed, typed, meaning) for typed, meaning in examples()]
        choose(self, tr("What can be typed"), choices, lambda chosen: self._try(chosen[0]))

    def _try(self, example: str) -> None:
        self.field.setText(example)
        self._go_to_field()

    def _go_to_face(self) -> None:
        self._recall.note(self.field.text().strip(), self.scope.value)
        if self._typing.isActive() or self.spec.id not in self._asked:
            self._ask()
        self.face.take_focus()

    def _go_to_field(self) -> None:
        self.field.use(Qt.FocusReason.ShortcutFocusReason)

    # Making

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.field, 1)
        row.addWidget(self.scope)
        row.addWidget(self._earlier)
        row.addWidget(self._examples)
        row.addStretch()
        head = QVBoxLayout(self._box)
        head.setContentsMargins(THREE, STEP, THREE, STEP)
        head.setSpacing(HALF)
        head.addLayout(row)
        head.addWidget(self._problem)
        head.addWidget(self._doubt)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(TWO - STEP, HALF, TWO, 0)
        tabs.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(tabs)
        layout.addWidget(self._box)
        layout.addWidget(self._beside, 1)

    def _give_way(self) -> None:
        """Where there is little room the box has it: keys and menus have what the buttons do."""
        roomy = self.width() >= _ROOMY * max(1.0, theme.tokens().scale)
        self._earlier.setVisible(roomy)
        self._examples.setVisible(roomy)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _: self._on_tab())
        self.field.textChanged.connect(lambda _: self._typing.start())
        self.field.left.connect(self._go_to_face)
        self.scope.chosen.connect(self._ask)
        self._earlier.clicked.connect(self._ask_what_to_recall)
        self._examples.clicked.connect(self._show_examples)
        self.scope.picked.connect(lambda: self.face.take_focus())
        self._typing.timeout.connect(self._ask)
        self._around.passage_activated.connect(self.passage_activated)
        self._around.topic_wished.connect(self.topic_wished)
        self._around.query_wished.connect(self.search)
        self._around.places_wished.connect(self._show_places)
        self._around.refused.connect(self._on_refused)
        self._around.left_upwards.connect(self._go_to_field)
        self._around.look_again_wished.connect(self._typing.start)
        for beside in (self.plan, self.codebook):
            beside.closed.connect(lambda: self.face.take_focus())
        self._session.library_changed.connect(self._on_library_changed)
        theme.changed.connect(self._give_way)
        self._session.import_ended.connect(self._look_again)
        actions = self._session.actions
        actions.connect("search.field", self._go_to_field)
        actions.connect("search.save", self._save)
        actions.connect("search.recall", self._ask_what_to_recall)
        actions.connect("search.examples", self._show_examples)
        actions.connect("search.keep-topic", self._keep_as_topic)
        for face in FACES:
            actions.connect(f"search.{face.id}", partial(self.show_face, face.id))
        answer(self._session, SEARCH, lambda: self.face.passage, self.examples_wished.emit)
        for spec in actions_of(SEARCH):
            if spec.id not in _ALWAYS:
                actions.connect(spec.id, partial(self._answer, spec.id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()
