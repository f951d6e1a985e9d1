"""What a coder says of a unit, each an edit of its own."""

from __future__ import annotations

from collections.abc import Callable

from reader.edits import Edit
from reader.library import unit_edits
from reader.library.coding import delete_annotations
from reader.library.units import PlacedUnit, UnitMark
from reader.library.verdicts import Span
from reader.wording import tr
from ui.annotating.acts import Acts as WordActs
from ui.annotating.annotating import Annotating
from ui.annotating.selected import Selected
from ui.coding.course import place_of
from ui.coding.saying import own_codings


class Acts:
    """Each gives the edit that was made, None where it was refused, which is said in the strip."""

    def __init__(self, annotating: Annotating) -> None:
        self._annotating = annotating

    def code(self, unit: PlacedUnit, code: str) -> Edit | None:
        """Put a code (id) on all words of the unit."""
        place = place_of(unit)
        if place is None:
            self._say_lost()
            return None
        return self._annotating.apply(unit.unit.document, place, code)

    def new_code(self, unit: PlacedUnit, name: str) -> Edit | None:
        """Make a code of this name ("Crime > Burglary" under the one above) and put it on the unit."""
        place = place_of(unit)
        if place is None:
            self._say_lost()
            return None
        acts = WordActs(self._annotating)
        acts.selected = Selected(unit.unit.document, place, unit.unit.anchor.quote)
        return acts.new_code(name)

    def mark(self, unit: PlacedUnit, mark: UnitMark | None) -> Edit | None:
        """Say that one is unsure of it, that no code fits, or neither any more."""
        return self._do(lambda: unit_edits.mark_unit(self._annotating.session.library, unit.unit.id, mark))

    def clear(self, unit: PlacedUnit) -> Edit | None:
        """Take off what this coder said of the unit alone: codes on words of it and no others, and the mark."""
        library = self._annotating.session.library
        gone = [
            one.id for one in own_codings(self._annotating, unit) if one.code is not None and _within(unit, one.spans)
        ]

        def make() -> Edit:
            codes = delete_annotations(library, gone).changes if gone else ()
            return Edit(
                tr("Take codes off a unit"), (*codes, *unit_edits.mark_unit(library, unit.unit.id, None).changes)
            )

        return self._do(make)

    def split(self, unit: PlacedUnit, block: str, place: int) -> Edit | None:
        """Split the unit before this code point of a block (id), or at the end of a word nearest to it."""
        return self._do(lambda: unit_edits.split_unit(self._annotating.session.library, unit.unit.id, block, place))

    def join(self, unit: PlacedUnit, following: PlacedUnit) -> Edit | None:
        """Make one unit of two that follow each other."""
        names = [unit.unit.id, following.unit.id]
        return self._do(lambda: unit_edits.join_units(self._annotating.session.library, names))

    def lock(self, scheme: str) -> Edit | None:
        """Fix the units of a scheme (id)."""
        return self._do(lambda: unit_edits.lock(self._annotating.session.library, scheme))

    def _do(self, make: Callable[[], Edit]) -> Edit | None:
        return self._annotating.session.attempt(make, self)

    def _say_lost(self) -> None:
        self._annotating.session.say(tr("The words of this unit were not found in the text as it is read now."))


def _within(unit: PlacedUnit, spans: tuple[Span, ...]) -> bool:
    """Whether words stand in the unit and nowhere else."""
    own = {span.block: span for span in unit.spans}
    return bool(spans) and all(
        span.block in own and own[span.block].start <= span.start and span.end <= own[span.block].end for span in spans
    )
