"""Small files that people put there are read within bounds, whatever lies in their place."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reader.small_files import MOST_BYTES, SmallFileInvalid, plain_json, read_small


def problem(path: Path) -> str:
    with pytest.raises(SmallFileInvalid) as refused:
        read_small(path, path.name)
    return refused.value.problem


def test_what_is_no_file_is_refused_and_nothing_waits_for_it(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    assert "folder.toml" in problem(tmp_path / "folder.toml")
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe.toml")
        (tmp_path / "link.toml").symlink_to(tmp_path / "pipe.toml")
        (tmp_path / "zero.toml").symlink_to("/dev/zero")
        for name in ("pipe.toml", "link.toml", "zero.toml"):
            assert problem(tmp_path / name) == f"{name} is not a file."


def test_a_file_that_nobody_wrote_by_hand_is_not_read_whole(tmp_path: Path) -> None:
    huge = tmp_path / "huge.toml"
    huge.write_bytes(b"x")
    os.truncate(huge, 1 << 40)  # a hole in the file: no disk holds that many
    assert problem(huge) == "huge.toml is larger than 1,000 KB."
    huge.write_text("#" * MOST_BYTES)
    assert len(read_small(huge, "huge.toml")) == MOST_BYTES


def test_broken_utf8_is_told_by_its_line(tmp_path: Path) -> None:
    file = tmp_path / "latin.toml"
    file.write_bytes("a = 1\r\nb = 2\r\nname = 'Ynys Môn'\n".encode("latin-1"))
    assert problem(file) == "latin.toml, line 3: this is not UTF-8 text."
    file.write_bytes(b"\xef\xbb\xbfa\r\nb\rc")
    assert read_small(file, "latin.toml") == "a\nb\nc"


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "12345678901234567890123", "9" * 5000, "2147483648"])
def test_a_number_that_is_none_or_beyond_reason_is_none(number: str) -> None:
    assert plain_json(f'{{"a": {number}, "b": [1, 1.5]}}') == {"a": None, "b": [1, 1.5]}


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 50_000, r'"\ud800"', "{"])
def test_values_that_no_file_could_hold_are_no_values(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        plain_json(text)
