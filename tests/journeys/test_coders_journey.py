"""Several coders at one machine: who is at work is always in sight, and one's own can be looked at alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reader.library.coder_edits import rename_coder
from ui.annotating.annotating import annotating
from ui.charts.measures import Measured
from ui.compare.cards.entries import EntryKind
from ui.compare.charts.panel import ChartsPanel
from ui.compare.panels.verdicts_panel import VerdictsPanel
from ui.frame.coder_button import CoderButton
from ui.frame.coder_menu import coder_menu
from ui.frame.coder_name import CoderName
from ui.frame.window import Window
from ui.scenes.judging import verdicts
from ui.scenes.stage import Stage, wait
from ui.shared.plain_table import Cells


@pytest.fixture
def window(stage: Stage) -> Window:
    """Compare with what the first coder decided."""
    shown = verdicts(stage)
    library = shown.session.library
    shown.session.apply(rename_coder(library, library.coder, "Anna"))
    stage.settle(shown)
    shown.activateWindow()
    return shown


def choose(window: Window, name: str) -> None:
    """Choose this in the menu of coders."""
    menu = coder_menu(window, annotating(window.session))
    every = [menu, *menu.findChildren(QMenu)]
    next(action for one in every for action in one.actions() if action.text() == name).trigger()
    menu.deleteLater()


def texts(window: Window) -> list[str]:
    entries = window.places.compare.table.area.view(0).cards.entries
    return [entry.text for entry in entries if entry.kind is EntryKind.CARD]


def test_who_is_at_work_stands_in_the_rail_and_another_can_be_added(stage: Stage, window: Window) -> None:
    button = window.rail.findChild(CoderButton)
    assert isinstance(button, CoderButton)
    assert button.isVisible()
    assert button.accessibleName() == "Coder: Anna"
    choose(window, "Somebody else…")
    field = window.findChild(CoderName)
    assert isinstance(field, CoderName)
    QTest.keyClicks(field.field, "Ben")
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert button.accessibleName() == "Coder: Ben"
    choose(window, "Brick")
    assert [(one.name, one.colour) for one in annotating(window.session).coders][1] == ("Ben", "#b4552d")
    choose(window, "Anna")
    assert button.accessibleName() == "Coder: Anna"
    stage.settle(window)


def test_only_ones_own_verdicts_are_shown_where_that_is_chosen(stage: Stage, window: Window) -> None:
    panel = window.places.compare.host.panel("verdicts")
    assert isinstance(panel, VerdictsPanel)
    decided, everything = len(panel.list.lines.lines), texts(window)
    assert decided
    annotating(window.session).add_coder("Ben")
    choose(window, "Only my own")
    stage.settle(window)
    assert panel.list.lines.lines == ()
    assert texts(window) != everything
    choose(window, "Only of Anna")
    stage.settle(window)
    assert (len(panel.list.lines.lines), texts(window)) == (decided, everything)
    choose(window, "Of everybody")
    stage.settle(window)
    assert texts(window) == everything


def test_charts_count_what_is_shown(stage: Stage, window: Window) -> None:
    window.session.actions.action("compare.charts").trigger()
    panel = window.places.compare.host.panel("charts")
    assert isinstance(panel, ChartsPanel)

    def figures() -> Sequence[tuple[str, ...]]:
        stage.settle(window)
        model = panel.table.model()
        assert isinstance(model, Cells)
        return model.shown[1]

    panel.as_table.setChecked(True)
    panel.measured.setCurrentIndex(panel.measured.findData(Measured.PASSAGES))
    everything = figures()
    annotating(window.session).add_coder("Ben")
    choose(window, "Only my own")
    assert figures() != everything
    choose(window, "Only of Anna")
    assert figures() == everything


def test_the_chooser_opens_by_its_key(window: Window) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: QApplication.activePopupWidget() is not None)  # the style shows menus a moment later
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Somebody else…" in [action.text() for action in menu.actions()]
    menu.close()
