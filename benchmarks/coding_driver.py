"""Codes in the real window by keys, goes through Notes, prints how long everything took, and closes it.

python -m benchmarks.coding_driver HOME     a home of benchmarks.coding, which this changes
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from benchmarks.marks import MEASURED, mark
from benchmarks.window_driver import Watch
from reader.home import home
from ui.annotating.annotating import annotating
from ui.frame.application import application, run_window
from ui.frame.window import Window
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import Place

BARE = "Bare"  # how the titles of manifestos without annotations begin
_HEARTBEAT_MS = 5
_CODED = 20  # keys pressed in each manifesto
_LONGEST_WAIT = 10.0  # seconds
_TYPED_IN_PICKER, _TYPED_IN_NOTES = "code 277", "ferry"


class Painted(QObject):
    """Whether a widget has been painted since it was asked to look; what is to be done just before that."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.before: Callable[[], None] | None = None
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Paint:
            if self.before is not None:
                self.before()
            self.seen = True
        return False


class Heart(QObject):
    """The longest time between two beats of a timer, for each part of the work."""

    def __init__(self) -> None:
        super().__init__()
        self.longest: dict[str, float] = {}
        self._part = ""
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_HEARTBEAT_MS)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """What stands still from here on belongs to this part."""
        self._part, self._last = name, time.perf_counter()
        yield
        rest()
        self._beat()
        self._part = ""

    def _beat(self) -> None:
        now = time.perf_counter()
        if self._part:
            late = now - self._last - _HEARTBEAT_MS / 1000
            self.longest[self._part] = max(late, self.longest.get(self._part, 0.0))
        self._last = now


def turn() -> None:
    """Let the window work for a millisecond: what is in the background is not kept from its own."""
    loop = QEventLoop()
    QTimer.singleShot(1, loop.quit)
    loop.exec()


def wait(until: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    began = time.perf_counter()
    while not until():
        assert time.perf_counter() - began < _LONGEST_WAIT
        turn()


def rest() -> None:
    """Let everything come that one act brings about, also from the background."""
    ended = time.perf_counter() + 0.2
    wait(lambda: time.perf_counter() > ended)


class Taken(NamedTuple):
    """Seconds by the clock, and those that the thread of the GUI had the processor, which others use too."""

    clock: float
    worked: float


def until_painted(painted: Painted, act: Callable[[], object], also: Callable[[], bool] = lambda: True) -> Taken:
    """From an act to the end of the painting that it brings about."""
    painted.seen = False
    began, worked = time.perf_counter(), time.thread_time()
    act()
    while not (painted.seen and also()):
        assert time.perf_counter() - began < _LONGEST_WAIT
        turn()
    return Taken(time.perf_counter() - began, time.thread_time() - worked)


class Code(QObject):
    """Does all of it once."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self._took: dict[str, list[Taken]] = {}
        watch.done.connect(lambda _: QTimer.singleShot(0, self._run))
        watch.begin()

    @property
    def _window(self) -> Window:
        return self._watch.window

    def _run(self) -> None:
        try:
            self._do_all()
        finally:  # also where something went wrong, which Python prints
            self._window.close()

    def _do_all(self) -> None:
        self._heart = Heart()
        window = self._window
        window.places.go("read")
        rest()
        self._open()
        self._code("coded", 40)
        self._pick()
        window.session.actions.action("read.codebook").trigger()
        rest()
        self._code("coded beside the codebook", 80)
        window.session.actions.action("read.codebook").trigger()
        self._note()
        figures: dict[str, float] = {}
        for name, took in self._took.items():
            figures[f"{name}, median"] = median(one.clock for one in took)
            figures[f"{name}, most"] = max(one.clock for one in took)
            figures[f"{name}, worked"] = median(one.worked for one in took)
        figures |= {f"{name}, still": late for name, late in self._heart.longest.items()}
        mark(MEASURED, **figures)

    def _add(self, name: str, took: Taken) -> None:
        self._took.setdefault(name, []).append(took)

    def _open(self) -> None:
        """Manifestos with annotations and the same ones without, by turns; the first of each is not counted."""
        read = self._window.places.read
        painted = Painted(read.views.text.viewport())
        every = self._window.session.library.documents()
        bare = [one for one in every if one.title.startswith(BARE)]
        coded = [one for one in every if not one.title.startswith(BARE)][: len(bare)]
        with self._heart.part("opening"):
            for number, pair in enumerate(zip(bare, coded, strict=True)):
                for name, document in zip(("bare", "annotated"), pair, strict=True):
                    shown = until_painted(
                        painted,
                        lambda document=document: read.open_passage(document.id, None, "text"),  # type: ignore[misc]  # bound for this one
                        lambda document=document: read.manifesto is not None and read.manifesto.document == document,  # type: ignore[misc]  # as above
                    )
                    if number:
                        self._add(name, shown)
                    wait(lambda: read.settled)
                    rest()

    def _code(self, name: str, start: int) -> None:
        """Put codes on sentences by digits, with the marks of a hundred others in the manifesto."""
        read, session = self._window.places.read, self._window.session
        view = read.views.text
        painted = Painted(view.viewport())
        assert read.manifesto is not None
        blocks = [at for at, block in enumerate(read.manifesto.shown) if len(block.text) > 60][start : start + _CODED]
        file = sqlite3.connect(session.home.database)
        shared = annotating(session)

        def on_disk() -> bool:
            row = file.execute("SELECT 1 FROM annotations WHERE id = ?", (shared.chosen,)).fetchone()
            return row is not None

        with self._heart.part(name):
            for number, block in enumerate(blocks):
                read.views.go_to(Place(block))
                read.views.select([Found(block, 0, 50)])
                rest()
                assert read.marking.bar.open
                before = shared.chosen
                took = until_painted(
                    painted,
                    lambda number=number: QTest.keyClick(view, Qt.Key(Qt.Key.Key_1 + number % 9)),  # type: ignore[misc]  # as above
                )
                self._add(name, took)
                assert shared.chosen != before
                assert on_disk()
                rest()
            wait(lambda: read.settled)  # the codebook counts after a pause
        file.close()

    def _pick(self) -> None:
        """Find a code by typing."""
        bar = self._window.places.read.marking.bar
        picker = bar.picker
        with self._heart.part("picking"):
            for _ in range(3):
                bar.pick()
                rest()
                painted = Painted(picker.field)  # painted with the list below it, which may be the same
                for letter in _TYPED_IN_PICKER:
                    self._add("picked", until_painted(painted, partial(QTest.keyClicks, picker.field, letter)))
                rest()
                assert picker.codes.shown[0].code.name.casefold() == _TYPED_IN_PICKER
                QTest.keyClick(picker.field, Qt.Key.Key_Escape)
                rest()

    def _note(self) -> None:
        """Go to Notes, and narrow its rows by typing and by taking letters away."""
        places = self._window.places
        with self._heart.part("notes"):
            began, worked = time.perf_counter(), time.thread_time()
            places.go("notes")
            wait(lambda: bool(places.notes.model.found) and places.notes.settled)
            self._add("notes", Taken(time.perf_counter() - began, time.thread_time() - worked))
            rest()
        notes = places.notes
        painted = Painted(notes.table.viewport())
        keys = [*_TYPED_IN_NOTES, *(Qt.Key.Key_Backspace for _ in _TYPED_IN_NOTES)]
        with self._heart.part("filtering"):
            for key in keys:
                if isinstance(key, str):
                    took = until_painted(painted, lambda key=key: QTest.keyClicks(notes.facets.field, key))  # type: ignore[misc]  # as above
                else:
                    took = until_painted(painted, lambda key=key: QTest.keyClick(notes.facets.field, key))  # type: ignore[misc]  # as above
                self._add("filtered", took)
                rest()


def main(arguments: list[str]) -> int:
    application()
    watch = Watch()
    driver = Code(watch)
    status = run_window(home(Path(arguments[0])), [])
    del driver
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
