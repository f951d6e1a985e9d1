"""Runs the real window by its real way in, watches it, prints marks, and closes it.

python -m benchmarks.window_driver start HOME          until the comparison is painted; then the memory in use
python -m benchmarks.window_driver switch HOME         from topic to topic
python -m benchmarks.window_driver add HOME FOLDER     while FOLDER is being added
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from benchmarks.marks import MEASURED, SHOWN, mark
from reader.home import home
from ui.frame.application import application, run_window
from ui.frame.window import Window

_LOOK_MS = 2  # between two looks at the window
_QUIET = 0.06  # seconds without painting after which the window is taken to be done
_HEARTBEAT_MS = 5
_SETTLING = 1.0  # seconds of idling before memory is read


class Watch(QObject):
    """Waits until the comparison that was asked for is there and painted."""

    done = Signal(float)  # when the last painting had ended, by perf_counter

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self._ended = 0.0
        self._window: Window | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    @property
    def window(self) -> Window:
        """The program's window, once there is one."""
        assert self._window is not None
        return self._window

    def begin(self) -> None:
        """Wait for the next comparison to be there."""
        self._painted, self._ended = False, 0.0
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one by now
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        if self._window is None:
            self._window = next((top for top in QApplication.topLevelWidgets() if isinstance(top, Window)), None)
        now = time.perf_counter()
        if self._painted:
            # Painting was over before this timer could fire.
            self._painted, self._ended = False, now
        elif self._ended and now - self._ended > _QUIET and self._is_settled():
            self._timer.stop()
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # as above
            self.done.emit(self._ended)

    def _is_settled(self) -> bool:
        return self._window is not None and self._window.isVisible() and self._window.places.compare.settled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Paint:
            self._painted = True
        return super().eventFilter(watched, event)


class Start(QObject):
    """Says when the window can be used, and a little later how much memory it takes."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        watch.done.connect(self._say)
        watch.begin()

    def _say(self, ended: float) -> None:
        shown = self._watch.window.places.compare.table.presentation
        mark(SHOWN, lag=time.perf_counter() - ended, documents=len(shown.documents) if shown else 0)
        QTimer.singleShot(int(1000 * _SETTLING), self._weigh)

    def _weigh(self) -> None:
        import psutil

        memory = psutil.Process().memory_full_info()
        mark(MEASURED, rss=memory.rss, pss=getattr(memory, "pss", memory.rss))
        self._watch.window.close()


class Switch(QObject):
    """Goes through the topics twice and says how long each took from the call to the end of painting."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self._left: list[str] = []
        self._began = 0.0
        self._first = True
        self._took: dict[str, float] = {}
        watch.done.connect(self._next)
        watch.begin()

    def _next(self, ended: float) -> None:
        if self._first:
            self._first = False
            topics = [topic.id for topic in self._watch.window.session.topics]
            self._left = topics[1:] + topics
        else:
            self._took[f"{len(self._took)}"] = ended - self._began
        if not self._left:
            mark(MEASURED, **self._took)
            self._watch.window.close()
            return
        self._watch.begin()
        self._began = time.perf_counter()
        self._watch.window.places.show_topic(self._left.pop(0))


class Add(QObject):
    """Adds a folder to the running window and says the longest time for which its event loop stood still."""

    def __init__(self, watch: Watch, folder: Path) -> None:
        super().__init__()
        self._watch = watch
        self._folder = folder
        self._began = self._last = self._worked = 0.0
        self._gaps: list[tuple[float, float]] = []
        self._finished = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        watch.done.connect(self._go_on)
        watch.begin()

    def _go_on(self, _ended: float) -> None:
        session = self._watch.window.session
        session.import_ended.connect(self._end)
        self._began = self._last = time.perf_counter()
        self._worked = time.process_time()
        self._timer.start(_HEARTBEAT_MS)
        session.add_files([self._folder])

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.process_time()
        self._gaps.append((now - self._last - _HEARTBEAT_MS / 1000, worked - self._worked))
        self._last, self._worked = now, worked

    def _end(self) -> None:
        # What the last documents bring about still has to be shown.
        QTimer.singleShot(int(1000 * _SETTLING), self._say)

    def _say(self) -> None:
        self._timer.stop()
        longest, worked = max(self._gaps)
        mark(
            MEASURED,
            longest=longest,
            worked=worked,
            over_50_ms=sum(late > 0.05 for late, _ in self._gaps),
            seconds=self._last - self._began,
            documents=len(self._watch.window.session.library.documents()),
        )
        self._watch.window.close()


def main(arguments: list[str]) -> int:
    what, folder, *rest = arguments
    application()
    watch = Watch()
    driver = {"start": Start, "switch": Switch}[what](watch) if what != "add" else Add(watch, Path(rest[0]))
    status = run_window(home(Path(folder)), [])
    del driver
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
