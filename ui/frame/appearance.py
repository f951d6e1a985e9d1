"""Light or dark, the size of text, and single-letter keys: as people set them, kept in the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.actions.offered import Actions
from ui.session.settings import THEMES, Settings
from ui.theme.tokens import SCALES

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}


class Appearance(QObject):
    """Applies the settings to the application, and again whenever they or the system change."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(settings)
        self._app = app
        self._settings = settings
        self._actions: Actions | None = None
        self._applied: tuple[bool, float] | None = None
        self._apply()
        settings.changed.connect(self._apply)
        app.styleHints().colorSchemeChanged.connect(self._apply)

    def connect_actions(self, actions: Actions) -> None:
        """Let these actions change it, and show in them how it is."""
        self._actions = actions
        for name in THEMES:
            actions.connect(f"theme-{name}", lambda _on, name=name: self._choose_theme(name))
        actions.connect("larger", lambda: self._step(1))
        actions.connect("smaller", lambda: self._step(-1))
        actions.connect("usual-size", lambda: self._settings.change(text_scale=1.0))
        actions.connect("single-keys", lambda on: self._settings.change(single_keys=on))
        self._show_in_actions()

    def _choose_theme(self, name: str) -> None:
        self._settings.change(theme=name)
        self._show_in_actions()

    def _step(self, step: int) -> None:
        now = self._settings.now.text_scale
        nearest = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - now))
        self._settings.change(text_scale=SCALES[max(0, min(len(SCALES) - 1, nearest + step))])

    def _show_in_actions(self) -> None:
        if self._actions is None:
            return
        now = self._settings.now
        for name in THEMES:
            self._actions.action(f"theme-{name}").setChecked(now.theme == name)
        self._actions.action("single-keys").setChecked(now.single_keys)
        self._actions.use_single_keys(now.single_keys)

    @Slot()
    def _apply(self) -> None:
        now = self._settings.now
        hints = self._app.styleHints()
        dark = now.theme == "dark" or (now.theme == "system" and hints.colorScheme() is Qt.ColorScheme.Dark)
        if (dark, now.text_scale) != self._applied:
            self._applied = (dark, now.text_scale)
            theme.apply(self._app, dark, now.text_scale)
        self._show_in_actions()
