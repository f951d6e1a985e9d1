"""On which screen one presents, or in a window: asked once where there is a choice, then remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from reader.wording import tr
from ui.present.asking import Entry, Listed, ask_list
from ui.session.settings import Settings

WINDOW = "window"  # what is remembered for no full screen at all
_SIZE = QSize(1280, 800)


def chosen(settings: Settings, screens: Sequence[QScreen]) -> str | None:
    """Where to present: the name of one of the screens, `WINDOW`, or None where people are to be asked."""
    kept = settings.now.present_on
    if kept == WINDOW or any(screen.name() == kept for screen in screens):
        return kept
    return screens[0].name() if len(screens) == 1 else None


def ask(over: QWidget, settings: Settings, screens: Sequence[QScreen], go_on: Callable[[], None]) -> None:
    """Ask on which screen, remember it, and go on."""

    def choose(name: str) -> None:
        settings.change(present_on=name)
        go_on()

    def entry(number: int, screen: QScreen) -> Entry:
        size = screen.size()
        here = tr(", where this window is") if screen is over.screen() else ""
        words = tr("Screen {number}{here}", number=number, here=here)
        return Entry(words, f"{screen.name()} {size.width()} × {size.height()}", lambda: choose(screen.name()))

    entries = [entry(number, screen) for number, screen in enumerate(screens, 1)]
    entries.append(Entry(tr("In a window, for sharing the screen"), "", lambda: choose(WINDOW)))
    other = next((at for at, screen in enumerate(screens) if screen is not over.screen()), 0)
    ask_list(over, Listed(tr("Where do you want to present?"), "", entries, other), tr("Where to present"))


def show_on(window: QWidget, name: str) -> None:
    """Show the window full on the screen of this name, or as a window for `WINDOW`.

    The screen is set before the window fills it: Wayland moves no window afterwards.
    """
    screen = next((one for one in QGuiApplication.screens() if one.name() == name), None)
    if name == WINDOW or screen is None:
        room = window.screen().availableGeometry()
        size = _SIZE.boundedTo(room.size())
        at = room.center() - QRect(0, 0, size.width(), size.height()).center()
        window.showNormal()
        window.setGeometry(QRect(at, size))
        return
    if window.isFullScreen():
        window.showNormal()
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()


def next_screen(now: QScreen) -> str | None:
    """The name of the screen after this one, None where there is only one."""
    screens = QGuiApplication.screens()
    if len(screens) < 2:
        return None
    return screens[(screens.index(now) + 1) % len(screens)].name()
