"""The theme in use: applied to the application, asked for by what draws, announced when it changes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
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
        # Qlementine sets its own palette once more with the first events.
        QTimer.singleShot(0, app, partial(_say_pale_words, app))
    _current.tokens = now
    style.setTheme(theme_of(now))
    _say_pale_words(app)
    app.setFont(fonts.interface(now.body))
    QToolTip.setFont(fonts.interface(now.small))
    _current.changed.emit()


def _say_pale_words(app: QApplication) -> None:
    """Let what stands in empty fields be read: Qlementine's own words there are as pale as what cannot be used."""
    palette = app.palette()
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(tokens().colours.secondary))
    app.setPalette(palette)
