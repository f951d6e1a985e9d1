"""Who is coding: asked once, before the first code is kept, in the place where it was given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.errors import UserError
from reader.library.coder_edits import rename_coder
from reader.wording import tr
from ui.annotating.annotating import Annotating
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF


class NameQuestion(QWidget):
    """A sentence and a field with the name of the log-in, which often is a number; Return keeps what stands there."""

    left = Signal()  # Esc
    resized = Signal()

    def __init__(self, annotating: Annotating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotating = annotating
        self._then: Callable[[], object] | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Your name"))
        self.field.setAccessibleDescription(tr("Your codes are kept and exported under it."))
        self.field.installEventFilter(self)
        self.keep = QPushButton(tr("Keep"))
        self._problem = Text("", Role.ERROR).wrapped()
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(Text(tr("Your codes and notes are kept under this name:"), Role.SMALL).wrapped())
        column.addWidget(self.field)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._problem)
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self.answer)
        self.keep.clicked.connect(self.answer)

    def offer(self, then: Callable[[], object]) -> None:
        """Stand with the name of the coder at work, without taking the keys; once it is kept do this."""
        self._then = then
        self._problem.hide()
        self.field.setText(self._annotating.coder.name)

    def ask(self, then: Callable[[], object]) -> None:
        """Ask for the name of the coder at work, then do this."""
        self.offer(then)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> bool:
        """Keep what stands in the field, and say whether it was kept; what is wrong with it is said below."""
        session, coder, name = self._annotating.session, self._annotating.coder.id, self.field.text()
        if session.attempt(lambda: rename_coder(session.library, coder, name), failed=self._refuse) is None:
            return False
        then, self._then = self._then, None
        if then is not None:
            then()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return has kept the name: what the question stands in is not to take it for its own as well."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _refuse(self, error: UserError) -> None:
        self._problem.setText(f"{error.problem} {error.advice}")
        self._problem.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._then = None
            self.left.emit()
            return True
        return False
