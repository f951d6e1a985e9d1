"""Labels in the three sizes, in ink or secondary, that follow the theme."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import fonts
from ui.theme.theme import changed
from ui.theme.theme import tokens as now


class Role(StrEnum):
    """What a label is."""

    TITLE = "title"
    BODY = "body"
    STRONG = "strong"
    SECONDARY = "secondary"
    SMALL = "small"
    ERROR = "error"


class Text(QLabel):
    """A label that looks like what it is, in both themes and at every text size. Plain text only."""

    def __init__(self, text: str = "", role: Role = Role.BODY, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._dress()
        changed.connect(self._dress)

    def wrapped(self) -> Text:
        """The same label, breaking its lines."""
        self.setWordWrap(True)
        return self

    def _dress(self) -> None:
        tokens = now()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(_colour(self._role)))
        self.setPalette(palette)
        self.setFont(_font(self._role, tokens.small, tokens.body, tokens.title))


def _font(role: Role, small: int, body: int, title: int) -> QFont:
    match role:
        case Role.TITLE:
            return fonts.reading(title, bold=True)
        case Role.STRONG:
            return fonts.interface(body, bold=True)
        case Role.SMALL:
            return fonts.interface(small)
        case _:
            return fonts.interface(body)


def _colour(role: Role) -> str:
    colours = now().colours
    if role is Role.ERROR:
        return colours.error
    return colours.secondary if role in (Role.SECONDARY, Role.SMALL) else colours.ink
