"""What is presented, and what can be done with it: the room is given both, and knows neither library nor hiding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from index.lessons.slides import Lesson


@dataclass(frozen=True, slots=True)
class Presented:
    """A lesson whose names are shown, and the id of the slide to begin at, "" for the first.

    `hide` makes the lesson in which nobody can tell who is who; its slides have the ids that they have in `lesson`. It
    is called on another thread, since it may take long. `telltales` finds the phrases of a text (code points, end
    exclusive) that give away who is in office. `keep_notes` is given the id of a slide and what the teacher has written
    for it, None for notes that cannot be kept. What is None is not offered.
    """

    lesson: Lesson
    start: str = ""
    hide: Callable[[Lesson], Lesson] | None = field(default=None, compare=False)
    telltales: Callable[[str], Sequence[tuple[int, int]]] | None = field(default=None, compare=False)
    keep_notes: Callable[[str, str], None] | None = field(default=None, compare=False)
