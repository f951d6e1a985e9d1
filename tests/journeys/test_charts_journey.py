"""The charts through the real window, by keys: walked, told, gone into, saved, and read as tables."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import cast

import in_compare
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.home import Home
from reader.library.edits import set_fields
from reader.library.judging import set_verdict
from reader.library.records import Document, Extent
from reader.library.verdicts import Verdict
from ui.compare.charts.panel import CHARTS, HEATMAP, SALIENCE, STRIPS, ChartsPanel
from ui.compare.table.subject import Subject
from ui.frame.window import Window
from ui.scenes.stage import Stage


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    """The window with the charts open."""
    made = in_compare.opened(stage, folder)
    area = made.places.compare.table.area
    QTest.keyClick(area.view(area.active()), Qt.Key.Key_H)
    stage.settle(made)
    return made


def panel_of(window: Window) -> ChartsPanel:
    return cast(ChartsPanel, window.places.compare.host.panel("charts"))


def turn_to(window: Window, name: str) -> None:
    panel_of(window).tabs.setCurrentIndex(CHARTS.index(name))


def press(window: Window, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel_of(window).view.chart, key)


def told(window: Window) -> str:
    """What a screen reader says of the value in use."""
    return panel_of(window).view.chart.accessibleDescription()


def rows(window: Window) -> list[list[str]]:
    """The chart as its table has it."""
    model = panel_of(window).table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_the_heatmap_is_walked_by_keys_and_opens_the_topic_of_a_cell(stage: Stage, window: Window) -> None:
    assert told(window).startswith("Policing, Sadiq Khan (one chapter): ")
    press(window, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert told(window) == "Fire safety, Corin Pryce: nothing found"
    press(window, Qt.Key.Key_Return)
    stage.settle(window)
    place = window.places.compare
    assert place.host.shown == ""
    assert place.state()["topic"] == "fire-safety"
    document = place.table.area.document()
    assert document is not None
    assert document.candidate == "Corin Pryce"


def test_a_passage_on_a_strip_opens_where_it_stands(stage: Stage, window: Window) -> None:
    turn_to(window, STRIPS)
    press(window, Qt.Key.Key_Right)
    assert told(window).startswith("Sadiq Khan (one chapter), passage 2 of ")
    spot = panel_of(window).view.chart.spot
    assert spot is not None
    press(window, Qt.Key.Key_Return)
    stage.settle(window)
    assert window.places.here == "read"
    assert spot.block in str(window.places.read.state())


def test_rows_of_the_tables_open_what_the_charts_open(stage: Stage, window: Window) -> None:
    panel = panel_of(window)
    panel.as_table.setChecked(True)
    panel.table.selectRow(1)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    stage.settle(window)
    assert window.places.compare.state()["topic"] == "vawg"
    window.session.actions.action("compare.charts").trigger()
    stage.settle(window)
    turn_to(window, STRIPS)
    panel.table.selectRow(2)
    passage = rows(window)[2][3]
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    stage.settle(window)
    read = window.places.read.state()
    block = next(each for each in window.session.library.blocks(str(read["document"])) if each.text == passage)
    assert window.places.here == "read"
    assert block.id in str(read)


def of_one_party(window: Window) -> tuple[Document, Document, Document]:
    """Two whole manifestos, the second now an earlier one of the first's party; the chapter beside them."""
    library = window.session.library
    first, second = (one for one in library.documents() if one.extent == Extent.WHOLE)
    (third,) = (one for one in library.documents() if one.extent != Extent.WHOLE)
    window.session.apply(set_fields(library, second.id, {"party": first.party, "year": "2019"}))
    return first, second, third


def test_over_time_says_plainly_that_there_is_one_election_only_and_shows_two(stage: Stage, window: Window) -> None:
    turn_to(window, SALIENCE)
    panel = panel_of(window)
    assert not panel.view.isVisible()
    first, _, _ = of_one_party(window)
    stage.settle(window)
    assert panel.view.isVisible()
    assert [(row[0], row[1]) for row in rows(window)] == [(first.party, "2019"), (first.party, first.year)]


def test_over_time_draws_the_chosen_set_and_no_others(stage: Stage, window: Window) -> None:
    first, _, third = of_one_party(window)
    turn_to(window, SALIENCE)
    stage.settle(window)
    panel = panel_of(window)
    assert panel.view.isVisible()
    window.places.compare.show_set([first.id, third.id])
    stage.settle(window)
    assert not panel.view.isVisible()
    turn_to(window, HEATMAP)
    panel.as_table.setChecked(True)
    assert [len(row) for row in rows(window)] == [3] * len(window.session.topics)


def test_what_is_saved_holds_the_figures_of_the_table(stage: Stage, window: Window, tmp_path: Path) -> None:
    def save(path: Path) -> None:
        window.session.actions.action("export").trigger()
        assert window.exporting is not None
        window.exporting.save(path)
        stage.settle(window)

    panel = panel_of(window)
    turn_to(window, HEATMAP)
    panel.as_table.setChecked(True)
    assert panel.table.isVisible()
    figures = [figure for row in rows(window) for figure in row[1:]]
    save(tmp_path / "heat.csv")
    save(tmp_path / "heat.svg")
    lines = list(csv.DictReader((tmp_path / "heat.csv").read_text("utf-8").splitlines()))
    exact = [line["words per 1,000"] for line in lines]
    assert all("." in figure for figure in exact)
    assert [figure if float(figure) < 100 else f"{float(figure):.0f}" for figure in exact] == figures
    drawn = (tmp_path / "heat.svg").read_text("utf-8")
    assert all(f">{figure}</text>" in drawn for figure in figures)
    save(tmp_path / "heat.csv" / "heat.png")
    assert "could not be written" in window.strip.sentence


def test_a_verdict_changes_the_charts_as_it_changes_the_comparison(stage: Stage, window: Window) -> None:
    turn_to(window, STRIPS)
    before = rows(window)
    spot, topic = panel_of(window).view.chart.spot, window.session.topics[0]
    assert spot is not None
    window.session.apply(set_verdict(window.session.library, spot.document, spot.block, topic, Verdict.DOES_NOT_BELONG))
    stage.settle(window)
    assert len(rows(window)) == len(before) - 1


def test_keys_of_the_table_do_nothing_while_the_charts_hide_it(stage: Stage, window: Window) -> None:
    place, actions = window.places.compare, window.session.actions
    before, shown, undone = place.state(), place.table.presentation, actions.action("undo").text()
    keys = (Qt.Key.Key_P, Qt.Key.Key_U, Qt.Key.Key_D, Qt.Key.Key_L, Qt.Key.Key_F, Qt.Key.Key_X, Qt.Key.Key_Y)
    QApplication.clipboard().setText("kept")
    press(window, *keys, Qt.Key.Key_K, Qt.Key.Key_C)
    stage.settle(window)
    assert place.host.shown == "charts"
    assert place.state() == before
    assert place.table.presentation is shown
    assert actions.action("undo").text() == undone
    assert QApplication.clipboard().text() == "kept"
    offered = {spec.id for spec in actions.offered() if spec.place == "compare"}
    assert {"compare.charts", "compare.verdicts", "compare.edit-topic"} <= offered
    assert not offered & {"compare.pledges", "compare.reject", "compare.fold", "compare.save-topic"}
    press(window, Qt.Key.Key_H)
    QTest.keyClick(place.table.area.view(place.table.area.active()), Qt.Key.Key_P)
    stage.settle(window)
    assert place.host.shown == ""
    assert place.state() != before


def test_a_panel_beside_the_table_opened_from_the_charts_gives_the_keys_back(stage: Stage, window: Window) -> None:
    press(window, Qt.Key.Key_V)
    stage.settle(window)
    assert window.places.compare.host.shown == "verdicts"
    assert window.session.actions.action("compare.pledges").isEnabled()


def test_a_cell_of_a_column_out_of_sight_turns_the_pages_to_it(stage: Stage, window: Window) -> None:
    place = window.places.compare
    press(window, Qt.Key.Key_H)
    window.resize(800, 640)
    stage.settle(window)
    assert len(place.table.area.shown) < 3
    QTest.keyClick(place.table.area.view(0), Qt.Key.Key_H)
    stage.settle(window)
    press(window, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return)
    stage.settle(window)
    document = place.table.area.document()
    assert document is not None
    assert document.candidate == "Corin Pryce"
    assert place.state()["topic"] == "vawg"
    assert place.state()["first"] == place.table.first > 0
    earlier = window.session.actions.action("compare.earlier-columns")
    assert earlier.isEnabled()
    assert not window.session.actions.action("compare.later-columns").isEnabled()
    earlier.trigger()
    stage.settle(window)
    for _ in ("opened", "closed"):
        window.session.actions.action("compare.charts").trigger()
        stage.settle(window)
    assert place.table.first == 0
    assert not earlier.isEnabled()


def test_an_opened_panel_is_told_once_and_of_what_is_compared_now(stage: Stage, folder: Home) -> None:
    made = in_compare.opened(stage, folder)
    place = made.places.compare
    place.host.open_panel("charts")
    place.host.close_panel()
    place.show_topic("fire-safety")
    stage.settle(made)
    told: list[str | None] = []
    panel = place.host.panel("charts")
    assert isinstance(panel, ChartsPanel)
    shows = panel.show_subject

    def listening(subject: Subject) -> None:
        told.append(subject.topic.id if subject.topic is not None else None)
        shows(subject)

    panel.show_subject = listening  # type: ignore[method-assign]  # to hear what the real panel is told
    place.host.open_panel("charts")
    assert told == ["fire-safety"]
    stage.settle(made)
