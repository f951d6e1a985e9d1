"""At which height of a view its reader is: a third from the top, at the very top and bottom where it ends."""

from __future__ import annotations


def reading_line(scrolled: int, most: int, height: int) -> int:
    """Pixels from the top of a view `height` pixels high, scrolled by `scrolled` of at most `most` pixels.

    It moves from the top edge over a third of the height to the bottom edge, so that each line of a text is at some
    point the one that is read.
    """
    third = height // 3
    left = most - scrolled
    if scrolled < third and scrolled <= left:
        return scrolled
    if left < height - third:
        return max(third, height - 1 - left)
    return third
