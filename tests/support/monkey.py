"""A monkey: does whatever can be done with the real window, at random, the same for the same seed.

python tests/support/monkey.py FOLDER SEED ACTIONS    plays once on a copy of the samples, without a screen

It exits with 1 where anything went wrong; what it did stands in FOLDER/steps.txt, last what it was about to do.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TextIO

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, QThread, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import Shiboken

from reader.home import CACHE_VARIABLE, home
from ui.frame.application import application, open_window
from ui.frame.crash import CrashHook
from ui.frame.window import Window
from ui.scenes.homes import copied_to, samples
from ui.session.settings import Settings

NOT_TRIED = frozenset({"quit"})  # it is what comes last
# What the offscreen platform says of windows and menus, and QtTest of a click where a menu has just become smaller.
HARMLESS = ("This plugin does not support", "occurs outside target window")
SIZES = ((1280, 800), (1024, 640), (960, 540), (1600, 1000))
STILL_S = 5.0
CLOSING_MS = 60_000
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
_KEYS = ["Up", "Down", "Left", "Right", "Tab", "Backtab", "Return", "Space", "Escape", "Home", "End", "PageUp"]
_KEYS += ["PageDown", "F2", "F6", "Delete", "Backspace"]
KEYS = [Qt.Key[f"Key_{name}"] for name in _KEYS]
LETTERS = "abcdefghijklmnopqrstuvwxyz123456789"
MODIFIERS = (PLAIN, PLAIN, PLAIN, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier)
TEXT = "The Quay Manifesto {}\n\nStreets\n\nWe will put {} more police officers on the quay.\n"


class Watch(logging.Handler):
    """Writes down every traceback and every warning of Qt."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        words = record.getMessage()
        from_qt = words.startswith("Qt: ") and not any(harmless in words for harmless in HARMLESS)
        if from_qt or record.levelno >= logging.ERROR:
            self.seen.append(words)


class Monkey:
    """One run: a step whenever the event loop is free, in dialogs and menus too, until all are done."""

    def __init__(self, window: Window, chance: random.Random, actions: int, steps: TextIO) -> None:
        self._window = window
        self._chance = chance
        self._left = actions
        self._steps = steps
        self._since = monotonic()
        self._ways: list[Callable[[], None]] = [self._act, self._press, self._click, self._type, self._drag, self._roll]
        self._ways += [self._resize, self._let_come]
        self._weights = [35, 28, 20, 5, 4, 4, 1, 3]
        self._waits = False
        self._acting: list[int] = []  # the levels of the event loops in which something is still being done

    def begin(self) -> None:
        QTimer.singleShot(0, self._step)

    def _step(self) -> None:
        if self._acting and self._acting[-1] == QThread.currentThread().loopLevel():
            QTimer.singleShot(0, self._step)  # what is done lets events through; it is not done yet
            return
        if self._waits and not self._window.settled and monotonic() - self._since < STILL_S:
            QTimer.singleShot(10, self._step)
            return
        self._waits = False
        if not self._left:
            self._end()
            return
        self._left -= 1
        QTimer.singleShot(0, self._step)  # before acting: a menu or a dialog is an event loop of its own
        self._acting.append(QThread.currentThread().loopLevel())
        try:
            self._chance.choices(self._ways, self._weights)[0]()
        finally:
            self._acting.pop()

    def _end(self) -> None:
        self._say("close")
        popup = QApplication.activePopupWidget()
        others = [each for each in QApplication.topLevelWidgets() if each is not self._window and each.isVisible()]
        if popup or others:  # each may be an event loop that must end first
            for each in [popup] if popup else others:
                each.close()
            QTimer.singleShot(0, self._end)
        else:
            self._window.close()

    def _say(self, what: str) -> None:
        self._steps.write(f"{self._left} {what}\n")
        self._steps.flush()

    def _target(self) -> QWidget:
        """The window, dialog or menu that has the keys and the mouse now."""
        widget = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
        return widget or self._window

    def _point(self, target: QWidget) -> QPoint:
        return QPoint(self._chance.randrange(max(1, target.width())), self._chance.randrange(max(1, target.height())))

    def _act(self) -> None:
        actions = self._window.session.actions
        if QApplication.activeModalWidget():  # its window is all that answers
            self._press()
            return
        name = self._chance.choice(sorted(spec.id for spec in actions.offered() if spec.id not in NOT_TRIED))
        self._say(name)
        actions.action(name).trigger()

    def _press(self) -> None:
        key, modifier = self._chance.choice(KEYS), self._chance.choice(MODIFIERS)
        self._say(f"key {key.name} {modifier.name}")
        target = self._target()
        if modifier is PLAIN:
            _send(target, QTest.keyPress, key)
            _send(target, QTest.keyRelease, key)
            return
        # QTest would let go of Shift and Alt too, in a window that may have gone with the key.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            _send(target, QApplication.sendEvent, QKeyEvent(kind, key, modifier))

    def _type(self) -> None:
        for letter in self._chance.choices(LETTERS, k=self._chance.randint(1, 6)):
            self._say(f"type {letter}")
            target = self._target()
            _send(target, QTest.keyPress, letter)
            _send(target, QTest.keyRelease, letter)

    def _click(self) -> None:
        target = self._target()
        point, way = self._point(target), self._chance.choices(("left", "right", "double"), (8, 1, 1))[0]
        self._say(f"{way} click at {point.x()}, {point.y()}")
        button = Qt.MouseButton.RightButton if way == "right" else LEFT
        for _ in range(2 if way == "double" else 1):
            _send(target, QTest.mousePress, button, PLAIN, point)
            _send(target, QTest.mouseRelease, button, PLAIN, point)

    def _drag(self) -> None:
        target = self._target()
        begin, end = self._point(target), self._point(target)
        self._say(f"drag {begin.x()}, {begin.y()} to {end.x()}, {end.y()}")
        _send(target, QTest.mousePress, LEFT, PLAIN, begin)
        for part in (1, 2, 3):
            _send(target, QTest.mouseMove, begin + (end - begin) * (part / 3))
        _send(target, QTest.mouseRelease, LEFT, PLAIN, end)

    def _roll(self) -> None:
        target = self._target()
        point, turned = self._point(target), QPoint(0, self._chance.choice((-360, -120, 120, 360)))
        modifier = self._chance.choice((PLAIN, PLAIN, Qt.KeyboardModifier.ControlModifier))
        self._say(f"wheel {turned.y()} {modifier.name}")
        phase, here = Qt.ScrollPhase.NoScrollPhase, QPointF(target.mapToGlobal(point))
        none = Qt.MouseButton.NoButton
        event = QWheelEvent(QPointF(point), here, QPoint(), turned, none, modifier, phase, False)
        _send(target, QApplication.sendEvent, event)

    def _resize(self) -> None:
        size = QSize(*self._chance.choice(SIZES))
        self._say(f"resize to {size.width()} x {size.height()}")
        self._window.resize(size)
        QApplication.processEvents()

    def _let_come(self) -> None:
        self._say("wait")
        self._waits, self._since = True, monotonic()


def _send(target: QWidget, do: Callable[..., object], *what: object) -> None:
    """Send it to the window of `target` as the system does, unless what came before has closed that."""
    if Shiboken.isValid(target) and target.isVisible() and (handle := target.windowHandle()):
        do(handle, *what)


def tame(folder: Path, chance: random.Random) -> None:
    """Let nothing out of `folder`: files are chosen there at random, or none; nothing is opened elsewhere."""
    files = folder / "files"
    files.mkdir()
    for number in (1, 2, 3):
        (files / f"{number}.txt").write_text(TEXT.format(number, number), encoding="utf-8")
    (files / "no.toml").write_text("[[[", encoding="utf-8")

    def some(*_: object, **__: object) -> tuple[list[str], str]:
        return [str(path) for path in chance.sample(sorted(files.iterdir()), chance.randint(0, 2))], ""

    def one(*_: object, **__: object) -> tuple[str, str]:
        return chance.choice(["", str(chance.choice(sorted(files.iterdir())))]), ""

    def place(_over: QWidget, _title: str, proposed: str = "", *_: object, **__: object) -> tuple[str, str]:
        return chance.choice(["", str(folder / f"saved-{chance.randrange(9)}{Path(proposed).suffix}")]), ""

    replaced: dict[str, Callable[..., object]] = {
        "getOpenFileNames": some,
        "getOpenFileName": one,
        "getSaveFileName": place,
        "getExistingDirectory": lambda *_, **__: chance.choice(["", str(files)]),
    }
    for name, instead in replaced.items():
        setattr(QFileDialog, name, staticmethod(instead))
    QDesktopServices.openUrl = staticmethod(lambda _url: True)  # type: ignore[method-assign]


def play(folder: Path, seed: int, actions: int) -> int:
    """Play once; gives the exit status."""
    chance = random.Random(seed)  # noqa: S311  # the same play for the same seed
    app = application()
    chosen = home(folder / "home")
    if not chosen.database.exists():
        copied_to(chosen, samples())
    Settings(chosen.settings).change(samples_note=chance.random() < 0.5, place=chance.choice(["compare", "library"]))
    hook, watch = CrashHook(home(folder / "logs").logs), Watch()
    hook.install()
    logging.getLogger().addHandler(watch)
    tame(folder, chance)
    window = open_window(app, chosen, (), hook)
    window.resize(*SIZES[0])
    window.show()
    window.activateWindow()
    with (folder / "steps.txt").open("w", encoding="utf-8") as steps:
        monkey = Monkey(window, chance, actions, steps)
        monkey.begin()
        QGuiApplication.setQuitOnLastWindowClosed(True)
        app.exec()
    hook.remove()
    QGuiApplication.clipboard().clear()  # the offscreen platform keeps what is in it longer than Python lives
    for words in watch.seen:
        sys.stderr.write(words + "\n")
    return 1 if watch.seen else 0


if __name__ == "__main__":
    faulthandler.enable()
    os.environ.setdefault(CACHE_VARIABLE, str(Path(sys.argv[1]) / "caches"))
    sys.exit(play(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
