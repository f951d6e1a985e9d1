"""How large everything on a slide is: a function of the screen, of the columns, and of + and -."""

from __future__ import annotations

from dataclasses import dataclass

# The type that is read is never smaller: people sit at the back of the room.
LEAST = 28
_SCREEN = (1024, 768)  # on which it has that size
_MOST_STEPS = 6
_STEP = 1.12
# Where fewer columns share the width, more of it is there for each.
_ROOM = {1: 1.2, 2: 1.2, 3: 1.08}
_LEADING = 1.32


@dataclass(frozen=True, slots=True)
class Look:
    """The size of the slide, and of its type, in pixels."""

    width: int
    height: int
    type: int

    @property
    def title(self) -> int:
        """The name of a row, a heading."""
        return round(self.type * 1.24)

    @property
    def name(self) -> int:
        """Who speaks."""
        return self.type

    @property
    def small(self) -> int:
        """Pages, what else there is, where one is."""
        return round(self.type * 0.72)

    @property
    def margin(self) -> int:
        return round(self.type * 1.3)

    @property
    def gap(self) -> int:
        """Between columns."""
        return round(self.type * 0.95)

    @property
    def between(self) -> int:
        """Between one passage and the next."""
        return round(self.type * 0.6)

    @property
    def foot(self) -> int:
        """The height of the line at the foot."""
        return leading(self.small) + round(self.type * 0.8)


def leading(pixels: int) -> int:
    """The height of a line of type of this size, whole pixels."""
    return round(pixels * _LEADING)


def look_for(width: int, height: int, columns: int, steps: int = 0) -> Look:
    """How a lesson with at most so many columns looks on a screen of this size, some steps larger or smaller."""
    share = min(width / _SCREEN[0], height / _SCREEN[1]) * _ROOM.get(columns, 1.0)
    steps = min(max(steps, -_MOST_STEPS), _MOST_STEPS)
    return Look(width, height, max(LEAST, round(LEAST * share * _STEP**steps)))


def steps_within(steps: int) -> int:
    """So many steps, or as many as there are."""
    return min(max(steps, -_MOST_STEPS), _MOST_STEPS)
