"""Fills a document with a manifesto, a little at each turn of the event loop, so that the window never waits."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from reader.model import Block
from ui.manifesto.flow import append
from ui.manifesto.typesetting import Typesetting

# What one turn may take, and how many blocks the first one adds: a screenful.
_TURN_MS = 12.0
_FIRST = 24
_MOST = 200


class Filling(QObject):
    """Adds blocks to a document until all are there. A new `start` forgets what was still to come."""

    advanced = Signal(int)  # so many blocks are there now
    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)
        self._cursor = QTextCursor()
        self._blocks: tuple[Block, ...] = ()
        self._setting: Typesetting | None = None
        self._done = 0
        self._step = _FIRST

    @property
    def blocks(self) -> int:
        """How many blocks are there now."""
        return self._done

    @property
    def filled(self) -> bool:
        """Whether nothing is still to come."""
        return self._done >= len(self._blocks)

    def start(self, document: QTextDocument, blocks: tuple[Block, ...], setting: Typesetting) -> None:
        """Begin to fill the empty document; the first turn is taken at once."""
        self._cursor = QTextCursor(document)
        self._blocks, self._setting = blocks, setting
        self._done, self._step = 0, _FIRST
        self._timer.start()
        self._turn()

    def stop(self) -> None:
        """Leave the document as it is."""
        self._timer.stop()
        self._blocks, self._done = (), 0
        self._cursor = QTextCursor()

    def _turn(self) -> None:
        if self._setting is None or self.filled:
            self._timer.stop()
            self.finished.emit()
            return
        began = time.perf_counter()
        some = self._blocks[self._done : self._done + self._step]
        self._cursor.beginEditBlock()
        append(self._cursor, some, self._setting)
        self._cursor.endEditBlock()  # lays them out
        self._done += len(some)
        self.advanced.emit(self._done)
        took = (time.perf_counter() - began) * 1000
        self._step = max(1, min(_MOST, round(len(some) * min(2.0, _TURN_MS / max(took, 0.1)))))
