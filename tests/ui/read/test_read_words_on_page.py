"""Under which pages parts of the text stand."""

from __future__ import annotations

from printed import printed

from ui.manifesto.finding import Found
from ui.read.words_on_page import by_page


def test_parts_stand_under_the_pages_on_which_their_own_lines_are() -> None:
    block = printed("one two three four", (3, 40), (4, 30))
    first, both = Found(0, 0, 3), Found(0, 4, 18)
    assert by_page([block], [first, both]) == {3: [first, both], 4: [both]}
