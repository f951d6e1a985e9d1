"""The table of figures by code: where there is no room for a whole path, the code's own name stands there."""

from __future__ import annotations

from ui.notes.figures import Figures
from ui.theme.rows import SHORT_ROLE


def test_a_path_that_is_too_long_gives_way_to_the_name_of_the_code() -> None:
    model = Figures()
    model.show_rows(("Code", "Lamp Society"), [("Economy > Wages", "3"), ("Economy", "")], dots=["#3a6ea5", None])
    assert [model.index(row, 0).data(SHORT_ROLE) for row in range(2)] == ["Wages", None]
    model.show_rows(("Unit", "State"), [("Taxes > spending", "unseen")], figures=2)
    assert model.index(0, 0).data(SHORT_ROLE) is None, "words of a unit are no path"
