"""The Notes place: all codes and notes as a table, by manifestos, by units, and read as a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from index.annotations.filtering import EVERYTHING, By, Facets, Shelf
from index.annotations.listing import Listed, read_annotations
from reader.library.library import Library
from reader.wording import tr
from ui.annotating.annotating import annotating
from ui.manifesto.passage_pane import PassagePane
from ui.notes.batch import Batch
from ui.notes.context import show_row
from ui.notes.facets_row import FacetsRow
from ui.notes.model import NotesModel, counted
from ui.notes.panes import MATRIX, REPORT, TABLE, UNITS, VIEWS, MatrixPane, ReportPane, UnitsPane, view_names
from ui.notes.table import NotesTable
from ui.session.background import Task
from ui.session.session import Session
from ui.session.shown_coders import shown_coder
from ui.session.signals import LibraryChange
from ui.shared.elided import Elided
from ui.shared.offer import Offer
from ui.shared.placeholder import Placeholder, Step
from ui.theme.parts import Line, Splitter, Surface, TabBar
from ui.theme.text import Role
from ui.theme.tokens import COLUMN_WIDTH, STEP, THREE, TWO


class NotesPlace(Surface):
    """One set of rows, narrowed in one row, is seen in four ways. What is narrowed last is shown."""

    passage_activated = Signal(str, str)  # document, block

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Notes"))
        self._session = session
        self._annotating = annotating(session)
        self._loading: Task | None = None
        self._stale, self._known = True, False  # the rows are not those of now; there are some
        self._wanted: tuple[list[str], str] = ([], "")  # rows to choose once they are there, and the one in use
        self.model = NotesModel(self)
        self.table = NotesTable(self.model)
        self.context = PassagePane(session)
        self.context.setAccessibleName(tr("Context"))
        self.tabs = TabBar()
        self.tabs.setAccessibleName(tr("Ways of looking at notes"))
        for words, hint in view_names():
            self.tabs.add(words, hint)
        self.facets, self._head = FacetsRow(), QWidget()
        self.matrix, self.units, self.report = MatrixPane(session), UnitsPane(session), ReportPane(session)
        self.batch = Batch(self._annotating, self, lambda: self.table.chosen)
        self._sentence = Elided("", Role.SECONDARY)
        self._empty = Placeholder()
        self._beside = Splitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._head.hide()  # until there is something to narrow

    # What the window asks for

    @property
    def settled(self) -> bool:
        """Whether the rows of now are there, and what is beside them."""
        panes = (self.context, self.matrix, self.units)
        return self._loading is None and all(pane.settled for pane in panes)

    @property
    def said(self) -> str:
        """How many there are."""
        return self._sentence.text()

    @property
    def view(self) -> str:
        """Which of VIEWS is shown."""
        return VIEWS[self.tabs.currentIndex()]

    def show_view(self, view: str) -> None:
        """Look at the rows in this way."""
        self.tabs.setCurrentIndex(VIEWS.index(view))

    def arrived(self) -> None:
        """The place has come into sight: at the row that was left."""
        if self._stale:
            self._load()
        self._focus()

    def state(self) -> dict[str, Any]:
        """What is shown, narrowed to what, at which row."""
        column, descending = self.table.sorting
        current = self.table.current
        return {
            "view": self.view,
            "typed": self.facets.field.text(),
            "facets": asdict(self._narrowed),
            "by": self.facets.by.value,
            "sorted": column,
            "descending": descending,
            "context": not self.context.isHidden(),
            "row": current.id if current is not None else self._wanted[1],
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Be again as state() said, at the same row if it is still there."""
        facets = state.get("facets")
        if isinstance(facets, dict):
            known = {name: value for name, value in facets.items() if name in asdict(EVERYTHING)}
            self._kept_facets = Facets(**{name: value for name, value in known.items() if isinstance(value, str)})
        self._kept_typed = str(state.get("typed", ""))
        if state.get("by") in set(By):
            self.facets.group(By(state["by"]))
        if state.get("view") in VIEWS:
            self.show_view(state["view"])
        if isinstance(state.get("sorted"), int) and -1 <= state["sorted"] < self.model.columnCount():
            self.table.sort_by(state["sorted"], descending=bool(state.get("descending")))
        self.context.setVisible(state.get("context") is not False)
        row = str(state.get("row", ""))
        self._wanted = ([row] if row else [], row)

    def offer(self) -> Offer | str:
        """What the view in use shows; or why there is nothing to export."""
        from index.exports import noted
        from ui.notes.offering import coded_offer

        rows, annotations = self.model.found, self.model.shelf.annotations
        if self.view == MATRIX and self.matrix.matrix is not None:
            names = [annotations.names[one.id] for one in self.matrix.matrix.documents]
            return Offer(tr("Codes by manifestos"), noted.by_manifestos(self.matrix.matrix, names))
        if self.view == UNITS:
            if self.units.found is None:
                return tr("There are no units yet.")
            return Offer(tr("Units by codes"), noted.by_units(self.units.found, dict(annotations.names)))
        if not rows:
            return tr("Code or note a passage first: it can then be exported.")
        return coded_offer(self._session, annotations, rows, by_party=self.view == REPORT)

    # Reading

    def _load(self) -> None:
        """Read all rows in the background; what is asked for last wins."""
        if self._loading is not None:
            self._loading.forget()
        self._stale = False
        home, only = self._session.home, shown_coder(self._session)

        def read() -> Shelf:
            with Library.open(home) as library:
                shelf = Shelf(read_annotations(library, only))
            _ = shelf.counts  # counted here, not where people wait
            return shelf

        self._loading = self._session.run(read, self._on_read)

    def _on_read(self, shelf: Shelf) -> None:
        self._loading, self._known = None, True
        names, current = [one.id for one in self.table.chosen], self.table.current
        if current is not None:
            self._wanted = (names, current.id)
        self.facets.offer(shelf)
        if self._kept_facets != EVERYTHING or self._kept_typed:
            with QSignalBlocker(self.facets):
                self.facets.narrow(self._kept_facets, self._kept_typed)
            self._kept_facets, self._kept_typed = EVERYTHING, ""
        self.model.show_shelf(shelf, self.facets.field.text(), self.facets.facets, self.facets.by)
        self._choose_wanted()
        self._show()

    def _choose_wanted(self) -> None:
        names, current = self._wanted
        self.table.choose(names, current)
        self._follow()

    @property
    def _narrowed(self) -> Facets:
        return self._kept_facets if self._kept_facets != EVERYTHING else self.facets.facets

    # Showing

    def narrow(self, facets: Facets, typed: str = "") -> None:
        """Show what fits these alone."""
        self.facets.narrow(facets, typed)

    def _narrow(self) -> None:
        names, current = [one.id for one in self.table.chosen], self.table.current
        self.model.narrow(self.facets.field.text(), self.facets.facets, self.facets.by)
        self.table.choose(names, current.id if current is not None else self._wanted[1])
        self._show()

    def _show(self) -> None:
        """Bring the view in use forward, with the rows of now, or what to say instead; nothing before they are read."""
        if not self._known:
            return
        shelf, rows = self.model.shelf, self.model.found
        everything = len(shelf.annotations.rows)
        only = next((one.name for one in shelf.annotations.coders if one.id == shown_coder(self._session)), "")
        said = [counted(len(rows), everything)] if everything else []
        said += [tr("of {name} alone", name=only)] if only else []
        self._sentence.say(", ".join(said))
        self._head.setVisible(bool(everything) and self.view != UNITS)
        self.facets.grouping.setVisible(self.view == TABLE)
        panes: dict[str, QWidget] = {
            TABLE: self._beside,
            MATRIX: self.matrix,
            UNITS: self.units,
            REPORT: self.report,
        }
        if not everything and self.view != UNITS:
            self._empty.say(
                tr("Nothing of {name} yet", name=only) if only else tr("No codes and notes yet"),
                tr("Select words in Read and press a code’s key, or M for a note: all of them are listed here."),
                Step(tr("Go to Read"), self._session.actions.action("go-read").trigger),
            )
            self._stack.setCurrentWidget(self._empty)
        elif not rows and self.view in (TABLE, REPORT):
            self._empty.say(
                tr("Nothing fits"),
                tr("The choices above hide all codes and notes."),
                Step(tr("Show everything"), lambda: self.narrow(EVERYTHING)),
            )
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(panes[self.view])
        if self.isVisible():
            self._fill_pane()

    def _fill_pane(self) -> None:
        if self._loading is not None:
            return
        annotations, rows = self.model.shelf.annotations, self.model.found
        if self.view == MATRIX:
            self.matrix.show_rows(annotations, rows)
        elif self.view == UNITS:
            self.units.show_units(annotations)
        elif self.view == REPORT:
            self.report.show_rows(annotations, rows)

    def _follow(self) -> None:
        """Another row is in use."""
        actions, chosen = self._session.actions, self.table.chosen
        for name in ("open", "recode", "tag", "delete"):
            actions.allow(f"notes.{name}", bool(chosen) and self.view == TABLE)
        if not self.context.isHidden() and self.view == TABLE:
            show_row(self.context, self.table.current)

    def _turn(self) -> None:
        """Another view: the keys that were in the old one go to it."""
        focused = self.window().focusWidget()
        inside = focused is not None and self._stack.isAncestorOf(focused)
        self._show()
        self._follow()
        if inside:
            self._focus()

    def _focus(self) -> None:
        """Take the keys to what is shown."""
        widget = self._stack.currentWidget()
        (self.table if widget is self._beside else widget).setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, row: Listed) -> None:
        if row.found and row.spans:
            self._annotating.choose(row.id)
        self.passage_activated.emit(row.document, row.spans[0].block if row.spans else "")

    def _open_current(self) -> None:
        if self.table.current is not None:
            self._open(self.table.current)

    def _on_cell(self, code: str, document: str) -> None:
        """The passages of a cell of the matrix, in the table."""
        self.show_view(TABLE)
        self.narrow(Facets(code=code, document=document))
        self.table.choose([])
        self._focus()

    def _show_context(self) -> None:
        self.context.setVisible(self.context.isHidden())
        self._follow()

    def _go_to_field(self) -> None:
        self.facets.field.use(Qt.FocusReason.ShortcutFocusReason)

    def _follow_edits(self, _document: str = "") -> None:
        """Codes or notes are different: read again, at once where they are seen."""
        self._stale = True
        if self.isVisible():
            self._load()

    def _on_library_changed(self, change: LibraryChange) -> None:
        if not change.only_said:
            self.context.forget()
            self._follow_edits()

    # Making

    def _lay_out(self) -> None:
        self._kept_facets, self._kept_typed = EVERYTHING, ""
        self._beside.addWidget(self.table)
        self._beside.addWidget(self.context)
        self._beside.setStretchFactor(0, 3)
        self._beside.setStretchFactor(1, 2)
        self._beside.setSizes([3 * COLUMN_WIDTH, 2 * COLUMN_WIDTH])
        for pane in (self._beside, self.matrix, self.units, self.report, self._empty):
            self._stack.addWidget(pane)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        self.facets.setContentsMargins(THREE, STEP, THREE, STEP)
        head.addWidget(self.facets)
        head.addWidget(Line())
        tabs = QHBoxLayout()
        tabs.setContentsMargins(TWO - STEP, STEP, THREE, 0)
        tabs.addWidget(self.tabs)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tabs.addWidget(self._sentence, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(tabs)
        layout.addWidget(Line())
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _: self._turn())
        self.facets.changed.connect(self._narrow)
        self.facets.picked.connect(self._focus)
        self.facets.field.left.connect(self._focus)
        self.table.used.connect(self._follow)
        self.table.activated_row.connect(self._open)
        self.table.left_upwards.connect(self._go_to_field)
        self.context.open_wanted.connect(self._open_current)
        self.matrix.cell_activated.connect(self._on_cell)
        self.units.passage_activated.connect(self.passage_activated)
        self.report.list.passage_activated.connect(self.passage_activated)
        self._annotating.changed.connect(self._follow_edits)
        self._session.library_changed.connect(self._on_library_changed)
        answers: dict[str, Callable[..., object]] = {
            "notes.open": self._open_current,
            "notes.find": self._go_to_field,
            "notes.recode": self.batch.recode,
            "notes.tag": self.batch.tag,
            "notes.delete": self.batch.delete,
            "notes.context": self._show_context,
            **{f"notes.{view}": lambda view=view: self.show_view(view) for view in VIEWS},
        }
        for name, slot in answers.items():
            self._session.actions.connect(name, slot)
