"""The colours that topics are offered, by name: each stands out on the light and on the dark ground."""

from __future__ import annotations

from collections.abc import Iterable

from reader.library.code_looks import COLOURS

_NAMES = ("Blue", "Violet", "Plum", "Brick", "Amber", "Olive", "Green", "Teal", "Slate")
TOPIC_COLOURS = tuple(zip(_NAMES, COLOURS, strict=True))


def colour_name(colour: str) -> str:
    """What people call the colour; itself where it is none of those offered."""
    return next((name for name, value in TOPIC_COLOURS if value == colour.lower()), colour)


def unused_colour(used: Iterable[str]) -> str:
    """The first colour offered that is not among those used; the first of all where all are."""
    taken = {colour.lower() for colour in used}
    return next((colour for _, colour in TOPIC_COLOURS if colour not in taken), TOPIC_COLOURS[0][1])
