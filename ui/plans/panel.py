"""The panel "Collected": a list of quotations in order, each with its citation and a sentence of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.edits import Edit
from reader.home import Home
from reader.library import collecting
from reader.library.collected import Collection, Evidence, collections, evidence
from reader.library.library import Library
from ui.passages.line import PassageLine, Target
from ui.passages.view import PassageList
from ui.plans.exporting import as_markdown, place
from ui.plans.list_choice import ListChoice
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.collecting import chosen_list
from ui.shared.editing import edit_current
from ui.shared.saving import ask_and_save, save_as
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import TWO

_EMPTY = (
    "What you collect stands here in order, with its citation and room for a sentence of your own. "
    "Press K on a passage in Compare, Search or Read."
)
_HINT = "F2: a sentence of your own"
_LOST = "These words were not found again when the manifesto was read anew."
_NEW = "New list"
_ALT = Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


class CollectedPanel(Surface):
    """Shows the list that is being collected in, whatever the comparison is about."""

    passage_activated = Signal(str, str)  # document, block

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._wants_focus = False
        self._evidence: tuple[Evidence, ...] = ()
        self.choice = ListChoice()
        self.list = PassageList(session, "Collected passages", movable=True)
        del self.list.keys[(Qt.Key.Key_K, _PLAIN)]
        self.list.keys |= {
            (Qt.Key.Key_F2, _PLAIN): ("Write a sentence", self.write),
            (Qt.Key.Key_Up, _ALT): ("Move up", lambda: self._move(-1)),
            (Qt.Key.Key_Down, _ALT): ("Move down", lambda: self._move(1)),
            (Qt.Key.Key_Delete, _PLAIN): ("Take out of the list", self.take_out),
        }
        self.list.let_drag()
        self._note = Text(_EMPTY, Role.SECONDARY).wrapped()
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._note.setContentsMargins(TWO, TWO, TWO, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.choice)
        column.addWidget(self._stack, 1)
        self._stale = True
        self._coming = QTimer(self)
        self._coming.setSingleShot(True)
        self._coming.setInterval(0)
        self._coming.timeout.connect(self.reload)
        self._connect()

    def _connect(self) -> None:
        self.list.passage_activated.connect(self.passage_activated)
        self.list.lines.own_written.connect(self._keep_sentence)
        self.list.lines.move_wished.connect(self._move_before)
        self.choice.chosen.connect(self._choose)
        self.choice.renamed.connect(self._rename)
        self.choice.make_wished.connect(self._make)
        self.choice.delete_wished.connect(self._delete)
        self.choice.save_wished.connect(self._save)
        self.choice.copy_wished.connect(self._copy)
        self._session.edit_applied.connect(self._hear)
        self._session.library_changed.connect(self._hear)

    # What the host asks of a panel

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for."""
        return not self._coming.isActive() and (self._task is None or not self._task.waiting)

    def show_subject(self, subject: object) -> None:  # noqa: ARG002  # the list is the same for every subject
        """Read the list where it may have changed out of sight."""
        if self._stale:
            self.reload()

    def take_focus(self) -> None:
        """Give the keys to the list once it has been read, or to the choice of lists where it is empty."""
        self._wants_focus = True
        if self.settled:
            self._focus()

    def _focus(self) -> None:
        self._wants_focus = False
        target = self.list if self._evidence else self.choice.box
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def said(self) -> str:
        """The sentence that stands in the place of an empty list; "" for others."""
        return self._note.text() if self._stack.currentWidget() is self._note else ""

    def _hear(self) -> None:
        """Something has changed, of which an edit tells twice: read the list once, or when it is seen again."""
        self._stale = True
        if self.isVisible():
            self._coming.start()

    def reload(self) -> None:
        """Read the list anew; the latest question only."""
        self._stale = False
        self._coming.stop()
        if self._task is not None:
            self._task.forget()
        chosen, home = chosen_list(self._session), self._session.home
        self.choice.show_lists(self._session.library.read(collections), chosen)
        self._task = self._session.run(lambda: _read(home, chosen), self._show)

    def _show(self, found: tuple[Evidence, ...]) -> None:
        self._wants_focus |= self.list.hasFocus() and not found
        self._evidence = found
        self.list.show_lines(tuple(_line(one) for one in found))
        self._stack.setCurrentWidget(self.list if found else self._note)
        if self._wants_focus:
            self._focus()

    # What people do with a quotation

    def write(self) -> None:
        """Write one's own sentence where it stands."""
        edit_current(self.list)

    def take_out(self) -> None:
        """Take the quotation in use out of the list."""
        line = self.list.line
        if line is not None and self._apply(lambda: collecting.take_out(self._session.library, [line.id])):
            self._session.say("Taken out of the list.", undo=True)

    def _keep_sentence(self, item: str, sentence: str) -> None:
        self._apply(lambda: collecting.write_sentence(self._session.library, item, sentence))

    def _move(self, by: int) -> None:
        row = self.list.currentIndex().row()
        if row >= 0 and 0 <= row + by < len(self._evidence):
            self._move_before(row, row + by + (by > 0))

    def _move_before(self, row: int, before: int) -> None:
        order = [one.item.id for one in self._evidence]
        moving = order[row]
        following = order[before] if before < len(order) else None
        order.remove(moving)
        order.insert(order.index(following) if following is not None else len(order), moving)
        self._apply(lambda: collecting.order_collected(self._session.library, order))

    # What people do with the list

    def _choose(self, collection: str) -> None:
        self._session.settings.change(collection=collection)
        self.reload()

    def _make(self) -> None:
        library = self._session.library
        names = {one.name.casefold() for one in library.read(collections)}
        name = next(
            name for name in (_NEW, *(f"{_NEW} {number}" for number in range(2, 1000))) if name.casefold() not in names
        )
        edit = self._apply(lambda: collecting.make_collection(library, name))
        if edit is not None:
            self._choose(edit.changes[0].id)
            self.choice.rename()

    def _rename(self, name: str) -> None:
        chosen = chosen_list(self._session)
        if chosen is not None:
            self._apply(lambda: collecting.rename_collection(self._session.library, chosen.id, name))

    def _delete(self) -> None:
        chosen = chosen_list(self._session)
        if chosen is not None and self._apply(lambda: collecting.delete_collection(self._session.library, chosen.id)):
            self._session.say(f"Deleted the list “{chosen.name}”.", undo=True)

    def _save(self) -> None:
        chosen = chosen_list(self._session)
        if chosen is not None:
            ask_and_save(self, "Save the list", f"{chosen.name}.md", "Markdown (*.md)", self.save)

    def save(self, path: Path) -> None:
        """Write the list to this file as Markdown."""
        chosen = chosen_list(self._session)
        if chosen is not None:
            save_as(self._session, path, lambda: as_markdown(chosen, self._evidence))

    def _copy(self) -> None:
        chosen = chosen_list(self._session)
        if chosen is not None:
            QGuiApplication.clipboard().setText(as_markdown(chosen, self._evidence))
            self._session.say("Copied as Markdown.")

    def _apply(self, make: Callable[[], Edit]) -> Edit | None:
        """The edit, made and applied; None where nothing changed."""
        edit = self._session.attempt(make, self)
        return edit if edit is not None and edit.changes else None


def _read(home: Home, chosen: Collection | None) -> tuple[Evidence, ...]:
    if chosen is None:
        return ()
    with Library.open(home) as library:
        return tuple(library.read(lambda connection: evidence(connection, chosen.id)))


def _line(one: Evidence) -> PassageLine:
    document, block = one.document, one.block
    said = [part for part in (document.called if document.called != document.name else "", document.year) if part]
    where = ", ".join([*said, place(one)] if place(one) else said)
    target = Target(document.id, block.id, one.spans[0][0], one.spans[-1][1]) if block is not None else None
    return PassageLine(
        one.item.id,
        document.name,
        where if block is not None else f"{where}. {_LOST}",
        one.words,
        own=one.item.sentence,
        hint=_HINT,
        colour=document.colour,
        target=target,
    )
