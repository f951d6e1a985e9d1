"""Who is coding: asked once, before the first code is kept, in the place where it was given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.errors import UserError
from reader.library.coder_edits import rename_coder
from reader.wording import tr
from ui.annotating.annotating import Annotating
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF
from ui.theme.words import caption, one_line

_SHOWN = 24  # characters of a name on the button


class NameQuestion(QWidget):
    """A sentence and a field with the name of the log-in, which often is a number; Return keeps what stands there.

    It takes no keys by itself: whoever is typing something else must not answer it by accident.
    """

    left = Signal()  # Esc
    resized = Signal()

    def __init__(self, annotating: Annotating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotating = annotating
        self._then: Callable[[], object] | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Your name"))
        self.field.setAccessibleDescription(tr("Your codes and notes are kept and exported under it."))
        self.field.installEventFilter(self)
        self.keep = QPushButton()
        self._hint = Text(tr("Tab goes to the name; Return there keeps it."), Role.SMALL).wrapped()
        self._hint.hide()
        self._problem = Text("", Role.ERROR).wrapped()
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(Text(tr("Your codes and notes are kept under this name:"), Role.SMALL).wrapped())
        column.addWidget(self.field)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        column.addWidget(self._problem)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._offer_keeping)
        self.field.returnPressed.connect(self.answer)
        self.keep.clicked.connect(self.answer)

    def offer(self, then: Callable[[], object]) -> None:
        """Stand with the name of the coder at work; once it is kept do this."""
        self._then = then
        self._problem.hide()
        self.field.setText(self._annotating.coder.name)
        self._offer_keeping()

    def ask(self, then: Callable[[], object]) -> None:
        """Do so beside something that has the keys, from where Tab leads here."""
        self.offer(then)
        self._hint.show()

    @Slot()
    def take_keys(self) -> None:
        """Let the name be typed."""
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

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
        """Return in the field has kept the name: what the question stands in is not to take it for its own as well."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.keep.hasFocus():
            self.answer()

    def _offer_keeping(self) -> None:
        """Say what Return does."""
        name = one_line(self.field.text(), _SHOWN).strip()
        self.keep.setText(caption(tr("Keep “{name}”", name=name)) if name else tr("Keep"))
        self.keep.setEnabled(bool(name))

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
