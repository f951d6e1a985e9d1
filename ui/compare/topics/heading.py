"""The head of the editor: what the topic is called, its colour, and, folded up, what belongs to it in words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reader.wording import tr
from ui import theme
from ui.compare.table.toggle import Toggle
from ui.compare.topics.draft import Draft
from ui.shared.named import name_box
from ui.theme.tokens import DOT, HALF, STEP, TWO
from ui.theme.topic_colours import TOPIC_COLOURS, colour_name

_LINES = 3
_INSET = STEP - 1  # of the words from the field's edge, as in a field of one line


class Heading(QWidget):
    """Fields that write into the draft as people type.

    A name is all that a topic has to have beside a word: what else can be said of both is shown by `more`.
    """

    finished = Signal()  # the name is written, and words are to come

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.name = QLineEdit()
        self.name.setPlaceholderText("Name of the topic")
        self.name.setAccessibleName("Name of the topic")
        self.colour = QComboBox()
        name_box(self.colour, "Colour of the topic")
        self.more = Toggle()
        self.more.setText(tr("Definition, weights and where words are looked for"))
        self.definition = QPlainTextEdit()
        self.definition.hide()
        self.definition.setPlaceholderText("What belongs to the topic, and what does not, if you like")
        self.definition.setAccessibleName("Definition of the topic")
        self.definition.setTabChangesFocus(True)
        self.definition.document().setDocumentMargin(_INSET)
        row, below = QHBoxLayout(), QHBoxLayout()
        for line in (row, below):
            line.setContentsMargins(TWO, 0, TWO, 0)
        row.setSpacing(STEP)
        row.addWidget(self.name, 1)
        row.addWidget(self.colour)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(row)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(self.definition)
        column.addLayout(below)
        self.more.toggled.connect(self.definition.setVisible)
        self.name.returnPressed.connect(self.finished)
        self.name.textEdited.connect(self._name)
        self.colour.activated.connect(self._colour)
        self.definition.textChanged.connect(self._define)
        draft.changed.connect(self._follow)
        theme.changed.connect(self._size)
        self._size()

    def _name(self, text: str) -> None:
        self._draft.change(replace(self._draft.topic, name=text), "name")

    def _colour(self) -> None:
        self._draft.change(replace(self._draft.topic, colour=self.colour.currentData()))

    def _define(self) -> None:
        self._draft.change(replace(self._draft.topic, definition=self.definition.toPlainText()), "definition")

    def _follow(self) -> None:
        """Show what the draft says, without moving the cursor of who is writing it."""
        topic = self._draft.topic
        if self.name.text() != topic.name:
            self.name.setText(topic.name)
        if self.definition.toPlainText() != topic.definition:
            with QSignalBlocker(self.definition):
                self.definition.setPlainText(topic.definition)
        with QSignalBlocker(self.colour):
            self.colour.clear()
            values = dict.fromkeys([*(value for _, value in TOPIC_COLOURS), topic.colour.lower()])
            for value in values:
                self.colour.addItem(_dot(value), colour_name(value), value)
            self.colour.setCurrentIndex(self.colour.findData(topic.colour.lower()))

    def _size(self) -> None:
        height = QFontMetrics(theme.fonts.interface(theme.tokens().body)).lineSpacing()
        self.definition.setFixedHeight(_LINES * height + _INSET + HALF)


def _dot(colour: str) -> QPixmap:
    picture = QPixmap(QSize(DOT, DOT))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(0, 0, DOT, DOT)
    painter.end()
    return picture
