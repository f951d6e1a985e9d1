"""What the window remembers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.settings import Remembered, Settings


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


def test_a_folder_that_cannot_be_written_spoils_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    settings = Settings(blocked / "settings")
    settings.change(theme="dark")
    assert settings.now.theme == "dark"
    assert "could not be kept" in caplog.text
