"""What people do with named sets: make, fill, order, rename and delete them, each step one edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from reader.edits import Edit
from reader.library import edits
from reader.library.records import ManifestoSet
from reader.names import free_name
from ui.library.sets import SetTabs
from ui.session.session import Session
from ui.shared.menus import offer
from ui.theme.words import caption

_NEW = "New set"


class SetCommands(QObject):
    """Answers to the actions on sets. `selected` says which manifestos they speak of."""

    def __init__(self, session: Session, tabs: SetTabs, selected: Callable[[], Sequence[str]], place: QWidget) -> None:
        super().__init__(place)
        self._session = session
        self._tabs = tabs
        self._selected = selected
        self._place = place
        tabs.renamed.connect(self._rename)
        tabs.menu_wanted.connect(self._offer_menu)
        actions = session.actions
        actions.connect("library.new-set", self._make)
        actions.connect("library.add-to-set", self._offer_sets)
        actions.connect("library.leave-set", self._take_out)
        actions.connect("library.up", lambda: self._move(-1))
        actions.connect("library.down", lambda: self._move(1))
        actions.connect("library.rename-set", lambda: tabs.rename(tabs.currentIndex()))
        actions.connect("library.set-left", lambda: self._move_set(-1))
        actions.connect("library.set-right", lambda: self._move_set(1))
        actions.connect("library.delete-set", self._delete)

    def chosen(self) -> ManifestoSet | None:
        """The set that is shown, None while all manifestos are."""
        return self._set(self._tabs.chosen())

    def apply(self, make: Callable[[], Edit]) -> bool:
        """Make the edit and apply it as one of the place; whether anything changed."""
        edit = self._session.attempt(make, self._place)
        return edit is not None and bool(edit.changes)

    def _set(self, set_id: str) -> ManifestoSet | None:
        return next((each for each in self._session.library.sets() if each.id == set_id), None)

    def _make(self) -> None:
        library = self._session.library
        name = free_name(_NEW, (each.name for each in library.sets()))
        members = list(self._selected()) or [document.id for document in library.documents()]
        if self.apply(lambda: edits.make_set(library, name, members)):
            made = library.set_by_name(name)
            self._tabs.choose(made.id if made else "")
            self._tabs.rename(self._tabs.currentIndex())

    def _offer_sets(self) -> None:
        menu = QMenu("Add to set", self._place)
        for each in self._session.library.sets():
            if each.id != self._tabs.chosen():
                menu.addAction(caption(each.name), lambda each=each: self._add_to(each))
        if menu.isEmpty():
            self._session.say("There is no other set yet. Ctrl+N makes one of the selected manifestos.")
            return
        offer(menu, self._place.mapToGlobal(self._place.rect().center()))

    def _add_to(self, each: ManifestoSet) -> None:
        members = [*each.documents, *(name for name in self._selected() if name not in each.documents)]
        if self.apply(lambda: edits.change_set(self._session.library, each.id, members)):
            self._session.say(f"Added to “{each.name}”", undo=True)

    def _take_out(self) -> None:
        here = self.chosen()
        leaving = set(self._selected())
        if here is None or not leaving:
            return
        members = [document for document in here.documents if document not in leaving]
        if self.apply(lambda: edits.change_set(self._session.library, here.id, members)):
            self._session.say(f"Taken out of “{here.name}”", undo=True)

    def _move(self, step: int) -> None:
        here, moving = self.chosen(), list(self._selected())
        if here is not None and moving:
            members = moved(here.documents, moving, step)
            self.apply(lambda: edits.change_set(self._session.library, here.id, members))

    def _move_set(self, step: int) -> None:
        order = [each.id for each in self._session.library.sets()]
        if self._tabs.chosen():
            self.apply(lambda: edits.order_sets(self._session.library, moved(order, [self._tabs.chosen()], step)))

    def _rename(self, set_id: str, name: str) -> None:
        self.apply(lambda: edits.rename_set(self._session.library, set_id, name))

    def _delete(self) -> None:
        here = self.chosen()
        if here is not None and self.apply(lambda: edits.delete_set(self._session.library, here.id)):
            self._session.say(f"Deleted the set “{here.name}”", undo=True)

    def _offer_menu(self, set_id: str, point: QPoint) -> None:
        self._tabs.choose(set_id)
        menu = QMenu("Set", self._place)
        for name in ("rename-set", "set-left", "set-right", "delete-set"):
            menu.addAction(self._session.actions.action(f"library.{name}"))
        offer(menu, point)


def moved(order: Sequence[str], moving: Sequence[str], step: int) -> list[str]:
    """`order` with each of `moving` one place further (step 1) or back (step -1), as far as there is room."""
    result = list(order) if step < 0 else list(reversed(order))
    for place in range(1, len(result)):
        if result[place] in moving and result[place - 1] not in moving:
            result[place - 1], result[place] = result[place], result[place - 1]
    return result if step < 0 else list(reversed(result))
