"""Initial mutations of Welsh words."""

from __future__ import annotations

import pytest

from index.welsh import mutated


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("tan", {"dan", "nhan", "than"}),
        ("plismona", {"blismona", "mhlismona", "phlismona"}),
        ("cymru", {"gymru", "nghymru", "chymru"}),
        ("gorsaf", {"orsaf", "ngorsaf"}),
        ("brigad", {"frigad", "mrigad"}),
        ("diogelwch", {"ddiogelwch", "niogelwch"}),
        ("menywod", {"fenywod"}),
        ("lloches", {"loches"}),
        ("rhywiol", {"rywiol"}),
        ("ysgol", {"hysgol"}),
        ("chwaer", set()),
        ("ffordd", set()),
        ("heddlu", set()),
        ("a", set()),
    ],
)
def test_a_word_has_its_mutated_forms_and_itself(word: str, forms: set[str]) -> None:
    assert mutated(word) == forms | {word}
