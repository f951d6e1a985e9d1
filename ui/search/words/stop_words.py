"""The stop list of a language, seen and edited: the program's own until people change it, and again when they want."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from index.words.stop_lists import as_file, listed, own_file, own_words, shipped
from reader.errors import UserError
from reader.language import language_name
from reader.wording import tr
from ui.session.session import Session
from ui.shared.file_writing import write_file
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, STEP, THREE, TWO
from ui.theme.words import give_tip


class StopWords(Surface):
    """A text with a word a line. What is saved is a file of the user's, which other programs may edit too."""

    changed = Signal()
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._language = ""
        self._title = Text("", Role.TITLE)
        self._where = Text("", Role.SECONDARY).wrapped()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Stop words, one a line"))
        self.text.setTabChangesFocus(True)
        self.save = QPushButton(tr("Save"))
        self.save.setDefault(True)
        self.back_to_own = QPushButton(tr("The program’s list"))
        give_tip(self.back_to_own, tr("Take your own list away, and use the one that the program brings."))
        self.close_button = QPushButton(tr("Close"))
        give_tip(self.close_button, tr("Leave the list as it was."))
        self._lay_out()
        self.save.clicked.connect(self._save)
        self.back_to_own.clicked.connect(self._take_away)
        self.close_button.clicked.connect(self.closed)

    def show_list(self, language: str) -> None:
        """Show the list of this language (a code)."""
        self._language = language
        name = language_name(language) or language
        settings = self._session.home.settings
        self._title.setText(tr("Stop words of {language}", language=name))
        try:
            own = own_words(settings, language)
        except UserError as error:
            own = ()
            self._session.say_problem(error)
        words = shipped(language) if own is None else own
        self.text.setPlainText(as_file(words))
        self.back_to_own.setEnabled(own is not None)
        self._where.setText(
            tr("These words are left out of lists. The list is the program’s own until you save another.")
            if own is None
            else tr("Your own list, kept in the settings folder as {file}.", file=own_file(settings, language).name)
        )

    def take_focus(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        try:
            write_file(own_file(self._session.home.settings, self._language), as_file(listed(self.text.toPlainText())))
        except UserError as error:
            self._session.say_problem(error)
            return
        self._finish()

    def _take_away(self) -> None:
        own_file(self._session.home.settings, self._language).unlink(missing_ok=True)
        self._finish()

    def _finish(self) -> None:
        self.changed.emit()
        self.closed.emit()

    def _lay_out(self) -> None:
        self.text.setMaximumWidth(MEASURE)
        self._where.setMaximumWidth(MEASURE)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        for button in (self.back_to_own, self.close_button, self.save):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(THREE, TWO, THREE, TWO)
        column.setSpacing(STEP)
        for widget in (self._title, self._where):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
