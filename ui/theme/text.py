"""Labels in the interface's three sizes and the reading face, in ink or secondary, that follow the theme."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import fonts
from ui.theme.theme import changed
from ui.theme.theme import tokens as now
from ui.theme.tokens import Tokens
from ui.theme.words import shown


class Role(StrEnum):
    """What a label is."""

    TITLE = "title"
    BODY = "body"
    STRONG = "strong"
    SECONDARY = "secondary"
    SMALL = "small"
    READING = "reading"
    READING_FAINT = "reading-faint"
    WARNING = "warning"
    ERROR = "error"


class Text(QLabel):
    """A label that looks like what it is, in both themes and at every text size. Plain text, as written."""

    def __init__(self, text: str = "", role: Role = Role.BODY, parent: QWidget | None = None) -> None:
        super().__init__(shown(text), parent)
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._dress()
        changed.connect(self._dress)

    def setText(self, text: str) -> None:
        super().setText(shown(text))

    def wrapped(self) -> Text:
        """The same label, breaking its lines."""
        self.setWordWrap(True)
        return self

    def _dress(self) -> None:
        tokens = now()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(_colour(self._role)))
        self.setPalette(palette)
        self.setFont(_font(self._role, tokens))


def _font(role: Role, tokens: Tokens) -> QFont:
    match role:
        case Role.TITLE:
            return fonts.reading(tokens.title, bold=True)
        case Role.READING | Role.READING_FAINT:
            return fonts.reading(tokens.reading)
        case Role.STRONG:
            return fonts.interface(tokens.body, bold=True)
        case Role.SMALL:
            return fonts.interface(tokens.small)
        case _:
            return fonts.interface(tokens.body)


def _colour(role: Role) -> str:
    colours = now().colours
    match role:
        case Role.ERROR:
            return colours.error
        case Role.WARNING:
            return colours.warning
        case Role.SECONDARY | Role.SMALL | Role.READING_FAINT:
            return colours.secondary
        case _:
            return colours.ink
