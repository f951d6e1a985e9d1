"""The line above a manifesto that offers what was marked in its file with other programs, until that is answered."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from index.events import HighlightsFound
from reader.library.highlight_edits import described
from reader.wording import tr
from ui.session.session import Session
from ui.shared.highlights import answer, take
from ui.theme.parts import Line
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP, THREE, TWO
from ui.theme.words import give_tip


class HighlightsLine(QWidget):
    """Shows itself while there are highlights that nobody has answered for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document = ""
        self._text = Text("", Role.BODY).wrapped()
        self.take = QPushButton(tr("Take as annotations"))
        self.leave = QPushButton(tr("Leave them"))
        give_tip(self.leave, tr("Take highlights, in the menu Edit, does it later"))
        self.take.clicked.connect(lambda: take(session, [self._document]))
        self.leave.clicked.connect(lambda: answer(session, [self._document]))
        row = QHBoxLayout()
        row.setContentsMargins(THREE, HALF, TWO, HALF)
        row.setSpacing(STEP)
        row.addWidget(self._text, 1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(Line())
        self.hide()
        session.highlights_found.connect(self._on_found)
        session.highlights_answered.connect(self._look)

    @property
    def sentence(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def open(self, document: str) -> None:
        """Speak of this document (id); "" for none."""
        self._document = document
        self._look()

    @Slot(object)
    def _on_found(self, event: HighlightsFound) -> None:
        if event.document == self._document:
            self._look()

    @Slot()
    def _look(self) -> None:
        files = self._session.library.highlighted_files(self._document) if self._document else []
        found = [one for file in files if not file.answered for one in file.highlights]
        sentence = tr("{what}, made in another program.", what=described(found)) if found else ""
        self._text.setText(sentence[:1].upper() + sentence[1:])
        self.setVisible(bool(found))
