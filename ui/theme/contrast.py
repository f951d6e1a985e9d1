"""Contrast by WCAG 2.2, and colours derived from others without losing it. Colours are #rrggbb."""

from __future__ import annotations

from functools import lru_cache

BODY_CONTRAST = 7.0
SECONDARY_CONTRAST = 4.5
CONTROL_CONTRAST = 3.0


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of #rrggbb, 0 to 255. Raises ValueError for anything else."""
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(colour)
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""

    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = channels(colour)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    """`share` (0 to 1) of `colour` on `ground`, as an opaque colour."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    return "#" + "".join(f"{round(top * share + under * (1 - share)):02x}" for top, under in pairs)


def tint(colour: str, surface: str, ink: str, share: float = 0.24, most: float = 21.0) -> str:
    """A faint ground of `colour` on which `ink` keeps 7:1, at `most` so far from the surface: that of marked words."""
    while share > 0:
        ground = mixed(colour, surface, share)
        if contrast(ink, ground) >= BODY_CONTRAST and contrast(ground, surface) <= most:
            return ground
        share -= 0.02
    return surface


@lru_cache(maxsize=4096)  # marks ask for the same few hundred at every painting
def legible(colour: str, ground: str, ink: str, wanted: float = CONTROL_CONTRAST) -> str:
    """`colour`, moved towards `ink` until it stands out from `ground` by `wanted`: for dots and bars."""
    for step in range(21):
        moved = mixed(ink, colour, step / 20)
        if contrast(moved, ground) >= wanted:
            return moved
    return ink
