"""A researcher counts words by keyboard alone: lists, figures, their places and back, a plot, stop words, an export."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from by_keys import ALT, CONTROL, go_by_tab, press, write
from PySide6.QtCore import Qt

from index.words.wishes import Counted
from ui.frame.window import Window
from ui.scenes.stage import Stage


def test_words_are_counted_compared_and_followed_to_their_places_by_keys(
    stage: Stage, window: Window, tmp_path: Path
) -> None:
    press(stage, window, Qt.Key.Key_4, CONTROL)
    press(stage, window, Qt.Key.Key_3, ALT)
    place = window.places.search
    face = place.words
    assert face.table.hasFocus()
    police = next(line for line in face.table.figures.lines if line.cells[0] == "police")
    assert police is face.table.figures.lines[0]

    press(stage, window, Qt.Key.Key_Right)
    press(stage, window, Qt.Key.Key_Return)
    assert place.spec.id == "concordance"
    assert len(place.concordance.model.lines) == police.cells[1]

    press(stage, window, Qt.Key.Key_3, ALT)
    assert place.field.text() == ""
    press(stage, window, Qt.Key.Key_S)
    press(stage, window, Qt.Key.Key_S)
    assert face.table.figures.lines[0].cells[1] == 1

    go_by_tab(stage, window, face.tabs)
    press(stage, window, Qt.Key.Key_Right)
    assert face.kind.table is Counted.CROSSTAB
    press(stage, window, Qt.Key.Key_F, CONTROL)
    write(stage, window, "police, women")
    press(stage, window, Qt.Key.Key_Return)
    assert face.table.hasFocus()
    for _ in range(2):
        press(stage, window, Qt.Key.Key_Right)
    press(stage, window, Qt.Key.Key_Down)
    line = face.table.figures.lines[1]
    press(stage, window, Qt.Key.Key_Return)
    assert place.scope.value == line.document
    assert len(place.concordance.model.lines) == line.cells[2]
    press(stage, window, Qt.Key.Key_3, ALT)
    assert (place.field.text(), place.scope.value) == ("police, women", "")
    assert face.kind.table is Counted.CROSSTAB

    window.session.actions.action("export").trigger()
    stage.settle(window)
    assert window.exporting is not None
    window.exporting.save(tmp_path / "words.csv")
    stage.settle(window)
    written = list(csv.DictReader(io.StringIO((tmp_path / "words.csv").read_text("utf-8"), newline="")))
    assert [row["police count"] for row in written] == [str(one.cells[2]) for one in face.table.figures.lines]


def test_a_stroke_of_the_plot_opens_its_passage_and_the_way_back_leads_to_it(stage: Stage, window: Window) -> None:
    press(stage, window, Qt.Key.Key_4, CONTROL)
    press(stage, window, Qt.Key.Key_3, ALT)
    place = window.places.search
    face = place.words
    go_by_tab(stage, window, face.tabs)
    for _ in range(3):
        press(stage, window, Qt.Key.Key_Right)
    press(stage, window, Qt.Key.Key_F, CONTROL)
    write(stage, window, "women")
    press(stage, window, Qt.Key.Key_Return)
    assert face.plot.chart.hasFocus()
    press(stage, window, Qt.Key.Key_Right)
    passage = face.passage
    assert passage is not None
    press(stage, window, Qt.Key.Key_Return)
    assert window.places.here == "read"
    manifesto, marked = window.places.read.manifesto, window.places.read.views.marked
    assert manifesto is not None
    assert marked is not None
    assert manifesto.shown[marked].id == passage[1]
    press(stage, window, Qt.Key.Key_Left, ALT)
    assert window.places.here == "search"
    assert face.passage == passage
