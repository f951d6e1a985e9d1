"""Units by codes as one coder has coded them: 1 and 0 where somebody looked, nothing where nobody did."""

from __future__ import annotations

from dataclasses import dataclass

from index.annotations.unit_rows import unit_rows
from reader.library.codes import Code
from reader.library.library import Library
from reader.library.units import PlacedUnit, Scheme, UnitState


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
    """The units of a scheme in their order by the codes that can be put on words; `paths` name these."""

    scheme: Scheme
    codes: tuple[Code, ...]
    paths: tuple[str, ...]
    rows: tuple[UnitRow, ...]


def unit_matrix(library: Library, scheme: Scheme, coder: str) -> UnitMatrix:
    """How this coder (an id) has coded the units of a scheme. For a background thread."""
    book = library.codebook()
    codes = tuple(code for code in book.codes if code.codable)
    paths = tuple(book.written_path(code.id) for code in codes)
    found = library.read(lambda connection: unit_rows(connection, scheme, (coder,)))
    rows = (UnitRow(one.unit, one.state, tuple(one.cell(code.id) for code in codes)) for one in found)
    return UnitMatrix(scheme, codes, paths, tuple(rows))
