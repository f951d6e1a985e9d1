"""The colours that topics are offered, by name: each stands out on the light and on the dark ground."""

from __future__ import annotations

from reader.library.code_looks import COLOURS

_NAMES = ("Blue", "Violet", "Plum", "Brick", "Amber", "Olive", "Green", "Teal", "Slate")
TOPIC_COLOURS = tuple(zip(_NAMES, COLOURS, strict=True))


def colour_name(colour: str) -> str:
    """What people call the colour; itself where it is none of those offered."""
    return next((name for name, value in TOPIC_COLOURS if value == colour.lower()), colour)
