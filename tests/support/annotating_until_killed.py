"""Annotates in Read of the real window, by its keys, until it is killed; and what the parent finds afterwards.

python tests/support/annotating_until_killed.py LIBRARY SEED    without a screen

Each time the window has told that marks are different, what it shows goes out as one line: the coded words and memos
of the manifesto, and the codebook. The first line is what it shows at its start.
"""

from __future__ import annotations

import faulthandler
import json
import os
import random
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.home import home
from reader.library import memos
from reader.library.library import Library
from ui.annotating.annotating import Annotating, annotating
from ui.frame.application import application, claim_or_ask
from ui.frame.crash import CrashHook
from ui.frame.window import Window
from ui.scenes.stage import Stage

# By id: codes with their names, and codings with code, places, words and memos.
State: TypeAlias = dict[str, dict[str, object]]

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
WORDS = ("lamps", "harbour", "homes", "wages", "schools", "trams", "fish", "taxes", "water", "woods")
_MOST_CODES = 30


def kept(library: Library, document: str) -> State:
    """The same as the window tells, from the disk."""
    written: dict[str, list[str]] = {}
    for memo in library.read(partial(memos.of_annotations_in, document=document)):
        written.setdefault(memo.subject, []).append(memo.text)
    codings = {
        one.annotation.id: [
            one.annotation.target,
            [[span.block, span.start, span.end] for span in one.spans],
            one.annotation.anchor.quote,
            written.get(one.annotation.id, []),
        ]
        for one in library.coded(document)
    }
    return {"codes": {code.id: code.name for code in library.codebook().codes}, "codings": dict(codings)}


def shown(annotating: Annotating, document: str) -> State:
    codings = {
        one.id: [
            one.code.id if one.code is not None else "",
            [[span.block, span.start, span.end] for span in one.spans],
            one.quote,
            [memo.text for memo in one.memos],
        ]
        for one in annotating.all_codings(document)
    }
    return {"codes": {code.id: code.name for code in annotating.codebook.codes}, "codings": dict(codings)}


class Coder:
    """Somebody who codes at random, the same for the same seed, by the keys of Read and of the bar alone."""

    def __init__(self, window: Window, document: str, chance: random.Random) -> None:
        self._chance = chance
        self._read = window.places.read
        self._document = document
        self._annotating = annotating(window.session)
        self._ways: tuple[tuple[Callable[[], None], int], ...] = (
            (self._code, 8),
            (self._new_code, 3),
            (self._memo, 4),
            (self._move_ends, 4),
            (self._remove, 2),
            (self._undo, 4),
            (self._redo, 2),
        )
        self._annotating.changed.connect(self._tell)

    def code_on(self) -> None:
        """Until the end of the process."""
        self._tell()
        acts, weights = zip(*self._ways, strict=True)
        while True:
            self._chance.choices(acts, weights)[0]()
            QApplication.processEvents()

    def _tell(self, _document: str = "") -> None:
        sys.stdout.write(json.dumps(shown(self._annotating, self._document)) + "\n")
        sys.stdout.flush()

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._read.views.currentWidget(), key, modifiers)

    def _type(self, words: str) -> None:
        for letter in words:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClicks(focused, letter)

    def _select(self) -> None:
        """A word, a sentence or a paragraph anywhere, and sometimes more."""
        text = self._read.views.text
        text.setFocus()
        self._press(Qt.Key.Key_Escape)
        cursor = QTextCursor(text.document())
        cursor.setPosition(self._chance.randrange(text.document().characterCount() - 1))
        text.setTextCursor(cursor)
        for _ in range(self._chance.randint(1, 3)):
            self._press(Qt.Key.Key_F8)
        if self._chance.random() < 0.1:
            self._press(Qt.Key.Key_Down, CONTROL | SHIFT)

    def _code(self) -> None:
        self._select()
        self._press(Qt.Key(Qt.Key.Key_1 + self._chance.randrange(9)))

    def _new_code(self) -> None:
        if len(self._annotating.codebook) >= _MOST_CODES:
            self._undo()
            return
        self._select()
        self._press(Qt.Key.Key_Space)
        self._type(f"{self._chance.choice(WORDS)}{self._chance.randrange(1_000)}")
        self._press(Qt.Key.Key_Return)

    def _memo(self) -> None:
        if self._chance.random() < 0.5:
            self._code()
        else:
            self._select()
        self._press(Qt.Key.Key_M)
        self._type(self._chance.choice(WORDS))
        self._press(Qt.Key.Key_Return)

    def _move_ends(self) -> None:
        self._code()
        modifiers = SHIFT | CONTROL if self._chance.random() < 0.5 else SHIFT
        for _ in range(self._chance.randint(1, 4)):
            self._press(self._chance.choice((Qt.Key.Key_Left, Qt.Key.Key_Right)), modifiers)
        QTest.keyRelease(self._read.views.text, Qt.Key.Key_Shift)

    def _remove(self) -> None:
        self._select()
        self._press(Qt.Key.Key_U)

    def _undo(self) -> None:
        for _ in range(self._chance.randint(1, 3)):
            self._press(Qt.Key.Key_Z, CONTROL)

    def _redo(self) -> None:
        for _ in range(self._chance.randint(1, 2)):
            self._press(Qt.Key.Key_Z, CONTROL | SHIFT)


def main(folder: Path, seed: int) -> None:
    app, chosen = application(), home(folder)
    # As a real start does: it takes the lock that a killed window had.
    claim = claim_or_ask(chosen, ())
    assert claim is not None
    hook = CrashHook(chosen.logs)
    hook.install()
    stage = Stage(app, dark=False, size=QSize(1280, 800))
    window = stage.open(chosen)
    document = window.session.library.documents()[0].id
    window.places.go("read")
    window.places.read.open_passage(document, None, "text")
    stage.settle(window)
    Coder(window, document, random.Random(seed)).code_on()  # noqa: S311  # the same keys for the same seed


if __name__ == "__main__":
    faulthandler.enable()
    main(Path(sys.argv[1]), int(sys.argv[2]))
