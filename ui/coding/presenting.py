"""Shows a unit and what is said of it: by the coder at work, and, where one does not code blind, by all others."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.library.units import PlacedUnit, UnitState
from reader.wording import tr
from ui.annotating.annotating import Annotating
from ui.coding.code_keys import code_keys
from ui.coding.context import Context, Contexts
from ui.coding.course import Course, place_of
from ui.coding.desk import Desk
from ui.coding.saying import others_said, own_codings, own_said, program_said, progress_said, proposals
from ui.manifesto.marks import Marks
from ui.session.background import Task
from ui.session.shown_coders import shown_coder
from ui.theme.words import one_line

_LONGEST_NAME = 60


class Presenting(QObject):
    """Keeps the manifesto at hand. `blind`: nothing is shown of others or of the program."""

    def __init__(self, annotating: Annotating, desk: Desk) -> None:
        super().__init__(desk)
        self._annotating = annotating
        self._session = annotating.session
        self._desk = desk
        self._contexts: Contexts | None = None
        self._context: Context | None = None
        self._looking: Task | None = None
        self._proposed: tuple[str, dict[str, tuple[str, ...]]] = ("", {})
        self._shown: Course | None = None
        self.blind = True

    @property
    def settled(self) -> bool:
        """Whether what the program finds is there, where it is shown."""
        return self._looking is None

    @property
    def digits(self) -> bool:
        """Whether codes are typed as digits."""
        return self._desk.panel.picker.finder.digits

    def forget(self) -> None:
        """Manifestos may have been read again."""
        self._contexts = None
        self._proposed = ("", {})

    def show_unit(self, course: Course) -> bool:
        """Show the unit at hand; False where its manifesto is gone."""
        unit = course.unit
        if unit is None or not self._open(unit.unit.document) or self._contexts is None:
            return False
        context = self._context = self._contexts.of(place_of(unit))
        desk = self._desk
        document = self._contexts.document
        called = dict.fromkeys((document.name, document.called))
        desk.manifesto.setText(one_line(": ".join(filter(None, called)), _LONGEST_NAME))
        page = tr("p. {label}", label=context.page) if context.page else ""
        desk.where.say(" · ".join(filter(None, (page, context.section))))
        desk.lost.setVisible(not context.parts)
        said = tr(
            "Unit {number} of {units}. {state}. {words}",
            number=course.at + 1,
            units=len(course.units),
            state=own_said(course.state, own_codings(self._annotating, unit)),
            words=context.words,
        )
        desk.unit.show_unit(context, said)
        self.show_sayings(course)
        return True

    def show_sayings(self, course: Course) -> None:
        """What was said of the unit, by whom it may be seen, and how far one is."""
        unit = course.unit
        if unit is None or self._context is None:
            return
        self._shown = course
        annotating, desk = self._annotating, self._desk
        mine = annotating.coder.id
        codings = annotating.all_codings(unit.unit.document)
        others = not self.blind
        shown = shown_coder(annotating.session)
        seen = [one for one in codings if one.coder.id == mine or (others and shown in ("", one.coder.id))]
        desk.unit.show_marks(Marks(self._context.manifesto, seen, annotating.codebook))
        own = own_codings(annotating, unit)
        desk.panel.say(own_said(course.state, own), self._said_before(course), self._said_by_others(unit))
        desk.panel.show_codes(
            code_keys(annotating.codebook, annotating.recent.slots(), digits=self.digits),
            frozenset(one.code.id for one in own if one.code is not None),
            digits=self.digits,
            removable=course.state is not UnitState.UNSEEN,
        )
        desk.progress.setText(progress_said(course.progress))
        self._offer(course)

    def _open(self, document: str) -> bool:
        if self._contexts is None or self._contexts.document.id != document:
            found = self._session.library.document(document)
            if found is None:
                return False
            self._contexts = Contexts(found, self._session.library.blocks(document, first_pieces=True))
        return True

    def _said_before(self, course: Course) -> str:
        if not course.at:
            return ""
        before = course.units[course.at - 1]
        said = own_said(course.state_of(course.at - 1), own_codings(self._annotating, before))
        return tr("The unit before: {said}", said=said)

    def _said_by_others(self, unit: PlacedUnit) -> list[str]:
        if self.blind:
            return []
        document, found = self._proposed
        if document != unit.unit.document:
            found = {}
            self._look(unit.unit.document)
        return [*others_said(self._annotating, unit), *filter(None, [program_said(found, unit)])]

    def _look(self, document: str) -> None:
        """See in the background what the program finds in this manifesto."""
        if self._looking is not None:
            self._looking.forget()
        home, topics = self._session.home, tuple(self._session.topics)

        def done(found: dict[str, tuple[str, ...]]) -> None:
            self._looking = None
            self._proposed = (document, found)
            if self._shown is not None:
                self.show_sayings(self._shown)

        self._looking = self._session.run(lambda: proposals(home, topics, document), done)

    def _offer(self, course: Course) -> None:
        """Which of the edits of units can be made."""
        actions, locked = self._session.actions, course.scheme.locked
        actions.allow("coding.split", not locked)
        actions.allow("coding.join", not locked and course.at + 1 < len(course.units))
        actions.allow("coding.lock", not locked)
        self._desk.look_at_buttons()
        second = not locked and course.scheme.coder.id != self._annotating.coder.id
        said = tr("The units are locked.") if locked else ""
        self._desk.warn(tr("Lock the units before a second coder starts.") if second else said)
