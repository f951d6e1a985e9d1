"""The line under the files that could not be read where the password of a protected one is typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from reader.library.records import QueuedFile
from ui.shared.elided import Elided
from ui.shared.password_field import FIELD_WIDTH, announce, password_field, taken
from ui.theme.tokens import THREE, TWO

REFUSED = "The password did not fit."


class PasswordLine(QWidget):
    """Speaks of one protected file at a time; Return opens it, and on demand all the others too.

    While files are being opened the line stays, with the focus in it, so that another password can be typed at once.
    """

    given = Signal(list, str, bool)  # paths, the password, and whether it is for all protected files
    left = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: list[str] = []  # the protected ones
        self._file = ""
        self._opening: set[str] = set()
        self._name = Elided()
        self.field = password_field("Kept until the program closes")
        self.field.setMaximumWidth(FIELD_WIDTH)
        self.button = QPushButton("Open")
        self.for_all = QCheckBox("Use for all protected files")
        self.field.returnPressed.connect(self._give)
        self.field.textChanged.connect(self._allow)
        self.button.clicked.connect(self._give)
        row = QHBoxLayout(self)
        row.setContentsMargins(THREE, 0, THREE, 0)
        row.setSpacing(TWO)
        row.addWidget(self._name, 2)
        row.addWidget(self.field, 2)
        row.addWidget(self.for_all)
        row.addWidget(self.button)
        self.hide()

    @property
    def opening(self) -> bool:
        """Whether a file is being tried with the password that was typed."""
        return bool(self._opening)

    @property
    def sentence(self) -> str:
        """What the line says of its file."""
        return self._name.text()

    def show_files(self, protected: Sequence[QueuedFile], chosen: str) -> None:
        """Speak of the `chosen` file if it is protected, else go on with the one before, else with the first."""
        self._files = [file.path for file in protected]
        refused = self._opening.intersection(self._files)
        if not self._opening or refused:
            order = (chosen, *sorted(refused), self._file, *self._files)
            self._file = next((path for path in order if path in self._files), "")
        if refused:
            self._opening.clear()
            announce(self.field, REFUSED)
        self._say()

    def settle(self, path: str | None = None) -> None:
        """This file has been read, or could not be; None: nothing is being read any more."""
        self._opening.intersection_update(() if path is None else self._opening - {path})
        if self._opening:
            return
        self._file = self._file if self._file in self._files else next(iter(self._files), "")
        self._say()

    def _say(self) -> None:
        name = PurePath(self._file).name
        self._name.say(f"Opening “{name}”…" if self._opening else f"Password for “{name}”")
        self.field.setAccessibleName(f"Password for “{name}”")
        self.field.setReadOnly(self.opening)
        self.for_all.setVisible(len(self._files) > 1)
        self.setVisible(bool(self._files) or self.opening)
        self._allow()

    def _allow(self) -> None:
        self.button.setEnabled(bool(self.field.text()) and not self.opening)

    def _give(self) -> None:
        if self.opening or not self.field.text():
            return
        shared = len(self._files) > 1 and self.for_all.isChecked()
        paths = self._files if shared else [self._file]
        self._opening = set(paths)
        password = taken(self.field)
        self._say()
        self.given.emit([Path(path) for path in paths], password, shared)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
