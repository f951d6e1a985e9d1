"""The panel of columns: manifestos of one name are told apart."""

from __future__ import annotations

from reader.library.records import Document
from ui.compare.columns_panel import ColumnsPanel
from ui.compare.panels import Subject
from ui.session import Session


def test_manifestos_of_one_name_are_told_apart_by_what_else_is_known(session: Session) -> None:
    quay = [Document(year, "Boats", party="Quay Party", year=year, file_name="boats.txt") for year in ("2019", "2023")]
    alone = Document("hill", "Slopes", party="Hill Party", year="2023", file_name="slopes.txt")
    panel = ColumnsPanel(session)
    panel.show_subject(Subject(None, (*quay, alone), members=(*quay, alone)))
    model = panel.list.model()
    lines = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert lines == ["Quay Party · 2019", "Quay Party · 2023", "Hill Party"]
