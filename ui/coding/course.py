"""A coder's way through the units of a scheme: which is at hand, what has become of each, what comes next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reader.home import Home
from reader.library import units
from reader.library.annotation_rows import of_document
from reader.library.library import Library
from reader.library.units import PlacedUnit, Scheme, States, UnitState
from reader.library.verdicts import About, Selection


@dataclass(frozen=True, slots=True)
class Progress:
    """How many units there are, how many a coder has looked at, and of how many of these is unsure."""

    units: int
    seen: int
    unsure: int

    @property
    def unseen(self) -> int:
        return self.units - self.seen


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scheme with its units in order and, by id, what has become of each with one coder."""

    scheme: Scheme
    units: tuple[PlacedUnit, ...]
    states: dict[str, UnitState]

    @property
    def progress(self) -> Progress:
        return progress(self.states)


def load(home: Home, scheme: str, coder: str) -> Loaded | None:
    """The scheme (id) as this coder (id) has it, None where it is gone. For work given to run()."""
    with Library.open(home) as library:
        found = next((one for one in library.schemes() if one.id == scheme), None)
        if found is None:
            return None
        states = library.read(lambda connection: units.states(connection, scheme, coder))
        return Loaded(found, tuple(library.units(scheme)), states)


def progress(states: dict[str, UnitState]) -> Progress:
    """What these states come to."""
    counts = Counter(states.values())
    return Progress(len(states), len(states) - counts[UnitState.UNSEEN], counts[UnitState.UNSURE])


def place_of(unit: PlacedUnit) -> Selection | None:
    """All words of a unit; None where they were not found in the text of now."""
    if not unit.spans:
        return None
    first, last = unit.spans[0], unit.spans[-1]
    return Selection(first.block, first.start, last.block, last.end)


class Course:
    """Stands at one unit, by number from 0."""

    def __init__(self, loaded: Loaded) -> None:
        self.scheme = loaded.scheme
        self.units = list(loaded.units)
        self._states = dict(loaded.states)
        self.at = 0

    @property
    def unit(self) -> PlacedUnit | None:
        """The one at hand; None where there are none at all."""
        return self.units[self.at] if self.units else None

    @property
    def state(self) -> UnitState:
        """What has become of the one at hand."""
        return self.state_of(self.at) if self.units else UnitState.UNSEEN

    @property
    def progress(self) -> Progress:
        return progress(self._states)

    def state_of(self, number: int) -> UnitState:
        return self._states.get(self.units[number].unit.id, UnitState.UNSEEN)

    def number_of(self, unit: str) -> int | None:
        """The number of the unit with this id."""
        return next((number for number, one in enumerate(self.units) if one.unit.id == unit), None)

    def step(self, *, forward: bool) -> bool:
        """Go to the unit beside; whether there is one."""
        number = self.at + (1 if forward else -1)
        if not 0 <= number < len(self.units):
            return False
        self.at = number
        return True

    def seek(self, state: UnitState, *, here: bool = False) -> bool:
        """Go to the next unit of this state, after the last from the first on; whether there is one.

        With `here` the one at hand will do.
        """
        count = len(self.units)
        for ahead in range(0 if here else 1, count + 1):
            number = (self.at + ahead) % count if count else 0
            if count and self.state_of(number) is state:
                self.at = number
                return True
        return False

    def renew(self, library: Library, document: str, *, units_too: bool) -> list[int]:
        """Look at one document again; with `units_too` at which units it has. Numbers of those whose state is new."""
        here = self.unit
        if units_too:
            self._place(library, document)
        coder = library.coder
        said = library.read(lambda connection: of_document(connection, document, (About.CODE, About.UNIT)))
        states = States(said, coder)
        changed = []
        for number, one in enumerate(self.units):
            if one.unit.document == document:
                state = states.of(one)
                if self._states.get(one.unit.id) is not state:
                    self._states[one.unit.id] = state
                    changed.append(number)
        if units_too:
            there = {one.unit.id for one in self.units}
            self._states = {unit: state for unit, state in self._states.items() if unit in there}
            self._stay(here)
        return changed

    def _place(self, library: Library, document: str) -> None:
        """Take the units of a document as they are now."""
        others = [one for one in self.units if one.unit.document != document]
        found = [*others, *library.units(self.scheme.id, document)]
        self.units = sorted(found, key=lambda one: (one.unit.position, one.unit.id))

    def _stay(self, here: PlacedUnit | None) -> None:
        """Stand where one stood; where that unit was joined with others, at the one that has its words."""
        if here is None or not self.units:
            self.at = 0
            return
        number = self.number_of(here.unit.id)
        if number is None:
            before = [number for number, one in enumerate(self.units) if one.unit.position <= here.unit.position]
            number = before[-1] if before else 0
        self.at = number
