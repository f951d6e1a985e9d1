"""One sequential scale of colour, from the surface to the accent, with the ink that can be read on each step."""

from __future__ import annotations

from ui.theme.contrast import contrast, mixed
from ui.theme.tokens import Colours

_LEAST = 0.1  # anything at all is told from nothing


def heat(share: float, colours: Colours) -> tuple[str, str]:
    """Ground and ink (#rrggbb) for `share` (0 to 1) of the largest value; nothing at all is the surface itself."""
    ground = mixed(colours.accent, colours.surface, _LEAST + (1 - _LEAST) * share) if share > 0 else colours.surface
    ink = max((colours.ink, colours.on_accent), key=lambda each: contrast(each, ground))
    return ground, ink
