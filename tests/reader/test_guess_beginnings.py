"""Invented beginnings of texts from many countries: who speaks, where, and for which election."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reader.formats.registry import read
from reader.guess import guess_fields

_FILE = Path(__file__).parents[1] / "support" / "beginnings.toml"
_BEGINNINGS = tomllib.loads(_FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", _BEGINNINGS)
def test_who_speaks_where_and_for_which_election(tmp_path: Path, name: str) -> None:
    expected, file = _BEGINNINGS[name], tmp_path / "download.txt"
    file.write_text(expected.pop("text"), encoding="utf-8")
    found = guess_fields(file, read(file))
    assert {field: found.get(field, "") for field in expected} == expected
