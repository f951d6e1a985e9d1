"""The Read place: one manifesto as flowing text or as its original pages, with its outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from index.sensitive import note_on_manifesto
from index.topics.model import Topic
from reader.errors import UserError
from reader.home import Home
from reader.wording import tr
from ui.codebook.beside import codebook_beside
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OpenManifesto, Place, load
from ui.plans.beside import plan_beside
from ui.read.copying import Copying
from ui.read.document_line import DocumentLine
from ui.read.find_bar import FindBar
from ui.read.finder import Finder
from ui.read.header import Header
from ui.read.highlights_line import HighlightsLine
from ui.read.marking import Marking
from ui.read.outline import OutlineView, outline_of
from ui.read.views import PAGE, TEXT, Views
from ui.session.background import Task
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.shared.highlights import take
from ui.shared.offer import Offer
from ui.shared.placeholder import Step
from ui.shared.sensitive import sensitive_in
from ui.theme.paper import NATURAL_ZOOM
from ui.theme.parts import Splitter, Surface
from ui.theme.tokens import COLUMN_WIDTH, SIX

# How many manifestos remember where they were left.
_REMEMBERED = 50


class ReadPlace(Surface):
    """Shows what it is told to open and keeps the place when text and page are switched."""

    status = Signal(str)  # what has just been opened, in words
    passage_activated = Signal(str, str)  # document, block

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Read")
        self._session = session
        self._manifesto: OpenManifesto | None = None
        self._left: dict[str, str] = {}  # document: the block it was left at, the latest last
        self._loading: Task | None = None
        self._noting: Task | None = None
        self._outline_wanted = True
        self.header = Header(session.actions)
        self.whole = DocumentLine(session)
        self.highlights = HighlightsLine(session)
        self.find_bar = FindBar(session.actions)
        self.views = Views()
        self.outline = OutlineView()
        self._finder = Finder(self.find_bar, self.views.here)
        self._copying = Copying(session, self.views)
        self.marking = Marking(session, self.views, self._copying)
        self._splitter = Splitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._connect_actions()
        self._take(None)

    # What the window asks for

    @property
    def settled(self) -> bool:
        """Whether everything that was opened can be seen, and everything copied."""
        beside = self.plan.settled and self.codebook.settled
        return self._loading is None and self.views.settled and not self._copying.waiting and beside

    @property
    def manifesto(self) -> OpenManifesto | None:
        """What is open."""
        return self._manifesto

    def open_passage(self, document: str, block: str | None = None, view: str | None = None) -> None:
        """Open a manifesto as "text" or "page" (None: as now), at this passage; for None, where it was left."""
        if self._manifesto is not None and self._manifesto.document.id == document:
            self._arrive(self._manifesto, block, view)
        else:
            self._load(document, partial(self._arrive, block=block, view=view))

    def arrived(self) -> None:
        """The place has come into sight."""
        self._show_documents()
        self.views.currentWidget().setFocus()

    def offer(self) -> Offer | str:
        """The codes and notes of what is open; or why there is nothing to export."""
        if self._manifesto is None:
            return tr("Open a manifesto first: its codes and notes can then be exported.")
        from ui.read.offering import coded_offer

        return coded_offer(self._session, self._manifesto.document)

    def state(self) -> dict[str, Any]:
        """What is open, where it and others were left, and how it is shown."""
        self._remember()
        return {
            "document": self._manifesto.document.id if self._manifesto else "",
            "left": dict(self._left),
            "view": self.views.view,
            "outline": self._outline_wanted,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Open what state() told of, at the same place, with nothing marked."""
        if isinstance(state.get("outline"), bool):
            self._show_outline(state["outline"])
        if isinstance(state.get("left"), dict):
            self._left = {str(document): str(block) for document, block in state["left"].items()}
        self.views.show_view(PAGE if state.get("view") == PAGE else TEXT)
        self.header.show_view(self.views.view)
        document = state.get("document")
        if isinstance(document, str) and self._session.library.document(document) is not None:
            self._load(document, partial(self._arrive, block=None, view=None))

    # Opening

    def _load(self, document: str, arrive: Callable[[OpenManifesto], None]) -> None:
        """Read it in the background; what is asked for last wins."""
        if self._loading is not None:
            self._loading.forget()
        home, topics = self._session.home, tuple(self._session.topics)

        def read() -> tuple[OpenManifesto | None, str]:
            return load(home, document), _note(home, topics, document)

        def done(found: tuple[OpenManifesto | None, str]) -> None:
            manifesto, note = found
            self._take(manifesto)
            self.header.warn(note)
            if manifesto is not None:
                arrive(manifesto)

        self._loading = self._session.run(read, done, self._on_failed)

    @Slot()
    def _warn_anew(self) -> None:
        """What is open may speak of violence by now: its topics have been looked for, or somebody has said so."""
        if self._noting is not None:
            self._noting.forget()
        manifesto, home, topics = self._manifesto, self._session.home, tuple(self._session.topics)
        if manifesto is None:
            return
        document = manifesto.document.id

        def done(note: str) -> None:
            if self._manifesto is manifesto:
                self.header.warn(note)

        self._noting = self._session.run(lambda: _note(home, topics, document), done)

    def _on_failed(self, error: UserError) -> None:
        self._loading = None
        self._session.say_problem(error)

    def _take(self, manifesto: OpenManifesto | None) -> None:
        """Show this manifesto from its beginning, or what to do when there is none."""
        self._loading = None
        self._remember()
        self._manifesto = manifesto
        self._copying.open()
        self.marking.opening(manifesto)
        self.views.open(manifesto)
        self.marking.opened()
        self.outline.show_outline(outline_of(manifesto) if manifesto else ())
        self._finder.open(manifesto)
        self.header.show_manifesto(manifesto)
        for line in (self.whole, self.highlights):
            line.open(manifesto.document.id if manifesto else "")
        for name in ("read.code-manifesto", "read.memo-manifesto"):
            self._session.actions.allow(name, manifesto is not None)
        self.header.warn("")
        self._show_documents()
        self._show_outline(self._outline_wanted)
        if manifesto is None:
            self._guide()
            self._follow()

    def _arrive(self, manifesto: OpenManifesto, block: str | None, view: str | None) -> None:
        if view == PAGE and not manifesto.has_pages:
            self._session.say("This manifesto has no pages to show; here is its text.")
        self._show(view or self.views.view if manifesto.has_pages else TEXT)
        number = manifesto.numbers.get(block) if block else None
        if number is not None:
            self.views.mark(number)
            self.views.go_to(Place(number))
        elif self._left.get(manifesto.document.id) in manifesto.numbers:
            self.views.go_to(Place(manifesto.numbers[self._left.pop(manifesto.document.id)]))
        self._follow()
        if self.isVisible():
            self.views.currentWidget().setFocus()
        page = manifesto.page_sentence(manifesto.page_at(self.views.here()))
        self.status.emit(", ".join(part for part in (manifesto.document.called, page) if part))

    def _remember(self) -> None:
        """Keep where the manifesto that is open is being read."""
        if self._manifesto is None or not self._manifesto.shown:
            return
        document = self._manifesto.document.id
        self._left.pop(document, None)
        self._left[document] = self._manifesto.shown[self.views.here().block].id
        while len(self._left) > _REMEMBERED:
            self._left.pop(next(iter(self._left)))

    def _guide(self) -> None:
        if self._session.library.documents():
            sentence = "Choose a manifesto, or press Enter on a passage in Compare or Search to read it in its place."
            self.views.say("Nothing is open", sentence, Step.of(self._session.actions.action("read.choose")))
        else:
            add = Step.of(self._session.actions.action("add-files"))
            self.views.say("Nothing to read yet", "Manifestos that you add are read here.", add)

    # Text and page

    def _show(self, view: str) -> None:
        self.views.show_view(view)
        self.header.show_view(view)

    def _show_outline(self, wanted: bool) -> None:
        """Show the outline or not; one without headings is never shown."""
        self._outline_wanted = wanted
        self.outline.setVisible(wanted and bool(self.outline.headings))

    def _switch(self, view: str) -> None:
        """Turn to the other view of the same place."""
        if self._manifesto is not None and view != self.views.view:
            self.views.turn_to(view)
        self.header.show_view(self.views.view)
        self._follow()

    def _follow(self) -> None:
        """Say what is being read."""
        pages = self.views.pages
        self.header.show_zoom(pages.zoom / NATURAL_ZOOM if self.views.currentWidget() is pages else None)
        if self._manifesto is None:
            return
        self.header.show_page(self._manifesto, self.views.page())
        self.outline.follow(self.views.place())

    def _on_found(self) -> None:
        self.views.show_found(self._finder.found, self._finder.current)

    def _on_went_to(self, found: Found) -> None:
        self.views.go_to(Place(found.block, found.start))

    def _go_to_page(self, label: str) -> None:
        page = self._manifesto.page_of_label(label) if self._manifesto else None
        if page is not None:
            self.views.go_to_page(page)
        elif label.strip():
            self._session.say(f"There is no page {label.strip()} in this manifesto.")

    def _ask_for_page(self) -> None:
        self.header.page_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.page_field.selectAll()

    def _take_highlights(self) -> None:
        if self._manifesto is not None:
            take(self._session, [self._manifesto.document.id])

    def _back_to_passage(self) -> None:
        if self.views.marked is not None:
            self.views.go_to(Place(self.views.marked))

    # Passwords

    def _keep_password(self, password: str) -> None:
        if self._manifesto is not None and self._manifesto.original is not None:
            self._session.keep_password(self._manifesto.original, password)

    def _offer_passwords(self) -> None:
        self.views.pages.pictures.offer(self._session.passwords.known())

    # The library

    def _on_library_changed(self, change: LibraryChange) -> None:
        self._show_documents()
        if self._manifesto is None:
            self._guide()
            return
        document = self._manifesto.document
        if change.documents and document.id not in change.documents:
            return
        now = self._session.library.document(document.id)
        if now is None or now.removed:
            self._take(None)
        elif now != document:
            self._load(document.id, partial(self._arrive, block=None, view=None))
        else:
            self._warn_anew()

    def _show_documents(self) -> None:
        chosen = self._manifesto.document.id if self._manifesto else ""
        self.header.show_documents(self._session.library.documents(), chosen)

    # Making

    def _lay_out(self) -> None:
        self.find_bar.hide()
        self._splitter.addWidget(self.outline)
        self._splitter.addWidget(self.views)
        self.plan = plan_beside(self._session, "read.plan", self._splitter, self.passage_activated.emit)
        self.codebook = codebook_beside(self._session, "read.codebook", self._splitter)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([COLUMN_WIDTH + SIX, 4 * COLUMN_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.header.hold(self.whole)
        layout.addWidget(self.header)
        layout.addWidget(self.highlights)
        layout.addWidget(self.find_bar)
        layout.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.header.document_chosen.connect(self.open_passage)
        self.header.view_chosen.connect(self._switch)
        self.header.page_chosen.connect(self._go_to_page)
        self.outline.heading_chosen.connect(self.views.go_to)
        self.views.moved.connect(self._follow)
        self._finder.found_changed.connect(self._on_found)
        self._finder.went_to.connect(self._on_went_to)
        self._finder.closed.connect(lambda: self.views.currentWidget().setFocus())
        for left in (self.plan.closed, self.codebook.closed, self.whole.left):
            left.connect(lambda: self.views.currentWidget().setFocus())
        self._session.library_changed.connect(self._on_library_changed)
        for told in (self._session.import_ended, self._session.topics_changed):
            told.connect(self._warn_anew)
        self.views.pages.password_given.connect(self._keep_password)
        self.views.text_wanted.connect(lambda: self._switch(TEXT))
        self._session.passwords_changed.connect(self._offer_passwords)
        self._offer_passwords()
        self._session.closing.connect(self.views.pages.pictures.close)

    def _connect_actions(self) -> None:
        answers: dict[str, Callable[..., object]] = {
            "read.switch": lambda: self._switch(PAGE if self.views.view == TEXT else TEXT),
            "read.find": self._finder.start,
            "read.find-next": lambda: self._finder.step(back=False),
            "read.find-previous": lambda: self._finder.step(back=True),
            "read.find-close": self._finder.close,
            "read.go-to-page": self._ask_for_page,
            "read.passage": self._back_to_passage,
            "read.choose": self.header.picker.showPopup,
            "read.cursor": self.views.show_cursor,
            "read.take-highlights": self._take_highlights,
            "read.code-manifesto": self.whole.code,
            "read.memo-manifesto": self.whole.write,
            "read.outline": lambda: self._show_outline(not self._outline_wanted),
            "read.zoom-in": lambda: self.views.pages.step_zoom(True),
            "read.zoom-out": lambda: self.views.pages.step_zoom(False),
            "read.fit-width": lambda: self.views.pages.set_zoom(None),
        }
        for name, slot in answers.items():
            self._session.actions.connect(name, slot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.find_bar.isHidden():
            self._finder.close()
        else:
            super().keyPressEvent(event)


def _note(home: Home, topics: Sequence[Topic], document: str) -> str:
    """What is said before this document; for work given to run()."""
    return note_on_manifesto() if sensitive_in(home, topics, {document}) else ""
