"""The theme in use: applied to the application, asked for by what draws, announced when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolTip
from PySide6Qlementine import AutoIconColor

from ui.theme import fonts
from ui.theme.qlementine import theme_of
from ui.theme.style import Style
from ui.theme.tokens import Tokens, tokens_for


class _Current(QObject):
    """The tokens in use, and the one signal that they have changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = tokens_for(dark=False)


_current = _Current()
changed = _current.changed


def tokens() -> Tokens:
    """The tokens that everything is drawn with now."""
    return _current.tokens


def apply(app: QApplication, dark: bool, scale: float = 1.0) -> None:
    """Draw `app` in the light or dark theme from now on, with type `scale` times its usual size."""
    now = tokens_for(dark, scale)
    style = app.style()
    if not isinstance(style, Style):
        style = Style()
        style.setAutoIconColor(AutoIconColor.None_)  # our icons are drawn in their colour
        style.setAnimationsEnabled(False)  # Qt does not tell on every system whether motion is wanted
        app.setStyle(style)
    _current.tokens = now
    style.setTheme(theme_of(now))
    palette = app.palette()
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(now.colours.secondary))
    app.setPalette(palette)
    app.setFont(fonts.interface(now.body))
    QToolTip.setFont(fonts.interface(now.small))
    _current.changed.emit()
