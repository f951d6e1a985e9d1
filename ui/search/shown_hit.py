"""The pane beside the results: the passage in its manifesto, with what was found marked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from index.results import Hit
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OpenManifesto, Place, load
from ui.manifesto.text_view import TextView
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.elided import Elided
from ui.theme.parts import Surface
from ui.theme.text import Role
from ui.theme.tokens import STEP, THREE, TWO

# Manifestos that stay ready while people go up and down the results.
_KEPT = 4


class PassagePane(Surface):
    """Shows one hit at a time; the manifesto is read from the library in the background."""

    open_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._loading: Task | None = None
        self._kept: OrderedDict[str, OpenManifesto] = OrderedDict()
        self._shown: OpenManifesto | None = None
        self._hit: Hit | None = None
        self._found: list[Found] = []
        self._hits: Sequence[Hit] = ()
        self._where = Elided("", Role.SECONDARY)
        self._open = QPushButton("Open in Read")
        self._open.clicked.connect(self.open_wanted)
        self.text = TextView()
        head = QHBoxLayout()
        head.setContentsMargins(TWO, STEP, THREE, STEP)
        head.setSpacing(TWO)
        head.addWidget(self._where, 1)
        head.addWidget(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)

    @property
    def settled(self) -> bool:
        return self._loading is None and self.text.settled

    @property
    def where(self) -> str:
        """What stands above the passage."""
        return self._where.text()

    def show_hit(self, hit: Hit, beside: Sequence[Hit]) -> None:
        """Show this hit, and mark what was found in the other hits of the same manifesto too."""
        self._hit, self._hits = hit, beside
        if self._loading is not None:
            self._loading.forget()
            self._loading = None
        kept = self._kept.get(hit.document)
        if kept is not None:
            self._arrive(kept)
            return
        home = self._session.home
        self._loading = self._session.run(lambda: load(home, hit.document), self._on_loaded)

    def forget(self) -> None:
        """What is kept may have changed in the library."""
        self._kept.clear()
        self._shown = None

    def _on_loaded(self, manifesto: OpenManifesto | None) -> None:
        self._loading = None
        if manifesto is None or self._hit is None:
            return
        self._kept[manifesto.document.id] = manifesto
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if manifesto.document.id == self._hit.document:
            self._arrive(manifesto)

    def _arrive(self, manifesto: OpenManifesto) -> None:
        hit = self._hit
        if hit is None:
            return
        self._kept.move_to_end(manifesto.document.id)
        if self._shown is not manifesto:
            self.text.open(manifesto)
            self._shown = manifesto
        number = manifesto.numbers.get(hit.block)
        self.text.mark(number)
        self.text.show_found(_found(manifesto, self._hits), None)
        first = min((start for start, _ in hit.marks), default=0)
        self.text.go_to(Place(number or 0, first if number is not None else 0))
        page = manifesto.page_sentence(hit.page)
        self._where.say(" · ".join(part for part in (page, manifesto.document.called) if part))


def _found(manifesto: OpenManifesto, hits: Sequence[Hit]) -> list[Found]:
    """What was found in these hits, in reading order."""
    return sorted(
        Found(manifesto.numbers[hit.block], start, end)
        for hit in hits
        if hit.block in manifesto.numbers
        for start, end in hit.marks
    )
