"""A plan: which one it is, its parts in order, and how many of its words are the person's own. For any place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from index.exports.registry import Exportable
from index.sensitive import note_before
from index.topics.model import Topic
from reader.edits import Edit
from reader.library import collecting, lesson_edits, planning
from reader.library.collected import Collection, collections
from reader.library.plans import LessonItem, PartKind, extent
from reader.names import free_name
from reader.wording import tr
from ui.plans.foot import PlanFoot
from ui.plans.leaving import copy_as_markdown, exported
from ui.plans.lesson import PlanLesson
from ui.plans.lines import line_of
from ui.plans.notice_line import NoticeLine
from ui.plans.parts_view import PartsView
from ui.plans.plan_choice import PlanChoice
from ui.plans.reading import Parts, passages_of, read_plan
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.collecting import chosen_plan
from ui.shared.explained import explain
from ui.shared.offer import Offer
from ui.shared.sensitive import Passage
from ui.theme.parts import Line, Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO


class PlanPanel(Surface):
    """Shows the plan in use, whatever place it stands in or beside."""

    passage_activated = Signal(str, str)  # document, block
    lesson_wished = Signal(object, str)  # a Lesson to be presented, the id of its plan
    plans_read = Signal(object, object)  # every plan, and the one in use: Collection | None

    def __init__(self, session: Session, parent: QWidget | None = None, *, titled: bool = False) -> None:
        """A `titled` one lets nobody choose another plan: which there are stands beside it."""
        super().__init__(parent)
        explain(self, "plans")
        self._session = session
        self._titled = titled
        self._task: Task | None = None
        self._wants_focus = False
        self._waiting = False
        self._plan: Collection | None = None
        self._parts: Parts = ()
        self._notes: Mapping[str, str] = {}
        self.lesson = PlanLesson(session, self)
        self._speaking: frozenset[Passage] = frozenset()
        self.choice = PlanChoice(titled=titled)
        self.list = PartsView(session)
        self.extent = Text("", Role.SMALL)
        self._sensitive = Text("", Role.SECONDARY).wrapped()
        self._sensitive.setContentsMargins(TWO, 0, TWO, STEP)
        self._sensitive.hide()
        self.notice = NoticeLine(session.settings)
        self.notice.hide()
        self._note = Text(_empty(), Role.SECONDARY).wrapped()
        self._stack = QStackedWidget()
        self._foot = PlanFoot(presents=titled)
        self._stale = True
        self._asked = session.settings.now.collection
        self._coming = QTimer(self)
        self._coming.setSingleShot(True)
        self._coming.setInterval(0)
        self._coming.timeout.connect(self.reload)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._note.setContentsMargins(TWO, TWO, TWO, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._note)
        self.extent.setContentsMargins(TWO, 0, TWO, STEP)
        self._foot.begun.connect(self.begin)
        self._foot.quiz_wished.connect(self.begin_quiz)
        self._foot.present_wished.connect(self.present)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TWO if self._titled else 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.choice)
        column.addWidget(self.extent)
        column.addWidget(self._sensitive)
        column.addWidget(self.notice)
        column.addWidget(Line())
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self.list.passage_activated.connect(self.passage_activated)
        self.list.writing_ended.connect(self._go_on)
        self.list.removal_wished.connect(self.take_out)
        self.list.skip_wished.connect(self.skip)
        self.list.parts.noted.connect(self._keep_note)
        self.lesson.wished.connect(self.lesson_wished)
        self.notice.left.connect(self.take_focus)
        self.list.parts.written.connect(self._keep)
        self.list.parts.begun.connect(self._keep_new)
        self.list.parts.move_wished.connect(self._move_before)
        self.choice.chosen.connect(self.choose)
        self.choice.left.connect(self.take_focus)
        self.choice.renamed.connect(self._rename)
        self.choice.make_wished.connect(self.make)
        self.choice.delete_wished.connect(self.delete)
        self.choice.export_wished.connect(lambda: self._session.export_wished.emit(self.offer()))
        self.choice.copy_wished.connect(self._copy)
        self.choice.sheet_wished.connect(self.show_sheet)
        self.choice.advice_wished.connect(self.notice.write)
        self.choice.lesson_wished.connect(self.begin_lesson)
        self._session.parts_in_use.append(self._part_in_use)
        self._session.edit_applied.connect(self._hear)
        for told in (self._session.library_changed, self._session.topics_changed, self._session.import_ended):
            told.connect(self._hear)
        self._session.settings.changed.connect(self._hear_of_choice)
        self._session.closing.connect(self._coming.stop)

    # What the host asks of a panel

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for."""
        waiting = self._task is not None and self._task.waiting
        return not (self._coming.isActive() or waiting) and self.lesson.settled

    def show_subject(self, subject: object) -> None:  # noqa: ARG002  # the plan is the same for every subject
        """Read the plan where it may have changed out of sight."""
        if self._stale:
            self.reload()

    def take_focus(self) -> None:
        """Give the keys to the parts once they have been read, or to the choice of plans where there are none."""
        self._wants_focus = True
        if self.settled:
            self._focus()

    def _focus(self) -> None:
        self._wants_focus = False
        if self._parts and not self.list.in_use:
            self.list.use(len(self._parts) - 1)  # what is added next belongs at the end
        target = self.list if self._parts or self._titled else self.choice.box
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def note(self) -> str:
        """What is said before quotations that speak of violence; "" where none does."""
        return self._sensitive.text()

    @property
    def advice(self) -> str:
        """The sentence that stands in the place of an empty plan; "" for others."""
        return self._note.text() if self._stack.currentWidget() is self._note else ""

    def _hear(self) -> None:
        """Something has changed, of which an edit tells twice: read the plan once, or when it is seen again."""
        self._stale = True
        if self.isVisible():
            self._coming.start()

    def _hear_of_choice(self) -> None:
        if self._session.settings.now.collection != self._asked:
            self._hear()

    def reload(self) -> None:
        """Read the plan anew; the latest question only."""
        self._stale = False
        self._asked = self._session.settings.now.collection
        self._coming.stop()
        if self._task is not None:
            self._task.forget()
        chosen, home = chosen_plan(self._session), self._session.home
        plans = self._session.library.read(collections)
        self.choice.show_plans(plans, chosen)
        self.plans_read.emit(plans, chosen)
        topics = tuple(self._session.topics)
        self._task = self._session.run(lambda: read_plan(home, chosen, topics), lambda read: self._show(chosen, *read))

    def _show(
        self, plan: Collection | None, found: Parts, notes: Mapping[str, str], sensitive: frozenset[Passage]
    ) -> None:
        self._warn(found, sensitive)
        if self.list.writing:  # what is being written would be lost
            self._waiting = True
            return
        self._wants_focus |= self.list.hasFocus() and not found
        if plan != self._plan:
            self.list.show_lines(())
        self._plan, self._parts, self._notes = plan, found, notes
        topics = self._topics
        self.list.show_lines(tuple(line_of(one, topics, notes.get(one.id, "")) for one in found))
        words = extent(found)
        said = tr("Words: {own:,} yours, {quoted:,} quoted", own=words.own, quoted=words.quoted)
        self.extent.setText(said if found else "")
        self.extent.setVisible(bool(found))
        self._stack.setCurrentWidget(self.list if found else self._note)
        self._foot.allow(bool(found))
        if self._wants_focus:
            self._focus()

    def _warn(self, found: Parts, sensitive: frozenset[Passage]) -> None:
        """Say before the parts whether quotations among them speak of violence."""
        self._speaking = sensitive
        note = note_before(passages_of(found), sensitive)
        self._sensitive.setText(note)
        self._sensitive.setVisible(bool(note))
        shown = {one.item.topic for one in found if one.item is not None and one.kind is PartKind.ROW}
        speaking = any(topic.sensitive and topic.id in shown for topic in self._session.topics)
        self.notice.setVisible(self._titled and (bool(note) or speaking))

    def _go_on(self) -> None:
        """Nothing is written any more: show what has come meanwhile."""
        if self._waiting:
            self._waiting = False
            self.reload()
        elif not self.list.parts.lines:
            self._stack.setCurrentWidget(self._note)

    def _part_in_use(self) -> str:
        """The id of the part after which what is added belongs, "" where the plan is not in sight."""
        line = self.list.line if self.list.in_use and self.isVisible() else None
        return line.id if line is not None else ""

    # What people do with parts

    def begin(self, kind: PartKind, *, before: bool = False) -> None:
        """Write a new part beside the one in use."""
        self._stack.setCurrentWidget(self.list)
        self.list.begin(kind, before=before)

    def begin_quiz(self) -> None:
        """Offer the topics on which a quiz can ask, and put it after the part in use."""
        if self._plan is not None:
            at = self._foot.mapToGlobal(self._foot.rect().topLeft())
            self.lesson.offer_quiz(self._plan, self._parts, self._part_in_use(), at)

    def take_out(self) -> None:
        """Take the part in use out of the plan."""
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._parts):
            gone = self._parts[row]
            if self._apply(lambda: planning.remove_parts(self._session.library, [gone])):
                self._session.say(tr("Taken out of the plan."), undo=True)

    def skip(self) -> None:
        """Let a lesson pass over the part in use, or show it again: that judges nothing."""
        line = self.list.line
        if line is not None and line.can_be_skipped:
            skipped = not line.skipped
            if self._apply(lambda: lesson_edits.skip_items(self._session.library, [line.id], skipped=skipped)):
                self._session.say(tr("The lesson skips it.") if skipped else tr("The lesson shows it."), undo=True)

    def _keep_note(self, key: str, text: str) -> None:
        part, plan = next((one for one in self._parts if one.key == key), None), self._plan
        if part is not None and plan is not None:
            self._apply(lambda: lesson_edits.write_note(self._session.library, plan.id, part, text))

    def _keep(self, key: str, text: str) -> None:
        part = next((one for one in self._parts if one.key == key), None)
        library = self._session.library
        if part is None:
            return
        if part.quoted is not None:
            item = part.quoted.item.id
            self._apply(lambda: collecting.write_sentence(library, item, text))
        elif text.strip() and part.item is not None:
            if text.strip() != part.item.written:
                title, _, words = text.strip().partition("\n")
                self._apply(lambda: lesson_edits.write_slide(library, part.id, title, words))
        elif text.strip():
            self._apply(lambda: planning.write_part(library, part.id, text))
        else:
            self._apply(lambda: planning.remove_parts(library, [part]))

    def _keep_new(self, row: int, kind: str, text: str) -> None:
        library, now, plan = self._session.library, self._parts, self._plan

        def made() -> Edit:
            if kind == PartKind.SLIDE:
                title, _, words = text.strip().partition("\n")
                slide, before = LessonItem(title=title, text=words), now[row - 1].id if row else ""
                return lesson_edits.add_items(library, plan.id if plan else "", [(PartKind.SLIDE, slide)], before)[0]
            if plan is not None:
                return planning.add_part(library, plan.id, now, row, PartKind(kind), text)
            begun = collecting.make_collection(library, collecting.FIRST_PLAN)
            part = planning.add_part(library, begun.changes[0].id, (), 0, PartKind(kind), text)
            return Edit(part.label, (*begun.changes, *part.changes))

        if self._apply(made) is None:
            self.reload()

    def _move_before(self, row: int, before: int) -> None:
        plan, order = self._plan, list(self._parts)
        if plan is None or row >= len(order):  # what is being written is no part yet
            return
        order.insert(before - (before > row), order.pop(row))
        self._apply(lambda: planning.order_parts(self._session.library, plan.id, order))

    # What people do with the plan

    def choose(self, plan: str) -> None:
        """Go on with the plan with this id."""
        self._session.settings.change(collection=plan)
        self.reload()

    def make(self) -> None:
        """Begin another plan, and let its name be typed."""
        library = self._session.library
        name = free_name(tr("New plan"), (one.name for one in library.read(collections)))
        edit = self._apply(lambda: collecting.make_collection(library, name))
        if edit is not None:
            self.choose(edit.changes[0].id)
            self.choice.rename()

    def begin_lesson(self, ready: str) -> None:
        """Begin a plan as the ready lesson with this id."""
        from ui.plans.ready import begun, offered

        lesson = next(one for one in offered() if one.id == ready)
        if (edit := self._apply(lambda: begun(self._session.library, lesson))) is not None:
            self.choose(edit.changes[0].id)
            self._session.say(tr("“{title}” is a plan of yours now.", title=lesson.title), undo=True)

    def _rename(self, name: str) -> None:
        chosen = chosen_plan(self._session)
        if chosen is not None:
            self._apply(lambda: collecting.rename_collection(self._session.library, chosen.id, name))

    def delete(self) -> None:
        """Delete the plan in use."""
        chosen = chosen_plan(self._session)
        if chosen is not None and self._apply(lambda: collecting.delete_collection(self._session.library, chosen.id)):
            self._session.say(tr("Deleted the plan “{plan}”.", plan=chosen.name), undo=True)

    def present(self) -> None:
        """Have the plan presented as a lesson."""
        if (plan := self._with_parts()) is not None:
            self.lesson.present(plan)

    def show_sheet(self) -> None:
        """Show what the lesson of the plan shows."""
        if (plan := self._with_parts()) is not None:
            self.lesson.show_sheet(plan)

    def _with_parts(self) -> Collection | None:
        """The plan in use where there is anything in it; else it is said that there is not."""
        if self._plan is None or not self._parts:
            self._session.say(_nothing())
            return None
        return self._plan

    def offer(self) -> Offer | str:
        """The plan in use; or why there is nothing to export."""
        if self._plan is None or not self._parts:
            return _nothing()
        return Offer(tr("The plan"), self._exported(self._plan), lesson=self.lesson.offer(self._plan))

    def _exported(self, plan: Collection) -> Exportable:
        return exported(self._session, plan.name, self._parts, self._speaking)

    def _copy(self) -> None:
        if self._plan is not None:
            copy_as_markdown(self._session, self._exported(self._plan))

    @property
    def _topics(self) -> dict[str, Topic]:
        """The topics of now, by id: they name what a lesson shows."""
        return {topic.id: topic for topic in self._session.topics}

    def _apply(self, make: Callable[[], Edit]) -> Edit | None:
        """The edit, made and applied; None where nothing changed."""
        edit = self._session.attempt(make, self)
        return edit if edit is not None and edit.changes else None


def _empty() -> str:
    return tr(
        "The passages that you add stand here with their citations, in an order of your own, "
        "and you write between them. Press K on a passage in Compare, Search or Read to add it.\n\n"
        "A plan can be presented as a lesson: Shift+K in Compare adds a row with the manifestos that are shown, "
        "and S here a slide of your own."
    )


def _nothing() -> str:
    return tr("There is nothing in this plan yet: K adds a passage to it, Shift+K a row of the comparison.")
