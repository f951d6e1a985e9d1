"""Searches go on while manifestos are indexed and segments are merged, several at a time, and see each commit whole."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from indexed import Indexed, Written

from index import segments, shard
from index.search import Searcher


def test_several_search_while_manifestos_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "_ALIKE", 2)
    monkeypatch.setattr(shard, "_WHILE_WRITING", 3)
    made = Indexed(tmp_path, Written("A ferry to the quay."))
    over = threading.Event()

    def looking() -> list[tuple[int, int]]:
        seen = []
        with Searcher(made.home) as searcher:
            while not over.is_set():
                # Each manifesto has one of the one and two of the other, so a commit seen by half would show.
                ferries, lamps = searcher.search("ferry"), searcher.search('"the lamp" OR lamp*')
                assert ferries.total == len(ferries.hits)
                assert lamps.total % 2 == 0
                seen.append((ferries.total, lamps.total))
        return seen

    with ThreadPoolExecutor(3) as pool:
        running = [pool.submit(looking) for _ in range(3)]
        for number in range(12):
            made.add(Written(f"The ferry numbered {number}.\nThe lamp is lit.\nLamps burn."))
        over.set()
        for one in running:
            seen = one.result()
            assert [ferries for ferries, _ in seen] == sorted(ferries for ferries, _ in seen)
            assert [lamps for _, lamps in seen] == sorted(lamps for _, lamps in seen)
    with Searcher(made.home) as searcher:
        assert searcher.search("ferry").total == 13
        assert searcher.search("lamp").total == 24
