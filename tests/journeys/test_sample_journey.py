"""Checking accuracy through the real window, by keys: a sample drawn, judged blind, left, gone on with, and told."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import cast

import in_compare
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from index.sampled import Outcome, outcome
from reader.home import Home
from reader.library import samples
from ui.compare.sample.panel import SamplePanel
from ui.frame.window import Window
from ui.scenes.stage import Stage

SIZE = 10


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    return opened(stage, folder)


def opened(stage: Stage, folder: Home) -> Window:
    window = in_compare.opened(stage, folder)
    window.session.actions.action("compare.sample").trigger()
    stage.settle(window)
    return window


def panel_of(window: Window) -> SamplePanel:
    return cast(SamplePanel, window.places.compare.host.panel("sample"))


def draw(stage: Stage, window: Window) -> None:
    """Draw ten passages by keys: the number and the seed typed, then the button."""
    choosing = panel_of(window).choosing
    for field, number in ((choosing.number, SIZE), (choosing.seed, 1871)):
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()
        QTest.keyClicks(field, str(number))
    choosing.draw.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(choosing.draw, Qt.Key.Key_Space)
    stage.settle(window)


def press(window: Window, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel_of(window).judging.passage, key)


def kept(window: Window) -> Outcome:
    library = window.session.library
    return outcome(library, library.read(samples.every)[0])


def answers(window: Window) -> list[bool | None]:
    """What has been said of each passage of the sample."""
    found = kept(window)
    return [found.said.get(item.id) for item in found.sample.items]


def words_on(window: Window) -> str:
    return panel_of(window).judging.passage.accessibleName()


def test_passages_are_judged_by_keys_skipped_and_corrected(stage: Stage, window: Window) -> None:
    draw(stage, window)
    assert words_on(window).startswith(f"Passage 1 of {SIZE}.")
    press(window, Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_S)
    assert words_on(window).startswith(f"Passage 4 of {SIZE}.")
    press(window, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert words_on(window).startswith(f"Passage 2 of {SIZE}. You said no.")
    press(window, Qt.Key.Key_Y)
    assert answers(window) == [True, True] + (SIZE - 2) * [None]
    assert words_on(window).startswith(f"Passage 2 of {SIZE}. You said yes.")
    window.session.undo()
    assert answers(window)[:2] == [True, False]
    press(window, Qt.Key.Key_S)
    assert words_on(window).startswith(f"Passage 3 of {SIZE}.")


def test_while_judging_nothing_tells_what_the_program_thinks(stage: Stage, window: Window) -> None:
    panel = panel_of(window)
    panel.choosing.names_hidden.setChecked(True)
    draw(stage, window)
    documents = [document.name for document in window.session.library.documents()]
    for item in kept(window).sample.items:
        said = words_on(window)
        block = window.session.library.block(item.document, item.block)
        assert block is not None
        assert block.text in said
        spoken_beside = said.replace(block.text, "").replace(" › ".join(block.section), "")
        assert item.stratum not in spoken_beside
        assert not [name for name in documents if name in spoken_beside]
        press(window, Qt.Key.Key_S)


def test_a_sample_is_left_and_gone_on_with_after_a_restart(stage: Stage, window: Window, folder: Home) -> None:
    draw(stage, window)
    press(window, Qt.Key.Key_Y, Qt.Key.Key_Y, Qt.Key.Key_N)
    press(window, Qt.Key.Key_Escape)
    assert window.places.compare.host.shown == ""
    assert not window.session.actions.action("compare.sample-yes").isEnabled()
    stage.close()
    again = opened(stage, folder)
    earlier = panel_of(again).choosing.earlier
    assert earlier.model().index(0, 2).data() == f"3 of {SIZE}"
    assert earlier.model().index(0, 3).data() == "—"  # while it is judged nothing tells how the program does
    QTest.keyClick(earlier, Qt.Key.Key_Return)
    stage.settle(again)
    assert words_on(again).startswith(f"Passage 4 of {SIZE}.")


def test_the_end_tells_precision_recall_and_errors_and_opens_them(stage: Stage, window: Window, tmp_path: Path) -> None:
    draw(stage, window)
    panel = panel_of(window)
    shown = [item.stratum == "shown" for item in kept(window).sample.items]
    wrong = shown.index(True)
    # Say what the program thinks of each passage, but for one that it shows.
    press(window, *(Qt.Key.Key_Y if one and at != wrong else Qt.Key.Key_N for at, one in enumerate(shown)))
    assert panel.result.groups.verticalScrollBar().maximum() == 0
    said = panel.result.sentences.replace("\u00a0", " ")
    assert f"Of {sum(shown)} passages shown, {sum(shown) - 1} belong: precision" in said
    assert "95 % interval" in said
    assert "wide" in said
    item = kept(window).wrongly_shown[0]
    for name in ("sample.json", "sample.csv"):
        window.session.actions.action("export").trigger()
        assert window.exporting is not None
        window.exporting.save(tmp_path / name)
        stage.settle(window)
    told = json.loads((tmp_path / "sample.json").read_text("utf-8"))
    lines = list(csv.DictReader((tmp_path / "sample.csv").read_text("utf-8").splitlines()))
    assert told["precision"]["value"] == pytest.approx(1 - 1 / sum(shown))
    assert [line["on topic"] == "yes" for line in lines] == [one["on_topic"] for one in told["passages"]]
    QTest.keyClick(panel.result.errors, Qt.Key.Key_Return)
    stage.settle(window)
    assert window.places.here == "read"
    assert window.places.read.state()["document"] == item.document


def test_a_sample_that_is_removed_comes_back_with_undo(stage: Stage, window: Window) -> None:
    draw(stage, window)
    press(window, Qt.Key.Key_Y)
    panel = panel_of(window)
    panel.judging.stopped.emit()
    panel.choosing.removal_wanted.emit(kept(window).sample.id)
    assert panel.choosing.earlier.model().rowCount() == 0
    window.session.undo()
    assert panel.choosing.earlier.model().rowCount() == 1
    assert answers(window)[0] is True


def test_letters_answer_only_while_keys_of_one_letter_are_wanted(stage: Stage, window: Window) -> None:
    draw(stage, window)
    window.session.settings.change(single_keys=False)
    press(window, Qt.Key.Key_Y)
    assert answers(window)[0] is None
    window.session.settings.change(single_keys=True)
    press(window, Qt.Key.Key_Y)
    assert answers(window)[0] is True
