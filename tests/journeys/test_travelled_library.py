"""A library without an index in this place, or with a damaged one: it is built while people work."""

from __future__ import annotations

import shutil
from pathlib import Path

from in_compare import entries, opened

from index import generations
from reader.home import Home, home
from ui.compare.cards.entries import EntryKind
from ui.scenes.stage import Stage


def test_a_library_that_travelled_says_that_its_index_is_built_anew(stage: Stage, folder: Home, tmp_path: Path) -> None:
    there = home(Path(shutil.copytree(folder.library, tmp_path / "stick")))
    window = stage.open(there)
    assert window.strip.sentence == (
        "The search index of this library is being built. Until it is ready, Search finds less."
    )
    stage.settle(window)
    assert generations.current(there) not in (None, generations.current(folder))
    assert window.session.search("police").total
    window.close()
    again = opened(stage, there)
    assert again.strip.sentence == ""
    assert EntryKind.CARD in {entry.kind for entry in entries(again.places.compare)}


def test_an_index_that_turns_out_damaged_is_built_again_and_then_searched(stage: Stage, folder: Home) -> None:
    window = stage.open(folder)
    stage.settle(window)
    damaged = generations.current(folder)
    assert damaged is not None
    for file in damaged.glob("*/*.seg"):
        file.write_bytes(bytes(file.stat().st_size))
    window.places.go("search")
    place = window.places.search
    place.field.setText("police")
    stage.settle(window)
    assert place.passages.list.hit is not None
    assert generations.current(folder) not in (None, damaged)
