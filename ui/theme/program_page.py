"""A page of the program's own words, written in Markdown and set in its type: headings, lists, links to other pages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QKeyEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ui.theme import fonts
from ui.theme.theme import changed
from ui.theme.theme import tokens as now
from ui.theme.tokens import HALF, STEP, THREE, TWO

_LINE_HEIGHT = 145.0  # per cent
_BACK = (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


class ProgramPage(QTextBrowser):
    """Only what ships with the program is shown here, never words of manifestos or of people.

    A cursor goes through it by keys, so that screen readers read it line by line; Tab goes from link to link.
    """

    link_followed = Signal(str)
    back_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(0, 0, TWO, 0)  # the scrollbar lies over the words otherwise
        self.anchorClicked.connect(lambda url: self.link_followed.emit(url.toString()))
        changed.connect(self._set)

    def show_page(self, markdown: str, name: str) -> None:
        """Show this from its beginning; `name` is what a screen reader calls it."""
        self._markdown = markdown
        self.setAccessibleName(name)
        self._set()

    def _set(self) -> None:
        """Set the words in the type and colours of now."""
        self.document().setDefaultFont(fonts.interface(now().body))
        self.document().setIndentWidth(THREE)
        self.document().setDocumentMargin(HALF)
        self.setMarkdown(self._markdown)
        block = self.document().begin()
        while block.isValid():
            _set_block(block, first=block == self.document().begin())
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def event(self, event: QEvent) -> bool:
        """The key that leads back in the window leads back in the help while it is open."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_back(event):
            self.back_wished.emit()
        else:
            super().keyPressEvent(event)


def _is_back(event: QKeyEvent) -> bool:
    return (event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier) == _BACK


def _set_block(block: QTextBlock, *, first: bool) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    form = QTextBlockFormat()
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    after_list = block.textList() is None and block.previous().textList() is not None
    form.setTopMargin(0 if first else THREE - HALF if level else STEP if after_list else 0)
    form.setBottomMargin(HALF if level or block.textList() is not None else STEP)
    cursor.mergeBlockFormat(form)
    plain = QTextCharFormat()  # also that of the numbers and bullets of lists
    plain.setFont(_font(QFont(), level))
    plain.setForeground(QColor(now().colours.ink))
    cursor.setBlockCharFormat(plain)
    for fragment in list(_fragments(block)):
        _set_words(block, fragment, level)


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    step = block.begin()
    while not step.atEnd():
        yield step.fragment()
        step += 1  # Qt's own iterator


def _set_words(block: QTextBlock, fragment: QTextFragment, level: int) -> None:
    form = fragment.charFormat()
    cursor = QTextCursor(block)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    colours = now().colours
    form.setFont(_font(form.font(), level))
    form.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
    form.setForeground(QBrush(QColor(colours.accent if form.isAnchor() else colours.ink)))
    form.setFontUnderline(form.isAnchor())
    cursor.setCharFormat(form)


def _font(was: QFont, level: int) -> QFont:
    if level == 1:
        return fonts.reading(now().title, bold=True)
    return fonts.interface(now().body, bold=level > 1 or was.bold(), italic=was.italic())
