"""Where a manifesto was found is taken from an address that is pasted."""

from __future__ import annotations

from datetime import date

import pytest

from reader.addresses import is_address, source_on_top

PAGE = "https://harbour.example/plan?year=2031"


@pytest.mark.parametrize("text", [PAGE, "http://harbour.example", f"  {PAGE}\n"])
def test_an_address_of_the_web_is_one(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text", ["", "harbour.example", "https://", f"See {PAGE}", f"{PAGE} (seen)", "file:///plan.txt"]
)
def test_other_words_are_none(text: str) -> None:
    assert not is_address(text)


def test_an_address_on_top_of_a_text_is_its_source_seen_today_and_no_part_of_it() -> None:
    text, fields = source_on_top(f"\n{PAGE}\r\n\nA plan\nWe will light every lane.\n")
    assert text == "\nA plan\nWe will light every lane.\n"
    assert fields == {"source": PAGE, "accessed": date.today().isoformat()}
    assert source_on_top(f"A plan\n{PAGE}\n") == (f"A plan\n{PAGE}\n", {})
