"""Tints on text and on paper keep 7:1 for the words that stand on them, in both themes."""

from __future__ import annotations

import pytest

from ui.theme import paper
from ui.theme.contrast import BODY_CONTRAST, channels, contrast
from ui.theme.tokens import Tokens, tokens_for

THEMES = [tokens_for(dark=False), tokens_for(dark=True)]


def multiplied(one: str, other: str) -> str:
    """A tint over a page as the page's painter lays it."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{top * under // 255:02x}" for top, under in pairs)


@pytest.mark.parametrize("now", THEMES, ids=["light", "dark"])
def test_words_on_the_opened_passage_and_on_what_was_found_in_it_are_read_well(now: Tokens) -> None:
    assert contrast(now.colours.ink, paper.passage(now)) >= BODY_CONTRAST
    assert contrast(now.colours.ink, now.colours.mark) >= BODY_CONTRAST
    assert contrast(now.colours.on_accent, now.colours.accent) >= BODY_CONTRAST


@pytest.mark.parametrize("ground", [paper.PAPER, paper.DIMMED_PAPER])
@pytest.mark.parametrize(
    "tint", [paper.PASSAGE_ON_PAPER, paper.FOUND_ON_PAPER, paper.CURRENT_ON_PAPER, paper.SELECTED_ON_PAPER]
)
def test_print_on_a_tint_is_read_well_on_white_and_on_dimmed_paper(ground: str, tint: str) -> None:
    assert contrast(paper.INK_ON_PAPER, multiplied(tint, ground)) >= BODY_CONTRAST


@pytest.mark.parametrize("tint", [paper.FOUND_ON_PAPER, paper.CURRENT_ON_PAPER, paper.SELECTED_ON_PAPER])
def test_what_was_found_or_selected_within_the_marked_passage_is_still_read_well(tint: str) -> None:
    marked = multiplied(paper.PASSAGE_ON_PAPER, paper.PAPER)
    assert contrast(paper.INK_ON_PAPER, multiplied(tint, marked)) >= BODY_CONTRAST


def test_what_was_found_stands_out_from_the_passage_on_paper() -> None:
    assert contrast(paper.CURRENT_ON_PAPER, paper.PASSAGE_ON_PAPER) > 1.3
