"""What the window remembers."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from full import files_of_at_most

from reader.errors import DiskFull, NotWritable, UserError
from ui.session.settings import Remembered, Settings


def test_what_was_changed_is_there_at_the_next_start(tmp_path: Path) -> None:
    Settings(tmp_path).change(theme="dark", text_scale=1.3, place="read", single_keys=False)
    now = Settings(tmp_path).now
    assert (now.theme, now.text_scale, now.place, now.single_keys) == ("dark", 1.3, "read", False)


def test_each_place_keeps_its_own_state(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.change(places={"compare": {"topic": "vawg"}, "read": {"view": "page"}})
    assert Settings(tmp_path).now.places == {"compare": {"topic": "vawg"}, "read": {"view": "page"}}


@pytest.mark.parametrize("content", ["", "{", "[]", '"x"', "\x00\x01", '{"theme": 3, "text_scale": "big"}'])
def test_a_damaged_file_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "window.json").write_text(content, encoding="utf-8")
    assert Settings(tmp_path).now == Remembered()


def test_what_is_wrong_in_the_file_does_not_spoil_the_rest(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text(json.dumps({"theme": "light", "single_keys": "no", "novel": 1}), "utf-8")
    now = Settings(tmp_path).now
    assert now.theme == "light"
    assert now.single_keys is True


@pytest.mark.parametrize(
    "field",
    [
        '"text_scale": NaN',
        '"text_scale": 1e999',
        '"text_scale": -3',
        '"text_scale": 12345678901234567890123',
        '"text_scale": true',
        '"theme": "puce"',
        '"theme": ["dark"]',
        '"place": "../x"',
        '"geometry": "' + "A" * 100_000 + '"',
        '"collection": 5',
        '"citation_style": ["apa"]',
        '"places": []',
    ],
)
def test_each_value_is_looked_at_and_nonsense_is_as_at_a_first_start(tmp_path: Path, field: str) -> None:
    (tmp_path / "window.json").write_text(f'{{"single_keys": false, {field}}}', encoding="utf-8")
    assert Settings(tmp_path).now == Remembered(single_keys=False)


def test_every_value_that_is_remembered_comes_back(tmp_path: Path) -> None:
    changed: dict[str, Any] = {
        "theme": "light",
        "text_scale": 1.5,
        "single_keys": False,
        "place": "library",
        "geometry": "AdnQywAD",
        "samples_note": False,
        "importing": True,
        "collection": "c-1",
        "citation_style": "mhra",
        "folder": "essays",
        "folder_accepted": "a-folder",
        "coder": "anna",
        "coders_shown": "mine",
        "present_on": "window",
        "advice": "Talk to your form tutor.",
        "topic_fields": True,
        "places": {"read": {"view": "page"}},
    }
    assert set(changed) == {each.name for each in fields(Remembered)}
    Settings(tmp_path).change(**changed)
    assert Settings(tmp_path).now == Remembered(**changed)


@pytest.mark.parametrize("content", ["[" * 100_000, r'{"geometry": "\ud800"}', '{"theme": "dark"}' + " " * 1_000_000])
def test_a_file_that_nobody_wrote_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "window.json").write_text(content, encoding="utf-8")
    assert Settings(tmp_path).now == Remembered()


def test_a_folder_that_cannot_be_written_spoils_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    settings = Settings(blocked / "settings")
    settings.change(theme="dark")
    assert settings.now.theme == "dark"
    assert "could not be kept" in caplog.text


def test_what_cannot_be_kept_is_said_once_and_again_after_it_could(tmp_path: Path) -> None:
    (tmp_path / "settings").touch()
    settings = Settings(tmp_path / "settings")
    said: list[UserError] = []
    settings.not_kept.connect(said.append)
    settings.change(theme="dark")
    settings.change(theme="light")
    (one,) = said
    assert str(tmp_path / "settings" / "window.json") in one.advice
    assert settings.now.theme == "light"
    (tmp_path / "settings").unlink()
    settings.change(theme="dark")
    assert Settings(tmp_path / "settings").now.theme == "dark"
    with files_of_at_most(0):
        settings.change(theme="light")
    assert [type(one) for one in said] == [NotWritable, DiskFull]
    assert [path.name for path in (tmp_path / "settings").iterdir()] == ["window.json"]
