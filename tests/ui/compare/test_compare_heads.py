"""What the head of a column says of its topic: counts, and shares as people write them where they mean something."""

from __future__ import annotations

import pytest

from index.comparison import Share
from ui.compare.table.heads import rounded, share_sentence


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (0.0, "0"),
        (0.04, "under 0.1"),
        (0.44, "0.4"),
        (3.0, "3"),
        (9.94, "9.9"),
        (9.96, "10"),
        (28.4, "28"),
        (1234, "1,234"),
    ],
)
def test_figures_are_rounded_as_people_write_them(figure: float, written: str) -> None:
    assert rounded(figure) == written


def test_shares_stand_beside_counts() -> None:
    assert share_sentence(Share(12, 840, 28.0, 0.4)) == "2.8% of words · 12 passages (0.4 per 1,000)"
    assert share_sentence(Share(1, 40, 0.5, 0.04)) == "under 0.1% of words · 1 passage (under 0.1 per 1,000)"


def test_extracts_and_short_texts_have_a_count_alone() -> None:
    assert share_sentence(Share(1_200, 840, None)) == "1,200 passages"
