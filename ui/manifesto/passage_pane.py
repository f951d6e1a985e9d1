"""The pane beside a list or table: the passage of the row in use where it stands in its manifesto."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.wording import tr
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OpenManifesto, Place, load
from ui.manifesto.text_view import TextView
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.elided import Elided
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, THREE, TWO

# Manifestos that stay ready while people go up and down the rows.
_KEPT = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """What is shown of a manifesto: the block that is marked, what is tinted (in reading order), where it is read."""

    block: int | None
    found: Sequence[Found]
    place: Place
    where: str  # what stands above


class PassagePane(Surface):
    """Shows one passage at a time; the manifesto is read from the library in the background."""

    open_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._loading: Task | None = None
        self._kept: OrderedDict[str, OpenManifesto] = OrderedDict()
        self._shown: OpenManifesto | None = None
        self._where = Elided("", Role.SECONDARY)
        self._note = Text("", Role.BODY).wrapped()
        self._note.hide()
        self._open = QPushButton(tr("Open in Read"))
        self._open.clicked.connect(self.open_wanted)
        self.text = TextView()
        head = QHBoxLayout()
        head.setContentsMargins(TWO, STEP, THREE, STEP)
        head.setSpacing(TWO)
        head.addWidget(self._where, 1)
        head.addWidget(self._open)
        self._note.setContentsMargins(TWO, 0, THREE, STEP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._note)
        layout.addWidget(self.text, 1)

    @property
    def settled(self) -> bool:
        """Whether the passage asked for last is there."""
        return self._loading is None and self.text.settled

    @property
    def where(self) -> str:
        """What stands above the passage."""
        return self._where.text()

    def show_passage(self, document: str, passage: Callable[[OpenManifesto], Passage], note: str = "") -> None:
        """Show what `passage` says of this document once it is read, and a note above it at once."""
        self._drop()
        self._open.show()
        self._say(note)
        kept = self._kept.get(document)
        if kept is not None:
            self._arrive(kept, passage)
            return
        home = self._session.home
        self._loading = self._session.run(lambda: load(home, document), lambda found: self._on_loaded(found, passage))

    def show_nothing(self) -> None:
        """No row is in use."""
        self._drop()
        self._open.hide()
        self._say("")
        self._where.say("")
        self._shown = None
        self.text.open(None)

    def forget(self) -> None:
        """What is kept may have changed in the library."""
        self._kept.clear()
        self._shown = None

    def _drop(self) -> None:
        if self._loading is not None:
            self._loading.forget()
            self._loading = None

    def _say(self, note: str) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _on_loaded(self, manifesto: OpenManifesto | None, passage: Callable[[OpenManifesto], Passage]) -> None:
        self._loading = None
        if manifesto is None:
            return
        self._kept[manifesto.document.id] = manifesto
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self._arrive(manifesto, passage)

    def _arrive(self, manifesto: OpenManifesto, passage: Callable[[OpenManifesto], Passage]) -> None:
        self._kept.move_to_end(manifesto.document.id)
        if self._shown is not manifesto:
            self.text.open(manifesto)
            self._shown = manifesto
        shown = passage(manifesto)
        self.text.mark(shown.block)
        self.text.show_found(shown.found, None)
        self.text.go_to(shown.place)
        self._where.say(shown.where)
