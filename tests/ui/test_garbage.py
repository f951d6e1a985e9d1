"""Garbage is collected, and on the GUI thread alone: elsewhere parts of the window would end while Qt uses them."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtWidgets import QApplication
from waiting import wait

from ui.frame import garbage


class Part:
    """Part of a ring that only the collector finds; it tells which thread took it down."""

    ended: list[str]

    def __init__(self, ended: list[str]) -> None:
        self.ended = ended
        self.ring = self

    def __del__(self) -> None:
        self.ended.append(threading.current_thread().name)


@pytest.fixture
def collector(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[garbage.GarbageCollector]:
    monkeypatch.setattr(garbage, "_LOOK_EVERY_MS", 10)
    gc.enable()
    made = garbage.GarbageCollector()
    yield made
    made.deleteLater()
    gc.disable()
    gc.unfreeze()


def test_garbage_of_the_background_ends_on_the_gui_thread(collector: garbage.GarbageCollector) -> None:
    ended: list[str] = []
    with ThreadPoolExecutor(1, thread_name_prefix="background") as pool:
        pool.submit(lambda: bool(Part(ended))).result()
        kept = pool.submit(lambda: [[number] for number in range(50_000)]).result()
    wait(lambda: bool(ended))
    assert ended == [threading.main_thread().name]
    assert len(kept) == 50_000
