"""The ends of what is chosen while keys move them: shown at once, kept as one step when the keys are let go."""

from __future__ import annotations

from reader.library.verdicts import Selection
from ui.annotating.acts import Acts
from ui.annotating.annotating import Annotating
from ui.annotating.ends import Ends


class MovingEnds:
    """Moves the ends of a coding of one's own, or without one those of the words that are acted on."""

    def __init__(self, annotating: Annotating, acts: Acts) -> None:
        self._annotating = annotating
        self._acts = acts
        self._ends: tuple[str, Ends] | None = None
        self.place: Selection | None = None  # of a coding, where it is not kept yet

    def move(self, *, start: bool, forward: bool) -> Selection | None:
        """The place with its start or its end one word on or back; None where there is nothing to move."""
        moving, one = self._acts.movable, self._acts.selected
        if one is None or (moving is not None and moving.place is None):
            return None
        if self._ends is None or self._ends[0] != one.document:
            library = self._annotating.session.library
            self._ends = (one.document, Ends(library.blocks(one.document, first_pieces=True)))
        if moving is None or moving.place is None:
            return self._ends[1].moved(one.place, start=start, forward=forward)
        self.place = self._ends[1].moved(self.place or moving.place, start=start, forward=forward)
        return self.place

    def keep(self) -> bool:
        """Keep where the ends were moved to; whether there was anything to keep."""
        place, self.place = self.place, None
        if place is not None:
            self._acts.move_ends(place)
        return place is not None
