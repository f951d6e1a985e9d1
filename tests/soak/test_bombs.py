"""Files made to exhaust their reader cost only themselves: limits hold, nothing is fetched, nothing is written."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from bombs import BOMBS
from typeset import leaflet
from watched_reading import READING

from reader.errors import ReaderCrashed, UserError
from reader.limits import Limits, memory_in_use
from reader.model import Manifesto
from reader.pool import Pool

MIB = 1 << 20
LIMITS = Limits()
# How far a worker may come past its limit before the look that ends it.
BEYOND = 512 * MIB

pytestmark = [pytest.mark.soak, pytest.mark.timeout(400)]


class Server:
    """Listens on this machine, and counts who calls."""

    def __init__(self) -> None:
        self.calls = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with suppress(OSError):  # closed
            while True:
                caller, _ = self._socket.accept()
                self.calls += 1
                caller.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


class Peak(threading.Thread):
    """The most memory that the pool's workers held together, looked at a hundred times a second."""

    def __init__(self, pool: Pool) -> None:
        super().__init__(daemon=True)
        self.bytes = 0
        self._pool, self._over = pool, threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.01):
            self.bytes = max([self.bytes, *map(memory_in_use, self._pool.process_ids())])

    def end(self) -> None:
        self._over.set()
        self.join()


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_only_itself(name: str, tmp_path: Path, server: Server) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    bomb, harmless = BOMBS[name](folder / name, server.address), leaflet(folder)
    pages: list[float] = [time.monotonic()]
    with Pool(1, limits=LIMITS, reading=READING) as pool:
        peak = Peak(pool)
        peak.start()
        found = dict(pool.read_all([bomb, harmless], on_page=lambda *_: pages.append(time.monotonic())))
        pages.append(time.monotonic())
        peak.end()
    outcome = found[bomb]
    came = f"{outcome.code}: {outcome}" if isinstance(outcome, UserError) else f"{len(outcome.blocks)} blocks"
    print(f"\n{name:24} {pages[-1] - pages[0]:6.1f} s {peak.bytes / MIB:6.0f} MiB  {came}")  # noqa: T201  # told
    assert not isinstance(outcome, ReaderCrashed)
    assert isinstance(found[harmless], Manifesto)
    assert max(later - earlier for earlier, later in pairwise(pages)) < LIMITS.seconds + 10
    assert peak.bytes < LIMITS.memory + BEYOND
    assert server.calls == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted([bomb.name, harmless.name])
