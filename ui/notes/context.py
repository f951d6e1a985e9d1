"""The passage beside the table: the words of the row in use with what stands around them in their manifesto."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from index.annotations.listing import Listed
from reader.wording import tr
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OpenManifesto, Place, load
from ui.manifesto.text_view import TextView
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.elided import Elided
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP, TWO

_KEPT = 4


class Context(Surface):
    """Shows one row at a time; the manifesto is read from the library in the background."""

    open_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Context"))
        self._session = session
        self._loading: Task | None = None
        self._kept: OrderedDict[str, OpenManifesto] = OrderedDict()
        self._shown: OpenManifesto | None = None
        self._row: Listed | None = None
        self._where = Elided("", Role.SECONDARY)
        self.memo = Text("", Role.BODY).wrapped()
        self._open = QPushButton(tr("Open in Read"))
        self._open.clicked.connect(self.open_wanted)
        self.text = TextView()
        head = QHBoxLayout()
        head.setContentsMargins(TWO, STEP, TWO, HALF)
        head.setSpacing(TWO)
        head.addWidget(self._where, 1)
        head.addWidget(self._open)
        self.memo.setContentsMargins(TWO, 0, TWO, STEP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.memo)
        layout.addWidget(self.text, 1)

    @property
    def settled(self) -> bool:
        return self._loading is None and self.text.settled

    @property
    def where(self) -> str:
        """What stands above the passage."""
        return self._where.text()

    def show_row(self, row: Listed | None) -> None:
        """Show the words of this row where they stand; nothing for None."""
        self._row = row
        self._drop()
        self._open.setVisible(row is not None)
        self.memo.setText(tr("Memo: {memo}", memo=row.memo) if row is not None and row.memo else "")
        self.memo.setVisible(bool(self.memo.text()))
        if row is None:
            self.text.open(None)
            self._shown = None
            self._where.say("")
        elif row.document in self._kept:
            self._arrive(self._kept[row.document], row)
        else:
            home = self._session.home
            self._loading = self._session.run(lambda: load(home, row.document), self._on_loaded)

    def forget(self) -> None:
        """What is kept may have changed in the library."""
        self._kept.clear()
        self._shown = None

    def _drop(self) -> None:
        if self._loading is not None:
            self._loading.forget()
            self._loading = None

    def _on_loaded(self, manifesto: OpenManifesto | None) -> None:
        self._loading = None
        if manifesto is None or self._row is None:
            return
        self._kept[manifesto.document.id] = manifesto
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self._arrive(manifesto, self._row)

    def _arrive(self, manifesto: OpenManifesto, row: Listed) -> None:
        self._kept.move_to_end(manifesto.document.id)
        if self._shown is not manifesto:
            self.text.open(manifesto)
            self._shown = manifesto
        there = [one for one in row.spans if one.block in manifesto.numbers]
        found = [Found(manifesto.numbers[one.block], one.start, one.end) for one in there]
        self.text.mark(found[0].block if found else None)
        self.text.show_found(found, None)
        self.text.go_to(Place(found[0].block, found[0].start) if found else Place(0))
        page = tr("p. {page}", page=row.pages) if row.pages else ""
        self._where.say(" · ".join(filter(None, (manifesto.document.called, page, *row.section[-1:]))))
