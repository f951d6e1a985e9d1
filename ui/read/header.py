"""The quiet head of the Read place: which manifesto, which page, text or page, zoom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reader.library.records import Document
from ui.actions.offered import Actions
from ui.manifesto.manifesto import OpenManifesto
from ui.read.title import PartyBar, TitlePicker
from ui.read.views import PAGE, TEXT
from ui.shared.elided import Elided
from ui.shared.icon_button import IconButton
from ui.theme.parts import Line, TabBar
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP, THREE, TWO
from ui.theme.words import give_tip, one_line

_FIELD_WIDTH = 56


class Header(QWidget):
    """Shows what is open and offers what can be done with it; it decides nothing."""

    document_chosen = Signal(str)
    view_chosen = Signal(str)  # TEXT or PAGE
    page_chosen = Signal(str)  # a printed page number

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = PartyBar()
        self._picker = TitlePicker()
        self._picker.chosen.connect(self.document_chosen)
        self._picker.activated.connect(lambda _: self.document_chosen.emit(self._picker.currentData()))
        self._about = Elided("", Role.SECONDARY)
        self._tabs = TabBar()
        self._tabs.setAccessibleName("How to read")
        self._tabs.setUsesScrollButtons(False)  # the room for them would move the tabs away from the edge
        for view, name in ((TEXT, "Text"), (PAGE, "Page")):
            self._tabs.add(name, f"Read the {view} (Ctrl+T)")
        self._tabs.currentChanged.connect(lambda index: self.view_chosen.emit((TEXT, PAGE)[index]))
        self._page = QLineEdit()
        self._page.setFixedWidth(_FIELD_WIDTH)
        self._page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._page.setAccessibleName("Printed page number")
        give_tip(self._page, "Type a page number as it is printed (Ctrl+G)")
        self._page.returnPressed.connect(lambda: self.page_chosen.emit(self._page.text()))
        self._note = Text("", Role.SECONDARY).wrapped()
        self._note.setContentsMargins(THREE, 0, THREE, STEP)
        self._note.hide()
        self._of = Text("", Role.SECONDARY)
        self._p = Text("p.", Role.SECONDARY)
        self._zoom = Text("", Role.SECONDARY)
        self._zooming = [
            IconButton("zoom-out", actions.action("read.zoom-out")),
            self._zoom,
            IconButton("zoom-in", actions.action("read.zoom-in")),
            IconButton("fit-width", actions.action("read.fit-width")),
        ]
        self._find = IconButton("search", actions.action("read.find"))
        self._outline = IconButton("outline", actions.action("read.outline"))
        self._lay_out()

    @property
    def picker(self) -> QComboBox:
        return self._picker

    @property
    def page_field(self) -> QLineEdit:
        return self._page

    def hold(self, line: QWidget) -> None:
        """Have this stand last in the head."""
        self._column.insertWidget(self._column.count() - 1, line)

    def show_documents(self, documents: Sequence[Document], chosen: str) -> None:
        """Offer these manifestos; the one with this id is open."""
        with QSignalBlocker(self._picker):
            self._picker.clear()
            for document in documents:
                self._picker.addItem(one_line(document.called), document.id)
            self._picker.setCurrentIndex(self._picker.findData(chosen))
        self._picker.updateGeometry()

    def show_manifesto(self, manifesto: OpenManifesto | None) -> None:
        """Show whose manifesto it is, and for which election."""
        document = manifesto.document if manifesto else None
        self._bar.show_colour(document.colour if document else "")
        self._about.say(about(document) if document else "")
        for part in (self._p, self._page, self._of):
            part.setVisible(bool(manifesto and manifesto.pages))
        for widget in (self._tabs, self._find, self._outline, self._bar, self._about):
            widget.setVisible(manifesto is not None)

    @property
    def note(self) -> str:
        """What stands before the text."""
        return self._note.text()

    def warn(self, note: str) -> None:
        """Say this before the text; "" for nothing."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def show_page(self, manifesto: OpenManifesto, page: int | None) -> None:
        """Show which page is being read, unless another one is being typed."""
        if page is not None and not self._page.hasFocus():
            self._page.setText(manifesto.label_of(page))
        if page is not None:
            self._of.setText(f"({page} of {len(manifesto.pages)})")

    def show_view(self, view: str) -> None:
        """Show which of the two views is in front, without saying that it was chosen."""
        with QSignalBlocker(self._tabs):
            self._tabs.setCurrentIndex((TEXT, PAGE).index(view))

    def show_zoom(self, zoom: float | None) -> None:
        """Show the zoom of the pages, 1.0 for paper's own size; None while there are none in sight."""
        for part in self._zooming:
            part.setVisible(zoom is not None)
        if zoom is not None:
            self._zoom.setText(f"{round(zoom * 100)} %")

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._picker, 0, Qt.AlignmentFlag.AlignLeft)
        self._about.setIndent(STEP)
        names.addWidget(self._about)
        tools = QHBoxLayout()
        tools.setSpacing(HALF)
        for part in self._zooming:
            tools.addWidget(part)
        tools.addSpacing(TWO)
        for part in (self._p, self._page, self._of):
            tools.addWidget(part)
        tools.addSpacing(STEP)
        tools.addWidget(self._find)
        row = QHBoxLayout()
        row.setContentsMargins(STEP, STEP, STEP, STEP)
        row.setSpacing(STEP)
        row.addWidget(self._outline)
        row.addWidget(self._bar)
        row.addLayout(names, 1)
        row.addLayout(tools)
        row.addSpacing(STEP)
        row.addWidget(self._tabs)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._note)
        layout.addWidget(Line())


def about(document: Document) -> str:
    """Whose manifesto it is and for which election, leaving out what the title says already."""
    title = document.called.casefold()
    parts = (document.candidate, document.party, document.election or document.year)
    return " · ".join(part for part in dict.fromkeys(parts) if part and part.casefold() != title)
