"""Finding a code by typing: by its name, its path or its key, with digits where codes are digits."""

from __future__ import annotations

import pytest

from index.annotations.code_finding import CodeFinder
from reader.library.codes import Code, Codebook


@pytest.fixture
def finder() -> CodeFinder:
    return CodeFinder(
        Codebook(
            [
                Code("c", "", "Crime", position=0),
                Code("p", "c", "Police", position=0),
                Code("v", "c", "Victims", position=1),
                Code("h", "", "Housing", codable=False, position=1),
                Code("hp", "h", "Policing of estates", position=0),
                Code("r", "h", "Rents", key="R", position=1),
            ]
        )
    )


def _found(finder: CodeFinder, typed: str) -> list[str]:
    return [one.code.name for one in finder.find(typed, 10)]


def test_nothing_typed_gives_the_codes_that_can_be_used_in_their_order(finder: CodeFinder) -> None:
    assert _found(finder, "  ") == ["Crime", "Police", "Victims", "Policing of estates", "Rents"]
    assert [one.above for one in finder.find("", 3)] == ["", "Crime", "Crime"]


def test_names_come_before_paths_and_beginnings_before_letters_within(finder: CodeFinder) -> None:
    assert _found(finder, "pol") == ["Police", "Policing of estates"]
    assert _found(finder, "crime") == ["Crime", "Police", "Victims"]
    assert _found(finder, "crime pol") == ["Police"]
    assert _found(finder, "vct") == ["Victims"]
    assert _found(finder, "zzz") == []


def test_a_key_finds_its_code_first(finder: CodeFinder) -> None:
    assert _found(finder, "r")[0] == "Rents"
    assert finder.named("  rents ")
    assert not finder.named("rent")


def test_digits_are_typed_where_codes_begin_with_them(finder: CodeFinder) -> None:
    assert not finder.digits
    scheme = CodeFinder(
        Codebook(
            [
                Code("a", "", "605 Law and order: positive", key="605", position=0),
                Code("b", "a", "605.1 Law and order general", key="605.1", position=0),
                Code("d", "", "504 Welfare state expansion", key="504", position=1),
            ]
        )
    )
    assert scheme.digits
    assert _found(scheme, "605") == ["605 Law and order: positive", "605.1 Law and order general"]
    assert _found(scheme, "605.1")[0] == "605.1 Law and order general"
    assert _found(scheme, "welf") == ["504 Welfare state expansion"]
