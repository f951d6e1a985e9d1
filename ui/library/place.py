"""The Library place: the table of manifestos, its sets, and the files that could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from index.citations.works import first_doubted
from index.events import Progress
from reader.library import edits
from reader.library.records import Document
from ui.actions.offered import LIBRARY
from ui.library.checking import Checking
from ui.library.columns import has_guesses
from ui.library.correcting import correct
from ui.library.empty import EmptyLibrary
from ui.library.failures import FailureList
from ui.library.manifestos import Arranged, Manifestos
from ui.library.references import offer_references
from ui.library.set_commands import SetCommands
from ui.library.sets import TO_CHECK, SetTabs
from ui.library.table import ManifestoTable
from ui.session.session import Session
from ui.shared.highlights import take
from ui.shared.menus import offer
from ui.theme.parts import Line, Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, THREE, TWO

_ROW_MENU = (
    "open",
    "compare",
    "edit",
    "fill-down",
    "confirm",
    "colour",
    "take-highlights",
    "new-set",
    "add-to-set",
    "leave-set",
    "remove",
)


class LibraryPlace(Surface):
    """What is loaded and what is known of it. Shows what the library holds now, whoever changed it."""

    passage_activated = Signal(str, str)  # document, block ("" for none)
    comparison_wished = Signal(object)  # list[str]: these documents alone are to stand side by side

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Library")
        self._session = session
        self._read = 0
        self.tabs = SetTabs()
        self._manifestos = Manifestos(self)
        self.table = ManifestoTable(Arranged(self._manifestos, self))
        self.failures = FailureList()
        self._counts = Text("", Role.SMALL).wrapped()
        self.empty = EmptyLibrary(session.actions)
        self._confirm_all = QPushButton("Confirm all guesses")
        self._confirm_all.setObjectName("confirm-all")
        self._compare = QPushButton("Compare only these")
        self._compare.setObjectName("compare-these")
        self._sets = SetCommands(session, self.tabs, self.table.selected, self)
        self._checking = Checking(session, self.table, self._sets.apply, self)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def settled(self) -> bool:
        """Always: the table shows what the library holds."""
        return True

    def arrived(self) -> None:
        """Take the focus to the table; after manifestos were added, to those that are to be checked."""
        self.refresh()
        if self._session.unseen and not self._session.importing and not self.tabs.chosen():
            self.tabs.choose(TO_CHECK)
        self._see_added()
        (self.table if self._manifestos.documents else self.empty).setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        return {"set": self.tabs.chosen(), "table": self.table.arrangement()}

    def restore(self, state: Mapping[str, Any]) -> None:
        self.tabs.choose(str(state.get("set", "")))
        if isinstance(state.get("table"), dict):
            self.table.arrange(state["table"])

    def check(self, document: str) -> None:
        """Show the row of this document, with the field that a citation of it lacks or guesses in use."""
        found = self._session.library.document(document)
        if document not in self.table.shown():
            self.tabs.choose("")
        if found is not None and document in self.table.shown():
            self.table.use(document, first_doubted(found) or "title")

    @Slot()
    def refresh(self) -> None:
        """Show the library as it is now."""
        library = self._session.library
        documents = library.documents()
        to_check = self._checking.waiting(documents, here=self.tabs.chosen() == TO_CHECK)
        guessed = sum(map(has_guesses, to_check))
        self.tabs.show_sets(library.sets(), guessed if to_check else None)
        here = self._sets.chosen()
        if self.tabs.chosen() == TO_CHECK:
            documents = to_check
        if here is not None:
            by_id = {document.id: document for document in documents}
            documents = [by_id[name] for name in here.documents if name in by_id]
        selected = self.table.selected()
        self._manifestos.show_documents(documents)
        self.table.fit()
        self.table.select(selected)
        self.failures.show_files(library.failures())
        self._count()
        self.empty.speak_of(here)
        self._stack.setCurrentWidget(self._filled if documents else self.empty)
        self._offer_set_actions()

    @Slot(object)
    def _follow(self, progress: Progress) -> None:
        """Show what has been read at once, although it is not searchable yet."""
        if progress.done != self._read:
            self._read = progress.done
            self.refresh()

    def _lay_out(self) -> None:
        add_files, add_folder = QPushButton("Add files"), QPushButton("Add folder")
        add_files.setDefault(True)
        add_files.clicked.connect(self._session.actions.action("add-files").trigger)
        add_folder.clicked.connect(self._session.actions.action("add-folder").trigger)
        head = QHBoxLayout()
        head.setContentsMargins(STEP, STEP, THREE, 0)
        head.setSpacing(STEP)
        head.addWidget(self.tabs, 1)
        head.addWidget(add_folder)
        head.addWidget(add_files)
        self._filled = QWidget()
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(TWO, 0, TWO, 0)
        filled.setSpacing(0)
        filled.addWidget(self.table)
        below = QHBoxLayout()
        below.setContentsMargins(THREE, STEP, THREE, STEP)
        below.setSpacing(STEP)
        below.addWidget(self._counts, 1)
        below.addWidget(self._compare)
        below.addWidget(self._confirm_all)
        self._stack = QStackedWidget()
        # What the table can do without goes to the files that could not be read.
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._stack.addWidget(self._filled)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Line())
        layout.addSpacing(STEP)
        layout.addWidget(self._stack, 1)
        layout.addLayout(below)
        layout.addWidget(self.failures)

    def _connect(self) -> None:
        session, actions = self._session, self._session.actions
        session.library_changed.connect(self.refresh)
        session.document_failed.connect(self.refresh)
        session.import_progressed.connect(self._follow)
        for told in (session.document_added, session.already_there, session.document_failed):
            told.connect(lambda event: self._settle(event.path))
        session.import_ended.connect(self._settle)
        session.import_ended.connect(self._see_added)
        self.tabs.set_chosen.connect(self.refresh)
        self._manifestos.field_entered.connect(self._checking.correct)
        self.table.chosen.connect(self._count)
        self._confirm_all.clicked.connect(actions.action("library.confirm-all").trigger)
        self.table.document_activated.connect(lambda document: self.passage_activated.emit(document, ""))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer_menu)
        self.failures.retried.connect(session.add_files)
        self.failures.dismissed.connect(self._dismiss)
        self.failures.password_given.connect(self._open_protected)
        self._compare.clicked.connect(actions.action("library.compare").trigger)
        actions.connect("library.compare", lambda: self.comparison_wished.emit(self._these()))
        actions.connect("library.open", self._open)
        actions.connect("library.colour", self._choose_colour)
        actions.connect("library.remove", self._remove)
        actions.connect("library.take-highlights", lambda: take(session, self.table.selected()))
        actions.connect("library.save-references", self._save_references)
        actions.connect("library.columns", lambda: self.table.offer_columns(self.table.mapToGlobal(QPoint(STEP, STEP))))

    def _offer_set_actions(self) -> None:
        for name in ("leave-set", "up", "down", "rename-set", "set-left", "set-right", "delete-set"):
            self._session.actions.allow(f"library.{name}", self._sets.chosen() is not None)

    def _open(self) -> None:
        for document in self.table.selected()[:1]:
            self.passage_activated.emit(document, "")

    @Slot()
    def _see_added(self) -> None:
        """Whoever is here when the import ends sees what was added where it stands: nothing moves under their hands."""
        if self.isVisible() and not self._session.importing:
            self._session.unseen.clear()

    @Slot()
    def _count(self) -> None:
        documents = self._manifestos.documents
        selected = len(self.table.selectionModel().selectedRows())
        self._counts.setText(counted(documents, selected))
        self._confirm_all.setVisible(any(map(has_guesses, documents)))
        these = len(self._these())
        self._session.actions.allow("library.compare", bool(these))
        self._compare.setVisible(0 < these < len(self._session.library.documents()))

    def _these(self) -> list[str]:
        """The manifestos that are selected, where several are; else all that are shown."""
        selected = list(self.table.selected())
        return selected if len(selected) > 1 else list(self.table.shown())

    def _choose_colour(self) -> None:
        documents = self.table.selected()
        if not documents:
            return
        first = self._session.library.document(documents[0])
        dialog = QColorDialog(QColor(first.colour if first else ""), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(
            lambda colour: self._sets.apply(lambda: correct(self._session.library, documents, "colour", colour.name()))
        )
        dialog.open()

    def _remove(self) -> None:
        documents = self.table.selected()
        library = self._session.library
        titles = [document.called for document in map(library.document, documents) if document]
        if titles and self._sets.apply(lambda: edits.remove(library, documents)):
            what = f"“{titles[0]}”" if len(titles) == 1 else f"{len(titles)} manifestos"
            self._session.say(f"Removed {what}", undo=True)

    def _save_references(self) -> None:
        """Of the selected manifestos, else of all that are shown."""
        library, here = self._session.library, self._sets.chosen()
        documents = [library.document(each) for each in self.table.selected() or self.table.shown()]
        found = [document for document in documents if document is not None]
        offer_references(self._session, self, found, here.name if here is not None else "Manifestos")

    def _open_protected(self, files: list[Path], password: str, shared: bool) -> None:
        self._session.open_protected(files, password, shared=shared)

    def _settle(self, path: str | None = None) -> None:
        """This file (None: all) has been read. Whoever typed the last password goes on in the table."""
        typing = self.failures.isAncestorOf(self.window().focusWidget() or self)
        self.failures.settle(path)
        if typing and self.failures.isHidden():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dismiss(self, files: list[Path]) -> None:
        for file in files:
            self._session.library.dismiss(file)
        self.refresh()

    def _offer_menu(self, point: QPoint) -> None:
        menu = QMenu("Manifesto", self)
        for name in _ROW_MENU:
            menu.addAction(self._session.actions.action(f"{LIBRARY}.{name}"))
        offer(menu, self.table.viewport().mapToGlobal(point))


def counted(documents: list[Document], selected: int = 0) -> str:
    """How many there are, how long they are together, how many have guesses; what typing does to several `selected`."""
    if not documents:
        return ""
    number = "One manifesto" if len(documents) == 1 else f"{len(documents):,} manifestos"
    words = f"{sum(document.words for document in documents):,} words"
    if selected > 1:
        return (
            f"{number}, {words}. {selected:,} selected: what you type in one applies to all of them; Ctrl+D fills down."
        )
    guessed = sum(has_guesses(document) for document in documents)
    if not guessed:
        return f"{number}, {words}"
    hold = "One has" if guessed == 1 else f"{guessed:,} have"
    return f"{number}, {words}. {hold} guesses, in italics: type to correct them, Ctrl+Return confirms them."
