"""One sequential scale of colour, from the surface to the accent, with the ink that can be read on each step."""

from __future__ import annotations

from ui.theme.contrast import SECONDARY_CONTRAST, contrast, mixed
from ui.theme.tokens import Colours

_LEAST = 0.1  # anything at all is told from nothing
# On the steps in the middle neither ink of the theme keeps 4.5:1; black or white always does.
_INKS = ("#000000", "#ffffff")


def heat(share: float, colours: Colours) -> tuple[str, str]:
    """Ground and ink (#rrggbb) for `share` (0 to 1) of the largest value; nothing at all is the surface itself."""
    ground = mixed(colours.accent, colours.surface, _LEAST + (1 - _LEAST) * share) if share > 0 else colours.surface
    if contrast(colours.ink, ground) >= SECONDARY_CONTRAST:
        return ground, colours.ink
    ink = max((colours.on_accent, *_INKS), key=lambda each: contrast(each, ground))
    return ground, ink
