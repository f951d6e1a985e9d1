"""Both themes can be read: WCAG contrasts of every pair of colours that meet."""

from __future__ import annotations

import pytest

from ui.theme.contrast import (
    BODY_CONTRAST,
    CONTROL_CONTRAST,
    SECONDARY_CONTRAST,
    contrast,
    legible,
    mixed,
    tint,
)
from ui.theme.tokens import DARK, LIGHT, Colours

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
PARTY_COLOURS = ["#e4003b", "#0087dc", "#faa61a", "#02a95b", "#fdf38e", "#12b6cf", "#000000", "#ffffff", "#888888"]


def test_black_on_white_has_the_highest_contrast_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the W3C's own borderline example


@THEMES
def test_body_text_keeps_seven_to_one_on_every_ground_it_stands_on(colours: Colours) -> None:
    for ground in (colours.surface, colours.window, colours.raised, colours.hover, colours.accent_tint, colours.mark):
        assert contrast(colours.ink, ground) >= BODY_CONTRAST


@THEMES
def test_secondary_text_keeps_four_and_a_half_to_one(colours: Colours) -> None:
    for ground in (colours.surface, colours.window, colours.raised, colours.hover, colours.accent_tint):
        assert contrast(colours.secondary, ground) >= SECONDARY_CONTRAST
        assert contrast(colours.accent, ground) >= SECONDARY_CONTRAST
        assert contrast(colours.warning, ground) >= SECONDARY_CONTRAST
        assert contrast(colours.error, ground) >= SECONDARY_CONTRAST
    for ground in (colours.accent, colours.accent_hover, colours.accent_pressed):
        assert contrast(colours.on_accent, ground) >= SECONDARY_CONTRAST


@THEMES
def test_outlines_of_controls_keep_three_to_one(colours: Colours) -> None:
    for ground in (colours.surface, colours.window, colours.raised):
        assert contrast(colours.control, ground) >= CONTROL_CONTRAST
        assert contrast(colours.accent, ground) >= CONTROL_CONTRAST


@THEMES
@pytest.mark.parametrize("party", PARTY_COLOURS)
def test_any_colour_makes_a_mark_on_which_text_keeps_seven_to_one(colours: Colours, party: str) -> None:
    assert contrast(colours.ink, tint(party, colours.surface, colours.ink)) >= BODY_CONTRAST


@THEMES
@pytest.mark.parametrize("party", PARTY_COLOURS)
def test_any_party_colour_makes_a_dot_that_can_be_seen(colours: Colours, party: str) -> None:
    assert contrast(legible(party, colours.surface, colours.ink), colours.surface) >= CONTROL_CONTRAST


def test_mixing_goes_from_the_ground_to_the_colour() -> None:
    assert mixed("#ff0000", "#0000ff", 0) == "#0000ff"
    assert mixed("#ff0000", "#0000ff", 1) == "#ff0000"
    assert mixed("#ff0000", "#0000ff", 0.5) == "#800080"
