"""A researcher's concordance by keyboard alone: query, sort, thin, categorise, open, back, save, export, undo."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from by_keys import ALT, CONTROL, SHIFT, press, write
from PySide6.QtCore import Qt

from reader.home import Home
from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.search.concordance.categories import NewCategory


def test_lines_are_sorted_thinned_categorised_opened_saved_and_exported_by_keys(
    stage: Stage, window: Window, tmp_path: Path
) -> None:
    press(stage, window, Qt.Key.Key_4, CONTROL)
    press(stage, window, Qt.Key.Key_2, ALT)
    press(stage, window, Qt.Key.Key_F, CONTROL)
    write(stage, window, "police")
    place = window.places.search
    face, every = place.concordance, len(place.concordance.model.lines)
    assert every > 40
    assert place.said.startswith(f"{every} lines in 3 manifestos")

    press(stage, window, Qt.Key.Key_Return)
    assert face.table.hasFocus()
    press(stage, window, Qt.Key.Key_R)
    right = [(line.right.casefold().split() or [""])[0].strip(",.:;") for line in face.model.lines]
    shown = [word for word in right if word.isalpha()]
    assert shown == sorted(shown)

    press(stage, window, Qt.Key.Key_M)
    press(stage, window, Qt.Key.Key_Down)
    assert place.said.startswith(f"A sample of 20 of {every} lines, drawn with the seed 1, in ")
    press(stage, window, Qt.Key.Key_2, ALT)
    assert face.table.hasFocus()
    first = [line.place for line in face.model.lines]
    press(stage, window, Qt.Key.Key_M, SHIFT)
    assert [line.place for line in face.model.lines] != first

    press(stage, window, Qt.Key.Key_Home, CONTROL)
    press(stage, window, Qt.Key.Key_1)
    write(stage, window, "The force")
    press(stage, window, Qt.Key.Key_Return)
    assert not window.findChildren(NewCategory)
    press(stage, window, Qt.Key.Key_1)
    press(stage, window, Qt.Key.Key_N)
    write(stage, window, "A person")
    press(stage, window, Qt.Key.Key_Return)
    press(stage, window, Qt.Key.Key_Z, CONTROL)
    press(stage, window, Qt.Key.Key_Z, CONTROL | SHIFT)
    named = [code.name if (code := face.model.category(line)) else "" for line in face.model.lines]
    assert named[:4] == ["The force", "The force", "A person", ""]

    line = face.table.current
    assert line is not None
    press(stage, window, Qt.Key.Key_Return)
    assert window.places.here == "read"
    manifesto, marked = window.places.read.manifesto, window.places.read.views.marked
    assert manifesto is not None
    assert marked is not None
    assert manifesto.shown[marked].id == line.hit.block
    press(stage, window, Qt.Key.Key_Left, ALT)
    assert window.places.here == "search"
    assert face.table.current == line

    press(stage, window, Qt.Key.Key_D, CONTROL)
    assert place.state()["saved"] == [["police", ""]]

    window.session.actions.action("export").trigger()
    stage.settle(window)
    assert window.exporting is not None
    window.exporting.save(tmp_path / "lines.csv")
    stage.settle(window)
    written = list(csv.DictReader(io.StringIO((tmp_path / "lines.csv").read_text("utf-8"), newline="")))
    assert [(row["hit"], row["category"]) for row in written] == [
        (line.match, name) for line, name in zip(face.model.lines, named, strict=True)
    ]
    assert len(written) == 20


def test_the_concordance_stands_as_it_was_left_when_the_program_is_opened_again(
    stage: Stage, window: Window, folder: Home
) -> None:
    window.places.go("search")
    place = window.places.search
    place.show_face("concordance")
    place.search("lamp OR police")
    stage.settle(window)
    press(stage, window, Qt.Key.Key_2, ALT)
    press(stage, window, Qt.Key.Key_L)
    lines = [line.place for line in place.concordance.model.lines]
    window.close()
    again = stage.open(folder)
    stage.settle(again)
    assert again.places.here == "search"
    assert again.places.search.spec.id == "concordance"
    assert [line.place for line in again.places.search.concordance.model.lines] == lines
