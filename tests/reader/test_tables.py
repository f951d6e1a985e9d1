"""Files that people write as TOML: what is nested deeper than anybody writes is told by its line."""

from __future__ import annotations

import pytest

from reader.errors import NotSupported
from reader.tables import Source


@pytest.mark.parametrize(
    "deep",
    ["a = " + "[" * 40_000, "a = " + "{b = " * 20_000, ".".join("a" * 9_000) + " = 1", "a = " + "[" * 900 + "]" * 900],
)
@pytest.mark.parametrize("before", [0, 3])
def test_brackets_and_keys_too_deep_are_told_by_their_line(deep: str, before: int) -> None:
    source = Source("lamps.toml", "# lamps\n" * before + deep, NotSupported, "Look there.")
    with pytest.raises(NotSupported) as told:
        source.top({"": ("a",)})
    assert told.value.problem == f"lamps.toml, line {before + 1}: brackets or keys are nested too deep."
