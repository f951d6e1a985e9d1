"""Where on a view its reader is."""

from __future__ import annotations

import pytest

from ui.manifesto.reading_line import reading_line


@pytest.mark.parametrize(
    ("scrolled", "line"), [(0, 0), (100, 100), (200, 200), (3000, 200), (5600, 200), (5800, 399), (6000, 599)]
)
def test_it_is_a_third_from_the_top_but_at_the_ends(scrolled: int, line: int) -> None:
    assert reading_line(scrolled, 6000, 600) == line


def test_what_fits_on_the_view_is_read_from_its_beginning() -> None:
    assert reading_line(0, 0, 600) == 0


@pytest.mark.parametrize("most", [0, 10, 250, 700, 5000])
def test_scrolling_on_never_leads_back(most: int) -> None:
    read = [scrolled + reading_line(scrolled, most, 600) for scrolled in range(most + 1)]
    assert read == sorted(read)
    assert read[0] == 0
    assert most == 0 or read[-1] == most + 599
