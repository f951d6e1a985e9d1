"""What stands in place of an empty table: what belongs here, and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.library.records import ManifestoSet
from ui.shared.sources import SourceLinks
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, SIX, STEP, TWO


class EmptyLibrary(QWidget):
    """A heading, a sentence, the buttons that add manifestos, and where they are found."""

    add_files = Signal()
    add_folder = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", Role.TITLE)
        self._advice = Text("", Role.SECONDARY).wrapped()
        self._advice.setFixedWidth(MEASURE)
        self._advice.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._files, self._folder = QPushButton("Add files"), QPushButton("Add folder")
        self._files.setDefault(True)
        self._files.clicked.connect(self.add_files)
        self._folder.clicked.connect(self.add_folder)
        self._found = Text("Where manifestos are found", Role.STRONG)
        self._sources = SourceLinks()
        self._sources.setFixedWidth(MEASURE + 3 * SIX)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addStretch()
        buttons.addWidget(self._folder)
        buttons.addWidget(self._files)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(TWO)
        layout.addStretch(2)
        layout.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._advice, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(buttons)
        layout.addSpacing(TWO)
        layout.addWidget(self._found, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sources, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.setFocusProxy(self._files)
        self.speak_of(None)

    def speak_of(self, empty: ManifestoSet | None) -> None:
        """Speak of this set, or of the whole library."""
        if empty is None:
            self._title.setText("No manifestos yet")
            self._advice.setText("Drop PDF or text files, or a whole folder, anywhere in this window.")
        else:
            self._title.setText(f"Nothing in “{empty.name}” yet")
            self._advice.setText("Select manifestos under All manifestos, then press Ctrl+Shift+N to add them here.")
        for widget in (self._files, self._folder, self._found, self._sources):
            widget.setVisible(empty is None)
