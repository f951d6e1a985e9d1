"""What stands in the place of pages while nobody has given the original's password: a sentence, and a field for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QPushButton, QWidget

from ui.shared.password_field import FIELD_WIDTH, announce, password_field, taken
from ui.shared.placeholder import Placeholder
from ui.theme.tokens import STEP

_HEADING = "The original is protected by a password"
_ASKED = "Type its password to see the pages as they were printed. It is kept until the program closes, never stored."
_REFUSED = "The password did not fit. Try another one, or read the text."
_TRYING = "Opening the original…"


class PageLock(Placeholder):
    """Asks for a password; what was typed last is tried until `ask` says that it did not fit."""

    given = Signal(str)
    text_wanted = Signal()

    def __init__(self, pages: QAbstractScrollArea) -> None:
        row = QWidget()
        super().__init__(row, parent=pages.viewport())
        self._pages = pages
        self._trying = False
        self.field = password_field()
        self.field.setAccessibleName("Password of the original")
        self.field.setMaximumWidth(FIELD_WIDTH)
        self._open = QPushButton("Open")
        self._text = QPushButton("Read the text")
        self.field.returnPressed.connect(self._give)
        self.field.textChanged.connect(self._allow)
        self._open.clicked.connect(self._give)
        self._text.clicked.connect(self.text_wanted)
        self._fill(row)
        self.hide()

    def cover(self) -> None:
        """Ask in the place of the pages; the password is typed where the pages would have the focus."""
        focused = self.window().focusWidget() is self._pages
        self.setGeometry(self._pages.viewport().rect())
        self._pages.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ask()
        self._pages.setFocusProxy(self.field)
        if focused:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Give the place and the focus back to the pages."""
        if self.isHidden():
            return
        focused = self.isAncestorOf(self.window().focusWidget() or self._pages)
        self._pages.setFocusProxy(None)  # type: ignore[arg-type]  # the stub does not know that None takes it away
        self.forget()
        self._pages.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        if focused:
            self._pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask for the password; if one is being tried, say that it did not fit."""
        if self._trying:
            self._say(_REFUSED, trying=False)
            announce(self.field, _REFUSED)
        elif self.isHidden():
            self._say(_ASKED, trying=False)
        self.show()

    def forget(self) -> None:
        """Go away, with what was typed."""
        self._trying = False
        self.field.clear()
        self.hide()

    def _say(self, sentence: str, *, trying: bool) -> None:
        self._trying = trying
        self.say(_HEADING, sentence)
        self.field.setReadOnly(trying)
        self.field.setAccessibleDescription(sentence)
        self._allow()

    def _allow(self) -> None:
        self._open.setEnabled(bool(self.field.text()) and not self._trying)

    def _give(self) -> None:
        if self.field.text() and not self._trying:
            password = taken(self.field)
            self._say(_TRYING, trying=True)
            self.given.emit(password)

    def _fill(self, row: QWidget) -> None:
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(STEP)
        line.addStretch(1)
        line.addWidget(self.field, 100)
        line.addWidget(self._open)
        line.addWidget(self._text)
        line.addStretch(1)
