"""The index is a folder of generations; the pointer beside them names the one in use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index import generations
from reader.home import Home, home


@pytest.fixture
def place(tmp_path: Path) -> Home:
    return home(tmp_path).make()


def test_there_is_no_generation_at_first(place: Home) -> None:
    assert generations.current(place) is None


def test_a_new_generation_takes_the_place_of_the_old_one(place: Home) -> None:
    first = generations.make(place)
    second = generations.make(place)
    assert generations.current(place) == second != first
    generations.clean(place)
    assert not first.exists()
    assert second.is_dir()


def test_a_condemned_generation_is_not_used_again_but_its_successor_is(place: Home) -> None:
    first = generations.make(place)
    generations.condemn(place, first)
    assert generations.current(place) is None
    second = generations.make(place)
    generations.condemn(place, first)
    assert generations.current(place) == second


@pytest.mark.parametrize(
    "pointer", ["", "{", "[]", "null", '{"generation": 5}', '{"generation": "../elsewhere"}', "\ufffd"]
)
def test_a_pointer_that_makes_no_sense_points_nowhere(place: Home, pointer: str) -> None:
    generations.make(place)
    (generations.folder(place) / "current.json").write_text(pointer, encoding="utf-8")
    assert generations.current(place) is None


def test_a_generation_of_another_version_is_not_used(place: Home) -> None:
    generations.make(place)
    pointer = generations.folder(place) / "current.json"
    named = json.loads(pointer.read_text())
    pointer.write_text(json.dumps(named | {"version": generations.VERSION + 1}))
    assert generations.current(place) is None


def test_nothing_outside_the_index_folder_is_ever_opened(place: Home, tmp_path: Path) -> None:
    generations.make(place)
    pointer = generations.folder(place) / "current.json"
    named = json.loads(pointer.read_text())
    (tmp_path / "planted").mkdir()
    pointer.write_text(json.dumps(named | {"generation": str(tmp_path / "planted")}))
    assert generations.current(place) is None
    pointer.write_text(json.dumps(named | {"generation": "../../planted"}))
    assert generations.current(place) is None


def test_what_an_interrupted_swap_left_behind_is_cleaned_away(place: Home) -> None:
    kept = generations.make(place)
    (generations.folder(place) / "current.4711").write_text("{")
    (generations.folder(place) / "half-made").mkdir()
    generations.clean(place)
    assert sorted(entry.name for entry in generations.folder(place).iterdir()) == sorted(["current.json", kept.name])
