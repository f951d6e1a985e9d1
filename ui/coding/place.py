"""Coding mode: unit after unit of a scheme, coded by keys, on to the next by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.edits import Edit
from reader.library.units import PlacedUnit, UnitMark, UnitState
from reader.wording import tr
from ui.annotating.annotating import annotating
from ui.coding.acts import Acts
from ui.coding.beginning import begin
from ui.coding.code_keys import code_keys
from ui.coding.course import Course, Loaded, load
from ui.coding.desk import Desk
from ui.coding.presenting import Presenting
from ui.coding.saying import ended_said
from ui.coding.unit_view import Keys
from ui.session.background import Task
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.theme.parts import Surface


class CodingPlace(Surface):
    """Shows the unit at hand. What is said of it is an edit of its own, on the disk before it is shown."""

    wished = Signal()  # units are there to be coded: show this place
    passage_activated = Signal(str, str)  # document and block
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Coding"))
        self._session = session
        self._annotating = annotating(session)
        self._acts = Acts(self._annotating)
        self._course: Course | None = None
        self._loading: Task | None = None
        self._wanted = ("", "")  # scheme and unit to be shown once they are loaded
        self._changed: list[int] = []
        self._saying = False  # what is said is shown once it has been said
        self.desk = Desk(session.actions, self._annotating, self._keys)
        self._presenting = Presenting(self._annotating, self.desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        self._connect()
        self._connect_actions()
        self._show()

    # What the window asks for

    @property
    def settled(self) -> bool:
        """Whether the units that were chosen are shown, and what is said of them."""
        return self._loading is None and self._presenting.settled

    @property
    def course(self) -> Course | None:
        """The units that are being coded."""
        return self._course

    def begin(self, document: str = "") -> None:
        """Ask what is to be coded, this manifesto (id) before all others; or go on with what was begun."""
        begin(self, self._session, document, self.open)

    def open(self, scheme: str) -> None:
        """Code the units of this scheme (id), from the first unseen one on."""
        self._course, self._wanted = None, (scheme, "")
        self._load()
        self.wished.emit()

    def go_to(self, number: int) -> None:
        """Show the unit with this number, from 0."""
        if self._course is not None and 0 <= number < len(self._course.units):
            self._course.at = number
            self._show_unit()

    def arrived(self) -> None:
        """The place has come into sight."""
        if self._course is None and self._wanted[0] and self._loading is None:
            self._load()
        self._take_keys()

    def state(self) -> dict[str, Any]:
        """Which unit of which scheme is at hand, and whether one codes blind."""
        scheme, unit = self._wanted
        if self._course is not None:
            here = self._course.unit
            scheme, unit = self._course.scheme.id, here.unit.id if here else ""
        return {"scheme": scheme, "unit": unit, "blind": self._presenting.blind}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Be again as `state` says once this is shown."""
        self._wanted = (str(state.get("scheme", "")), str(state.get("unit", "")))
        self._presenting.blind = state.get("blind") is not False
        self._session.actions.action("coding.blind").setChecked(self._presenting.blind)

    # Loading

    def _load(self) -> None:
        """Read the units in the background; what is asked for last wins."""
        if self._loading is not None:
            self._loading.forget()
        home, scheme, coder = self._session.home, self._wanted[0], self._session.library.coder
        self._loading = self._session.run(lambda: load(home, scheme, coder), self._take)

    def _take(self, loaded: Loaded | None) -> None:
        self._loading = None
        before = self._course.unit if self._course is not None else None
        unit = before.unit.id if before is not None else self._wanted[1]  # people went on meanwhile
        self._course = Course(loaded) if loaded is not None else None
        self._presenting.forget()
        if self._course is None:
            self._wanted = ("", "")
        else:
            number = self._course.number_of(unit) if unit else None
            if number is not None:
                self._course.at = number
            elif not self._course.seek(UnitState.UNSEEN, here=True):
                self._course.at = 0
        self._show()
        self._take_keys()

    def _reload(self) -> None:
        """Read all units again, and stay where one is."""
        if self._course is not None:
            here = self._course.unit
            self._wanted = (self._course.scheme.id, here.unit.id if here else "")
            self._load()

    # Saying something of the unit, and going on

    def _code(self, code: str) -> None:
        self._say(lambda unit: self._acts.code(unit, code))

    def _new_code(self, name: str) -> None:
        self._say(lambda unit: self._acts.new_code(unit, name))

    def _no_code(self) -> None:
        self._say(lambda unit: self._acts.mark(unit, UnitMark.NO_CODE))

    def _unsure(self) -> None:
        """Mark the unit, or take the mark off it, and stay in that case."""
        if self._course is not None and self._course.state is UnitState.UNSURE:
            self._say(lambda unit: self._acts.mark(unit, None), on=False)
        else:
            self._say(lambda unit: self._acts.mark(unit, UnitMark.UNSURE))

    def _last(self) -> None:
        if self._annotating.recent.last:
            self._code(self._annotating.recent.last)

    def _clear(self) -> None:
        self._say(self._acts.clear, on=False)

    def _say(self, act: Callable[[PlacedUnit], Edit | None], *, on: bool = True) -> None:
        """Do this with the unit as soon as the coder at work has a name; where it was done, go on."""
        unit = self._course.unit if self._course is not None else None
        if unit is None:
            return
        if not self._annotating.coder.confirmed:
            self._take_keys()  # what finds a code is about to be hidden, and would hand the keys on to the question
            self.desk.panel.ask(lambda: self._say(act, on=on))
            return
        self._saying = True
        try:
            done = act(unit)
        finally:
            self._saying = False
        self._take_keys()
        if done is not None and on:
            self._go_on()
        else:
            self._show_sayings()

    def _go_on(self) -> None:
        if self._course is None:
            return
        if self._course.step(forward=True):
            self._show_unit()
        else:
            self._show_sayings()
            self._session.say(ended_said(self._course.progress))

    def _step(self, *, forward: bool) -> None:
        if self._course is not None and self._course.step(forward=forward):
            self._show_unit()
        elif self._course is not None and forward:
            self._session.say(ended_said(self._course.progress))
        self._take_keys()

    def _seek(self, state: UnitState) -> None:
        if self._course is None:
            return
        if self._course.seek(state):
            self._show_unit()
        elif self._course.state is not state:
            self._session.say(tr("No unit is unseen.") if state is UnitState.UNSEEN else tr("You are unsure of none."))
        self._take_keys()

    # Editing units

    def _split(self) -> None:
        unit, caret = self._course.unit if self._course is not None else None, self.desk.unit.caret
        if unit is not None and caret is not None:
            self._acts.split(unit, *caret)

    def _join(self) -> None:
        course = self._course
        if course is not None and course.unit is not None and course.at + 1 < len(course.units):
            self._acts.join(course.unit, course.units[course.at + 1])

    def _lock(self) -> None:
        if self._course is not None and self._acts.lock(self._course.scheme.id) is not None:
            self._session.say(tr("The units are locked: nobody can split or join them."), undo=True)

    def _be_blind(self, blind: bool) -> None:
        self._presenting.blind = blind
        self._show_sayings()

    def _read(self) -> None:
        unit = self._course.unit if self._course is not None else None
        if unit is not None and unit.spans:
            self.passage_activated.emit(unit.unit.document, unit.spans[0].block)

    # Keys

    def _keys(self) -> Keys:
        if self.desk.panel.asking:  # what is typed meanwhile is no answer, and no code for another unit
            return {"Escape": self._take_keys}
        actions = {
            "Down": "next",
            "Up": "previous",
            "Ctrl+Down": "unseen",
            "Ctrl+Shift+Down": "next-unsure",
            "Space": "find",
            "Escape": "leave",
            "?": "unsure",
            "x": "no-code",
            "q": "last",
            "u": "remove",
        }
        single = self._session.settings.now.single_keys
        keys: dict[str, Callable[[], object]] = {
            key: self._session.actions.action(f"coding.{name}").trigger
            for key, name in actions.items()
            if single or len(key) > 1
        }
        recent = self._annotating.recent.slots()
        for number, code in enumerate(recent, 1):
            keys[f"Alt+{number}"] = partial(self._code, code)
        if single:
            found = code_keys(self._annotating.codebook, recent, digits=self._presenting.digits)
            keys |= {key: partial(self._code, code.id) for key, code in found.items()}
        return keys

    @Slot(str)
    def _begin_finding(self, typed: str) -> None:
        if not self.desk.panel.asking:
            self.desk.panel.pick(typed)

    @Slot()
    def _take_keys(self) -> None:
        """The keys are the unit's again."""
        self.desk.panel.rest()
        if self.isVisible():
            (self.desk.unit if self._course is not None else self.desk.empty).setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def _show(self) -> None:
        """Show the unit at hand, or why there is none."""
        if self._course is not None and self._course.unit is not None:
            self.desk.show_work()
            self._show_unit()
            return
        self.desk.show_nothing()

    def _show_unit(self) -> None:
        if self._course is not None and not self._presenting.show_unit(self._course):
            self._reload()

    @Slot()
    def _show_sayings(self) -> None:
        if self._course is not None:
            self._presenting.show_sayings(self._course)

    # Following

    @Slot(str)
    def _follow_marks(self, document: str) -> None:
        """What is said in this document is different, "" for any."""
        course, unit = self._course, self._course.unit if self._course is not None else None
        if course is None or unit is None:
            return
        self._changed = course.renew(self._session.library, document or unit.unit.document, units_too=False)
        if not document or self._loading is not None:  # what is being read may be from before
            self._reload()

    @Slot(object, object)
    def _follow_edit(self, edit: Edit, who: object) -> None:
        course, changed = self._course, self._changed
        self._changed = []
        if course is None:
            return
        tables = {change.table for change in edit.changes}
        if "schemes" in tables:
            scheme = next((one for one in self._session.library.schemes() if one.id == course.scheme.id), None)
            if scheme is None:
                self._course, self._wanted = None, ("", "")
                self._show()
                return
            course.scheme = scheme
        if "units" in tables:
            self._place_units(course, edit)
            self._show()
            if self._loading is not None:
                self._reload()  # what is being read may be from before
        elif who is None and self.isVisible() and changed:  # undone or done again: show of what
            course.at = changed[0]
            self._show_unit()
        elif not self._saying:
            self._show_sayings()

    def _place_units(self, course: Course, edit: Edit) -> None:
        rows = [change.after or change.before or {} for change in edit.changes if change.table == "units"]
        scheme = course.scheme.id  # what comes or goes names its scheme; other schemes are no matter
        documents = {str(row.get("document", "")) for row in rows if row.get("scheme", scheme) == scheme}
        here = course.unit.unit.document if course.unit is not None else ""
        for document in {one or here for one in documents} - {""}:
            course.renew(self._session.library, document, units_too=True)

    @Slot(object)
    def _follow_library(self, change: LibraryChange) -> None:
        """Manifestos may have been read again, removed or brought back."""
        self._presenting.forget()
        if not change.only_said:
            self._reload()

    # Making

    def _connect(self) -> None:
        desk = self.desk
        desk.unit.typed.connect(self._begin_finding)
        desk.panel.code_chosen.connect(self._code)
        desk.panel.new_wanted.connect(self._new_code)
        desk.panel.left.connect(self._take_keys)
        desk.panel.acts = {
            name: self._session.actions.action(f"coding.{name}").trigger
            for name in ("no-code", "unsure", "last", "remove", "find")
        }
        self._annotating.changed.connect(self._follow_marks)
        self._annotating.codebook_changed.connect(self._show_sayings)
        self._session.edit_applied.connect(self._follow_edit)
        self._session.library_changed.connect(self._follow_library)

    def _connect_actions(self) -> None:
        answers: dict[str, Callable[..., object]] = {
            "coding.key": self.desk.panel.pick,
            "coding.find": self.desk.panel.pick,
            "coding.no-code": self._no_code,
            "coding.unsure": self._unsure,
            "coding.last": self._last,
            "coding.remove": self._clear,
            "coding.next": lambda: self._step(forward=True),
            "coding.previous": lambda: self._step(forward=False),
            "coding.unseen": lambda: self._seek(UnitState.UNSEEN),
            "coding.next-unsure": lambda: self._seek(UnitState.UNSURE),
            "coding.split": self._split,
            "coding.join": self._join,
            "coding.lock": self._lock,
            "coding.blind": self._be_blind,
            "coding.read": self._read,
            "coding.leave": self.left.emit,
        }
        for name, slot in answers.items():
            self._session.actions.connect(name, slot)
        self._session.actions.action("coding.blind").setChecked(self._presenting.blind)
