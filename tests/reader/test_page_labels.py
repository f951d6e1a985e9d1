"""What the label of a page says: what is printed, what is only counted, and what people type to go there."""

from __future__ import annotations

import pytest

from reader.page_labels import counted, is_meant, printed


@pytest.mark.parametrize(
    ("label", "seen"),
    [
        ("41", "41"),
        (counted("41"), None),
        ("6|7", "6|7"),
        ("[8]|9", "9"),
        ("[8]|[9]", None),
        ("xii", "xii"),
        (None, None),
    ],
)
def test_what_is_only_counted_is_not_printed(label: str | None, seen: str | None) -> None:
    assert printed(label) == seen


@pytest.mark.parametrize(
    ("label", "typed"),
    [
        ("04", "4"),
        ("4", "04"),
        ("007", "7"),
        ("[41]", "41"),
        ("[41]", "[41]"),
        ("6|7", "7"),
        ("6|7", "6"),
        ("6|7", "6|7"),
        ("[08]|09", " 8 "),
        ("XII", "xii"),
        ("A-03", "a-3"),
        ("A-3", "A-3"),
        ("0", "0"),
        ("100", "100"),
    ],
)
def test_people_find_a_page_by_its_number_however_it_is_printed(label: str, typed: str) -> None:
    assert is_meant(label, typed)


@pytest.mark.parametrize(
    ("label", "typed"), [("40", "4"), ("104", "4"), ("A-3", "3"), ("6|7", "67"), ("iv", "4"), ("4", ""), ("10", "1")]
)
def test_another_number_is_another_page(label: str, typed: str) -> None:
    assert not is_meant(label, typed)
