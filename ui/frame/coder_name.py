"""The name of a coder: under it everything that they say of passages is kept and exported."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.errors import UserError
from reader.library.coder_edits import add_coder, rename_coder
from ui.session.session import Session
from ui.shared.overlay import Overlay
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP

_OTHER = "From now on what is coded and decided here is theirs. You can change back at any time."


class CoderName(QWidget):
    """A field with the name as it is; Return keeps what stands there, Esc leaves it.

    With `another` it is the name of a new coder, whose id that is given.
    """

    def __init__(self, window: QWidget, session: Session, *, another: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self._session = session
        library = session.library
        self._coder = next(one for one in library.coders() if one.id == library.coder)
        self._another = another
        title = "Your name" if another is None else "Name of the other coder"
        said = "Your decisions about passages are kept and exported under it."
        self.field = QLineEdit(self._coder.name if another is None else "")
        self.field.setAccessibleName(title)
        self.field.selectAll()
        self._problem = Text("", Role.ERROR).wrapped()
        self._problem.hide()
        keep = QPushButton("Keep")
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(Text(title, Role.STRONG))
        column.addWidget(Text(said if another is None else _OTHER, Role.SMALL).wrapped())
        column.addLayout(row)
        column.addWidget(self._problem)
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self.keep)
        keep.clicked.connect(self.keep)
        self._overlay = Overlay(window, self, title)
        self._overlay.closed.connect(self._overlay.deleteLater)
        self._overlay.open()

    def keep(self) -> None:
        """Take the name; what is wrong with it is said below the field."""
        library, name = self._session.library, self.field.text()
        if self._another is not None:
            added = self._session.attempt(lambda: add_coder(library, name), failed=self._refuse)
            if added is not None:
                self._overlay.dismiss()
                self._another(added.changes[0].id)
            return
        edit = self._session.attempt(lambda: rename_coder(library, self._coder.id, name), failed=self._refuse)
        if edit is None:
            return
        self._overlay.dismiss()
        if any("name" in (change.after or {}) for change in edit.changes):
            self._session.say("Your name is changed, on your earlier decisions too.", undo=True)

    def _refuse(self, error: UserError) -> None:
        self._problem.setText(f"{error.problem} {error.advice}")
        self._problem.show()
        self._overlay.fit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
