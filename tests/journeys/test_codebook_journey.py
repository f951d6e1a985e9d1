"""A researcher's codebook by keyboard: three codes, one nested, two merged, undone; results coded; codes searched."""

from __future__ import annotations

from by_keys import CONTROL, SHIFT, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.codebook.panel import CodebookPanel
from ui.frame.window import Window
from ui.scenes.stage import Stage, wait
from ui.search.coding_hits import CodeHits
from ui.search.passages.results_model import ResultsModel


def make(stage: Stage, window: Window, panel: CodebookPanel, name: str) -> None:
    field = next(one for one in panel.tree.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.settle(window)


def tree(window: Window) -> list[str]:
    book = window.session.library.codebook()
    return [book.written_path(code.id) for code in book.codes]


def test_codes_are_made_nested_merged_undone_put_on_results_and_searched(stage: Stage, window: Window) -> None:
    window.places.go("search")
    search = window.places.search
    press(stage, window, Qt.Key.Key_B, CONTROL | SHIFT)
    panel = search.codebook.panel
    press(stage, window, Qt.Key.Key_Space)  # New code, the first step of an empty codebook
    make(stage, window, panel, "Policing")
    for name in ("Officers", "Knives"):
        press(stage, window, Qt.Key.Key_N)
        make(stage, window, panel, name)
    press(stage, window, Qt.Key.Key_Up)
    press(stage, window, Qt.Key.Key_Greater)
    assert tree(window) == ["Policing", "Policing > Officers", "Knives"]
    press(stage, window, Qt.Key.Key_Down, SHIFT)
    press(stage, window, Qt.Key.Key_M)
    assert tree(window) == ["Policing", "Knives"]
    press(stage, window, Qt.Key.Key_Z, CONTROL)
    assert tree(window) == ["Policing", "Policing > Officers", "Knives"]

    press(stage, window, Qt.Key.Key_F, CONTROL)
    search.search("officers")
    stage.settle(window)
    model = search.passages.list.model()
    assert isinstance(model, ResultsModel)
    passages = sum(hit.kind != "heading" for group in model.groups for hit in group.hits)
    assert passages > 3
    press(stage, window, Qt.Key.Key_A, CONTROL | SHIFT)
    asked = next(one for one in window.findChildren(CodeHits) if one.isVisible())
    QTest.keyClicks(asked.picker.field, "offic")
    QTest.keyClick(asked.picker.field, Qt.Key.Key_Return)
    wait(lambda: len(window.session.library.noted()) == passages)
    stage.settle(window)
    assert window.strip.sentence == f"Code {passages} passages as “Officers”."

    search.search('code:"Policing > Officers"')
    stage.settle(window)
    assert search.said.startswith(f"{passages} passages")
    search.search("code:policing")
    stage.settle(window)
    assert search.said.startswith(f"{passages} passages")
    search.passages.list.setFocus()
    press(stage, window, Qt.Key.Key_Z, CONTROL)
    assert window.session.library.noted() == []
    stage.settle(window)
    assert search.passages.guidance.isVisible()
