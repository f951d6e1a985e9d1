"""A view of one passage in which words can be selected, with the bar beside them, and hands that code."""

from __future__ import annotations

from annotating import select
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from reader.library.codebook_edits import create_code
from reader.library.records import Document
from reader.library.verdicts import Selection
from ui.annotating.annotating import Annotating
from ui.annotating.bar import Selected, SelectionBar
from ui.session.session import Session

AT = QRect(300, 200, 300, 24)
COLUMN = QRect(200, 0, 560, 600)


class Words(QWidget):
    """A window of 1000 x 600 pixels with a column of words in its middle."""

    def __init__(self, annotating: Annotating, document: Document) -> None:
        super().__init__()
        self.resize(1000, 600)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QHBoxLayout(self).addWidget(QLabel("The words of the manifesto"))
        self._annotating = annotating
        self._document = document
        self.done: list[str] = []
        self.place: Selection | None = None
        self.bar = SelectionBar(annotating, self)

    @property
    def widget(self) -> QWidget:
        return self

    def mark(self, first: str, last: str = "") -> None:
        """Select from the first of these texts to the last."""
        self.select(select(self._annotating.session.library, self._document, first, last))

    def select(self, place: Selection) -> None:
        self.place = place
        library = self._annotating.session.library
        block = library.block(self._document.id, place.first_block)
        assert block is not None
        end = place.end if place.last_block == place.first_block else len(block.text)
        self.bar.offer(Selected(self._document.id, place, block.text[place.start : end]), AT, COLUMN)

    def copy(self) -> None:
        self.done.append("copy")

    def collect(self) -> None:
        self.done.append("collect")


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def type_(text: str) -> None:
    """Type where the focus is after each letter."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)


def codings(shared: Annotating, document: Document) -> list[tuple[str, str]]:
    """Name and words of what is shown as coded."""
    return [(one.name, one.quote) for one in shared.codings(document.id)]


def codes(session: Session, *names: str) -> list[str]:
    """Make codes of these names, and give their ids."""
    made = []
    for name in names:
        edit = create_code(session.library, name)
        session.apply(edit)
        made.append(edit.changes[0].id)
    return made
