"""Units by codes as one coder has coded them: 1 and 0 where somebody looked, nothing where nobody did."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from reader.library.annotation_rows import of_document
from reader.library.codes import Code
from reader.library.library import Library
from reader.library.units import PlacedUnit, Scheme, States, UnitState, overlap
from reader.library.verdicts import About, Placed


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit, its state, and a cell for each code: 1 has it, 0 has it not, None: nobody has said.

    Of an unseen unit nothing is known, and of one that the coder is unsure of only which codes it has.
    """

    unit: PlacedUnit
    state: UnitState
    cells: tuple[int | None, ...]

    @property
    def words(self) -> str:
        """The words of the unit as they stood when it was made."""
        return self.unit.unit.anchor.quote


@dataclass(frozen=True, slots=True)
class UnitMatrix:
    """The units of a scheme in their order by the codes that can be put on words."""

    scheme: Scheme
    codes: tuple[Code, ...]
    rows: tuple[UnitRow, ...]


def unit_matrix(library: Library, scheme: Scheme, coder: str) -> UnitMatrix:
    """How this coder (an id) has coded the units of a scheme. For a background thread."""
    codes = tuple(code for code in library.codebook().codes if code.codable)
    said: dict[str, list[Placed]] = {}
    by_block: dict[str, dict[str, list[Placed]]] = {}
    states: dict[str, States] = {}
    rows = []
    for unit in library.units(scheme.id):
        document = unit.unit.document
        if document not in said:
            said[document] = library.read(
                lambda connection, document=document: of_document(connection, document, (About.CODE, About.UNIT))  # type: ignore[misc]  # a default
            )
            states[document] = States(said[document], coder)
            by_block[document] = _by_block(said[document], coder)
        state = states[document].of(unit)
        has = {
            one.annotation.target
            for span in unit.spans
            for one in by_block[document].get(span.block, ())
            if any(overlap(span, there) for there in one.spans)
        }
        rows.append(UnitRow(unit, state, tuple(_cell(state, code.id in has) for code in codes)))
    return UnitMatrix(scheme, codes, tuple(rows))


def _by_block(said: list[Placed], coder: str) -> dict[str, list[Placed]]:
    """The codes of this coder by the blocks in which they stand."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for one in said:
        if one.annotation.about is About.CODE and one.annotation.coder.id == coder:
            for block in {span.block for span in one.spans}:
                found[block].append(one)
    return found


def _cell(state: UnitState, has: bool) -> int | None:
    if has:
        return 1
    return 0 if state in (UnitState.CODED, UnitState.NO_CODE) else None
